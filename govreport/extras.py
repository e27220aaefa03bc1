"""Optional libraries, each installed by an extra and imported when it is first used."""

from importlib import import_module
from typing import Any

from govreport.errors import MissingExtraError


def optional(module: str, extra: str) -> Any:
    """Return a module that an extra of govreport installs; `MissingExtraError` if it is absent."""
    try:
        return import_module(module)
    except ImportError as error:
        raise MissingExtraError(
            f"this needs {module.partition('.')[0]}, which comes with the extra {extra!r}:"
            f" pip install 'govreport[{extra}]'"
        ) from error
