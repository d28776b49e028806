"""What goes into a brief -> the `inputs` of its manifest, as a JSON value: digests of files, options, versions."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from briefgen.cli.articles import Read
from briefgen.cli.manifest import digest, file_digests, versions
from briefgen.serialize import digest_of
from briefgen.serialize.values import to_value

if TYPE_CHECKING:
    from briefgen.model import Brief
    from briefgen.pipeline import BuildOptions

_PACKAGE = Path(__file__).resolve().parent.parent


def inputs_of(read: Sequence[Read], translations: Sequence[Path], options: BuildOptions, brief: Brief) -> dict[str, Any]:
    """All that decides what a brief says and how it looks, so the same for each of its files.

    Of translations those in the brief count too: a machine's are the same whether made in this run or kept by an earlier one, so that the
    file that keeps them is left out.
    """
    from briefgen.translation.entries import MACHINE_FILES

    return {
        "articles": [_article(item) for item in read],
        "translations": [
            {"name": path.name, "digest": digest(path.read_bytes())} for path in translations if path.name not in MACHINE_FILES
        ],
        "passages": digest_of(to_value((*brief.translations, *brief.refusals))),
        **settings_of(options),
    }


def settings_of(options: BuildOptions) -> dict[str, Any]:
    """Options, templates, catalogs and versions. Languages and formats are left out: they choose among the files of one brief."""
    return {
        "options": {
            "profile": Path(options.profile).name,
            "subject": options.subject,
            "date": options.date.isoformat() if options.date else None,
            "usage": {"ru": options.usage.russian, "en": options.usage.english, "names": digest(repr(options.usage.names).encode())},
            "attach": options.attach,
            "draft": options.draft,
            "qr": options.qr,
            "checklist": options.checklist,
            "requisites": {language: to_value(requisites) for language, requisites in sorted(options.requisites.items())},
        },
        "templates": _templates(options),
        "catalogs": file_digests(_PACKAGE.joinpath("locale").rglob("*.po"), below=_PACKAGE),
        "versions": versions(),
    }


def _article(item: Read) -> dict[str, Any]:
    from briefgen.readers.origin import origin_path

    origin = origin_path(item.path)
    return {
        "name": item.article.name,
        "digest": item.article.digest,
        "origin": digest(origin.read_bytes()) if origin.is_file() else None,
        "published": item.article.published.isoformat() if item.article.published else None,
    }


def _templates(options: BuildOptions) -> dict[str, Any]:
    """Digests of the profile and of both styles; UsageError where one is not there."""
    from briefgen.pipeline import LANGUAGES, style_of
    from briefgen.templating import find_letterhead, load_profile, load_style

    profile, _ = load_profile(options.profile)
    styles = {language: style_of(options, language) for language in LANGUAGES}
    return {
        "profile": digest(profile.read_bytes()),
        **({"letterhead": digest(find_letterhead(options.letterhead).read_bytes())} if options.letterhead else {}),
        "styles": {
            language: {"name": Path(name).name, "value": digest(repr(load_style(name)).encode())} for language, name in styles.items()
        },
    }
