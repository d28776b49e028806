"""A brief -> the lines that `build` prints: what was found, what was read and passed over, what needs a person's eye."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from briefgen.diagnostics import Diagnostic
from briefgen.model import Brief, Merged, Source, Statement

_WHY = {"caption": "captions of pictures", "background": "background and links to other articles"}


def summary_of(brief: Brief, languages: Sequence[str]) -> str:
    """Some lines of text for a terminal."""
    return "\n".join((_found(brief), *_read(brief), *_doubts(brief.diagnostics), *_awaiting(brief, languages)))


def needs_attention(diagnostics: Iterable[Diagnostic]) -> bool:
    """Whether any doubt is more than a remark."""
    return any(diagnostic.severity == "warning" for diagnostic in diagnostics)


def count_of(number: int, one: str, many: str = "") -> str:
    """A number with its noun.

    >>> count_of(1, "figure"), count_of(2, "figure"), count_of(0, "body", "bodies")
    ('1 figure', '2 figures', '0 bodies')
    """
    return f"{number} {one if number == 1 else many or one + 's'}"


def _found(brief: Brief) -> str:
    risks = [merged.fact.polarity for merged in brief.risks]
    parts = (
        count_of(len(brief.quantities), "figure"),
        count_of(len(brief.dates), "date"),
        f"{count_of(len(brief.statements), 'statement')} by {count_of(_speakers(brief.statements), 'speaker')}",
        f"{count_of(len(brief.interests), 'interest')} of {_partners(brief)}",
        count_of(risks.count("risk"), "risk"),
        count_of(risks.count("counter"), "counter-view"),
    )
    return f"Found in {count_of(len(brief.sources), 'article')}: {', '.join(parts)}."


def _speakers(statements: Iterable[Merged[Statement]]) -> int:
    return len({merged.fact.speaker.name for merged in statements})


def _partners(brief: Brief) -> str:
    partners = Counter(merged.fact.partner for merged in brief.interests)
    codes = f" ({', '.join(partners)})" if partners else ""
    return count_of(len(partners), "partner") + codes


def _read(brief: Brief) -> Iterator[str]:
    for source in brief.sources:
        passed = Counter(item.reason for item in brief.passed_over if item.source == source.number)
        yield f"{source.number}. {source.name}: {_paragraphs(source, passed)}."


def _paragraphs(source: Source, passed: Counter[str]) -> str:
    used = f"{source.paragraphs - passed.total()} of {count_of(source.paragraphs, 'paragraph')} used"
    why = [f"{number} passed over as {_WHY.get(reason, reason)}" for reason, number in sorted(passed.items())]
    return "; ".join((used, *why))


def _doubts(diagnostics: Sequence[Diagnostic]) -> Iterator[str]:
    """One line a kind of doubt: how often, its code, what to do."""
    if not diagnostics:
        return
    hints: dict[str, list[str]] = {}
    for diagnostic in diagnostics:
        hints.setdefault(diagnostic.code, []).append(diagnostic.hint)
    yield "For a person's eye:"
    for code, told in sorted(hints.items(), key=lambda item: (-len(item[1]), item[0])):
        example = "for example, " if len(set(told)) > 1 else ""
        yield f"  {len(told):>3}  {code}" + (f": {example}{told[0]}" if told[0] else "")


def _awaiting(brief: Brief, languages: Sequence[str]) -> Iterator[str]:
    """How many passages an edition prints in the original for want of a translation."""
    from briefgen.translation.units import translation_units

    done = {(entry.language, entry.text, entry.context) for entry in brief.translations}
    units = translation_units(brief)
    for language in languages:
        missing = sum(1 for unit in units if unit.language != language and not _is_done(unit.text, unit.context, language, done))
        refused = sum(1 for refusal in brief.refusals if refusal.language == language)
        if refused:
            yield f"Refused ({language}): {count_of(refused, 'machine translation')}, listed in the annex with the reasons."
        if missing:
            yield f"Not translated ({language}): {count_of(missing, 'passage')}, printed in the original and listed in the annex."


def _is_done(text: str, context: str, language: str, done: set[tuple[str, str, str]]) -> bool:
    return (language, text, context) in done or (language, text, "") in done
