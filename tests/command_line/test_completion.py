"""Scripts that complete commands, options and files in a shell."""

import sys

import pytest

from govreport.command_line import main


@pytest.mark.parametrize("shell", ["bash", "zsh", "tcsh"])
def test_the_script_knows_commands_and_options(
    shell: str, capsys: pytest.CaptureFixture[str]
) -> None:
    pytest.importorskip("shtab")
    with pytest.raises(SystemExit) as ended:
        main(["--print-completion", shell])
    assert not ended.value.code
    printed = capsys.readouterr().out
    assert "convert" in printed
    assert "overview" in printed
    assert shell == "tcsh" or "--encoding" in printed


def test_without_shtab_the_error_names_the_extra(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "shtab", None)
    assert main(["--print-completion", "bash"]) == 2
    assert "govreport[completion]" in capsys.readouterr().err
