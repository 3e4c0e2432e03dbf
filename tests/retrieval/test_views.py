"""Photos are compared with single views: the maths, and what a library does with it."""

import numpy as np
import pytest

from standin import DIM, StandIn, unit
from trivium import Library
from trivium.models.aligned import PhotoRows, ShapeRows
from trivium.retrieval.query import make_query
from trivium.retrieval.views import SHARPNESS, view_scores


def rows(count, seed):
    return np.stack([unit(r) for r in np.random.default_rng(seed).normal(size=(count, DIM))])


def test_scores_are_the_mean_over_photos_of_the_soft_maximum_over_views():
    photos, shapes = rows(3, 0), [rows(4, 1), rows(1, 2), rows(7, 3)]
    for score, views in zip(view_scores(photos, shapes), shapes, strict=True):
        naive = np.mean([np.log(np.mean([np.exp(SHARPNESS * p @ v) for v in views])) / SHARPNESS for p in photos])
        assert score == pytest.approx(naive, rel=1e-6)


def test_a_single_view_is_a_cosine_and_more_views_lie_between_mean_and_best():
    photo, views = rows(1, 4), rows(6, 5)
    assert view_scores(photo, [views[:1]])[0] == pytest.approx(float(photo[0] @ views[0]), rel=1e-5)
    assert (views @ photo[0]).mean() <= view_scores(photo, [views])[0] <= (views @ photo[0]).max()


def test_order_of_views_and_photos_does_not_matter():
    photos, views = rows(3, 6), rows(5, 7)
    assert view_scores(photos[::-1], [views[::-1]])[0] == pytest.approx(view_scores(photos, [views])[0])


class TwoFaced(StandIn):
    """Every shape is seen from two sides: as itself, and as one colour, red for a shape called "two-faced"."""

    def encode_with_views(self, prepared):
        row = self.encode_prepared([prepared])[0]
        side = self._color_row((1, 0, 0) if prepared.shape.name == "two-faced" else (0, 0, 1))
        return ShapeRows(row, np.stack([row, side]).astype(np.float32))

    def encode_photos(self, views):
        return PhotoRows(self.encode_views([views])[0], self.encode_images(views))


@pytest.fixture
def library(tmp_path, glb):
    for name in ("plain", "two-faced"):
        glb(tmp_path / "models" / f"{name}.glb", name)
    library = Library(tmp_path / "a.trivium", TwoFaced())
    library.add(tmp_path / "models")
    return library


@pytest.fixture
def glb():
    from trivium.geometry import Mesh
    from trivium.io import save_glb
    from trivium.procedural import generate

    def write(path, name):
        path.parent.mkdir(exist_ok=True)
        save_glb(Mesh(generate("stool", seed=1).mesh.surfaces, name), path)

    return write


RED = np.full((16, 16, 3), (255, 0, 0), np.uint8)


def test_a_photo_of_one_side_finds_the_shape_that_has_it(library):
    """Both shapes have the same row: only their views tell them apart."""
    hits = library.search(images=RED)
    assert [h.name for h in hits] == ["two faced", "plain"] and hits[0].score > hits[1].score + 0.01
    assert hits[0].score <= 1 + 1e-6


def test_several_photos_do_not_put_clouds_before_shapes(library, tmp_path):
    """The mean of several photos is nearer to everything than they are: a cloud must not be compared with it alone."""

    class Clouds(TwoFaced):
        def encode_with_views(self, prepared):
            rows = super().encode_with_views(prepared)
            return rows if prepared.shape.name == "two-faced" else ShapeRows(rows.row, rows.views[:0])

    mixed = Library(tmp_path / "b.trivium", Clouds())
    mixed.add(tmp_path / "models", workers=1)
    blue = np.full((16, 16, 3), (0, 0, 255), np.uint8)
    rows = mixed.model.encode_photos([RED, blue]).photos
    (cloud,) = (h for h in mixed.search(images=[RED, blue]) if h.name == "plain")
    row = mixed.embeddings([cloud.id])[1][0]
    assert cloud.score == pytest.approx(float((rows @ row).mean()), abs=1e-5)
    fused = rows.mean(0) / np.linalg.norm(rows.mean(0))
    assert fused @ row > cloud.score + 0.01  # what it would have had


def test_words_and_shapes_are_compared_with_the_whole(library):
    hits = library.search(text="stool")
    assert hits[0].score == pytest.approx(hits[1].score, abs=1e-6)


def test_a_mix_moves_by_the_share_of_its_photos(library):
    alone, mixed = (library.search(images=RED, text=text) for text in (None, "stool"))
    gap = [abs(hits[0].score - hits[1].score) for hits in (alone, mixed)]
    query = make_query(library.model, images=RED, text="stool")
    assert gap[1] == pytest.approx(gap[0] * query.photo_share, rel=1e-3) and 0 < query.photo_share < 1


def test_views_survive_in_the_library_and_in_copies(library, tmp_path, glb):
    glb(tmp_path / "models" / "again.glb", "two-faced")  # the same bytes: nothing is embedded anew
    library.add(tmp_path / "models")
    again = Library(library.path, TwoFaced())
    assert {h.name for h in again.search(images=RED, top_k=2)} == {"two faced", "again"}


def test_a_library_of_the_old_format_is_refused_with_a_way_out(library):
    import json

    from trivium.errors import LibraryError

    meta = library.path / "meta.json"
    meta.write_text(json.dumps(json.loads(meta.read_text()) | {"format": 1}))
    with pytest.raises(LibraryError, match=r"older trivium.*index the files anew"):
        Library(library.path, TwoFaced())
