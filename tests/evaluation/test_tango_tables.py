"""The tables of Tango3D: who knows the answer has no errors, who guesses has, and symmetry is no error."""

from dataclasses import replace

import numpy as np
import pytest
import torch
from typer.testing import CliRunner

from standin import StandIn, tiny_pasr, tiny_tango
from trivium.cli import app
from trivium.evaluation import whole_objects
from trivium.evaluation.autoencoding import evaluate_tokens
from trivium.evaluation.correspondence import Matcher
from trivium.evaluation.cycles import Way, cycle_summary, evaluate_picture_cycles, evaluate_shape_cycles, picture_cycles
from trivium.evaluation.part_transfer import PartMatcher, evaluate_parts, part_iou, part_queries, part_summary
from trivium.evaluation.points_in_pictures import (
    PointErrors,
    PointFinder,
    evaluate_points,
    point_queries,
    point_summary,
    true_pixels,
)
from trivium.evaluation.posed_scenes import GalleryShape, PoseQuery, PoseTestConfig, gallery_of
from trivium.evaluation.shape_maps import ShapeMatcher, evaluate_maps, map_summary, shape_queries
from trivium.evaluation.tango import TABLES, Models
from trivium.evaluation.whole_objects import Found, evaluate_wholes, whole_summary
from trivium.geometry import Mesh, Pose, Surface
from trivium.geometry.symmetry import Symmetry
from trivium.geometry.winding import inside
from trivium.models.aligned import PhotoRows, ShapeRows
from trivium.models.correspondence import Projected

CONFIG = PoseTestConfig(procedural=6, queries=2, levels=("L0",), groups=("procedural",), size=64)
RNG = np.random.default_rng(0)


@pytest.fixture(scope="module")
def gallery():
    return gallery_of(CONFIG)


class Oracle(Matcher, PointFinder, ShapeMatcher, PartMatcher):
    """Is told every answer."""

    def __init__(self, pairs=()):
        self.answers = {pair.query: pair.truth for pair in pairs}

    def points_of(self, query):
        return self.answers[query] if query in self.answers else query.shown

    def pixels_of(self, query):
        truth = true_pixels(query.points, query.shape, query.picture)
        first = truth.seen.argmax(0)
        return Projected(truth.pixels[first, np.arange(len(first))], truth.shown)

    def faces_of(self, query):
        return query.truth


class Guess(Matcher, PointFinder, ShapeMatcher, PartMatcher):
    """Says anything."""

    def points_of(self, query):
        points = query.pixels if hasattr(query, "pixels") else query.points
        return RNG.uniform(-0.5, 0.5, (len(points), 3)).astype(np.float32)

    def pixels_of(self, query):
        return Projected(RNG.uniform(0, 64, (len(query.points), 2)), RNG.random(len(query.points)) < 0.5)

    def faces_of(self, query):
        return RNG.random(len(query.truth)) < 0.5


def test_points_to_pixels(gallery):
    queries = list(point_queries(gallery, CONFIG, points=16))
    assert len(queries) == 6 and all(len(q.points) == 16 for q in queries)
    told, guessed = point_summary(evaluate_points(queries, {"told": Oracle(), "guessed": Guess()}))
    assert (told.within2, told.median, told.precision, told.recall) == (100, 0, 100, 100) and 0 < told.hidden < 100
    assert guessed.within10 < 50 and guessed.recall < 100 and guessed.points == told.points


def test_a_point_behind_is_hidden_and_one_in_front_is_where_it_projects():
    square = np.array([[-1, -1, 0], [1, -1, 0], [1, 1, 0], [-1, 1, 0]], np.float32) / 2
    wall = Surface(square, np.array([[0, 1, 2], [0, 2, 3]]))
    mesh = Mesh(
        (
            replace(wall, vertices=square + np.float32([0, 0, 0.3])),
            replace(wall, vertices=square - np.float32([0, 0, 0.3])),
        )
    )
    picture = PoseQuery(0, "L0", Pose(0.0, 0.0), np.zeros((64, 64, 3), np.uint8))
    points = np.array([[0.1, 0.1, 0.3], [0.1, 0.1, -0.3]], np.float32)
    for symmetry, seen, sure in ((Symmetry(), [True, False], True), (Symmetry(y=2), [True, True], False)):
        truth = true_pixels(points, GalleryShape("wall-1", "wall", "procedural", mesh, symmetry), picture)
        assert truth.shown.tolist() == seen and (truth.sure == sure).all()
        away = np.abs(truth.pixels - picture.pose.camera(64).project(points)[0]).max((1, 2))
        assert away.min() < 1e-3 and len(away) == symmetry.y


