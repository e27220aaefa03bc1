"""The process of the command `govreport`, which `python -m govreport` starts, too."""

import gc
import sys

from govreport.command_line import main

_FEWEST_OBJECTS = 50_000
"""Objects that are made before garbage is looked for, in place of 700."""


def run() -> int:
    """Run the command line with the arguments given to this process, and return its exit status."""
    # One report is read long before the first circle of garbage is worth a search.
    gc.set_threshold(_FEWEST_OBJECTS)
    status = main()
    # An interpreter that ends looks for circles among all that is left, twice.
    gc.freeze()
    return status


if __name__ == "__main__":
    sys.exit(run())
