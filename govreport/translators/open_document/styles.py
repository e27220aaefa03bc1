"""What styles of an OpenDocument text say: what is hidden, struck, raised, and how lists count."""

from dataclasses import dataclass
from xml.sax.saxutils import quoteattr

from lxml import etree

from govreport.model.text import FORBIDDEN_CHARACTER
from govreport.translators.open_document.names import OFFICE, STYLE, TEXT, count

_NUMBER_FORMATS = {
    "1": "decimal",
    "a": "lowerLetter",
    "A": "upperLetter",
    "i": "lowerRoman",
    "I": "upperRoman",
    "": "none",
    "一, 二, 三, ...": "chineseCountingThousand",
    "イ, ロ, ハ, ...": "iroha",
    "①, ②, ③, ...": "decimalEnclosedCircle",
    "甲, 乙, 丙, ...": "ideographTraditional",
    "子, 丑, 寅, ...": "ideographZodiac",
    "壹, 貳, 參, ...": "ideographLegalTraditional",
    "壹, 贰, 叁, ...": "chineseLegalSimplified",
    "１, ２, ３, ...": "decimalFullWidth",
}
"""The number formats of OpenDocument (part 3, 20.322), and those that LibreOffice writes besides."""
_HEADING = "heading "


@dataclass(frozen=True, slots=True)
class Look:
    """How a piece of text is displayed, as far as it matters."""

    hidden: bool = False
    struck: bool = False
    script: str = ""

    def markup(self) -> str:
        """Return the same as properties of a run."""
        script = f'<w:vertAlign w:val="{self.script}"/>' if self.script else ""
        hidden = '<w:vanish w:val="1"/>' if self.hidden else ""
        return hidden + ('<w:strike w:val="1"/>' if self.struck else "") + script


class TextStyles:
    """The styles of one text, those made automatically and those with names."""

    def __init__(self, *roots: etree._Element) -> None:
        self._styles: dict[tuple[str, str], etree._Element] = {}
        self._automatic: set[tuple[str, str]] = set()
        self._lists: dict[str, etree._Element] = {}
        self._used: dict[str, str] = {}
        for root in roots:
            for group in root.iter(f"{OFFICE}automatic-styles", f"{OFFICE}styles"):
                self._add(group, automatic=group.tag == f"{OFFICE}automatic-styles")

    def _add(self, group: etree._Element, *, automatic: bool) -> None:
        for style in group.iterchildren(f"{STYLE}style"):
            key = (style.get(f"{STYLE}family", ""), style.get(f"{STYLE}name", ""))
            self._styles.setdefault(key, style)
            if automatic:
                self._automatic.add(key)
        for style in group.iterchildren(f"{TEXT}list-style", f"{TEXT}outline-style"):
            self._lists.setdefault(style.get(f"{STYLE}name", ""), style)

    def look(self, family: str, name: str, base: Look) -> Look:
        """Return how text of a style is displayed within what is displayed like `base`."""
        hidden, struck, script = base.hidden, base.struck, base.script
        for style in reversed(self._chain(family, name)):
            properties = style.find(f"{STYLE}text-properties")
            if properties is None:
                continue
            display = properties.get(f"{TEXT}display")
            hidden = hidden if display is None else display == "none"
            line = properties.get(f"{STYLE}text-line-through-style")
            kind = properties.get(f"{STYLE}text-line-through-type")
            if line is not None or kind is not None:
                struck = "none" not in (line, kind)
            position = properties.get(f"{STYLE}text-position")
            script = script if position is None else _script(position)
        return Look(hidden, struck, script)

    def hides(self, family: str, name: str) -> bool:
        """Whether a section or other part of that style is not displayed."""
        return any(
            properties.get(f"{TEXT}display") == "none"
            for style in self._chain(family, name)
            for properties in style
        )

    def list_of(self, name: str) -> str:
        """Return the list style that a paragraph style asks for, "" for none."""
        for style in self._chain("paragraph", name):
            stated = style.get(f"{STYLE}list-style-name")
            if stated is not None:
                return stated
        return ""

    def paragraph(self, name: str) -> str:
        """Return the identifier of the style with a name that a paragraph style is made of."""
        for style in self._chain("paragraph", name):
            key = ("paragraph", style.get(f"{STYLE}name", ""))
            if key not in self._automatic:
                shown = style.get(f"{STYLE}display-name") or key[1]
                return self._used.setdefault(shown, f"s{len(self._used)}")
        return ""

    def _chain(self, family: str, name: str) -> list[etree._Element]:
        """Return a style and those that it is based on, itself first."""
        chain: list[etree._Element] = []
        while (style := self._styles.get((family, name))) is not None and len(chain) < 50:
            chain.append(style)
            name = style.get(f"{STYLE}parent-style-name", "")
        return chain

    def markup(self) -> str:
        """Return the paragraph styles that were asked for as those of a Word file."""
        return "".join(
            f'<w:style w:type="paragraph" w:styleId="{identifier}">'
            f"<w:name w:val={quoteattr(FORBIDDEN_CHARACTER.sub('', _word_name(shown)))}/></w:style>"
            for shown, identifier in self._used.items()
        )

    def list_markup(self, name: str, identifier: int) -> str:
        """Return a list style as the definition of a numbering."""
        style = self._lists.get(name)
        levels = "" if style is None else "".join(_level(level) for level in style)
        return f'<w:abstractNum w:abstractNumId="{identifier}">{levels}</w:abstractNum>'


