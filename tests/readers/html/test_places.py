"""Where each block of a page stood: containers as opaque numbers."""

from govreport.blocks import TableBlock, TextBlock
from govreport.readers.html.flows import LONGEST_PLACE
from tests.readers.html.web_pages import read


def places(page: str) -> dict[str, tuple[int, ...]]:
    """Return the place of each block by its text, of a table by that of its first cell."""
    return {
        block.text if isinstance(block, TextBlock) else block.table.rows[0][0].text: block.place
        for block in read(page).blocks
    }


def test_blocks_of_one_container_share_its_place_and_others_do_not() -> None:
    page = "<p>甲<p>乙<div><p>丙<h2>丁</h2><section>戊</section></div><div>己</div><p>庚"
    found = places(page)
    assert found["甲"] == found["乙"] == found["庚"] == ()
    assert found["丙"] == found["丁"] != found["己"]
    assert found["戊"][:-1] == found["丙"]
    assert len(found["己"]) == len(found["丙"]) == 1


def test_lists_and_their_items_are_containers() -> None:
    found = places("<ol><li>甲<li><p>乙<p>丙</ol><ul><li>丁</ul>")
    assert found["1. 甲"][:1] == found["2. 乙"][:1] != found["丁"][:1]
    assert found["2. 乙"] == found["丙"] != found["1. 甲"]


def test_a_table_that_lays_out_the_page_holds_rows_that_hold_cells() -> None:
    data = "<table><tr><td>子<td>1<td>2<td>3<td>4<td>5<td>6</table>"
    cell = f"<div><p>丙</div><h2>题</h2>{data}"
    found = places(f"<div><table><tr><td>甲<td><p>乙{cell}<tr><td>丁</table><p>戊</div>")
    around = found["戊"]
    assert found["乙"] == found["题"] == found["子"]
    assert found["丙"][:-1] == found["乙"]
    assert len(found["乙"]) == len(around) + 3
    assert found["甲"][:-1] == found["乙"][:-1] != found["丁"][:-1]
    assert found["甲"][:-2] == found["丁"][:-2]
    assert all(place[: len(around)] == around for place in found.values())


def test_a_table_of_data_stands_where_it_is() -> None:
    (table,) = read("<div><table><tr><td>甲<td>1</table></div>").blocks
    assert isinstance(table, TableBlock)
    assert len(table.place) == 1


def test_a_table_that_is_printed_as_text_stands_where_its_paragraph_stood() -> None:
    lines = "\n".join(f"| 行{number} | {number} |" for number in range(6))
    blocks = read(f"<div><p>前<pre>{lines}</pre></div>").blocks
    assert [type(block) for block in blocks] == [TextBlock, TableBlock]
    assert blocks[0].place == blocks[1].place != ()


def test_the_chain_is_told_so_far_and_ends_with_its_containers() -> None:
    deep = LONGEST_PLACE + 5
    page = "<div>" * deep + "<p>甲</p>" + "</div>" * (deep - 1) + "<p>乙</p></div><p>丙"
    assert [len(block.place) for block in read(page).blocks] == [LONGEST_PLACE, 1, 0]


def test_what_of_a_paragraph_stands_in_links_is_counted() -> None:
    page = (
        '<p><a href="/">首页</a> &gt; <a href="/z">政务 公开</a></p><p>正文<a name=x>甲</a></p>'
    )
    assert [block.link_characters for block in read(page).blocks] == [6, 0]
