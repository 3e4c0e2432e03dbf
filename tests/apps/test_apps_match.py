"""The verb match with the packaged weights: pixels, points and parts of a rendering are found on the model, and parts on another."""

import io

import numpy as np
import pytest
from PIL import Image
from scipy import ndimage

from standin import tiny_pasr, tiny_tango
from trivium.apps.match import Matcher
from trivium.errors import QueryError, ShapeError, WeightsError
from trivium.geometry import Mesh, PointCloud, Pose, Surface, normalized, sample_surface, unit_sphere
from trivium.models.correspondence import Correspondence
from trivium.procedural import generate
from trivium.rendering import render_views

SIZE = 240
POSE = Pose(0.6, 0.35)


@pytest.fixture(scope="module")
def chair():
    return generate("chair", seed=41).mesh


@pytest.fixture(scope="module")
def view(chair):
    return render_views(normalized(chair), POSE.camera(SIZE))


@pytest.fixture(scope="module")
def matcher():
    return Matcher()


@pytest.fixture(scope="module")
def laid(matcher, chair, view):
    return matcher.lay(view.images[0], chair)


def png(mask):
    file = io.BytesIO()
    Image.fromarray(mask.astype(np.uint8) * 255).save(file, "PNG")
    return file.getvalue()


def parts_of(mesh):
    """(T,) the names of the parts that triangles belong to."""
    return np.array([surface.name for surface in mesh.surfaces])[mesh.triangles.surface]


def overlap(part, name):
    """IoU of the areas."""
    right, found = parts_of(part.mesh) == name, np.isin(np.arange(len(part.mesh.triangles)), part.faces)
    areas = part.mesh.triangles.areas
    return areas[right & found].sum() / areas[right | found].sum()


def test_pixels_show_points_in_the_units_of_the_file(laid, chair, view):
    rows, columns = np.nonzero(view.mask[0])
    chosen = np.random.default_rng(0).choice(len(rows), 40)
    diameter, errors = 2 / unit_sphere(chair)[0, 0], []
    for row, column in zip(rows[chosen], columns[chosen], strict=True):
        found = laid.pixel((int(column), int(row)))
        true = np.linalg.inv(unit_sphere(chair)) @ [*view.points[0][row, column], 1]
        errors.append(np.linalg.norm(np.array(found.point) - true[:3]) / diameter)
        heat = found.heat.colors[:, 1]
        assert np.linalg.norm(found.heat.points[heat.argmin()] - found.point) < 0.2 * diameter  # the reddest is near
    assert np.median(errors) < 0.05 and np.mean(np.array(errors) < 0.1) > 0.85
    assert not laid.doubtful


