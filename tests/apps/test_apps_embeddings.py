"""The verb plot embeddings: what is alike is near, names are safe, and both pictures show all things."""

import json
import re
import sys

import numpy as np
import pytest
from typer.testing import CliRunner

from apps.color_model import ColorModel
from trivium.apps.embeddings import (
    COLORS,
    Things,
    draw_map,
    encoded,
    map_of,
    map_page,
    placed,
    rows_of_library,
    separation,
    shapes_made_up,
    shapes_of_folder,
)
from trivium.cli import app
from trivium.errors import MissingDependencyError, QueryError
from trivium.io import save_glb
from trivium.procedural import UNSEEN, generate
from trivium.retrieval import Library

pytest.importorskip("sklearn", reason="maps need the extra [plots]")


def clusters(count=3, each=12, dim=16):
    """Rows around ``count`` directions, and the number of each one's direction."""
    rng = np.random.default_rng(0)
    rows = np.repeat(rng.normal(size=(count, dim)), each, 0) + 0.15 * rng.normal(size=(count * each, dim))
    return (rows / np.linalg.norm(rows, axis=1, keepdims=True)).astype(np.float32), np.repeat(np.arange(count), each)


@pytest.fixture
def drawn():
    rows, kinds = clusters()
    things = Things(tuple(f"thing {i}" for i in range(len(rows))), tuple("abc"[k] for k in kinds))
    return map_of("Things", things, [rows, rows[::-1]], ["one", "two"], "pca")


@pytest.mark.parametrize("method", ["tsne", "pca"])
def test_what_is_alike_is_near(method):
    rows, kinds = clusters()
    places = placed(rows, method)
    assert places.shape == (36, 2) and places.min() >= -1e-9 and places.max() <= 1 + 1e-9
    far = np.linalg.norm(places[:, None] - places[None], axis=2) + 9 * np.eye(36)
    assert (kinds[far.argmin(1)] == kinds).all()
    np.testing.assert_array_equal(places, placed(rows, method))


def test_few_things_are_drawn_and_fewer_refused():
    rows, _ = clusters(5, 1)
    assert placed(rows).shape == (5, 2)
    np.testing.assert_allclose(placed(np.repeat(rows[:1], 6, 0), "pca"), 0.5, atol=1e-5)  # all the same
    with pytest.raises(QueryError, match="got 4 things to draw, expected 5 or more"):
        placed(rows[:4])
    with pytest.raises(QueryError, match="no method 'tsn'; there are: tsne, pca, umap"):
        placed(rows, "tsn")


def test_umap_is_an_extra_that_names_itself(monkeypatch):
    monkeypatch.setitem(sys.modules, "umap", None)
    with pytest.raises(MissingDependencyError, match=r"umap is needed here: pip install 'trivium\[plots\]'"):
        placed(clusters()[0], "umap")


def test_separation_is_the_share_with_a_neighbour_of_their_class():
    angles = np.radians([0, 1, 5, 90, 91])
    rows = np.stack([np.cos(angles), np.sin(angles)], 1).astype(np.float32)
    assert separation(rows, list("aaabb")) == 1.0
    assert separation(rows, list("aabbb")) == pytest.approx(4 / 5)  # the third is nearest to the second
    assert separation(rows, list("abcde")) == 0.0


def test_the_page_loads_nothing_and_shows_names_as_they_are(drawn):
    evil = Things(
        ("</script><script>alert(1)</script>", *drawn.things.names[1:]), ("<b>x</b>", *drawn.things.classes[1:])
    )
    page = map_page(map_of("<i>title</i>", evil, [clusters()[0]], ["<u>model</u>"], "pca"))
    assert not re.search(r"(src|href)=|https?://|url\(", page) and "default-src 'none'" in page
    for raw in ("<i>title", "<u>model", "<b>x</b>", "<script>alert"):
        assert raw not in page
    data = json.loads(re.search(r'id="data">(.*?)</script>', page, re.S)[1])
    assert data["names"][0] == evil.names[0] and data["classes"][0] == "<b>x</b>"


