"""Our networks against what the official ones gave: every fixture of a folder (``--parity-dir``)."""

import json
from pathlib import Path

import pytest
import torch
from safetensors.torch import load_file

from parity.systems import RUNNERS

TOLERANCE = 1e-4  # of the largest number of the expected tensor; indices must be the same


def pytest_generate_tests(metafunc):
    folder = metafunc.config.getoption("--parity-dir")
    found = sorted(p for p in Path(folder).glob("*.json") if p.with_suffix(".safetensors").is_file())
    missing = pytest.param(None, marks=pytest.mark.skip(f"no fixtures in {folder}"))
    metafunc.parametrize("fixture", found or [missing], ids=lambda p: p.stem if p else "none")


def parts(tensors, prefix):
    return {
        k.removeprefix(prefix): v.float() if v.is_floating_point() else v
        for k, v in tensors.items()
        if k.startswith(prefix)
    }


def test_same_as_official(fixture):
    runner = next((run for name, run in RUNNERS.items() if fixture.stem.startswith(name)), None)
    if runner is None:
        pytest.skip(f"no network for {fixture.stem} yet")
    tensors = load_file(fixture.with_suffix(".safetensors"))
    expected = {k: v for k, v in tensors.items() if k.startswith(("output.", "mid."))}
    with torch.inference_mode():
        got = runner(json.loads(fixture.read_text()), parts(tensors, "weights."), parts(tensors, "input."))
    assert set(got) <= set(expected), "a name that the fixture does not know"
    assert {k for k in expected if k.startswith("output.")} <= set(got)
    for name, ours in got.items():
        theirs = expected[name]
        assert ours.shape == theirs.shape, name
        if theirs.is_floating_point():
            error = (ours - theirs).abs().max() / theirs.abs().max()
            assert error <= TOLERANCE, f"{name}: off by {float(error):.1e} of the largest"
        else:
            assert torch.equal(ours.long(), theirs.long()), name
