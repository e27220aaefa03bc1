"""The process of the command `govreport`, which `python -m govreport` starts, too."""

import gc
import sys

from govreport.command_line import main


def run() -> int:
    """Run the command line with the arguments given to this process, and return its exit status."""
    status = main()
    # An interpreter that ends looks for circles among all that is left, twice.
    gc.freeze()
    return status


if __name__ == "__main__":
    sys.exit(run())
