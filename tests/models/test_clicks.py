"""What a click grows into, on surfaces made for it: each test has one thing that ends a part, or must not."""

from dataclasses import replace

import numpy as np
import pytest

from trivium.models.clicks import Growth, SeenSquare, _lab, grown

SIZE = 48
LEFT = np.broadcast_to(np.arange(SIZE) < SIZE // 2, (SIZE, SIZE))
CLICK = (12, 24)


def square(height, slope, **other):
    """A surface z = height(x) seen from above, grey all over."""
    x = np.broadcast_to((np.arange(SIZE) + 0.5) / SIZE * 2 - 1, (SIZE, SIZE))
    normals = np.stack([-slope(x), np.zeros_like(x), np.ones_like(x)], 2)
    made = SeenSquare(
        colors=np.full((SIZE, SIZE, 3), 120, np.uint8),
        there=np.ones((SIZE, SIZE), bool),
        points=np.stack([x, -x.T, height(x)], 2).astype(np.float32),
        normals=(normals / np.linalg.norm(normals, axis=2, keepdims=True)).astype(np.float32),
        features=np.broadcast_to(np.array([1, 0], np.float32), (SIZE, SIZE, 2)),
    )
    return replace(made, **other)


def flat(**other):
    return square(np.zeros_like, np.zeros_like, **other)


def halves(left, right):
    return np.where(LEFT[..., None], np.array(left), np.array(right))


def share(mask, area):
    return (mask & area).sum() / area.sum()


def grow(seen, *clicks, growth=Growth()):
    return grown(seen, np.array(clicks or [CLICK]), growth)


def test_a_plain_surface_is_one_part():
    assert share(grow(flat()), np.ones((SIZE, SIZE), bool)) > 0.9


def test_a_groove_ends_a_part_and_an_edge_that_turns_outwards_does_not():
    valley, roof = square(np.abs, np.sign), square(lambda x: -np.abs(x), lambda x: -np.sign(x))
    assert share(grow(valley), LEFT) > 0.9 and share(grow(valley), ~LEFT) == 0
    assert share(grow(roof), ~LEFT) > 0.5


def test_what_lies_behind_is_of_another_part():
    step = square(lambda x: 0.4 * (x > 0), np.zeros_like)
    much = replace(Growth(), hiding=2.0)
    assert share(grow(step, growth=much), LEFT) > 0.9 and share(grow(step, growth=much), ~LEFT) == 0
    assert share(grow(step, growth=replace(much, hiding=0)), ~LEFT) > 0.5


@pytest.mark.parametrize("click", [CLICK, (36, 24)])
def test_another_colour_is_another_part(click):
    own = LEFT if click == CLICK else ~LEFT
    mask = grow(flat(colors=halves((200, 40, 40), (40, 60, 200)).astype(np.uint8)), click)
    assert share(mask, own) > 0.9 and share(mask, ~own) < 0.05


def test_other_features_are_another_part_when_they_count_enough():
    seen = flat(features=halves((1.0, 0.0), (0.0, 1.0)).astype(np.float32))
    assert share(grow(seen, growth=replace(Growth(), feature=1.5)), ~LEFT) == 0
    assert share(grow(seen, growth=replace(Growth(), feature=0)), ~LEFT) > 0.5


def test_a_click_a_little_beside_the_shape_means_its_edge_and_the_mask_stays_near():
    seen = flat(there=LEFT, colors=halves((200, 40, 40), (200, 40, 40)).astype(np.uint8))
    far = replace(Growth(), outline=2.0)
    assert share(grow(seen, (26, 24), growth=far), LEFT) > 0.9
    assert share(grow(seen, (26, 24), growth=far), ~LEFT) == 0
    assert not grow(flat(there=np.zeros((SIZE, SIZE), bool))).any()


def test_several_clicks_are_put_together_and_one_piece_is_only_what_hangs_together():
    colors = np.broadcast_to((np.arange(SIZE) // 12 % 2 * 150 + 40)[None, :, None], (SIZE, SIZE, 3)).astype(np.uint8)
    first, third = np.zeros((2, SIZE, SIZE), bool)
    first[:, :12], third[:, 24:36] = True, True
    one, both = grow(flat(colors=colors), (6, 24)), grow(flat(colors=colors), (6, 24), (30, 24))
    assert share(one, first) > 0.9 and share(one, third) == 0
    assert share(both, first) > 0.9 and share(both, third) > 0.9


def test_lab_is_what_scikit_image_says():
    skimage = pytest.importorskip("skimage.color")
    colors = np.random.default_rng(0).integers(0, 256, (20, 20, 3)).astype(np.uint8)
    assert np.abs(_lab(colors) - skimage.rgb2lab(colors) / 100).max() < 0.01
