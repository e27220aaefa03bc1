"""Frames that hold their pages themselves."""

import html

import pytest

from govreport import loads
from govreport.errors import LimitExceededError
from govreport.limits import Limits
from tests.readers.html.web_pages import left_out, read, rows, texts


def frame(page: str, attributes: str = "") -> str:
    return f'<iframe {attributes} srcdoc="{html.escape(page)}">请升级</iframe>'


def test_what_a_frame_holds_is_read_in_its_place() -> None:
    page = "<!doctype html><title>题</title><p>乙</p>一<table><tr><td>甲<td>1</table>"
    assert texts(f"<p>前</p>{frame(page)}<p>后") == ["前", "乙", "一", "后"]
    assert rows(f"<p>前</p>{frame(page)}<p>后") == [["甲", "1"]]


def test_frames_stand_in_frames() -> None:
    assert texts(frame(f"<p>一{frame(f'二{frame(chr(19977))}')}")) == ["一", "二", "三"]


def test_a_frame_that_is_not_displayed_is_quoted() -> None:
    page = f"<p>正文正文正文正文{frame('<p>乙</p>', 'style=display:none')}"
    assert texts(page) == ["正文正文正文正文"]
    assert left_out(page) == [("hidden-text", "乙")]


def test_a_frame_of_another_file_is_quoted_by_its_name() -> None:
    assert left_out('<iframe src="/a.html"></iframe>') == [("image", "a.html")]
    assert left_out('<iframe src="/a.html" srcdoc=""></iframe>') == [("image", "a.html")]


def test_tags_in_the_frame_s_attribute_leave_no_trace() -> None:
    assert texts("<iframe srcdoc='<p>一</p>二<h2>三</h2>'></iframe>") == ["一", "二", "三"]


def test_frames_count_as_the_page_does() -> None:
    page = frame("<p>一</p>").encode()
    with pytest.raises(LimitExceededError, match="parsed_bytes"):
        loads(page, "html", Limits(parsed_bytes=len(page) + 3))
    deep = "<p>末"
    for _ in range(6):
        deep = frame(deep)
    assert read(deep).blocks == ()