def test_what_is_never_said_has_no_precision():
    nothing = np.zeros(4, bool)
    line = point_summary(
        [PointErrors(matcher="m", group="g", errors=np.ones(4), hidden=nothing, called_hidden=nothing)]
    )[0]
    assert line.precision is None and line.recall is None and line.hidden == 0


def test_there_and_back(gallery):
    ways = {"told": Way(Oracle(), Oracle()), "guessed": Way(Guess(), Guess()), "lost": Way(Lost(), Oracle())}
    errors = evaluate_picture_cycles(list(picture_cycles(gallery, CONFIG, pixels=16)), ways)
    lines = {(line.matcher, line.task): line for line in cycle_summary(errors)}
    for task in ("same picture", "other picture"):
        assert lines["told", task].within5 == 100 and lines["told", task].median < 1
        assert lines["guessed", task].within10 < 50
        assert (lines["lost", task].within10, lines["lost", task].median) == (0, 100)
    pairs = list(shape_queries(gallery, CONFIG, points=16))
    there = Oracle(pairs)
    there.points_of = lambda query: query.points  # stays where it is, and so comes back
    told, guessed = cycle_summary(evaluate_shape_cycles(pairs, {"told": there, "guessed": Guess()}))
    assert (told.within5, told.median) == (100, 0) and guessed.within10 < 50 and told.task == "shapes"


class Lost(Matcher):
    def points_of(self, query):
        return np.full((len(query.pixels), 3), np.nan, np.float32)


def test_shapes_to_shapes(gallery):
    pairs = list(shape_queries(gallery, CONFIG, points=16))
    assert all(
        p.query.source.category == p.query.target.category and p.query.source is not p.query.target for p in pairs
    )
    told, guessed = map_summary(evaluate_maps(pairs, {"told": Oracle(pairs), "guessed": Guess()}))
    assert (told.pck2, told.median, told.pairs) == (100, 0, len(pairs)) and guessed.pck5 < 50


def test_parts(gallery):
    queries = list(part_queries(gallery, replace(CONFIG, queries=6, size=128)))
    assert {q.task for q in queries} == {"own", "other"} and all(q.mask.sum() >= 64 for q in queries)
    lines = part_summary(evaluate_parts(queries, {"told": Oracle(), "guessed": Guess()}))
    for line in lines:
        assert line.miou == 100 if line.matcher == "told" else line.miou < 60
    own = {(q.shown.key, q.part) for q in queries if q.task == "own"}
    assert own >= {(q.shown.key, q.part) for q in queries if q.task == "other"}


def test_iou_is_of_areas_and_up_to_symmetry():
    square = np.array([[0, 0, 0], [1, 0, 0], [1, 0, 1], [0, 0, 1]], np.float32) - [0.5, 0, 0.5]
    faces = np.array([[0, 1, 2], [0, 2, 3]])
    shape = GalleryShape("square-1", "square", "procedural", Mesh((Surface(square, faces),)), Symmetry())
    one, other = np.array([True, False]), np.array([False, True])
    assert part_iou(one, one, shape) == 1 and part_iou(one, other, shape) == 0
    assert part_iou(one | other, one, shape) == pytest.approx(0.5)
    assert part_iou(one, other, replace(shape, symmetry=Symmetry(y=2))) == 1


@pytest.mark.parametrize("name", ["reverse", "cycle", "parts", "shapes"])
def test_every_table_has_lines_of_all_rivals(name):
    config, table = replace(CONFIG, queries=1, procedural=3, seed=1), TABLES[name]
    lines = table.summary(table.measure(config, Models(tiny_pasr(), tiny_tango()), 8, None))
    assert len({line.matcher for line in lines}) >= 3


