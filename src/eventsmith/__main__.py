"""Where the executable starts."""

import sys

from eventsmith.cli import main


def run() -> None:
    """Does what the arguments of the process say, and leaves with the exit status."""
    sys.exit(main())


if __name__ == "__main__":
    run()
