"""Which words a field may hold: the closed lists of the model by class and field. Read by the checks and by the schemas alike."""

from __future__ import annotations

from collections.abc import Mapping

from briefgen import model

WORDS: Mapping[tuple[type, str], tuple[str, ...]] = {
    (model.Quantity, "qualifier"): model.QUALIFIERS,
    (model.DateMention, "precision"): model.PRECISIONS,
    (model.DateMention, "relation"): model.RELATIONS,
    (model.Statement, "mode"): model.MODES,
    (model.Speaker, "kind"): model.SPEAKER_KINDS,
    (model.Speaker, "gender"): ("f", "m", ""),
    (model.Interest, "topics"): model.TOPICS,
    (model.Interest, "stage"): model.STAGES,
    (model.Interest, "polarity"): model.INTEREST_POLARITIES,
    (model.Risk, "category"): model.RISK_CATEGORIES,
    (model.Risk, "polarity"): model.RISK_POLARITIES,
    (model.Risk, "firmness"): model.FIRMNESS,
    (model.Translation, "method"): model.TRANSLATION_METHODS,
    (model.Refusal, "reasons"): model.REFUSAL_REASONS,
    (model.Change, "kind"): model.CHANGE_KINDS,
    (model.Calculation, "formula"): model.CALCULATIONS,
    (model.Calculation, "qualifier"): ("exact", "about"),
    (model.SetAside, "reason"): model.SET_ASIDE_REASONS,
}
