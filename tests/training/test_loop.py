"""The loop: exact resume, best weights by validation, a full disk, several processes."""

import json
import subprocess
import sys
from dataclasses import asdict, replace
from itertools import pairwise
from pathlib import Path

import pytest
import torch
from torch import nn
from torch.nn.functional import normalize

from trivium.errors import ConfigError, TriviumError

pytest.importorskip("lightning", reason="training needs the extra [train]")

from trivium.training.loop import LoopConfig, Run, fit, gathered, make_fabric
from trivium.training.losses import info_nce

CONFIG = LoopConfig(steps=6, learning_rate=0.05, warmup=2, save_every=2, validate_every=2, log_every=1)
PROCESSES = Path(__file__).parent / "two_processes.py"


def batch(number: int) -> torch.Tensor:
    return torch.randn(2, 8, 4, generator=torch.Generator().manual_seed(number))


def loss(module, pair):
    a, b = (normalize(module(x), dim=1) for x in pair)
    value = info_nce(a, b, 5.0)
    return {"contrast": value, "twice": 2 * value}


def module() -> nn.Module:
    torch.manual_seed(0)
    return nn.Linear(4, 3)


def run(out: Path, config: LoopConfig = CONFIG, *, given=batch, validate=None, **identity) -> nn.Module:
    fabric = make_fabric(out, precision="32-true")
    told = Run(out, "tiny", config, {"loop": asdict(config)} | identity, samples=8)
    return fit(fabric, module(), told, batch=given, loss=loss, validate=validate)


def dies_at(number):
    def given(n):
        if n == number:
            raise KeyboardInterrupt
        return batch(n)

    return given


def test_killed_and_resumed_is_the_run_that_was_not_killed(tmp_path):
    straight = run(tmp_path / "a")
    with pytest.raises(KeyboardInterrupt):
        run(tmp_path / "b", given=dies_at(5))
    resumed = run(tmp_path / "b")
    for x, y in zip(straight.parameters(), resumed.parameters(), strict=True):
        assert torch.equal(x, y)


def test_optimizers_take_turns_and_are_resumed(tmp_path):
    """SGD moves the weight in odd steps, AdamW the bias in even ones; killed between them, nothing changes."""

    def turns(out, given=batch):
        m, seen = module(), []

        def noted(net, pair):
            seen.append((m.weight.detach().clone(), m.bias.detach().clone()))
            return loss(net, pair)

        both = [torch.optim.AdamW([m.bias], 0.05), torch.optim.SGD([m.weight], 0.5, momentum=0.9)]
        told = Run(out, "tiny", replace(CONFIG, save_every=1), {}, samples=8)
        fit(make_fabric(out, precision="32-true"), m, told, batch=given, loss=noted, optimizers=both)
        return m, [*seen, (m.weight.detach(), m.bias.detach())]

    straight, seen = turns(tmp_path / "a")
    moved = [tuple(not torch.equal(x, y) for x, y in zip(a, b, strict=True)) for a, b in pairwise(seen)]
    assert moved == [(False, True), (True, False)] * 3
    with pytest.raises(KeyboardInterrupt):
        turns(tmp_path / "b", dies_at(3))
    resumed, _ = turns(tmp_path / "b")
    assert torch.equal(straight.weight, resumed.weight) and torch.equal(straight.bias, resumed.bias)


def test_another_configuration_does_not_go_on(tmp_path):
    run(tmp_path)
    with pytest.raises(ConfigError, match=r"loop\.learning_rate: 0\.05 -> 0\.1; seed: None -> 3"):
        run(tmp_path, replace(CONFIG, learning_rate=0.1), seed=3)


def test_the_best_weights_by_validation_are_returned(tmp_path):
    seen = []

    def validate(m):
        seen.append([p.clone() for p in m.parameters()])
        return {"recall": [0.2, 0.9, 0.5][len(seen) - 1], "loss": 1.0}

    found = run(tmp_path, validate=validate)
    assert len(seen) == 3
    for x, y in zip(found.parameters(), seen[1], strict=True):
        assert torch.equal(x, y)