def _word_name(shown: str) -> str:
    return shown.lower() if shown.lower().startswith(_HEADING) else shown


def _script(position: str) -> str:
    """Return which script a `style:text-position` means (part 3, 20.395)."""
    first = position.split()[0] if position.split() else ""
    if first == "super" or (first.endswith("%") and first.strip("%0.") and first[0] != "-"):
        return "superscript"
    return "subscript" if first == "sub" or first.startswith("-") else ""


def _level(level: etree._Element) -> str:
    position = count(level, f"{TEXT}level") - 1
    if level.tag == f"{TEXT}list-level-style-bullet":
        sign = level.get(f"{TEXT}bullet-char", "")
        kind, text = "bullet", sign
    elif level.tag in (f"{TEXT}list-level-style-number", f"{TEXT}outline-level-style"):
        kind = _NUMBER_FORMATS.get(level.get(f"{STYLE}num-format", ""), "decimal")
        text = _number_text(level, position)
    else:
        kind, text = "none", ""
    fonts = level.find(f"{STYLE}text-properties")
    font = "" if fonts is None else fonts.get(f"{STYLE}font-name", "")
    follows = [each.get(f"{TEXT}label-followed-by") for each in level.iter() if each is not level]
    suffix = next((each for each in follows if each), "tab").replace("listtab", "tab")
    start = count(level, f"{TEXT}start-value")
    return (
        f'<w:lvl w:ilvl="{position}"><w:start w:val="{start}"/><w:numFmt w:val="{kind}"/>'
        f"<w:suff w:val={quoteattr(suffix)}/>"
        f"<w:lvlText w:val={quoteattr(FORBIDDEN_CHARACTER.sub('', text))}/>"
        f"<w:rPr><w:rFonts w:ascii={quoteattr(font)}/></w:rPr></w:lvl>"
    )


def _number_text(level: etree._Element, position: int) -> str:
    """Return how a number is printed, each level's place by a per cent sign."""
    newer = next(
        (str(value) for name, value in level.items() if str(name).endswith("}num-list-format")),
        "",
    )
    if newer:
        return _places(newer)
    if not level.get(f"{STYLE}num-format", ""):
        shown = ""
    else:
        levels = min(count(level, f"{TEXT}display-levels"), position + 1)
        shown = ".".join(f"%{each + 1}" for each in range(position + 1 - levels, position + 1))
    return level.get(f"{STYLE}num-prefix", "") + shown + level.get(f"{STYLE}num-suffix", "")


def _places(text: str) -> str:
    """Return LibreOffice's format of a number, `%1%.%2%`, without the second sign of each place."""
    for place in range(1, 11):
        text = text.replace(f"%{place}%", f"%{place}")
    return text
