"""What only a real process shows: exit codes, streams, signals, speed of a pipe."""

import json
import subprocess
import sys

import pytest
from rich.console import Console

import trivium
from trivium.cli import output


def trivium_process(*arguments, code=None, cwd=None):
    start = [sys.executable, "-m", "trivium.cli"] if code is None else [sys.executable, "-c", code]
    return subprocess.run([*start, *map(str, arguments)], capture_output=True, text=True, cwd=cwd, timeout=120)


@pytest.mark.parametrize(
    ("arguments", "code", "stream", "says"),
    [
        (["--version"], 0, "stdout", trivium.__version__),
        (["--help"], 0, "stdout", "trivium index models/"),
        (["search", "--help"], 0, "stdout", "trivium search front.jpg"),
        (["evaluate", "collection", "--help"], 0, "stdout", "--protocol"),
        (["train", "mini", "--help"], 0, "stdout", "--collection"),
        (["models", "--json"], 0, "stdout", '"name": "mini"'),
        (["no-such-command"], 2, "stderr", "no-such-command"),
        (["search", "chair", "-l", "none.trivium"], 3, "stderr", "error: there is no library at none.trivium"),
        (["models", "maxi"], 3, "stderr", "error: no model 'maxi'"),
        (["evaluate", "collection", ".", "--protocol", "sunny"], 3, "stderr", "error: no protocol ['sunny']"),
    ],
)
def test_exit_codes_and_streams(arguments, code, stream, says, tmp_path):
    done = trivium_process(*arguments, cwd=tmp_path)
    assert done.returncode == code, done.stderr
    assert says in getattr(done, stream)
    assert "Traceback" not in done.stderr
    assert not list(tmp_path.iterdir())  # looking leaves nothing behind


def test_ctrl_c_is_130_and_says_how_to_go_on(models, tmp_path):
    code = """
import os, signal
from trivium.retrieval import Library
Library.add = lambda *_, **__: os.kill(os.getpid(), signal.SIGINT)
from trivium.cli import main
main()
"""
    done = trivium_process("index", models, "-l", tmp_path / "x.trivium", code=code)
    assert done.returncode == 130
    assert done.stderr == "error: interrupted; the same command goes on where this stopped\n"


def test_an_unexpected_error_keeps_its_traceback(tmp_path):
    code = (
        "from trivium.retrieval import Library\nLibrary.info = lambda self: 1 / 0\nfrom trivium.cli import main\nmain()"
    )
    done = trivium_process("info", "-l", tmp_path / "x.trivium", code=code)
    assert done.returncode == 1 and "ZeroDivisionError" in done.stderr


def test_control_characters_do_not_reach_a_terminal(capsys):
    output.show_table(["name"], [["evil\x1b[2J\r\nname\t[bold]x"]])
    lines = capsys.readouterr().out.split("\n")
    assert lines[1].count("\N{REPLACEMENT CHARACTER}") == 3 and "\x1b" not in lines[1] and "[bold]" in lines[1]


def test_a_terminal_gets_a_table_and_a_bar(monkeypatch, capsys):
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    output.show_table(["name", "faces"], [["[a] chair", 12], ["b", 3]])
    assert "─" in (shown := capsys.readouterr().out) and "[a] chair" in shown and "\t" not in shown
    with output.progress_bar("models") as move:
        assert move is not None
        move(1, 2, "a.glb")
    monkeypatch.setattr(sys.stderr, "isatty", lambda: False)
    with output.progress_bar("models") as move:
        assert move is None


def test_json_takes_paths_and_nothing_unknown(tmp_path, capsys):
    output.show_json({"page": tmp_path, "name": "é"})
    assert json.loads(capsys.readouterr().out) == {"page": str(tmp_path), "name": "é"}
    with pytest.raises(TypeError, match="Console"):
        output.show_json(Console())
