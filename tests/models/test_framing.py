"""Squares of a photo: what they show, and that the right one is found."""

import numpy as np
import pytest
import torch
from PIL import Image

from trivium.geometry import Pose
from trivium.models.framing import Framing, PhotoPose, framings, overlay, posed_in
from trivium.models.pose_inference import Posed
from trivium.procedural import generate

PHOTO = np.random.default_rng(0).integers(0, 256, (40, 60, 3), dtype=np.uint8)


def test_a_square_within_the_photo_is_what_it_shows():
    cut = Framing(10, 5, 30).cut(PHOTO, 30)
    np.testing.assert_array_equal(cut, PHOTO[5:35, 10:40])


def test_beyond_the_photo_is_the_colour_of_its_border():
    photo = np.full((20, 20, 3), (10, 200, 30), np.uint8)
    photo[5:15, 5:15] = 255
    cut = Framing(-10, -10, 40).cut(photo, 40)
    assert (cut[0] == (10, 200, 30)).all() and (cut[:10] == (10, 200, 30)).all()
    assert (cut[20, 20] == 255).all() and (cut[12, 12] == (10, 200, 30)).all()


@pytest.mark.parametrize("box", [(0, 0, 60, 40), (5, 10, 20, 38), (0, 0, 1, 1), (59, 0, 60, 40)])
def test_squares_hold_the_box_in_their_middle(box):
    left, top, right, bottom = box
    for square in framings(box):
        assert square.left <= left and square.top <= top
        assert square.left + square.side >= right and square.top + square.side >= bottom
        assert square.left + square.side / 2 == pytest.approx((left + right) / 2)
        assert square.cut(PHOTO, 16).shape == (16, 16, 3)


class Whereabouts:
    """Stands for a model and its inference: fits where a square is mostly white."""

    class config:
        class input:
            image_size = 32

    def map_of(self, pictures):
        return torch.tensor([float(np.mean(p)) for p in pictures])[:, None, None, None]

    def coarse_scores(self, maps, templates):
        return maps.numpy()[:, :, 0] * np.ones((1, len(templates), 3)) / 255

    def infer(self, photo, shapes, templates):
        return [Posed(i, float(photo) / 255, Pose(0.1 * i, 0.2), 0.0) for i in reversed(range(len(shapes)))]


def test_the_square_that_fits_best_is_taken_for_all_shapes():
    photo = np.zeros((200, 300, 3), np.uint8)
    photo[80:200, 180:300] = 255  # the lower right
    box = (180, 80, 300, 200)
    found = posed_in(photo, Whereabouts(), Whereabouts(), ["a", "b"], ["a", "b"], box=box)
    assert [round(p.pose.azimuth, 1) for p in found] == [0.0, 0.1]
    assert found[0].framing == found[1].framing == framings(box)[1] == Framing(180, 80, 120)
    assert posed_in(photo, Whereabouts(), Whereabouts(), ["a"], ["a"])[0].framing == framings((0, 0, 300, 200))[1]


def test_degrees_go_to_json():
    told = PhotoPose(Pose(np.pi / 2, np.pi / 6, 0.0), Framing(1, 2, 30), 0.51234567).to_json()
    assert (told["azimuth"], told["elevation"], told["roll"], told["score"]) == (90.0, 30.0, 0.0, 0.5123)
    assert told["framing"] == {"left": 1, "top": 2, "side": 30}


def test_an_overlay_shows_the_shape_where_it_is_seen():
    photo = np.full((100, 100, 3), 255, np.uint8)
    mesh = generate("chair", seed=1).mesh
    picture = overlay(photo, mesh, PhotoPose(Pose(0.5, 0.3), Framing(0, 0, 100), 0.5), 120)
    changed = (picture != 255).any(2)
    assert picture.shape == (120, 120, 3) and 0.05 < changed.mean() < 0.8 and not changed[:3].any()
    left = overlay(photo, mesh, PhotoPose(Pose(0.5, 0.3), Framing(50, 0, 100), 0.5), 120)
    np.testing.assert_array_equal((left != 255).any(2), changed)  # the square moves with the shape in it
    Image.fromarray(picture)
