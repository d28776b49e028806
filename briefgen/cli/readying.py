"""The options of a build -> steps that load what printing and checking will need, for a process that has nothing else to do yet."""

from __future__ import annotations

from functools import partial

from briefgen.cli.beside import Steps, Work
from briefgen.pipeline import BuildOptions


def steps(options: BuildOptions, *, checked: bool) -> Steps:
    """What printing needs, and what checking needs behind it; what none of them has loaded is loaded when it is needed."""
    printing: list[Work[None]] = [_load_writers, partial(_load_styles, options), partial(_load_names, options)]
    drafting: list[Work[None]] = [partial(_open_letterheads, options)] if "docx" in options.formats else []
    checking: list[Work[None]] = [_load_readers, *(partial(_load_finders, language) for language in options.languages)]
    return Steps([*printing, *drafting], checking if checked else ())


def _load_writers() -> None:
    import briefgen.edits.correcting
    import briefgen.fit
    import briefgen.writers.docx.document
    import briefgen.writers.pdf  # noqa: F401


def _load_styles(options: BuildOptions) -> None:
    from briefgen.pipeline import style_of
    from briefgen.templating import load_profile, load_style
    from briefgen.writers.pdf.faces import common_characters, load_faces

    load_profile(options.profile)
    common_characters()
    for language in options.languages:
        load_faces(load_style(style_of(options, language)).fonts.pdf)


def _load_names(options: BuildOptions) -> None:
    from briefgen.formatting.dates import format_date
    from briefgen.naming.countries import country_name
    from briefgen.naming.posts import post_name
    from briefgen.naming.speakers import speaker_name
    from briefgen.translation.catalogs import catalog

    for language in options.languages:
        other = "en" if language == "ru" else "ru"
        catalog(language, options.usage.locale)
        country_name(options.subject, language)
        speaker_name("Ivan Petrov", "person", other, language)
        post_name("minister", other, language)
        format_date("2000-01-01", language)


def _open_letterheads(options: BuildOptions) -> None:
    from briefgen.pipeline import style_of
    from briefgen.templating import load_style
    from briefgen.writers.docx.draft import word_locale
    from briefgen.writers.docx.opened import open_letterhead

    for language in options.languages:
        style = load_style(style_of(options, language))
        open_letterhead(options.letterhead or style.letterhead, word_locale("ru_RU" if language == "ru" else options.usage.locale))


def _load_readers() -> None:
    import pypdfium2  # noqa: F401


def _load_finders(language: str) -> None:
    from briefgen.extract.dates import find_dates
    from briefgen.extract.quantities import find_quantities

    find_dates("2000", language)
    find_quantities("1000", language)
