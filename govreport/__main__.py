"""The process of the command `govreport`, which `python -m govreport` starts, too."""

import gc
import sys

_FEWEST_OBJECTS = 50_000
"""The objects made before a search for garbage; the default is 700."""


def run() -> int:
    """Run the command line with the arguments given to this process, and return its exit status."""
    # One report is read long before a search for reference cycles is worthwhile.
    gc.set_threshold(_FEWEST_OBJECTS)
    from govreport.command_line import main  # what is loaded before that is searched

    status = main()
    # An exiting interpreter searches everything that is left for cycles, twice.
    gc.freeze()
    return status


if __name__ == "__main__":
    sys.exit(run())
