"""Sections whose numbers are of several styles, and other headings that stand among them."""

import random
import re

import pytest

import govreport
from govreport.model.document import ReportDocument
from govreport.model.statute import SECTION_HEADINGS

TITLE = "柏溪县云岭镇2022年政府信息公开工作年度报告\n"
ALL = list(SECTION_HEADINGS)
STYLES = {
    "ideographs": "一、 二、 三、 四、 五、 六、",
    "digits": "1. 2. 3. 4. 5. 6.",
    "digits and a pause": "1、 2、 3、 4、 5、 6、",
    "wide digits": "１． ２． ３． ４． ５． ６．",
    "parts": "第一部分 第二部分 第三部分 第四部分 第五部分 第六部分",
    "capitals": "壹、 贰、 叁、 肆、 伍、 陆、",
    "brackets": "（一） （二） （三） （四） （五） （六）",
    "digits in half a bracket": "1） 2） 3） 4） 5） 6）",
    "digits of one character": "⒈ ⒉ ⒊ ⒋ ⒌ ⒍",
    "bracketed digits of one character": "⑴ ⑵ ⑶ ⑷ ⑸ ⑹",
    "Roman": "Ⅰ、 Ⅱ、 Ⅲ、 Ⅳ、 Ⅴ、 Ⅵ、",
    "Roman in Latin letters": "I. II. III. IV. V. VI.",
    "digits filled up": "01 02 03 04 05 06",
    "chapters": "第一章 第二章 第三章 第四章 第五章 第六章",
}
ITEMS = (
    "1.健全制度。成立工作专班。",
    "2.公开信息87条。",
    "（1）公开预算。",
    "（2）公开决算。",
    "①加强学习。",
)


def read(headings: list[str], items: tuple[str, ...] = ITEMS) -> ReportDocument:
    lines = [line for heading in headings for line in (heading, "各项工作有序推进。", *items)]
    return govreport.loads(TITLE + "\n".join(lines) + "\n", "tab")


def kinds(document: ReportDocument) -> list[str]:
    return [section.kind for section in document.sections]


@pytest.mark.parametrize("items", [(), ITEMS])
@pytest.mark.parametrize("seed", range(30))
def test_every_mixture_of_styles_gives_the_six_sections(
    seed: int, items: tuple[str, ...]
) -> None:
    chance = random.Random(seed)  # noqa: S311
    styles = chance.sample(sorted(STYLES), 2)
    if seed % 2:
        # One heading is of another style than all the rest.
        chosen = [styles[0]] * 6
        chosen[chance.randrange(6)] = styles[1]
    else:
        chosen = [chance.choice(styles) for _ in ALL]
    headings = [
        STYLES[style].split()[place] + SECTION_HEADINGS[kind]
        for place, (style, kind) in enumerate(zip(chosen, SECTION_HEADINGS, strict=True))
    ]
    document = read(headings, items)
    assert kinds(document) == ALL
    assert [section.heading for section in document.sections] == headings


LOWER = {
    "parts": ["ideographs", "brackets", "digits", "digits in half a bracket"],
    "ideographs": ["brackets", "digits", "digits in half a bracket", "Roman in Latin letters"],
    "digits": ["digits in half a bracket", "bracketed digits of one character"],
    "brackets": ["digits in half a bracket", "bracketed digits of one character"],
}
"""Styles in which items stand below headings of a style."""


