"""Many files at once: each is read, what goes wrong is a line, and the rest goes on."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

import govreport
from govreport.command_line import main

REPORT = govreport.ReportDocument.blank("青禾县云岭镇人民政府", 2023)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with two reports of one name, a damaged file, and one that is no report."""
    reports = tmp_path / "reports"
    for year in ("2022", "2023"):
        (reports / year).mkdir(parents=True)
        govreport.write(REPORT, reports / year / "a.json")
    (reports / "cut.json").write_bytes(b'{"format": "govreport/report"')
    (reports / "letter.txt").write_text("各位同事：\n今天放假。\n", "utf-8")
    return reports


def lines(capsys: pytest.CaptureFixture[str]) -> list[str]:
    return capsys.readouterr().err.splitlines()


def test_a_folder_is_converted_into_another_with_its_paths(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out"
    assert (
        main(["convert", str(folder), "--to", "html,docx", "--to", "json", "--out", str(out)])
        == 2
    )
    made = sorted(path.relative_to(out).as_posix() for path in out.rglob("*.*"))
    assert made == [
        *("2022/a.docx", "2022/a.html", "2022/a.json"),
        *("2023/a.docx", "2023/a.html", "2023/a.json"),
        *("letter.docx", "letter.html", "letter.json"),
    ]
    assert govreport.read(out / "2023" / "a.docx") == REPORT
    cut, letter, summary = lines(capsys)
    assert cut.startswith(f"govreport: {folder / 'cut.json'}: ")
    assert letter.startswith(f"govreport: {folder / 'letter.txt'}: the source holds no")
    assert summary.startswith(f"govreport: {out}: 9 files written")


def test_the_status_is_3_where_a_source_is_no_report_and_nothing_else_is_wrong(
    folder: Path, tmp_path: Path
) -> None:
    (folder / "cut.json").unlink()
    assert main(["convert", str(folder), "--to", "tab", "--out", str(tmp_path / "out")]) == 3
    assert (tmp_path / "out" / "letter.tab.txt").exists()
    assert main(["show", str(folder)]) == 3
    (folder / "letter.txt").unlink()
    assert main(["normalize", str(folder), "--to", "pipe", "--out", str(tmp_path / "out")]) == 0
    assert (tmp_path / "out" / "2022" / "a.pipe.txt").exists()


def test_no_file_is_made_of_two_sources_and_none_replaces_its_own(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    two = [str(folder / year / "a.json") for year in ("2022", "2023")]
    assert main(["convert", *two, "--to", "html", "--out", str(tmp_path / "out")]) == 2
    assert "was already made from" in lines(capsys)[0]
    before = (folder / "2022" / "a.json").read_bytes()
    assert main(["convert", two[0], "--to", "json", "--out", str(folder / "2022")]) == 2
    assert "is the source itself" in lines(capsys)[0]
    assert (folder / "2022" / "a.json").read_bytes() == before


@pytest.mark.parametrize("command", ["convert", "normalize"])
def test_a_source_is_not_replaced_by_what_is_made_of_it(
    command: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source = folder / "2022" / "a.json"
    link = folder / "link.html"
    link.symlink_to(source)
    before = source.read_bytes()
    for target in (source, folder / "2023" / ".." / "2022" / "a.json", link):
        assert main([command, str(source), str(target)]) == 2
        assert "is the source itself" in lines(capsys)[-1]
    assert source.read_bytes() == before


def test_no_member_of_an_archive_is_written_outside_the_folder(tmp_path: Path) -> None:
    archive = tmp_path / "reports.zip"
    text = govreport.dumps(REPORT, "json")
    with zipfile.ZipFile(archive, "w") as opened:
        for name in ("../up.json", "/root.json", "2023/in.json"):
            opened.writestr(name, text)
    out = tmp_path / "made" / "out"
    assert main(["convert", str(archive), "--to", "html", "--out", str(out)]) == 0
    made = sorted(path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*.html"))
    assert made == ["made/out/2023/in.html", "made/out/root.html", "made/out/up.html"]


def test_several_reports_are_shown_each_under_its_name(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert (
        main(["show", str(folder / "2022"), str(folder / "2023" / "*.json"), "absent.docx"]) == 2
    )
    printed = capsys.readouterr()
    heads = [line for line in printed.out.splitlines() if line.startswith("==")]
    assert heads == [f"== {folder / year / 'a.json'} ==" for year in ("2022", "2023")]
    assert printed.out.count("Title:") == 2
    assert printed.err == "govreport: absent.docx: No such file or directory\n"


def test_many_sources_and_one_target_are_a_wrong_use(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for arguments in (
        [str(folder), str(tmp_path / "x.json")],
        [str(folder / "2022" / "a.json"), str(folder / "2023" / "a.json"), "x.json"],
        [str(folder / "2022" / "a.json")],
    ):
        with pytest.raises(SystemExit):
            main(["convert", *arguments])
        assert "name one source and one target" in capsys.readouterr().err
    assert not (tmp_path / "x.json").exists()


def test_a_target_that_cannot_be_written_is_named_and_nothing_is_left(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source = str(folder / "2022" / "a.json")
    target = tmp_path / "no" / "x.docx"
    assert main(["convert", source, str(target)]) == 2
    assert lines(capsys) == [f"govreport: {target}: there is no such folder; make it first"]
    assert main(["convert", source, str(tmp_path / "x.foo")]) == 2
    assert lines(capsys)[0].startswith(f"govreport: {tmp_path / 'x.foo'}: the format to write")
    (tmp_path / "taken").write_bytes(b"")
    assert main(["convert", source, "--to", "html", "--out", str(tmp_path / "taken")]) == 2
    assert lines(capsys)[0] == f"govreport: {tmp_path / 'taken' / 'a.html'}: File exists"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["reports", "taken"]


def test_standard_input_is_a_source_among_others_and_changes_go_to_standard_output(
    folder: Path, tmp_path: Path
) -> None:
    data = (folder / "2022" / "a.json").read_bytes()
    shown = _run(["show", "-", str(folder / "2023" / "a.json")], data)
    assert b"== standard input ==" in shown.stdout
    made = _run(["convert", "-", "--to", "html", "--out", str(tmp_path / "out")], data)
    assert made.returncode == 0
    assert (tmp_path / "out" / "standard-input.html").exists()
    changes = _run(["normalize", "-", str(tmp_path / "x.json"), "--changes", "-"], data)
    assert changes.stdout == b"[]\n"
    refused = _run(["show", "-"], b"{\\rtf1 x}")
    assert refused.stderr.startswith(b"govreport: standard input: the source is an RTF file")


def _run(arguments: list[str], data: bytes) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "govreport", *arguments]
    return subprocess.run(command, input=data, capture_output=True, check=False)


def test_an_encoding_that_a_header_declared_is_believed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page = tmp_path / "page.html"
    text = "<meta charset=utf-8><h1>青禾县云岭镇人民政府2023年政府信息公开工作年度报告</h1>"
    page.write_bytes(text.encode("euc_jis_2004", "replace").replace(b"?", b""))
    assert main(["show", str(page), "--encoding", "euc_jis_2004"]) == 3
    assert "信息公" in capsys.readouterr().out
    assert main(["show", str(page), "--encoding", "nonsense"]) == 2
    assert "there is no encoding 'nonsense'" in capsys.readouterr().err


def test_a_mistyped_folder_is_told_before_anything_is_done(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "facts.csv"
    assert main(["extract", str(folder), str(tmp_path / "reprots"), "-o", str(target)]) == 2
    assert lines(capsys) == [
        f"govreport: {tmp_path / 'reprots'}: there is no such file or folder; correct its name"
    ]
    assert not target.exists()
    assert main(["extract", str(folder), "-o", str(tmp_path / "facts.foo")]) == 2
    assert "there is no format for the suffix" in lines(capsys)[0]
    assert not (tmp_path / "facts.foo").exists()
    assert main(["extract", str(folder), "-o", str(tmp_path / "facts.2023")]) == 3
    assert (tmp_path / "facts.2023" / "datapackage.json").exists()


def test_the_facts_are_printed_where_the_output_is_standard_output(folder: Path) -> None:
    ran = _run(["extract", str(folder / "2022"), "-o", "-"], b"")
    assert ran.returncode == 0
    assert ran.stdout.decode("utf-8-sig").startswith("source,")
    assert ran.stderr == b"govreport: standard output: 1 source\n"
    assert _run(["extract", str(folder), "-o", "-", "--resume"], b"").returncode == 2
    assert not Path("-").exists()
