"""The errors that govreport raises, all below one base.

A message says what was wrong, where, and what to do about it. Doubts that leave a usable
document are not errors but `govreport.Diagnostic`s on that document.
"""


class ReportError(Exception):
    """Base of every error that govreport raises on purpose."""


class UnknownFormatError(ReportError):
    """The format was not given and could not be told from the content or the suffix."""


class UnreadableSourceError(ReportError):
    """The source is damaged, encrypted, or not what it claims to be."""


class LimitExceededError(UnreadableSourceError):
    """The source is larger or deeper than `govreport.Limits` allows."""


class InvalidDocumentError(ReportError, ValueError):
    """A part of a document was built from values that no format can carry."""


class UnwritableDocumentError(ReportError):
    """The document cannot be written to this target."""


class FormError(ReportError, ValueError):
    """A filled form has errors, each named with its cell; nothing is made of it."""


class UnknownRuleError(ReportError, ValueError):
    """No rule of `govreport.rules()` has the id that was to be selected or ignored."""


class MissingExtraError(ReportError, ImportError):
    """What was asked for needs a library that is not installed; the message names its extra."""
