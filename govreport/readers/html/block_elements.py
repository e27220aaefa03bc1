"""Headings, lists and other elements that begin and end paragraphs (the HTML standard, 4.3 to 4.5)."""

from collections.abc import Callable

from lxml import etree

from govreport.readers.html.flow import BREAK, PRESERVED
from govreport.readers.html.inline_style import read_style
from govreport.readers.html.lists import ordered_list
from govreport.readers.html.places import End, Places, each

_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_LOWERED = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")
_JOINTS = {"mfrac": "/", "msup": "^", "msub": "_"}
HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))


def heading_level(tag: str, stated: str | None) -> int:
    """Return the level of a heading; `aria-level` outranks its tag (WAI-ARIA 1.2, 6.6)."""
    if stated is not None and (number := stated.strip()).isdecimal() and len(number) < 4:
        return min(max(int(number), 1), 10) - 1
    return int(tag[1]) - 1 if tag in HEADINGS else 1


def join_parts(root: etree._Element) -> None:
    """Part the two parts of each fraction or power, which are not beside one another."""
    for element in root.iter(*_JOINTS):
        if len(element) > 1:
            joint = _JOINTS[element.tag]
            element[0].tail = (element[0].tail or "").strip() + joint


class BlockReader(Places):
    """The handlers of blocks: each takes the number of an element and returns how it ends."""

    def _start_heading(self, _number: int, *, level: int) -> End:
        self._end_paragraph()
        flow = self._flow
        outer = flow.level
        flow.level = level

        def end() -> None:
            self._end_paragraph()
            flow.level = outer

        return end

    def _break(self, _number: int) -> End:
        self._flow.pieces.append(BREAK)
        return None

    def _start_preformatted(self, _number: int) -> End:
        self._end_paragraph()
        flow = self._flow
        outer = flow.white_space
        flow.white_space = PRESERVED

        def end() -> None:
            self._end_paragraph()
            flow.white_space = outer

        return end

    def _start_ordered(self, number: int) -> End:
        self._end_paragraph()
        element = self._elements[number]
        style = element.get("style")
        self._lists.append(ordered_list(element, read_style(style).list_style if style else None))
        return self._end_list

    def _start_unordered(self, _number: int) -> End:
        self._end_paragraph()
        self._lists.append(None)
        return self._end_list

    def _end_list(self) -> None:
        self._end_paragraph()
        self._lists.pop()

    def _start_item(self, number: int) -> End:
        self._end_paragraph()
        counted = self._lists[-1] if self._lists else None
        if counted is None or self._own:
            return self._end_paragraph
        element = self._elements[number]
        style = element.get("style")
        own_style = read_style(style).list_style if style else None
        self._flow.prefix += counted.number(element.get("value"), own_style)
        return self._end_item

    def _start_article(self, number: int) -> End:
        self._end_paragraph()
        articles = int(self._elements[number].tag == "article")
        self._articles += articles
        self._sections += 1

        def end() -> None:
            self._end_paragraph()
            self._articles -= articles
            self._sections -= 1

        return end

    # Inline elements that add to the text

    def _start_raised(self, _number: int) -> End:
        return self._start_script(_RAISED)

    def _start_lowered(self, _number: int) -> End:
        return self._start_script(_LOWERED)

    def _start_script(self, digits: dict[int, int]) -> End:
        # A raised digit beside another one must not become part of its number.
        flow = self._flow
        outer = flow.scripts
        flow.scripts = digits

        def end() -> None:
            flow.scripts = outer

        return end

    def _start_quotation(self, _number: int) -> End:
        self._flow.add("“")
        return lambda: self._flow.add("”")

    def _start_root(self, _number: int) -> End:
        self._flow.add("√")
        return None


BLOCKS: dict[str, Callable[[BlockReader, int], End]] = {
    **each(
        "html body address blockquote center dialog dd details dir div dl dt fieldset figcaption"
        " figure form hgroup hr legend listing marquee menu optgroup option p plaintext search"
        " summary xmp caption thead tbody tfoot tr td th",
        to=BlockReader._start_block,
    ),
    **each("article main section", to=BlockReader._start_article),
    **each("pre listing xmp plaintext", to=BlockReader._start_preformatted),
    **each("ul menu dir", to=BlockReader._start_unordered),
    "ol": BlockReader._start_ordered,
    "li": BlockReader._start_item,
    "br": BlockReader._break,
    "sup": BlockReader._start_raised,
    "sub": BlockReader._start_lowered,
    "q": BlockReader._start_quotation,
    **each("msqrt mroot", to=BlockReader._start_root),
}
"""What begins each element that is not inline, or adds to the text."""
