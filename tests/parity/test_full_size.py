"""Released models at full size, in files with all official names and wrappings and random numbers in them."""

import numpy as np
import pytest
import torch

from parity.test_keys import RELEASED, table
from trivium.models import MODELS, load_model
from trivium.procedural.solids import box, to_mesh

WRAPPED = {  # what stands around the names in the released files
    "openshape-pointbert-vitg14-rgb": ("state_dict", "module."),
    "openshape-pointbert-shapenet": ("state_dict", "module."),
    "openshape-pointbert-vitl14-rgb": (None, "pc_encoder."),
    "openshape-pointbert-vitb32-rgb": (None, "pc_encoder."),
    "uni3d-ti": ("module", ""),
    "uni3d-s": ("module", "module."),
    "uni3d-b": ("module", ""),
    "ulip-pointbert": ("state_dict", "module."),
    "ulip2-pointbert": ("state_dict", "module."),
    "ulip-pointnet2-ssg": ("state_dict", "module."),
    "ulip-pointmlp": ("state_dict", "module."),
    "cg3d-pointtransformer-1024": ("base_model", "module."),
    "cg3d-pointmlp-1024": ("base_model", "module."),
    "michelangelo": ("state_dict", "model."),
    "duoduoclip": ("state_dict", "duoduoclip."),
}


def random_weights(official: dict[str, torch.Tensor], *, half: bool) -> dict[str, torch.Tensor]:
    """Numbers of a size that keeps activations alive; variances positive."""
    generator, out = torch.Generator().manual_seed(0), {}
    for key, like in official.items():
        if not like.dtype.is_floating_point:
            out[key] = torch.zeros(like.shape, dtype=like.dtype)
            continue
        value = torch.randn(like.shape, generator=generator) * 0.05
        one = key.endswith("running_var") or (like.dim() == 1 and key.endswith("weight"))
        out[key] = (value.abs() + 1 if one else value).to(torch.float16 if half else torch.float32)
    return out


@pytest.mark.slow
@pytest.mark.parametrize("name", WRAPPED)
def test_a_released_layout_gives_rows(name, tmp_path, monkeypatch):
    monkeypatch.setenv("TRIVIUM_WEIGHTS", str(tmp_path / "weights"))
    (keys,) = [k for k, v in RELEASED.items() if v == name]
    entry, prefix = WRAPPED[name]
    half = name.startswith("uni3d")
    tensors = {f"{prefix}{k}": v for k, v in random_weights(table(keys), half=half).items()}
    torch.save({entry: tensors, "epoch": 1} if entry else tensors, tmp_path / "released.pt")
    model = load_model(name, weights=tmp_path / "released.pt")
    rows = model.encode_shapes([to_mesh(box(1, 2, 3)), to_mesh(box(3, 1, 1))])
    assert rows.shape == (2, MODELS[name].dim) and np.isfinite(rows).all()
    np.testing.assert_allclose(np.linalg.norm(rows, axis=1), 1, atol=1e-5)
    again = load_model(name, weights=tmp_path / "released.pt")
    assert again.fingerprint == model.fingerprint
    np.testing.assert_array_equal(again.encode_shapes([to_mesh(box(1, 2, 3))])[0], rows[0])
