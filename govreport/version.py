"""The version of the package, as written into files; `govreport.__version__` is the same."""

__version__ = "0.1.0"
