"""The command line: `briefgen COMMAND`, each command in a module of its own that is loaded when called."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from importlib import import_module
from typing import NoReturn

import click

from briefgen.diagnostics import BriefgenError, OutputError

# Command names with their modules, in the order in which the help lists them.
COMMANDS = {
    "build": "briefgen.cli.build",
    "weekly": "briefgen.cli.weekly",
    "deliver": "briefgen.cli.deliver",
    "history": "briefgen.cli.history",
    "schedule": "briefgen.cli.schedule",
    "extract": "briefgen.cli.extract",
    "render": "briefgen.cli.render",
    "pull": "briefgen.cli.pull",
    "translate": "briefgen.cli.translate",
    "check": "briefgen.cli.check",
    "sign": "briefgen.cli.sign",
    "trace": "briefgen.cli.trace",
    "show": "briefgen.cli.show",
    "doctor": "briefgen.cli.doctor",
    "schema": "briefgen.cli.schema",
}
INTERRUPTED = 130
# New objects before the garbage collector looks at them: word lists and models live to the end, and looking at them after each 700, as
# Python does by itself, is a tenth of a run.
COLLECT_AFTER = (300_000, 20, 100)


class LazyCommands(click.Group):
    """Loads the module of a command when its name is used."""

    def list_commands(self, context: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, context: click.Context, name: str) -> click.Command | None:
        if name not in COMMANDS:
            return None
        command: click.Command = import_module(COMMANDS[name]).command
        return command


@click.group(cls=LazyCommands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="briefgen", message="briefgen %(version)s")
def program() -> None:
    """Briefing reports from news articles: facts with their sources, in Russian and English, as DOCX and PDF."""


def run() -> NoReturn:
    """The program. It ends at once, without the interpreter's own clearing up: some hundredths of a second that nobody needs."""
    code = main()
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except OSError as error:
        code = _unwritten(error)
    os._exit(code)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; the exit code. Errors are one line on stderr."""
    with _collecting_less():
        return _run(arguments)


@contextmanager
def _collecting_less() -> Iterator[None]:
    before = gc.get_threshold()
    gc.set_threshold(*COLLECT_AFTER)
    try:
        yield
    finally:
        gc.set_threshold(*before)


def _run(arguments: Sequence[str] | None) -> int:
    try:
        code = program.main(args=None if arguments is None else list(arguments), prog_name="briefgen", standalone_mode=False)
    except BriefgenError as error:
        click.echo(f"briefgen: {error}", err=True)
        return error.exit_code
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except click.Abort:
        click.echo("briefgen: interrupted", err=True)
        return INTERRUPTED
    except SystemExit:  # click's way where nobody reads a pipe any more
        return OutputError.exit_code
    except OSError as error:
        if error.filename is not None:  # of no open file, so no output of ours: a fault that has to show itself
            raise
        return _unwritten(error)
    return code if isinstance(code, int) else 0


def _unwritten(error: OSError) -> int:
    """The exit code where the standard output takes no more; nothing is said where its reader has enough (`| head`)."""
    if not isinstance(error, BrokenPipeError):
        with suppress(OSError):
            click.echo(f"briefgen: the standard output cannot be written: {error.strerror}", err=True)
    return OutputError.exit_code


if __name__ == "__main__":
    run()
