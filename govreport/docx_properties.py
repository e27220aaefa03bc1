"""The vocabulary of a Word file's properties that its reader and its writer share."""

CORE_HINTS = ("title", "creator")
"""The core properties that say what the file is and whose (ECMA-376-2, section 11)."""

_PROGRAM_TITLES = frozenset(
    {"word document", "microsoft word document", "microsoft word 文档", "untitled", "无标题"}
)
_PROGRAM_AUTHORS = frozenset(
    {
        "administrator", "admin", "apache poi", "docx4j", "microsoft", "microsoft office user",
        "microsoft office 用户", "python-docx", "un-named", "unknown", "user", "windows user",
        "windows 用户", "微软用户",
    }
)  # fmt: skip
_FILLED_IN = dict(zip(CORE_HINTS, (_PROGRAM_TITLES, _PROGRAM_AUTHORS), strict=True))


def is_filled_in(name: str, text: str) -> bool:
    """Whether programs fill that text into a core property unasked, so that it is ignored."""
    return text.lower() in _FILLED_IN[name]


def meant_property(name: str) -> str:
    """Return the custom property that holds a core property's text if it is meant all the same."""
    return f"govreport.{name}"
