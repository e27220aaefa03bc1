"""The page around what is shown: self-contained, without scripts, every text escaped."""

from collections.abc import Iterable
from html import escape
from importlib.resources import files

from govreport.wording import Language, phrase

_LANGUAGES: dict[Language, str] = {"en": "en", "zh": "zh-CN"}


def page(title: str, language: Language, content: Iterable[str], *, framed: bool = False) -> str:
    """Return a whole page: `content` is markup, `title` a text.

    One that is `framed` in a notebook has narrow margins and no footer.

    Its policy (Content Security Policy, level 3) forbids scripts and anything from elsewhere.
    """
    style = files("govreport.pages").joinpath("page.css").read_text("utf-8")
    return "\n".join(
        (
            "<!DOCTYPE html>",
            f'<html lang="{_LANGUAGES[language]}">',
            "<head>",
            '<meta charset="utf-8">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            '<meta http-equiv="Content-Security-Policy"'
            " content=\"default-src 'none'; style-src 'unsafe-inline'\">",
            f"<title>{escape(' '.join(title.split()))}</title>",
            f"<style>\n{style}</style>",
            "</head>",
            '<body class="framed">' if framed else "<body>",
            "<main>",
            *content,
            "</main>",
            "" if framed else f"<footer>{escape(phrase('made_by', language))}</footer>",
            "</body>",
            "</html>",
            "",
        )
    )


def text(printed: str) -> str:
    """Return a text as markup: inert, with its own direction, its line breaks kept."""
    return f"<bdi>{escaped(printed)}</bdi>"


def escaped(printed: str) -> str:
    """Return a text as markup with its line breaks kept."""
    return "<br>".join(escape(line) for line in printed.split("\n"))


def element(name: str, content: str, **attributes: str) -> str:
    """Return an element around markup; an attribute's trailing underscore is dropped (`class_`)."""
    given = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{escape(value)}"'
        for key, value in attributes.items()
        if value
    )
    return f"<{name}{given}>{content}</{name}>"


def scrolled(rows: Iterable[str], looks: str = "facts") -> str:
    """Return rows as a table that scrolls by itself where the page is narrow."""
    table = element("table", "\n".join(rows))
    return element("div", table, class_=f"scroll {looks}".rstrip(), tabindex="0")


def tag(kind: str, language: Language, key: str = "") -> str:
    """Return a kind of change as a tag that says so, in the words of another key if it is given."""
    return element("span", escaped(phrase(key or kind, language)), class_=f"tag {kind}")
