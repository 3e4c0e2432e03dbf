"""Encoders by name: each takes clouds of as many columns as it says, and what is misspelt is named."""

import pytest
import torch

from trivium.encoders.points import ENCODERS, build_encoder, channels_of
from trivium.errors import ConfigError

SMALL = {
    "openshape": {"in_channels": 9, "width": 32, "depth": 1, "heads": 2, "head_dim": 16, "hidden": 64, "num_groups": 8, "group_size": 8},
    "pointbert": {"width": 32, "depth": 1, "heads": 2, "num_groups": 8, "group_size": 8},
    "pointmlp": {"num_points": 64, "width": 16, "neighbors": [4, 4, 4, 4], "hidden": []},
    "pointnet2": {"whole": [64], "hidden": [64, 32]},
    "pointnext": {"in_channels": 6, "width": 16, "strides": [1, 2, 2], "blocks": [1, 1, 1], "neighbors": 8},
    "pointtransformer": {"in_channels": 6, "width": 32, "depth": 1, "heads": 2, "num_groups": 8, "group_size": 8},
    "uni3d": {"width": 32, "depth": 1, "heads": 2, "hidden": 64, "num_groups": 8, "group_size": 8},
}  # fmt: skip
COLUMNS = {
    "openshape": 9,
    "pointbert": 9,
    "pointnext": 9,
    "pointtransformer": 6,
    "uni3d": 6,
    "pointmlp": 3,
    "pointnet2": 3,
}


@pytest.mark.parametrize("name", ENCODERS)
def test_an_encoder_by_name(name):
    torch.manual_seed(0)
    encoder = build_encoder(name, SMALL[name], out_dim=24)
    assert channels_of(encoder) == COLUMNS[name]
    clouds = torch.rand(2, 600, COLUMNS[name]) * 2 - 1
    with torch.no_grad():
        assert encoder.eval()(clouds).shape == (2, 24)


def test_what_is_misspelt_is_named():
    with pytest.raises(ConfigError, match=r"no point encoder 'pointbret'; there are: openshape, pointbert"):
        build_encoder("pointbret", {}, out_dim=8)
    with pytest.raises(ConfigError, match=r"pointbert has no setting widht; there are: depth, group_size"):
        build_encoder("pointbert", {"widht": 3}, out_dim=8)
    with pytest.raises(ConfigError, match=r"no setting out_dim"):
        build_encoder("pointbert", {"out_dim": 3}, out_dim=8)
    with pytest.raises(ConfigError, match="cannot be built"):
        build_encoder("pointbert", {"width": "wide"}, out_dim=8)
