"""The table of models: every row can be built, and its conventions fit its network and its towers."""

import re

import pytest
import torch

from trivium.models import MODELS
from trivium.models.preprocess import WIDTHS

PUBLISHED = {  # points, y and z swapped, unknown colour, centre: ARCHITECTURES of the official codes
    "openshape-pointbert-vitg14-rgb": (10_000, True, 0.4, "mean"),
    "openshape-pointbert-no-lvis": (10_000, True, 0.4, "mean"),
    "openshape-pointbert-shapenet": (10_000, True, 0.4, "mean"),
    "openshape-pointbert-vitl14-rgb": (10_000, False, 0.4, "mean"),
    "openshape-pointbert-vitb32-rgb": (10_000, False, 0.4, "mean"),
    "tamm-pointbert-ensemble": (10_000, True, 0.4, "mean"),
    "uni3d-g": (10_000, False, 0.4, "mean"),
    "ulip-pointbert": (8192, False, None, "mean"),
    "ulip2-pointbert": (10_000, False, 0.4, "mean"),
    "cg3d-pointmlp-1024": (1024, False, None, "mean"),
    "michelangelo": (4096, False, None, "box"),
}
RELEASED = [name for name, entry in MODELS.items() if entry.network is not None]


@pytest.fixture(scope="module")
def built():
    """Every network, once, without memory for its weights."""
    with torch.device("meta"):
        return {name: MODELS[name].network.build() for name in RELEASED}


def test_mini_comes_first_and_names_are_plain():
    assert next(iter(MODELS)) == "mini"
    assert all(re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", name) and entry.name == name for name, entry in MODELS.items())


@pytest.mark.parametrize("name", RELEASED)
def test_a_row_fits_its_network(name, built):
    entry, network = MODELS[name], built[name]
    spec = entry.input
    assert entry.dim == (2 * network.out_dim if name.startswith("tamm") else network.out_dim)
    config = getattr(getattr(network, "model", network), "config", None)
    if spec.num_points:
        wanted = 3 + config.point_channels if name == "michelangelo" else getattr(config, "in_channels", 3)
        assert sum(WIDTHS[c] for c in spec.channels) == wanted
        assert spec.ring_views == 0
    else:
        assert spec.channels == () and spec.ring_views == 12
    assert entry.licence and entry.source and entry.summary
    assert entry.weights.sha256 is None or re.fullmatch(r"[0-9a-f]{64}", entry.weights.sha256)


@pytest.mark.parametrize("name", RELEASED)
def test_towers_are_of_the_same_space_and_see_the_pictures_of_the_row(name):
    entry = MODELS[name]
    towers = entry.towers
    assert towers is not None and towers.dim * (2 if name.startswith("tamm") else 1) == entry.dim
    pictures = ("image_size", "image_mean", "image_std")
    assert [getattr(entry.input, p) for p in pictures] == [getattr(towers.pictures, p) for p in pictures]
    with torch.device("meta"):
        images = getattr(towers.network.build(), "images", None)
        tower = images[0] if isinstance(images, torch.nn.Sequential) else images
        tower = getattr(tower, "tower", tower)
    assert tower.config.image_size == entry.input.image_size


@pytest.mark.parametrize("name", PUBLISHED)
def test_conventions_are_the_published_ones(name):
    spec = MODELS[name].input
    fill = spec.color_fill if "color" in spec.channels else None
    assert (spec.num_points, spec.swap_yz, fill, spec.center) == PUBLISHED[name]


def test_rows_of_the_same_name_are_rows_themselves():
    alike = [other for entry in MODELS.values() for other in entry.alike]
    assert len(alike) == 3 and all(MODELS[other.name] == other for other in alike)
