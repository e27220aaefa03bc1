"""Replace a target only when it is complete: it is written to a file beside the target first."""

import errno
import os
from pathlib import Path


def replace_file(path: Path, data: bytes) -> None:
    """Write a file next to the target, then replace it, so that no half-written file is left.

    A target that is not a regular file, such as a pipe or a device, is written to as it is. Raises
    `OSError` of the file system, which names the target, then leaving the earlier file and nothing
    else.
    """
    if not path.parent.exists():
        said = "there is no such folder; make it first"
        raise FileNotFoundError(errno.ENOENT, said, os.fspath(path.parent))
    try:
        _replace(path, data)
    except OSError as error:
        if error.errno is None:
            raise
        # The file being written was the temporary one, which the user does not know.
        raise OSError(error.errno, error.strerror, os.fspath(path)) from error


def _replace(path: Path, data: bytes) -> None:
    if path.exists() and not path.is_file():
        path.write_bytes(data)
        return
    mode = path.stat().st_mode & 0o777 if path.exists() else None
    # A new file with the permissions of any new file of this process.
    target = path.resolve() if path.is_symlink() else path
    temporary = target.with_name(f".{path.name[:40]}.{os.urandom(8).hex()}")
    file = temporary.open("xb")
    try:
        with file:
            file.write(data)
        if mode is not None:
            temporary.chmod(mode)
        temporary.replace(target)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
