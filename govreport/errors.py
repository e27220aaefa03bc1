"""The errors that govreport raises, all derived from one base.

A message says what was wrong, where, and what to do about it. Doubts that leave a usable
document are not errors but `govreport.Diagnostic`s on that document.
"""

from typing import ClassVar

from govreport.wording import LANGUAGES, Language, localized


class ReportError(Exception):
    """Base of the errors about sources, documents, targets and missing libraries.

    The text is English, except for a `FormError`, which has the language given to `fill`.
    A file that cannot be opened raises Python's `OSError`, a key that is not in a table `KeyError`.
    """

    code: ClassVar[str] = "error"
    """What is wrong, in a word that does not change: one for each class."""

    def localized(self, language: Language = "zh") -> str:
        """Return the error's text in Chinese ("zh") or in English ("en").

        A text that the catalogue does not know, such as that of an error raised by a user's rule,
        comes after the meaning of its code.
        """
        text = str(self)
        said = localized(text, language)
        if language == "en" or said != text:
            return said
        return f"{localized(self.code, language)}：{text}"


class UnknownFormatError(ReportError):
    """The format was not given and could not be detected from the content or the suffix."""

    code = "unknown-format"


class UnreadableSourceError(ReportError):
    """The source is damaged, encrypted, or not what it claims to be."""

    code = "unreadable-source"


class LimitExceededError(UnreadableSourceError):
    """The source is larger or deeper than `govreport.Limits` allows."""

    code = "limit-exceeded"


class InvalidDocumentError(ReportError, ValueError):
    """A part of a document was built from values that no format can carry."""

    code = "invalid-document"


class UnwritableDocumentError(ReportError):
    """The document cannot be written to this target."""

    code = "unwritable-document"


class FormError(ReportError, ValueError):
    """A filled form has errors, and no report is made; the message names each with its cell."""

    code = "wrong-form"


class UnknownRuleError(ReportError, ValueError):
    """No rule of `govreport.rules()` has the id that was to be selected or ignored."""

    code = "unknown-rule"


class MissingExtraError(ReportError, ImportError):
    """The call needs a library that is not installed; the message names the extra that brings it."""

    code = "missing-extra"


def require_language(language: str) -> None:
    """Raise `ReportError` where a function is asked for a language that nothing is said in."""
    if language not in LANGUAGES:
        raise ReportError(f"there is no language {language!r}; it is 'en' or 'zh'")
