"""The catalogue of messages in Chinese and English.

What the package says of a file, a document or its own options is written in English where it
arises, and that English is the key under which `chinese` has it in Chinese, as in gettext. What
rules and pages say is in `rules` and `phrases`, both languages side by side. This module loads neither
language's texts: those who say something only in English need no Chinese.
"""

import os
from collections.abc import Mapping
from typing import Literal, get_args

Language = Literal["en", "zh"]
LANGUAGES: tuple[Language, ...] = get_args(Language)

_VARIABLES = ("GOVREPORT_LANG", "LC_ALL", "LC_MESSAGES", "LANG")
"""What names the language in the environment, the first of them that is set (POSIX.1, 8.2)."""


def language_of(option: str | None = None) -> Language:
    """Return the language asked for, else that of the environment: Chinese for `zh`, else English.

    The environment's is that of `GOVREPORT_LANG`, else of the locale.
    """
    if option is None:
        option = next((os.environ[name] for name in _VARIABLES if os.environ.get(name)), "")
    return "zh" if option.lower().startswith("zh") else "en"


def localized(text: str, language: Language, names: Mapping[str, str] | None = None) -> str:
    """Return what the package says in English in a language; what it never says stays as it is.

    `names` gives what keys, such as those of the statute, are called in that language.
    """
    if language == "en" or not text:
        return text
    from govreport.wording.localization import in_chinese

    found = in_chinese(text, names or {})
    return text if found is None else found


def localized_place(text: str, language: Language, names: Mapping[str, str] | None = None) -> str:
    """Return the name of a place, such as `line 3`, in a language; `names` as in `localized`."""
    if language == "en" or not text:
        return text
    from govreport.wording.localization import place_in_chinese

    return place_in_chinese(text, names or {})


def is_said(text: str) -> bool:
    """Whether a text is one that the package says, so that `localized` has it in Chinese."""
    from govreport.wording.localization import in_chinese

    return in_chinese(text, {}) is not None


def phrase(key: str, language: Language, /, **fields: object) -> str:
    """Return a phrase of `phrases.PHRASES` in a language, its fields filled in."""
    from govreport.wording.phrases import PHRASES

    return PHRASES[key][LANGUAGES.index(language)].format_map(fields)


def message_of(key: str, language: Language, fields: Mapping[str, object]) -> str:
    """Return the message of a rule, or of those it is among, in a language, its fields filled in.

    It is blank if `rules.MESSAGES` has none.
    """
    from govreport.wording.rules import MESSAGES

    while key not in MESSAGES and "." in key:
        key = key.rpartition(".")[0]
    if key not in MESSAGES:
        return ""
    return MESSAGES[key][LANGUAGES.index(language)].format_map(fields)