def test_accumulated_batches_are_one_step(tmp_path):
    """Two batches a step give the mean of their gradients."""
    found = run(tmp_path, replace(CONFIG, steps=1, accumulate=2, clip=1e9, warmup=1))
    expected = module()
    optimizer = torch.optim.AdamW(expected.parameters(), lr=0.05, weight_decay=0.05, betas=(0.9, 0.98))
    ((loss(expected, batch(0))["contrast"] + loss(expected, batch(1))["contrast"]) / 2).backward()
    optimizer.step()
    torch.testing.assert_close(found.weight, expected.weight)


def test_a_full_disk_leaves_the_checkpoint_before(tmp_path, monkeypatch):
    with pytest.raises(KeyboardInterrupt):
        run(tmp_path, given=dies_at(3))
    before = (tmp_path / "tiny.ckpt").read_bytes()
    from lightning.fabric import Fabric

    def full(self, path, state):
        Path(path).write_bytes(b"half")
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Fabric, "save", full)
    with pytest.raises(TriviumError, match=r"No space left.*tiny\.ckpt is intact"):
        run(tmp_path)
    assert (tmp_path / "tiny.ckpt").read_bytes() == before and not list(tmp_path.glob("*.partial"))


def test_a_batch_of_one_is_no_contrast_and_no_crash(tmp_path):
    found = run(tmp_path, replace(CONFIG, steps=1), given=lambda n: batch(n)[:, :1])
    assert all(p.isfinite().all() for p in found.parameters())


def test_progress_is_told_to_tensorboard(tmp_path):
    run(tmp_path)
    assert list((tmp_path / "log").glob("events.*"))


def test_two_processes_have_the_gradient_of_one_on_the_joint_batch(tmp_path):
    """Negatives are gathered from both: real processes, real messages between them."""
    done = subprocess.run(
        [sys.executable, str(PROCESSES), str(tmp_path)], capture_output=True, text=True, timeout=120, check=False
    )
    assert done.returncode == 0, done.stderr[-2000:]
    together = json.loads((tmp_path / "gradient.json").read_text())
    one = module()
    loss(one, torch.cat([batch(0), batch(1)], 1))["contrast"].backward()
    torch.testing.assert_close(torch.tensor(together), one.weight.grad, atol=1e-6, rtol=1e-5)
    assert gathered(make_fabric(tmp_path, precision="32-true"), torch.ones(2, 3)).shape == (2, 3)


def test_another_architecture_is_said_to_be_one(tmp_path, monkeypatch):
    """Not torch's sentence about sizes of tensors."""
    run(tmp_path, width=4)
    monkeypatch.setattr(sys.modules[__name__], "module", lambda: nn.Linear(5, 3))
    with pytest.raises(ConfigError, match="width: 4 -> 5"):
        run(tmp_path, width=5)


@pytest.mark.parametrize("content", [b"", b"PK half of a checkpoint"])
def test_a_damaged_checkpoint_is_said_to_be(tmp_path, content):
    (tmp_path / "tiny.ckpt").write_bytes(content)
    with pytest.raises(TriviumError, match=r"tiny\.ckpt is damaged .*delete it"):
        run(tmp_path)


@pytest.mark.parametrize(
    "change", [{"accumulate": 0}, {"log_every": 0}, {"save_every": 0}, {"steps": 0}, {"learning_rate": 0}]
)
def test_a_loop_that_goes_nowhere_is_refused(change):
    with pytest.raises(ConfigError, match="must be 1 or more"):
        replace(CONFIG, **change)


def test_a_precision_that_there_is_not_is_named(tmp_path):
    with pytest.raises(ConfigError, match="bf16-mixd"):
        make_fabric(tmp_path, precision="bf16-mixd")
