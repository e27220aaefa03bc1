"""Feed one door of the library with bytes that atheris makes, until it lets a wrong error out.

    python -m pip install '.[fuzz]'
    python -m tests.fuzz.harness html -max_total_time=1800

The doors are the formats that are read, detection and normalising. Whatever follows is handed to libFuzzer
(https://llvm.org/docs/LibFuzzer.html). The seeds are our own form in each format and small
reports; a find is written to `crash-…` or `slow-unit-…` in the current directory.
"""

import io
import sys
import tempfile
import warnings
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["govreport"]):
    import govreport
    import govreport.arrange
    import govreport.json_form
    import govreport.readers.docx
    import govreport.readers.html
    import govreport.readers.pdf
    import govreport.readers.pipe_text
    import govreport.readers.tab_text
    import govreport.recognise
    import govreport.translators.open_document
    import govreport.translators.web_archive
    import govreport.translators.word_binary
    import govreport.translators.word_xml
    import govreport.writers.docx
    import govreport.writers.html
    from govreport.detection import FORMATS, detect
    from govreport.errors import ReportError
    from govreport.limits import Limits
    from govreport.normalise import driver

from tests.fuzz.doors import DOORS
from tests.fuzz.seeds import seeds

LIMITS = Limits(input_bytes=1 << 20, table_cells=20_000, document_cells=20_000)


def one_input(door: str) -> Callable[[bytes], None]:
    """Return what is done with each input: read it, and write what was read in one format.

    The length chooses the format, so that each is written; JSON is read back and must be equal.
    """

    def feed(data: bytes) -> None:
        try:
            if door == "normalising":
                repair(data.decode("utf-8", "ignore"))
                return
            if door == "detection":
                detect(data)
                return
            document = govreport.loads(data, door, LIMITS)
        except ReportError:
            return
        target = FORMATS[len(data) % len(FORMATS)]
        written = govreport.dumps(document, target)
        if target == "json" and govreport.loads(written, "json") != document:
            raise AssertionError("what was written as JSON reads as something else")

    return feed


def repair(text: str) -> None:
    """Normalise a text, and what came of it: no step may fail.

    That a second time changes nothing is asked of text by `tests.normalise.fuzz`; of bytes at random,
    of which some are damage upon damage, the first time may leave what the second then proves.
    """
    driver._FAILURES = ()
    govreport.normalize_text(govreport.normalize_text(text))


def inside_archives(data: bytes, size: int, seed: int) -> bytes:
    """Change one member of an archive rather than the packed bytes, as libFuzzer's own does."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as source:
            members = {name: source.read(name) for name in source.namelist()}
    except (
        zipfile.BadZipFile,
        zlib.error,
        NotImplementedError,
        OSError,
        RuntimeError,
        ValueError,
    ):
        return atheris.Mutate(data, size)
    name = sorted(members)[seed % len(members)] if members else "word/document.xml"
    members[name] = atheris.Mutate(members.get(name, b""), size)
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as written:
        for member, content in members.items():
            written.writestr(member, content)
    packed = target.getvalue()
    return packed if len(packed) <= size else data[:size]


def main() -> None:
    door = sys.argv.pop(1)
    if door not in DOORS:
        sys.exit(f"there is no door {door}; the doors are {', '.join(DOORS)}")
    warnings.simplefilter("error")
    folder = Path(tempfile.mkdtemp(prefix=f"govreport-fuzz-{door}-"))
    for number, seed in enumerate(seeds(door)):
        (folder / f"seed-{number}").write_bytes(seed)
    arguments = [
        sys.argv[0],
        "-timeout=5",
        "-max_len=262144",
        "-rss_limit_mb=700",
        *sys.argv[1:],
        str(folder),
    ]
    mutator = {"custom_mutator": inside_archives} if door in ("docx", "odt") else {}
    atheris.Setup(arguments, one_input(door), **mutator)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
