"""Released files: read safely, unwrapped, and refused with a reason when they are not what they should be."""

import pickle

import pytest
import torch
from safetensors.torch import save_file

from models.test_released import OPENSHAPE as CONFIG
from models.test_released import openshape_names
from trivium.errors import WeightsError
from trivium.models.checkpoints import read_official
from trivium.models.openshape import openshape_network


def official_tensors() -> dict[str, torch.Tensor]:
    """What an official file of this size holds."""
    torch.manual_seed(0)
    ours = openshape_network(CONFIG).build().state_dict()
    return {f"module.{name}": value for name, value in openshape_names(ours).items()}


@pytest.mark.parametrize("kind", ["pickle", "safetensors", "bare pickle", "old pickle"])
def test_every_kind_of_file_gives_the_same_network(kind, tmp_path):
    tensors = official_tensors()
    path = tmp_path / ("model.safetensors" if kind == "safetensors" else "model.pt")
    if kind == "safetensors":
        save_file(tensors, path)
    elif kind == "bare pickle":
        torch.save(tensors, path)
    else:
        torch.save({"state_dict": tensors, "epoch": 3}, path, _use_new_zipfile_serialization=kind == "pickle")
    network = openshape_network(CONFIG).filled(read_official(path, {"state_dict": ""}))
    cloud = torch.rand(1, 64, 6)
    with torch.inference_mode():
        torch.manual_seed(0)
        torch.testing.assert_close(network(cloud), openshape_network(CONFIG).build().eval()(cloud))


class Evil:
    def __reduce__(self):
        return (print, ("this ran",))


@pytest.mark.filterwarnings("ignore:.*torch.jit:DeprecationWarning", "ignore:.*TorchScript archive:UserWarning")
@pytest.mark.parametrize(
    ("make", "says"),
    [
        (lambda p: None, "no weights at"),
        (lambda p: p.write_bytes(b""), "is empty"),
        (lambda p: p.write_bytes(b"garbage" * 99), "not"),
        (lambda p: (torch.save(official_tensors(), p), p.write_bytes(p.read_bytes()[:-500])), "truncated"),
        (lambda p: torch.save({"state_dict": Evil()}, p), "is not run"),
        (lambda p: p.write_bytes(pickle.dumps(Evil())), "not"),
        (lambda p: torch.save([1, 2], p), "holds a list"),
        (lambda p: p.write_text("<!DOCTYPE html><html>quota exceeded"), "a web page"),
        (lambda p: p.write_text("version https://git-lfs.github.com/spec/v1\noid sha256:0"), "a pointer of git-lfs"),
        (lambda p: p.mkdir(), "it is a folder"),
        (lambda p: torch.jit.script(torch.nn.Linear(2, 2)).save(p), "TorchScript archives are not read"),
        (lambda p: torch.save({"w": torch.eye(3).to_sparse()}, p), "'w' is sparse"),
        (lambda p: torch.save({"module.a": torch.ones(1), "a": torch.ones(1)}, p), "'a' is in it twice"),
        (lambda p: torch.save({"epoch": 3}, p), "holds no weights"),
    ],
    ids=[
        "missing",
        "empty",
        "garbage",
        "truncated",
        "code",
        "bare code",
        "a list",
        "a web page",
        "a pointer",
        "a folder",
        "a script",
        "sparse",
        "twice",
        "no tensors",
    ],
)
def test_bad_files_are_refused(make, says, tmp_path, capsys):
    path = tmp_path / "model.pt"
    make(path)
    with pytest.raises(WeightsError, match=says):
        read_official(path, {"state_dict": ""})
    assert "this ran" not in capsys.readouterr().out


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (lambda t: t | {"decoder.weight": torch.zeros(2)}, "1 unknown tensors.*decoder.weight"),
        (lambda t: {k: v for k, v in t.items() if "proj" not in k}, "1 missing|2 missing"),
        (lambda t: t | {"proj.weight": torch.zeros(5, 32)}, r"of other shapes \(head\.weight: got \(5, 32\), expected"),
    ],
    ids=["extra", "missing", "shape"],
)
def test_tensors_must_fit_exactly(change, says):
    tensors = change({k.removeprefix("module."): v for k, v in official_tensors().items()})
    with pytest.raises(WeightsError, match=says):
        openshape_network(CONFIG).filled(tensors)
