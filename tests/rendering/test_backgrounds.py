import numpy as np
import pytest

from trivium.rendering import cluttered_background, composite, occlude, photograph, random_lights


def test_backgrounds_are_seeded_varied_and_busy():
    a, b = (cluttered_background(np.random.default_rng(s), size=96) for s in (1, 2))
    np.testing.assert_array_equal(a, cluttered_background(np.random.default_rng(1), size=96))
    assert a.shape == (96, 96, 3) and a.dtype == np.uint8
    assert np.abs(a.astype(int) - b).mean() > 5
    busy = [cluttered_background(np.random.default_rng(s), size=96).std() for s in range(20)]
    assert np.median(busy) > 15


def test_composite_keeps_the_object():
    image, background = np.full((8, 8, 3), 200, np.uint8), np.zeros((8, 8, 3), np.uint8)
    mask = np.zeros((8, 8), bool)
    mask[2:5] = True
    out = composite(image, mask, background)
    assert (out[mask] == 200).all() and (out[~mask] == 0).all()


@pytest.mark.parametrize("share", [0.2, 0.4])
def test_occluders_hide_about_the_share_asked_for(share):
    mask = np.zeros((96, 96), bool)
    mask[20:76, 20:76] = True
    image = np.full((96, 96, 3), 128, np.uint8)
    hidden = []
    for seed in range(10):
        picture, visible = occlude(image, mask, np.random.default_rng(seed), share=share)
        hidden.append(1 - visible.sum() / mask.sum())
        assert (picture[visible] == 128).all()
    assert np.mean(hidden) == pytest.approx(share, abs=0.08)


def test_nothing_to_occlude_is_fine():
    image, mask = np.zeros((8, 8, 3), np.uint8), np.zeros((8, 8), bool)
    assert occlude(image, mask, np.random.default_rng(0), share=0.3)[0] is image


def test_photograph_changes_a_picture_but_not_beyond_recognition():
    picture = cluttered_background(np.random.default_rng(3), size=96)
    faults = [photograph(picture, np.random.default_rng(s)).astype(float) for s in range(8)]
    like = [np.corrcoef(f.reshape(-1), picture.reshape(-1))[0, 1] for f in faults]
    assert min(like) > 0.6 and any(np.abs(f - picture).mean() > 4 for f in faults)


def test_random_lights_come_from_the_side_of_the_camera():
    for seed in range(20):
        assert all(z < 0 for _, _, z in random_lights(np.random.default_rng(seed)).directions)
