"""The command line as a script, as it is installed: new processes load it anew."""

from briefgen.cli import run

if __name__ == "__main__":
    run()
