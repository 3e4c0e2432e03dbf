"""``trivium serve``: what it refuses. What it serves is in tests/server."""

import pytest

pytest.importorskip("fastapi", reason="the server needs the extra [server]")


@pytest.fixture
def library(run, tmp_path):
    from trivium.io import save_glb
    from trivium.procedural import generate

    (tmp_path / "models").mkdir()
    save_glb(generate("stool", seed=0).mesh, tmp_path / "models" / "stool.glb")
    assert run("index", tmp_path / "models", "-l", tmp_path / "a.trivium", "--workers", 1).exit_code == 0
    return tmp_path / "a.trivium"


def test_what_is_unsafe_is_refused(run, library):
    done = run("serve", library, "--host", "0.0.0.0")
    assert done.exit_code == 3 and "give a token" in done.stderr
    done = run("serve", library, "--host", "0.0.0.0", "--token", "short")
    assert done.exit_code == 3 and "expected 16 or more" in done.stderr


def test_a_library_that_is_not_there_is_named(run, tmp_path):
    done = run("serve", tmp_path / "none")
    assert done.exit_code == 3 and "there is no library" in done.stderr


def test_one_token_is_enough(run, library, tmp_path):
    (tmp_path / "token").write_text("x" * 20)
    assert run("serve", library, "--token", "x" * 16, "--token-file", tmp_path / "token").exit_code == 2
