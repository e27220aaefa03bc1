"""Strategies for texts: canonical ones, damaged ones, and ones that no document can hold."""

from hypothesis import strategies as st

from govreport.model.text import clean_text, one_line

XML_CHARACTERS = st.characters(
    min_codepoint=0x20,
    exclude_categories=["Cs"],
    exclude_characters="\ufffe\uffff",
    include_characters="\t\n",
)
"""Every character that XML 1.0 can carry but the carriage return, which is not a canonical one."""

WHITE_SPACE = "\t\n\r \u00a0\u1680\u2003\u2028\u2029\u202f\u205f\u3000\u0085"

AWKWARD_CHARACTERS = (
    "\t\n  \u00a0\u3000\u2003\u0085\u2028\u2029\u200b\u200d\u200e\u200f\u202e\u2066\u2069\ufeff"
    "\u00ad\u0301\u20dd\ufe0f\U0001f468\U00020bb7\U000e0101\ue000\ufffd\x7f\x9f"
    "|\\#<>&\"'`*_-—/~[](){}=+.,;:!?$%^@0１一、（）。“”…·年月日"
)
"""Characters that some format gives a meaning, or some reader trims, joins or drops."""

AWKWARD_TEXTS = (
    # markup, and ends of markup
    *("]]>", "<![CDATA[", "<!-- -->", "<script>", "</td></tr></table>", "<p>甲</p>", "<"),
    *("&amp;", "&#0;", "&nbsp;", "&lt", "&"),
    # escapes: Word's, those of programming languages, and our own
    *("_x000D_", "_x005F_", "\\", "\\\\", "\\n", "\\t", "\\|", "\\}", "\\u4e00"),
    *("\\(2x3)", "\\[ 1 \\, 2 \\; 3 \\]", "\\{heading 2}甲", "\\table{table}", "\\=year 2023"),
    *("\\date 2024-01-20", "\\publisher 甲", "\\govreport 1 pipe", "\\govreport 1 tab"),
    *("{{heading 2}}", "{{govreport}}", "govreport:", "section overview", '{"format": 1}'),
    # rows of tables, and what comes near them
    *("| a | b |", "| 规章 | 0 | 0 |", "|---|---|", "a |", "| a", "a | b", "||", "|"),
    *("a\tb", "\ta", "a\n\tb", "规章\t0\t0", "a  b"),
    *("a,1,2,3\nb,4,5,6\nc,7,8,9", "['a', '1']\n['b', '2']", '[["a", 1], ["b", 2]]'),
    # other text formats, and the marks of extraction programs
    *("# heading", "#", "- item", "* * *", "---", "```", "> a", "**a**", "[a](b)"),
    *("[bookmark: _GoBack]", "[image: 图]", "Page 1", "- 1 -"),
    # marks that combine with what stands before them, where nothing does
    *("\u0301甲", "\u20dd", "\ufe0f1"),
    # line breaks
    *("a\nb", "a\n\nb", "a\n \nb", "a\t\n\tb", "一\n二"),
    # headings, labels, numbers, dates
    *("（一）主动公开", "1.属于秘密", "规章", "总计", "0", "-35", "1,234", "/"),
    *("甲县乙镇2023年政府信息公开工作年度报告", "2024年1月20日", "2024-01-20"),
    "本年度共受理申请 12 件，均已按期答复。",
)
"""Texts that look like the marks of a format, or like what recognition looks for."""

_SLIPS = (
    "\ufffd",
    "锟斤拷",
    "鏀垮簻",
    "Ã©",
    "\ufeff",
    "\u200b",
    "（zhèn）",
    "??",
    "&nbsp;",
    "\\r",
)
"""What is left of a text that was decoded, copied or escaped wrongly."""


def texts() -> st.SearchStrategy[str]:
    r"""Return a strategy for canonical texts: not blank, trimmed, broken by `\\n` only.

    They hold any character that XML can carry, and often look like something that they are not.
    """
    return (
        st.lists(_pieces(), min_size=1, max_size=3)
        .map(lambda pieces: clean_text("".join(pieces), "a text"))
        .map(lambda text: text or "文")
    )


def lines() -> st.SearchStrategy[str]:
    """Return a strategy for canonical texts of one line, not blank."""
    return texts().map(lambda text: one_line(text, "a line"))


def damaged_texts() -> st.SearchStrategy[str]:
    """Return a strategy for texts as files in the wild hold them, which the model makes canonical.

    They have white space of any sort at their ends and line breaks of any system, doubled words
    and what wrong decoding leaves. They are not blank and hold nothing that XML cannot carry.
    """
    space = st.text(st.sampled_from(WHITE_SPACE), max_size=3)
    piece = st.one_of(texts(), st.sampled_from(_SLIPS), space)
    middle = st.lists(piece, max_size=4).map("".join)
    return st.tuples(space, texts(), middle, space).map("".join)


def forbidden_texts() -> st.SearchStrategy[str]:
    """Return a strategy for texts with a character that XML cannot carry; the model refuses them."""
    forbidden = st.one_of(
        st.characters(max_codepoint=0x1F, exclude_characters="\t\n\r"),
        st.sampled_from("\ufffe\uffff"),
        st.characters(categories=["Cs"]),
    )
    return st.tuples(st.one_of(st.just(""), texts()), forbidden, texts()).map("".join)


def _pieces() -> st.SearchStrategy[str]:
    return st.one_of(
        st.text(XML_CHARACTERS, max_size=12),
        st.text(st.sampled_from(AWKWARD_CHARACTERS), max_size=8),
        st.sampled_from(AWKWARD_TEXTS),
    )
