"""What `check` and `diff` print with: languages, colours and frames."""

import sys
from pathlib import Path

import pytest

import govreport
from govreport.command_line import main, output
from govreport.command_line.output import Row, framed
from govreport.command_line.terminal import text_width
from tests.checks.reports import consistent, with_cell, with_text

CELL = ("reviews", "reconsideration", "total")


@pytest.fixture
def bad(tmp_path: Path) -> str:
    document = with_cell(consistent(), CELL, "77")
    document = with_text(document, "overview", "新收政府信息公开申请9999件。")
    govreport.write(document, tmp_path / "bad.json")
    return str(tmp_path / "bad.json")


def test_the_language_is_that_of_the_locale_unless_named(
    bad: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("GOVREPORT_LANG", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    main(["check", bad])
    assert "errors: 1, warnings: 1" in capsys.readouterr().out
    monkeypatch.setenv("LANG", "zh_CN.UTF-8")
    main(["check", bad])
    assert "错误 1 项，提醒 1 项" in capsys.readouterr().out
    main(["check", bad, "--lang", "en"])
    assert "errors: 1, warnings: 1" in capsys.readouterr().out


def test_colours_are_for_terminals_that_have_them(
    bad: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    main(["check", bad])
    assert "\x1b" not in capsys.readouterr().out
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.delenv("NO_COLOR", raising=False)
    assert output.has_colour()
    main(["check", bad])
    assert "\x1b[31m" in capsys.readouterr().out
    monkeypatch.setenv("NO_COLOR", "1")
    assert not output.has_colour()


@pytest.mark.parametrize("width", [40, 80, 120])
def test_a_frame_is_straight_and_fits(width: int) -> None:
    rows: list[Row] = [
        (
            ("错误", "applications.balance", "新收 + 上年结转 ≠ 办理结果：31 + 2 ≠ 29 + 3" * 3),
            None,
        ),
        (("提醒", "prose", "\x1b[31m原文\n第二行"), None),
    ]
    lines = list(framed(rows, width))
    assert all(text_width(line) <= width for line in lines)
    if lines[0].startswith("┌"):
        assert len({text_width(line) for line in lines}) == 1
    assert "\x1b" not in "".join(lines)