def test_a_point_is_where_its_pixel_was(laid, view):
    row, column = (int(x[len(x) // 2]) for x in np.nonzero(view.mask[0]))
    found = laid.point(laid.pixel((column, row)).point)
    assert found.visible and np.abs(np.subtract(found.pixel, [column, row])).max() < 3


def test_points_in_front_are_seen_and_those_behind_are_not(laid, chair):
    cloud = sample_surface(normalized(chair), 2000, rng=np.random.default_rng(0))
    towards = laid.laid.seen.pose.camera(SIZE).centers[0] - cloud.points
    facing = (cloud.normals * towards).sum(1) / np.linalg.norm(towards, axis=1)
    visible = laid.laid.project(cloud.points).visible
    assert visible[facing > 0.5].mean() > 0.9  # the rest is behind something else
    assert visible[facing < -0.5].mean() < 0.25  # of what is thin, the edges of the other side


def test_beside_the_object_there_is_none(laid):
    found = laid.pixel((2, 2))
    assert found.point is None and found.triangle is None and found.score == 0 and found.to_json()["point"] is None


def test_a_mask_becomes_faces_those_behind_included_and_those_of_another(matcher, laid, chair, view):
    triangles = view.triangles[0]
    mask = np.where(triangles >= 0, parts_of(chair)[triangles], "") == "seat"
    part = laid.part(png(mask))
    assert overlap(part, "seat") > 0.8
    other = matcher.transfer(part, generate("chair", seed=77).mesh)
    assert overlap(other, "seat") > 0.6
    colors = part.colored().surfaces[0].face_colors
    assert len(np.unique(colors, axis=0)) == 2 and len(colors) == len(chair.triangles)


def middle_of(part):
    """A pixel in the middle of the largest piece of a mask (H, W)."""
    pieces, count = ndimage.label(part)
    largest = pieces == 1 + np.argmax(np.bincount(pieces.ravel(), minlength=count + 1)[1:])
    depth = ndimage.distance_transform_edt(largest)
    row, column = np.unravel_index(depth.argmax(), depth.shape)
    return int(column), int(row)


def test_a_click_is_the_part_that_it_is_on(laid, chair, view):
    triangles = view.triangles[0]
    seen = np.where(triangles >= 0, parts_of(chair)[triangles], "")
    seat = laid.grow([middle_of(seen == "seat")])
    assert seat.shape == (SIZE, SIZE) and set(np.unique(seat)) == {0, 255}
    found = seat > 0
    assert (found & (seen == "seat")).sum() / (found | (seen == "seat")).sum() > 0.6
    assert overlap(laid.part(seat), "seat") > 0.6
    back = middle_of(seen == "backrest")
    both = laid.grow([middle_of(seen == "seat"), back]) > 0
    assert both[back[1], back[0]] and not found[back[1], back[0]] and (both >= found).all()


def test_sam_is_asked_with_the_middles_of_the_pixels(laid):
    class Upper:
        def mask(self, photo, pixels):
            asked.append((photo.shape, pixels))
            return np.arange(SIZE)[:, None] < np.full(SIZE, SIZE // 2)

    asked = []
    mask = laid.grow([(120, 139)], sam=Upper())
    assert asked == [((SIZE, SIZE, 3), [(120.5, 139.5)])] and (mask == 255).sum() == SIZE * SIZE // 2


def test_clicks_that_mean_nothing_are_refused(laid):
    for clicks, says in (
        ([], "one pixel or more"),
        ([(2, 2)], "no object at 2,2"),
        ([(-1, 3)], "expected x,y in a photo"),
    ):
        with pytest.raises(QueryError, match=says):
            laid.grow(clicks)


def test_points_of_two_chairs_are_partners(matcher, chair):
    found = matcher.shapes(chair, generate("chair", seed=77).mesh)
    top = found.source[:, 1] > 0.9 * found.source[:, 1].max()
    height = found.target_points[:, 1].max()
    assert (found.target[top, 1] > 0.7 * height).mean() > 0.9
    first, second = found.colored()
    assert len(first) == len(found.source) and len(second) == len(found.target_points)


def test_a_turned_shape_is_turned_back(matcher, chair):
    quarter = np.array([[0, 0, 1, 0], [0, 1, 0, 0], [-1, 0, 0, 0], [0, 0, 0, 1]], np.float32)
    found = matcher.shapes(chair.transformed(quarter), chair)
    true = found.source @ quarter[:3, :3]  # turned back
    assert found.turned == 270 and np.median(np.linalg.norm(found.target - true, axis=1)) < 0.1


@pytest.mark.parametrize(
    "small",
    [
        PointCloud(np.random.default_rng(0).normal(size=(20, 3)).astype(np.float32)),
        Mesh((Surface(np.eye(3, dtype=np.float32), np.array([[0, 1, 2]])),)),
    ],
    ids=["20 points", "a triangle"],
)
def test_a_shape_with_less_surface_than_tokens_has_partners_still(matcher, chair, small):
    found = matcher.shapes(small, chair)
    assert np.isfinite(found.target).all() and np.isfinite(found.scores).all()


def test_what_other_weights_made_is_refused(matcher, laid, chair, view):
    """A part, or a shape, that was kept while the weights changed."""
    part = laid.part(png(view.mask[0]))
    other = Matcher(Correspondence(tiny_pasr(), tiny_tango()))
    with pytest.raises(WeightsError, match="made by other weights"):
        other.transfer(part, chair)
    with pytest.raises(WeightsError, match="let 'know' make them anew"):
        matcher.engine.lay(view.images[0], other.engine.know(chair))


@pytest.mark.parametrize("pixel", [(-1, 5), (SIZE, 5), (5, SIZE + 3), (float("nan"), 5)])
def test_a_pixel_outside_is_refused(laid, pixel):
    with pytest.raises(QueryError, match=f"expected x,y in a photo of {SIZE} x {SIZE}"):
        laid.pixel(pixel)


@pytest.mark.parametrize("point", [(9, 9, 9), (float("nan"), 0, 0)])
def test_a_point_off_the_model_is_refused(laid, point):
    with pytest.raises(QueryError, match="expected one on the model, which goes from"):
        laid.point(point)


def test_masks_that_say_nothing_are_refused(laid):
    with pytest.raises(QueryError, match="the mask has 10 x 20 pixels, expected 240 x 240"):
        laid.part(png(np.ones((20, 10), bool)))
    beside = np.zeros((SIZE, SIZE), bool)
    for empty in (beside.copy(), beside):
        with pytest.raises(QueryError, match="nothing of the model is there"):
            laid.part(png(empty))
        beside[:3, :3] = True


def test_a_cloud_has_points_and_no_parts(matcher, chair, view):
    cloud = sample_surface(chair, 6000, rng=np.random.default_rng(0))
    laid = matcher.lay(view.images[0], cloud)
    row, column = (int(x[len(x) // 2]) for x in np.nonzero(view.mask[0]))
    found = laid.pixel((column, row))
    assert found.triangle is None and found.point is not None
    with pytest.raises(ShapeError, match="give a mesh"):
        laid.part(png(view.mask[0]))
