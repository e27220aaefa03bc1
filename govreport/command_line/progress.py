"""The progress of a command that works on many files, on a terminal with tqdm."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from govreport.wording import Language, localized


@contextmanager
def progress(total: int, language: Language) -> Iterator[Callable[[int], object] | None]:
    """Show the progress, rate and remaining time; yield the function to call for files done.

    That is None if nothing is shown: for a single file, off a terminal, and without tqdm.
    """
    if total < 2 or not sys.stderr.isatty():
        yield None
        return
    try:
        from tqdm import tqdm
    except ImportError:
        yield None
        return
    unit = localized(" files", language)
    with tqdm(total=total, unit=unit, smoothing=0.05) as bar:
        yield bar.update