def test_both_maps_are_in_the_page_and_in_the_picture(drawn, tmp_path):
    page = map_page(drawn)
    assert page.count("<canvas") == 2 and page.count('<button type="button"') == 3
    data = json.loads(re.search(r'id="data">(.*?)</script>', page, re.S)[1])
    assert [len(p) for p in data["panels"]] == [36, 36] and len(data["legend"]) == 36
    draw_map(drawn, tmp_path / "map.png")
    from PIL import Image

    picture = Image.open(tmp_path / "map.png")
    assert picture.width > 1.5 * picture.height
    used = {tuple(c) for c in np.asarray(picture.convert("RGB")).reshape(-1, 3)[::3]}
    assert len(used) > 50


def test_many_classes_share_a_grey():
    rows, _ = clusters(20, 2)
    kinds = [f"class {i // 2:02d}" for i in range(40)]
    kinds[5] = kinds[0]
    legend = map_of("x", Things(("n",) * 40, tuple(kinds)), [rows], ["m"], "pca").colored
    assert len(legend) == len(COLORS) and legend[0][0] == "class 00" and legend[0][2] == 3
    assert legend[-1][0] == "others" and sum(count for _, _, count in legend) == 40


def test_shapes_are_read_with_their_classes(tmp_path):
    for name in ("chair", "mug"):
        (tmp_path / name).mkdir()
        save_glb(generate(name, seed=1).mesh, tmp_path / name / "some_model.glb")
    (tmp_path / "mug" / "broken.glb").write_bytes(b"nothing")
    things, (shapes, pictures) = (
        encoded(shapes_of_folder(tmp_path), [ColorModel()])[0],
        [encoded(shapes_of_folder(tmp_path), [ColorModel()], seen=seen)[1][0] for seen in ("shapes", "pictures")],
    )
    assert things.classes == ("chair", "mug") and things.names == ("some model", "some model")
    assert shapes.shape == pictures.shape == (2, ColorModel.dim)
    assert {category for _, category, _ in shapes_made_up(10)} == set(UNSEEN)


def test_a_library_gives_its_own_rows(tmp_path):
    for seed in range(3):
        (tmp_path / "m" / "chair").mkdir(parents=True, exist_ok=True)
        save_glb(generate("chair", seed=seed).mesh, tmp_path / "m" / "chair" / f"{seed}.glb")
    library = Library(tmp_path / "own.trivium", ColorModel())
    library.add(tmp_path / "m", workers=1)
    things, rows = rows_of_library(library)
    assert len(things) == 3 and set(things.classes) == {"chair"} and rows.shape == (3, ColorModel.dim)


def test_the_command_draws_and_refuses(tmp_path, monkeypatch):
    import trivium.models

    monkeypatch.setattr(trivium.models, "load_model", lambda *_, **__: ColorModel())

    def run(*given):
        return CliRunner().invoke(app, ["plot", "embeddings", *map(str, given)])

    asked = ("--procedural", 6, "--categories", "chair,mug", "--method", "pca")
    for name, start in (("map.png", b"\x89PNG"), ("map.html", b"<!doctype")):
        done = run(*asked, "--out", tmp_path / name)
        assert done.exit_code == 0 and "nearest neighbour of the same class" in done.output, done.output
        assert (tmp_path / name).read_bytes().startswith(start)
    assert run(*asked, "--out", tmp_path / "map.pdf").exit_code == 2
    assert run("--out", tmp_path / "map.png").exit_code == 2
    few = run(tmp_path, "--out", tmp_path / "x.png")
    assert few.exit_code == 3 and "got 0 things to draw" in few.output
    other = run(*asked, "--beside", "untrained", "--out", tmp_path / "x.png")
    assert other.exit_code == 3 and "needs a CG3D run" in other.output
