"""Count what becomes of broken files: the table in docs/security.md.

    python -m tests.hostile.outcomes

Every file is made from the shipped example, or is of another kind; each must give a document,
with diagnostics or without, or a `ReportError`.
"""

import random
import sys
from collections import Counter
from collections.abc import Iterator

import govreport
from tests.fuzz.seeds import report
from tests.hostile.broken import KINDS, cut, declared, flipped, in_members, text_of, word_file

COLUMNS = (
    "document",
    "document with warnings",
    "UnreadableSourceError",
    "LimitExceededError",
    "UnknownFormatError",
    "anything else",
)
SOURCES = ("docx", "html", "pipe", "tab", "json", None)


def damages() -> Iterator[tuple[str, str | None, bytes]]:
    """Yield each broken file with the kind of its damage and the format it is given as."""
    choice = random.Random(8)  # noqa: S311
    word = word_file()
    yield from (("Word file cut at each percent", "docx", each) for each in cut(word, 1))
    for damage, data in in_members(word):
        yield f"a member {damage}", "docx", data
    yield from (("Word file, a bit flipped", "docx", each) for each in flipped(word, 400, choice))
    for source in ("html", "pipe", "tab", "json"):
        text = text_of(report(), source)
        yield from ((f"{source} cut at each percent", source, each) for each in cut(text, 1))
        bits = flipped(text, 200, choice)
        yield from ((f"{source}, a bit flipped", source, each) for each in bits)
    for each in declared(text_of(report(), "html")):
        yield "page declaring another encoding", "html", each
    for data in KINDS.values():
        for source in SOURCES:
            yield "file of another kind, each format", source, data
    for written in ("docx", "html", "pipe", "tab", "json"):
        data = word if written == "docx" else text_of(report(), written)
        for source in SOURCES[:-1]:
            if source != written:
                yield "report given as another format", source, data


def outcome(source: str | None, data: bytes) -> str:
    """Return the column of the table that a file belongs to."""
    try:
        document = govreport.loads(data, source)
    except govreport.ReportError as error:
        name = type(error).__name__
        return name if name in COLUMNS else COLUMNS[-1]
    except Exception:
        return COLUMNS[-1]
    warned = any(each.severity == "warning" for each in document.diagnostics)
    return COLUMNS[warned]


def main() -> int:
    """Print the table; return 1 where anything else than a document or a ReportError came out."""
    counts: dict[str, Counter[str]] = {}
    for damage, source, data in damages():
        counts.setdefault(damage, Counter())[outcome(source, data)] += 1
    lines = [("damage", "files", *COLUMNS), ("---",) * (len(COLUMNS) + 2)]
    lines += [
        (damage, str(found.total()), *(str(found[column]) for column in COLUMNS))
        for damage, found in counts.items()
    ]
    sys.stdout.writelines(f"| {' | '.join(line)} |\n" for line in lines)
    return int(any(found[COLUMNS[-1]] for found in counts.values()))


if __name__ == "__main__":
    sys.exit(main())
