"""Messages of the command: one line on the standard error, without control sequences.

Characters that would control the terminal instead of showing on it are printed as escapes.
"""

import sys
import unicodedata

from govreport.errors import ReportError
from govreport.wording import Language, language_of, localized

_BIDIRECTIONAL_CONTROLS = frozenset(
    "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
)
"""The characters with the property Bidi_Control (Unicode Standard Annex 9, section 2)."""


def say(message: str, language: Language | None = None) -> None:
    """Print one line on the standard error, after the program's name.

    `message` is in English; it is translated into the language, by default that of the environment.
    """
    said = localized(message, language or language_of())
    line = f"govreport: {' '.join(visible(said).split())}"
    if (shown := sys.modules.get("tqdm")) is None:
        print(line, file=sys.stderr)
        return
    with shown.tqdm.external_write_mode(file=sys.stderr):  # next to the progress of the command
        print(line, file=sys.stderr)


def told(error: ReportError | OSError, language: Language, name: str = "") -> str:
    """Return what is wrong with a file, after its name if that is given or known."""
    if isinstance(error, ReportError):
        said = error.localized(language)
        return behind_name(name, said, language)
    said = localized(error.strerror or str(error), language)
    name = name or (str(error.filename) if error.filename else "")
    return behind_name(name, said, language)


def behind_name(name: str, said: str, language: Language) -> str:
    """Return what is said of a file behind its name, which it may begin with already."""
    if not name or said.startswith(name):
        return said
    return f"{name}：{said}" if language == "zh" else f"{name}: {said}"


def counted(number: int, noun: str) -> str:
    """Return a number with its noun, in the plural if it is not one."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def visible(text: str) -> str:
    r"""Return a text without characters that control a terminal, such as `\\x9b`; `\\n` stays."""
    return "".join(
        character if not _steers(character) else ascii(character)[1:-1] for character in text
    )


def visible_json(printed: str) -> str:
    r"""Return equivalent JSON without characters that control a terminal.

    Such characters stand in strings alone, where JSON has the escape `\\u009b` (RFC 8259,
    section 7).
    """
    return "".join(
        character if not _steers(character) else f"\\u{ord(character):04x}"
        for character in printed
    )


def _steers(character: str) -> bool:
    if character == "\n":
        return False
    return (
        unicodedata.category(character) in ("Cc", "Cs", "Zl", "Zp")
        or character in _BIDIRECTIONAL_CONTROLS
    )
