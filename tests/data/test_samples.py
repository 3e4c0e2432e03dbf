"""From a shape to what a model is trained on."""

import numpy as np
import pytest

from trivium.data.samples import Sample, SampleConfig, sample_of_shape
from trivium.errors import ShapeError
from trivium.procedural import generate


def test_a_share_of_the_views_is_like_photos():
    """On white or not at all: what is like a photo has a background up to its corners."""
    shape = generate("mug", seed=0).mesh

    def views(share):
        config = SampleConfig(num_points=16, num_views=12, view_size=48, photo_share=share)
        return sample_of_shape(shape, config, id="mug").views

    def on_white(pictures):
        return (pictures[:, [0, 0, -1, -1], [0, -1, 0, -1]] == 255).all((1, 2))

    assert on_white(views(0.0)).all() and not on_white(views(1.0)).any()
    some = views(0.5)
    assert 2 <= on_white(some).sum() <= 10
    np.testing.assert_array_equal(some, views(0.5))
    np.testing.assert_array_equal(some[on_white(some)], views(0.0)[on_white(some)])  # the others are where they were
    with pytest.raises(ShapeError, match="share of photos of 2"):
        SampleConfig(photo_share=2)


@pytest.mark.parametrize(
    "features", [np.full((1, 4), np.nan), np.full((1, 4), np.inf), np.full((1, 4), 1e6), np.zeros((0, 4))]
)
@pytest.mark.parametrize("name", ["image_features", "text_features"])
def test_features_that_a_shard_cannot_hold_are_refused(name, features):
    captions = tuple("word" for _ in features) if name == "text_features" else ()
    with pytest.raises(ShapeError, match=name):
        Sample(id="x", points=np.zeros((1, 9), np.float32), captions=captions, **{name: features.astype(np.float32)})


@pytest.mark.parametrize(
    "more", [{"captions": ("  ",)}, {"captions": (5,)}, {"category": None}, {"captions": (b"mug",)}]
)
def test_what_is_said_of_a_sample_must_be_words(more):
    with pytest.raises(ShapeError, match="expected texts"):
        Sample(id="x", points=np.zeros((1, 9), np.float32), **more)