@pytest.mark.parametrize("style", LOWER)
@pytest.mark.parametrize("seed", range(20))
def test_items_that_bear_names_of_sections_are_none(style: str, seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311
    names = [*SECTION_HEADINGS.values()]
    headings = [f"{n}{name}" for n, name in zip(STYLES[style].split(), names, strict=True)]
    lines = []
    for heading in headings:
        lines += [heading, "各项工作有序推进。"]
        numbers = STYLES[chance.choice(LOWER[style])].split()
        for number, name in zip(numbers, chance.sample(names, chance.randrange(4)), strict=False):
            lines += [f"{number}{name}", "按期完成。"]
    document = govreport.loads(TITLE + "\n".join(lines) + "\n", "tab")
    assert [section.heading for section in document.sections] == headings


@pytest.mark.parametrize("missing", ALL)
def test_names_listed_under_a_section_are_none(missing: str) -> None:
    named = [
        f"{n}、{SECTION_HEADINGS[kind]}"
        for n, kind in zip("一二三四五六", SECTION_HEADINGS, strict=True)
    ]
    place = ALL.index(missing)
    headings = [heading for at, heading in enumerate(named) if at != place]
    listed = [
        f"（{n}）{SECTION_HEADINGS[kind]}"
        for n, kind in zip("一二三四五六", SECTION_HEADINGS, strict=True)
    ]
    lines = [headings[0], *listed, "各项工作有序推进。"]
    for heading in headings[1:]:
        lines += [heading, "各项工作有序推进。"]
    document = govreport.loads(TITLE + "\n".join(lines) + "\n", "tab")
    assert kinds(document) == [kind for kind in ALL if kind != missing]


GLUED = ["12件", "35.5万元", "7", "0条", "无。", "3个", "128元"]


@pytest.mark.parametrize("end", GLUED)
@pytest.mark.parametrize("blank", ["", " "])
def test_a_heading_behind_a_number_or_its_unit_is_parted_from_it(end: str, blank: str) -> None:
    names = [
        f"{n}、{name}" for n, name in zip("一二三四五六", SECTION_HEADINGS.values(), strict=True)
    ]
    text = blank.join(f"{name}{blank}共计{end}" for name in names)
    document = govreport.loads(f"{TITLE}{text}\n", "tab")
    assert kinds(document) == ALL
    assert {each.code for each in document.diagnostics} == {"split-text"}


@pytest.mark.parametrize(
    "gloss", ["一(yī)、總體(tǐ)情況", "一(yi)、總(zong)體(ti)情況", "一、總體(tǐ)情況"]
)
@pytest.mark.parametrize("text", ["", " 2022年，工作有序。", "2022年，工作有序。"])
def test_glosses_do_not_hide_a_heading(gloss: str, text: str) -> None:
    document = govreport.loads(
        f"{TITLE}{gloss}{text}\n甲。\n二、主動公開(kāi)政府信息情況\n無。\n", "tab"
    )
    assert kinds(document) == ALL[:2]
    assert document.sections[0].heading == gloss


FREE = ["三、信息公开收费及减免情况", "三、依申请公开收费和减免情况", "三、收费减免"]


@pytest.mark.parametrize("fees", FREE)
def test_a_heading_about_fees_leaves_the_statutory_ones_what_they_are(fees: str) -> None:
    names = [
        "一、概述",
        "二、主动公开政府信息情况",
        fees,
        "四、政府信息公开行政复议、行政诉讼情况",
    ]
    lines = [line for name in names for line in (name, "全年253条。")]
    document = govreport.loads("\n".join(lines) + "\n", "tab")
    assert kinds(document) == ["overview", "proactive_disclosure", "other", "reviews"]
    assert "not-a-report" not in {each.code for each in document.diagnostics}


def test_headings_in_tables_of_one_column_are_headings() -> None:
    cells = "".join(
        f"<table><tr><td>{n}、{name}</td></tr></table><p>各项工作有序推进。</p>"
        for n, name in zip("一二三四五六", SECTION_HEADINGS.values(), strict=True)
    )
    assert kinds(govreport.loads(f"<h1>{TITLE}</h1>{cells}", "html")) == ALL
    rows = "".join(
        f"<tr><td>{n}、{name}</td></tr><tr><td>各项工作有序推进。</td></tr>"
        for n, name in zip("一二三四五六", SECTION_HEADINGS.values(), strict=True)
    )
    assert kinds(govreport.loads(f"<h1>{TITLE}</h1><table>{rows}</table>", "html")) == ALL
    unnumbered = re.sub("[一二三四五六]、(?!行政)", "", rows)
    assert kinds(govreport.loads(f"<h1>{TITLE}</h1><table>{unnumbered}</table>", "html")) == ALL


def test_a_heading_is_one_with_its_full_stop_where_text_stands_behind_it() -> None:
    lines = "一、总体情况\n（一）主动公开情况。\n公开87条。\n（二）更新不够及时。\n（三）解读较少。\n二、主动公开政府信息情况\n无。\n"
    document = govreport.loads(TITLE + lines, "tab")
    assert [type(block).__name__ for block in document.sections[0].blocks] == [
        "Heading",
        "Paragraph",
        "Paragraph",
        "Paragraph",
    ]


@pytest.mark.parametrize("number", ["XX. ", "IIII. ", "VX、", "CIV ", "Ⅻ、", "⒛", "00 ", "99）"])
def test_what_is_no_number_of_a_heading_heads_nothing(number: str) -> None:
    document = read([f"{number}总体情况", "一、总体情况", "二、主动公开政府信息情况"])
    assert document.sections[-2].heading == "一、总体情况"
