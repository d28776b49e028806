"""A saved brief -> the PO file of what awaits translation, and back into the memory: what `briefgen translate` does."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from briefgen.cli.configuration import read_configuration
from briefgen.cli.finish import BRIEF
from briefgen.cli.output import locked, write_file
from briefgen.cli.printing import read_brief
from briefgen.cli.settings import names_of, translations_of
from briefgen.cli.summary import count_of
from briefgen.diagnostics import UsageError
from briefgen.language.words import normalise
from briefgen.model import Brief, Refusal, Translation
from briefgen.naming.gazetteer import Entries
from briefgen.translation.entries import MACHINE_FILES, entry_of
from briefgen.translation.memory import Conflict, Memory, languages_of
from briefgen.translation.po import Entry, PoFile, header_for, read_po, write_po
from briefgen.translation.worklist import awaiting, worklist

_SHOWN = 60  # characters of a text in a message


def export_worklists(
    path: Path, languages: Sequence[str], output: Path | None, memory: Path | None, config: Path | None, *, machine: bool
) -> Iterator[tuple[Path, str]]:
    """Write the worklist of each language; its path and what it holds. A language with nothing to translate gets no file."""
    if output and len(languages) > 1:
        raise UsageError("-o names one file: say with --to which language it is for")
    brief, folder = _brief(path)
    known, names = Memory.load(_memory_files(memory, config)), _names(config)
    for language in languages:
        target = output or folder / f"awaiting.{language}.po"
        before = _existing(target, language)
        file = worklist(brief, language, known, before=before, machine=machine, names=names)
        if file.entries or before is not None:
            write_file(target, write_po(file))
            yield target, _counted(file)


def import_file(path: Path, memory: Path | None, beside: Path | None, config: Path | None) -> tuple[Path, list[str]]:
    """Take a translated PO file into the memory; the file it went into, and what a person should know of it."""
    file = _read(path)
    source, target = languages_of(file, path)
    done = [entry for entry in file.entries if entry.translated and not entry.fuzzy]
    into = _destination(target, memory, beside, config)
    with locked(into.parent):
        old = _existing(into, target) or PoFile(header_for(source, target))
        merged, added, changed = _taken(old, done)
        write_file(into, write_po(merged))
    left = [entry for entry in file.entries if entry not in done]
    fuzzy = sum(entry.fuzzy for entry in left)
    taken = f"{count_of(len(done), 'translation')} taken: {added} new, {len(changed)} changed"
    lines = [f"{taken}; left out: {fuzzy} fuzzy, {len(left) - fuzzy} empty"]
    lines += [f"{path}, line {new.line}: replaces “{_short(before.translated)}” by “{_short(new.translated)}”" for before, new in changed]
    lines += _doubts(path, done, source, target)
    others = Memory.load(files_of(into.parent)).conflicts if not beside else ()
    return into, lines + [conflict_in_words(conflict) for conflict in others]


def keep_machine_made(brief: Brief, folder: Path) -> None:
    """Put what a machine made for a brief, printed or refused, into machine.LANGUAGE.po of the memory, so that it is made once.

    What a person changed there stays as it is.
    """
    made: tuple[Translation | Refusal, ...] = (*(entry for entry in brief.translations if entry.method == "machine"), *brief.refusals)
    with locked(folder):
        for name, target in MACHINE_FILES.items():
            new = [entry_of(item) for item in made if item.language == target]
            old = _existing(folder / name, target) or PoFile(header_for("ru" if target == "en" else "en", target))
            known = {(normalise(entry.text), entry.context) for entry in old.entries}
            added = tuple(entry for entry in new if (normalise(entry.text), entry.context) not in known)
            if added:
                write_file(folder / name, write_po(replace(old, entries=(*old.entries, *added))))


def counts_of(path: Path, language: str, memory: Path | None, config: Path | None) -> dict[str, int]:
    """Passages that an edition needs translated, by what became of them."""
    from briefgen.translation.units import translation_units

    brief, _ = _brief(path)
    known = Memory.load(_memory_files(memory, config))
    names = _names(config)
    units = [unit for unit in translation_units(brief, names=names) if unit.language != language]
    methods = {(normalise(entry.text), entry.context): entry.method for entry in brief.translations if entry.language == language}
    found = [methods.get(unit.key, "none") for unit in units]
    missing = awaiting(brief, language, names=names)
    learnt = [unit for unit in missing if known.find(unit.text, source=unit.language, target=language, context=unit.context)]
    refused = sum(refusal.language == language for refusal in brief.refusals)
    return {
        "passages": len(units),
        "memory": found.count("memory"),
        "original": found.count("original"),
        "machine": found.count("machine"),
        "awaiting": len(missing),
        "refused": refused,
        "learnt": len(learnt),
        "fuzzy": known.fuzzy,
    }


def in_words(language: str, counts: Mapping[str, int]) -> str:
    """The counts of one language as a line or two."""
    lines = [
        f"{language}: {count_of(counts['passages'], 'passage')} to translate: {counts['memory']} from the memory, "
        f"{counts['original']} in the speaker's own words, {counts['machine']} by machine, {counts['awaiting']} awaiting translation"
    ]
    if counts["refused"]:
        lines.append(f"    {count_of(counts['refused'], 'machine translation')} refused")
    if counts["learnt"]:
        lines.append(f"    {counts['learnt']} of those awaiting are in the memory now: build the brief again")
    if counts["fuzzy"]:
        lines.append(
            f"    {count_of(counts['fuzzy'], 'fuzzy entry', 'fuzzy entries')} of the memory are not used until a person confirms them"
        )
    return "\n".join(lines)


def conflict_in_words(conflict: Conflict) -> str:
    """Which of two translations counts, and where to put it right."""
    return (
        f"two translations of “{_short(conflict.text)}”: that of {conflict.kept_in} is used, that of {conflict.dropped_in} is not; "
        "delete one of them"
    )


def _brief(path: Path) -> tuple[Brief, Path]:
    file = path / BRIEF if path.is_dir() else path
    return read_brief(file), file.parent


def _read(path: Path) -> PoFile:
    try:
        return read_po(path.read_bytes(), str(path))
    except OSError as error:
        raise UsageError(f"{path}: cannot be read ({error.strerror}); name the PO file that was translated") from error


def _existing(path: Path, language: str) -> PoFile | None:
    """The PO file that is there already; a UsageError where it is of another language."""
    if not path.exists():
        return None
    file = _read(path)
    if languages_of(file, path)[1] != language:
        raise UsageError(f"{path}: holds translations into another language; name another file")
    return file


def _memory_files(memory: Path | None, config: Path | None) -> tuple[Path, ...]:
    if memory is None:
        return translations_of(read_configuration(config, working_folder=Path()))
    return files_of(memory)


def _names(config: Path | None) -> Entries:
    return names_of(read_configuration(config, working_folder=Path()).names)


def files_of(folder: Path | None) -> tuple[Path, ...]:
    """The PO files of a memory's folder, by name; none where there is no memory."""
    if folder is None:
        return ()
    if folder.exists() and not folder.is_dir():
        raise UsageError(f"{folder}: is no folder; the memory is a folder of PO files")
    return tuple(sorted(folder.glob("*.po")))


