"""Names and paths -> profiles, styles and letterheads: found and read."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from briefgen.diagnostics import UsageError


def read_template(kind: str, name_or_path: str) -> tuple[Path, str]:
    """The path and the text of a TOML file: a file of the user where the name looks like one, else a built-in."""
    path = find_template(kind, name_or_path, ".toml")
    try:
        return path, path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise UsageError(f"{path}: is not UTF-8 text") from error
    except OSError as error:
        raise UsageError(f"{path}: cannot be read: {error.strerror}") from error


def find_template(kind: str, name_or_path: str, suffix: str) -> Path:
    """A file of the user where the name looks like one, else a built-in."""
    if name_or_path.endswith(suffix) or "/" in name_or_path or "\\" in name_or_path:
        path = Path(name_or_path)
        if not path.is_file():
            raise UsageError(f"{path}: there is no such file")
        return path
    folder = templates_folder() / kind
    path = folder / f"{name_or_path}{suffix}"
    if not path.is_file():
        known = ", ".join(template_names(kind, suffix))
        raise UsageError(f"{kind}: there is no {name_or_path!r}; known: {known}, or give the path of a {suffix} file")
    return path


def template_names(kind: str, suffix: str = ".toml") -> tuple[str, ...]:
    """The built-in profiles, styles or letterheads."""
    return tuple(sorted(entry.stem for entry in (templates_folder() / kind).glob(f"*{suffix}")))


@cache
def templates_folder() -> Path:
    """`briefgen/templates` of an installed wheel, else `templates` beside a checkout's package; nowhere else."""
    package = Path(__file__).parent.parent
    installed = package / "templates"
    return installed if installed.is_dir() else package.parent / "templates"
