"""What a pixel shows is known, and errors are what they say."""

from dataclasses import replace

import numpy as np
import pytest
import torch

from standin import tiny_pasr, tiny_tango
from trivium.evaluation.correspondence import (
    ByTruePlace,
    PixelErrors,
    PixelQuery,
    at_pixels,
    errors_of,
    evaluate_pixels,
    matchers_of,
    pixel_queries,
    pixel_summary,
)
from trivium.evaluation.posed_scenes import PoseTestConfig, gallery_of
from trivium.geometry.neighbors import nearest_neighbors
from trivium.geometry.sampling import sample_surface
from trivium.geometry.symmetry import ANY, Symmetry

CONFIG = PoseTestConfig(procedural=10, queries=3, levels=("L0",), size=64)


@pytest.fixture(scope="module")
def queries() -> list[PixelQuery]:
    return list(pixel_queries(gallery_of(CONFIG), CONFIG, pixels=8))


def test_pixels_show_points_of_the_shape_that_project_back_to_them(queries):
    own = [q for q in queries if q.task == "own"]
    assert len(own) == 3
    for query in own:
        assert query.pixels.shape == (8, 2) and np.array_equal(query.truth, query.shown)
        back, _ = query.picture.pose.camera(64).project(query.shown)
        assert np.abs(back[0] - (query.pixels + 0.5)).max() < 0.01


def test_others_are_other_shapes_of_the_category_and_truth_lies_on_them(queries):
    others = [q for q in queries if q.task == "other"]
    assert others
    for query in others:
        shown = next(q.shape for q in queries if q.task == "own" and q.picture is query.picture)
        assert query.shape.category == shown.category and query.shape.key != shown.key
        surface = sample_surface(query.shape.mesh, 20000, rng=np.random.default_rng(0)).points
        nearest = surface[nearest_neighbors(query.truth, surface, 1)[:, 0]]
        assert np.linalg.norm(nearest - query.truth, axis=1).max() < 0.08


def test_who_is_told_the_place_is_right_about_the_shape_itself(queries):
    errors = evaluate_pixels(queries, {"told": ByTruePlace()})
    own = np.concatenate([e.errors for e in errors if e.task == "own"])
    assert np.median(own) < 0.03


def test_every_matcher_says_a_point_for_every_pixel(queries):
    told, matchers = [], matchers_of(tiny_pasr(), tiny_tango())
    errors = evaluate_pixels(queries[:2], matchers, progress=lambda *step: told.append(step))
    assert told == [(1, 2), (2, 2)] and len(errors) == 2 * len(matchers)
    for found, query in zip(errors, np.repeat(queries[:2], len(matchers)), strict=True):
        assert found.errors.shape == (len(query.pixels),) and (found.errors <= 1.01).all()


def test_what_symmetry_makes_alike_counts_as_the_same(queries):
    query = queries[0]
    turned = query.truth * [-1, 1, -1]  # half a turn about the vertical
    once, twice, ball = (
        replace(query, shape=replace(query.shape, symmetry=Symmetry(*axes)))
        for axes in ((1, 1, 1), (1, 2, 1), (ANY, ANY, ANY))
    )
    assert errors_of(turned, once).max() > 0.05 and errors_of(turned, twice).max() < 1e-5
    assert errors_of(query.truth[:, [1, 2, 0]], ball).max() < 1e-5
    assert errors_of(query.truth + np.array([0.2, 0, 0]), once) == pytest.approx(np.full(8, 0.1), abs=1e-5)


def test_a_map_is_read_where_the_pixel_is():
    maps = torch.zeros(1, 2, 4, 4)
    maps[0, 0], maps[0, 1, 1, 2] = 0.1, 1.0
    seen = at_pixels(maps, np.array([[20, 12], [4, 28]]), 32)  # the middles of cells (1, 2) and (3, 0), nearly
    assert seen[0, 1] > 0.95 and seen[1, 1] < 0.2


def test_a_summary_counts_what_it_says():
    errors = [PixelErrors(matcher="m", task="own", group="g", errors=np.array([0.01, 0.04, 0.08, 0.3]))]
    line = pixel_summary(errors)[0]
    assert (line.pixels, line.pck2, line.pck5, line.pck10) == (4, 25, 50, 75) and line.median == pytest.approx(6)
