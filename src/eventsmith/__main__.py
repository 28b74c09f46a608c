"""The entry point of the executable."""

import sys

from eventsmith.cli import main


def run() -> None:
    """Run the command that the process's arguments name, and exit with its status."""
    sys.exit(main())


if __name__ == "__main__":
    run()
