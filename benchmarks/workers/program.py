"""The command line as a script, as it is installed: new processes load it anew."""

import sys

from briefgen.cli import main

if __name__ == "__main__":
    sys.exit(main())