def test_whole_objects_are_found_by_the_rows_of_both_models():
    config, table = replace(CONFIG, queries=2, procedural=3, seed=1), TABLES["whole"]
    lines = table.summary(table.measure(config, Models(tiny_pasr(), tiny_tango()), 8, None))
    assert {(line.task, line.model) for line in lines} == {
        (task, model) for task in ("photo to shape", "shape to shape") for model in ("tango", "mini")
    }
    assert all(line.queries == 2 and line.r1 <= line.r5 == 100 for line in lines)  # of three shapes the first five


def test_what_tokens_hold_is_an_iou():
    config, table = replace(CONFIG, queries=2, procedural=3, seed=1), TABLES["tokens"]
    lines = table.summary(table.measure(config, Models(tiny_pasr(), tiny_tango()), 8, None))
    assert sum(line.shapes for line in lines) == 2 and all(0 <= line.mean <= 100 for line in lines)


def test_recall_counts_places():
    found = [Found(model="m", task="t", place=place) for place in (0, 3, 5, 0)]
    line = whole_summary(found)[0]
    assert (line.queries, line.r1, line.r5) == (4, 50, 75)


class KnowsColors(StandIn):
    """A model whose rows are mean colours, of pictures and of shapes alike; or of shapes the wrong ones."""

    def __init__(self, shift=0):
        super().__init__()
        self.shift = shift

    def encode_prepared(self, prepared):
        colors = [np.roll(p.shape.surfaces[0].face_colors.mean(0), self.shift) for p in prepared]
        return np.stack([self._color_row(color) for color in colors])

    def encode_with_views(self, prepared):
        row = self.encode_prepared([prepared])[0]
        return ShapeRows(row, row[None])

    def encode_photos(self, views):
        row = self.encode_views([views])[0]
        return PhotoRows(row, row[None])


def test_who_knows_a_shape_finds_it_and_who_does_not_does_not(gallery):
    """Each shape in a colour of its own, and pictures that are of that colour throughout."""
    colors = [[1, 0, 0], [0, 1, 0], [0, 0, 1]]
    shapes = []
    for shape, color in zip(gallery[:3], colors, strict=True):
        faces = np.repeat(np.array([color], np.float32), len(shape.mesh.triangles), 0)
        vertices = shape.mesh.triangles.corners.reshape(-1, 3)
        surface = Surface(vertices, np.arange(len(vertices)).reshape(-1, 3), face_colors=faces)
        shapes.append(replace(shape, mesh=Mesh((surface,)), group="packs"))
    pictures = [
        PoseQuery(i, "L0", Pose(0, 0), np.full((8, 8, 3), 255 * np.array(color), np.uint8))
        for i, color in enumerate(colors)
    ]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(whole_objects, "pose_queries", lambda *_: pictures)
        found = evaluate_wholes(shapes, CONFIG, {"right": KnowsColors(), "wrong": KnowsColors(1)})
    places = {name: [f.place for f in found if f.model == name] for name in ("right", "wrong")}
    assert places["right"] == [0, 0, 0] and 0 not in places["wrong"]


def test_occupancy_is_held_to_the_truth(gallery):
    """A decoder that says what is inside of one shape, asked about it and about others."""
    shapes = [replace(shape, group="procedural") for shape in gallery[:2]]

    class Told(torch.nn.Module):
        def forward(self, cloud):
            return cloud

        def decode(self, _, points):
            return torch.from_numpy(inside(shapes[0].mesh, points[0].numpy())).float()[None] - 0.5

    told = tiny_tango()
    told.network.vae = Told()
    found = evaluate_tokens(shapes, replace(CONFIG, queries=2), told)
    assert found[0].iou == 1 and found[1].iou < 0.7


def test_no_such_table_is_refused():
    done = CliRunner().invoke(app, ["evaluate", "tango", "--table", "pixel"], env={"COLUMNS": "200"})
    assert done.exit_code == 2 and "there are: pixels, reverse, cycle, parts, shapes, whole, tokens" in " ".join(
        done.output.split()
    )
