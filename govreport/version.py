"""The version of the package, for what is written with it; `govreport.__version__` is the same."""

__version__ = "0.1.0"
