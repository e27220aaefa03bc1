"""Files that a Word file takes in (`w:altChunk`): shown in their place, told of once."""

import pytest

from govreport.blocks import Stream, TableBlock, TextBlock
from govreport.errors import LimitExceededError, UnreadableSourceError
from govreport.limits import Limits
from govreport.model.diagnostics import diagnostic
from govreport.model.grid import Table
from govreport.readers.docx import read_blocks
from tests.readers.word_files import (
    archive,
    cell,
    members,
    paragraph,
    relationships,
    row,
    run,
    table,
    word_file,
)

CHUNK = '<w:altChunk r:id="aFChunk"/>'
BLOCKS = (TextBlock("片段", 1), TableBlock(Table([["1", "2"]])))
READ = Stream(BLOCKS, diagnostics=(diagnostic("image", "a picture", "徽标"),))


def read(body, chunk=b"bytes", limits=None):
    given = []
    limits = limits or Limits().of_one_source()

    def reader(data, name, limits_given):
        given.append((data, name, limits_given))
        return READ

    found = read_blocks(word_file(body, {"aFChunk": chunk}), limits, reader)
    assert given in ([], [(chunk, "word/aFChunk.xml", limits)])
    return found


def test_its_blocks_stand_in_its_place():
    stream = read(paragraph(run("前")) + CHUNK + paragraph(run("后")))
    assert stream.blocks == (TextBlock("前"), *BLOCKS, TextBlock("后"))
    (told,) = stream.diagnostics
    assert (told.code, told.text, told.where) == ("image", "徽标", "word/aFChunk.xml: a picture")


def test_in_a_cell_it_is_content_of_the_cell():
    (block,) = read(table(row(cell(inner=paragraph(run("前")) + CHUNK)))).blocks
    assert block.table.rows[0][0].content == ("前\n片段", Table([["1", "2"]]))


def test_in_a_paragraph_it_follows_the_text():
    stream = read(paragraph(run("前") + CHUNK + run("后")))
    assert stream.blocks == (TextBlock("前后"), *BLOCKS)


def test_taken_in_twice_it_is_shown_twice_and_told_of_once():
    stream = read(CHUNK * 2)
    assert stream.blocks == BLOCKS * 2
    assert len(stream.diagnostics) == 1


@pytest.mark.parametrize(("most", "fits"), [(7, True), (6, False)])
def test_what_is_shown_again_is_counted(most, fits):
    limits = Limits(repeated_characters=most).of_one_source()
    if fits:
        assert read(CHUNK * 2, limits=limits).blocks == BLOCKS * 2
    else:
        with pytest.raises(LimitExceededError, match="repeated_characters"):
            read(CHUNK * 2, limits=limits)


def test_a_file_that_cannot_be_read_is_named_with_the_reason():
    def refuse(_data, _name, _limits):
        raise UnreadableSourceError("no reader knows it")

    (told,) = read_blocks(word_file(CHUNK, {"aFChunk": "x"}), Limits(), refuse).diagnostics
    assert (told.code, told.text) == ("damaged-markup", "word/aFChunk.xml")
    assert "no reader knows it" in told.message


def test_a_limit_that_it_exceeds_is_one_of_the_whole():
    def refuse(_data, _name, _limits):
        raise LimitExceededError("too much")

    with pytest.raises(LimitExceededError, match="too much"):
        read_blocks(word_file(CHUNK, {"aFChunk": "x"}), Limits(), refuse)


@pytest.mark.parametrize("mode", ["", ' TargetMode="External"'])
def test_a_file_that_is_not_there_is_told_and_nothing_is_fetched(mode):
    target = f'<Relationship Id="aFChunk" Type="x/aFChunk" Target="gone.htm"{mode}/></Rel'
    whole = members(CHUNK)
    whole["word/_rels/document.xml.rels"] = relationships({}).replace("</Rel", target)
    (told,) = read_blocks(archive(whole), Limits(), lambda *_: READ).diagnostics
    assert told.code == "damaged-markup"
    assert told.text.endswith("gone.htm")


def test_a_name_of_any_length_is_quoted_in_part():
    target = f'<Relationship Id="aFChunk" Type="x/aFChunk" Target="{"n" * 5_000}"/></Rel'
    whole = members(CHUNK * 100)
    whole["word/_rels/document.xml.rels"] = relationships({}).replace("</Rel", target)
    told = read_blocks(archive(whole)).diagnostics
    assert sum(len(one.text) + len(one.message) for one in told) < 100_000
