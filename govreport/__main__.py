"""Lets `python -m govreport` do what the command `govreport` does."""

import sys

from govreport.command_line import main

if __name__ == "__main__":
    sys.exit(main())