def _destination(target: str, memory: Path | None, beside: Path | None, config: Path | None) -> Path:
    if beside and memory:
        raise UsageError("--beside and --memory: name one place for the translations")
    if beside:
        if not beside.is_file():
            raise UsageError(f"{beside}: there is no such article")
        return beside.with_name(f"{beside.stem}.{target}.po")
    folder = memory or Path(read_configuration(config, working_folder=Path()).translations or ".")
    if folder == Path() and not memory:
        raise UsageError(
            "no memory to import into: name a folder with `translations` in briefgen.toml or with --memory, or an article with --beside"
        )
    return folder / f"memory.{target}.po"


def _taken(old: PoFile, done: Sequence[Entry]) -> tuple[PoFile, int, list[tuple[Entry, Entry]]]:
    """The memory's file with new entries at its end and changed ones in place; how many are new, and the changed ones before and after."""
    entries = {(normalise(entry.text), entry.context): entry for entry in old.entries}
    added, changed = 0, []
    for entry in done:
        key = (normalise(entry.text), entry.context)
        before = entries.get(key)
        added += before is None
        if before and before.translated and not before.fuzzy and before.translated != entry.translated:
            changed.append((before, entry))
        entries[key] = replace(entry, previous="")
    return replace(old, entries=tuple(entries.values()), obsolete=old.obsolete), added, changed


def _doubts(path: Path, done: Sequence[Entry], source: str, target: str) -> list[str]:
    """Translations whose figures, dates or letters a person should look at again: they are taken, because a person wrote them."""
    from briefgen.pipeline import differences

    found = [(entry, differences(entry.text, entry.translated, source=source, target=target)) for entry in done]
    words = {"numbers": "figures", "dates": "dates", "language": "language"}
    return [
        f"{path}, line {entry.line}: look again: the {' and '.join(words[reason] for reason in reasons if reason in words)} "
        f"of the translation differ from the original's: “{_short(entry.translated)}”"
        for entry, reasons in found
        if any(reason in words for reason in reasons)
    ]


def _counted(file: PoFile) -> str:
    fuzzy = sum(entry.fuzzy for entry in file.entries)
    done = sum(bool(entry.translated) and not entry.fuzzy for entry in file.entries)
    return f"{count_of(len(file.entries), 'passage')} to translate, {done} done, {fuzzy} with something offered as fuzzy"


def _short(text: str) -> str:
    return text if len(text) <= _SHOWN else text[:_SHOWN] + "…"
