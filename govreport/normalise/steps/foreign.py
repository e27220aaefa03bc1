"""Text with its own punctuation within Chinese: addresses, code, references, English, ratios.

Half-width marks in these are correct, whatever characters touch them.
"""

import re
from collections.abc import Iterator

from govreport.expressions import expression
from govreport.normalise.characters import IDEOGRAPH

_ADDRESS = expression(
    # Addresses end before punctuation that is followed by none of their own characters.
    r"(?:https?|ftp)://[A-Za-z0-9\-._~:/?#\[\]@!$&'*+,;=%]*[A-Za-z0-9\-_~/#&=%]"
    r"|www\.[A-Za-z0-9\-._~:/?#@&=+%]*[A-Za-z0-9\-_~/#&=%]"
    r"|[A-Za-z0-9._+\-]{1,64}@[A-Za-z0-9\-.]{1,250}[A-Za-z0-9]"
    r"|&(?:[A-Za-z][A-Za-z0-9]{1,31}|#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6});"
    r"|[A-Za-z]:\\[^\s，。；]*"
)
_FILE = expression(
    r"[^\s，。；：、“”‘’《》<>|*\"']{1,80}\.(?:docx?|xlsx?|pptx?|pdf|wps|ofd|et|txt|csv|json|xml|html?|zip|rar|7z|jpe?g|png|gif|tiff?|mp[34]|py|sql|exe|apk)(?![A-Za-z0-9])",
    re.IGNORECASE,
)
_CODE = expression(
    # Objects, calls with strings or assignments in them, tags, what stands in backticks.
    r"\{[^{}\n]{0,400}[\"'=;:][^{}\n]{0,400}\}"
    r"|[A-Za-z_][A-Za-z0-9_.]{0,80}\([^()\n]{0,200}[\"'=][^()\n]{0,200}\)"
    r"|`[^`\n]{0,400}`|</?[A-Za-z!][^<>\n]{0,400}>"
    # Members of an object or a record without its braces: "标题":"年报","页数":12
    r"|(?:[\"'][^\"'\n]{1,60}[\"']\s?[:=]\s?(?:[\"'][^\"'\n]{0,200}[\"']|-?[0-9.]+|true|false|null|\[[^\[\]\n]{0,200}\])\s?,?\s?)+"
    r"|\[(?:\s?(?:[\"'][^\"'\n]{0,60}[\"']|-?[0-9.]+)\s?,?){2,20}\]"
    # Names that are given values, and formulae of spreadsheets.
    r"|(?<![A-Za-z0-9_])[A-Za-z_][A-Za-z0-9_.]{0,40}\s?(?:==?|:=|!=|\+=|<=|>=)\s?[\"'][^\"'\n]{0,200}[\"'];?"
    r"|=[A-Z]{2,12}\([^\n，。；]{0,120}\)"
)
_COMMENT = expression(r"(?:(?<=[;{})\s])|^)(?://|/\*|--|#(?![0-9#]))\s?[^\n]*", re.MULTILINE)
_CODE_BEFORE = expression(r"[;{}=]\s*$|^\s*$")
_QUERY_WORD = r"(?:SELECT|INSERT\s+INTO|UPDATE|DELETE\s+FROM|CREATE\s+(?:TABLE|VIEW|INDEX)|ALTER\s+TABLE|DROP\s+TABLE)"
_QUERY = expression(
    rf"(?<![A-Za-z]){_QUERY_WORD}(?![A-Za-z])[^\n。]*?(?:(?<![A-Za-z])(?:FROM|WHERE|SET|VALUES|ORDER\s+BY|GROUP\s+BY|LIMIT|ADD|AS|ON)(?![A-Za-z])|\()[^\n。；]*?(?:;|(?=[。；\n])|$)",
    re.IGNORECASE | re.MULTILINE,
)
_STATEMENT = expression(
    r"^[ \t]*(?:def|class|if|elif|for|while|return|import|from|with|print|function|const|let|var|public|private|static|try|except|catch|echo)"
    r"(?= ?[^\s，。；、])[^\n。；，]*(?:[({\[][^\n]*|:)$",
    re.MULTILINE,
)
_OPTION = expression(r"(?<= )--?[A-Za-z][A-Za-z-]*[ =](?:\"[^\"\n]*\"|'[^'\n]*')")
_REFERENCE = expression(
    r"^[^\n]*\[(?:[JMDNCPSRGZA]|EB|DB|CP|DS)(?:/(?:OL|CD|MT|DK))?\][^\n]*$", re.MULTILINE
)
"""A line of references by GB/T 7714, which sets half-width marks and names the kind: [J], [EB/OL]."""
_NUMBERED = expression(
    r"^\s*\[[0-9]{1,3}\]\s?[^\n]*[.,]\s?(?:19|20)[0-9]{2}[^\n]*$", re.MULTILINE
)
_RATIO = expression(
    f"[{IDEOGRAPH}A-Za-z]{{1,12}}(?::[{IDEOGRAPH}A-Za-z]{{1,12}}){{1,6}}?\\s?(?:[=＝约为是]|比例为|等于){{1,3}}\\s?[0-9.]+(?:[:：∶][0-9.]+)+"
)
_MAYBE = expression(r"[/@&\\{`<=:\[\].]|www|[A-Za-z0-9_]\(|[A-Za-z]{2}|--|#")

_SENTENCE = expression("[^。！？；\n]+")
_LATIN_WORD = expression("[A-Za-z]+(?:['’-][A-Za-z]+)*")
_IDEOGRAPHS = expression(f"[{IDEOGRAPH}]+")
_FUNCTION_WORDS = frozenset(
    "the of to and in is are was were be been a an as for on with that this it by at from or which shall must may not"
    " has have had will can its their they he she we you i his her our your but if than".split()
)


def foreign(text: str) -> list[tuple[int, int]]:
    """Return the stretches of a text whose punctuation is their own, in order and apart."""
    if not _MAYBE.search(text):
        return []
    spans: list[tuple[int, int]] = []
    for pattern in (
        _ADDRESS,
        _FILE,
        _CODE,
        _QUERY,
        _STATEMENT,
        _OPTION,
        _REFERENCE,
        _NUMBERED,
        _RATIO,
    ):
        spans += [match.span() for match in pattern.finditer(text)]
    spans += _comments(text)
    spans += _english(text)
    return _merged(spans)


def _comments(text: str) -> Iterator[tuple[int, int]]:
    """Yield the comments of code: after a statement, or a line that begins as one."""
    for match in _COMMENT.finditer(text):
        line = text[text.rfind("\n", 0, match.start()) + 1 : match.start()]
        if _CODE_BEFORE.search(line) and not match[0].startswith(("---", "----")):
            yield match.span()


def _english(text: str) -> Iterator[tuple[int, int]]:
    """Yield the sentences that are English with Chinese words in them."""
    plain = _ADDRESS.sub(lambda match: " " * len(match[0]), text)
    for match in _SENTENCE.finditer(plain):
        words = _LATIN_WORD.findall(match[0])
        if len(words) < 3:
            continue
        chinese = sum(map(len, _IDEOGRAPHS.findall(match[0])))
        grammar = sum(word.lower() in _FUNCTION_WORDS for word in words)
        letters = sum(map(len, words))
        if (grammar >= 2 and len(words) * 2 > chinese) or letters > 3 * chinese:
            yield match.span()


def _merged(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    result: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if result and start <= result[-1][1]:
            result[-1] = (result[-1][0], max(end, result[-1][1]))
        else:
            result.append((start, end))
    return result
