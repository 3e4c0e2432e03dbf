import numpy as np
import pytest

from trivium.geometry import Mesh, PointCloud, Surface, orbit_cameras, sample_surface
from trivium.procedural.solids import box, sphere, to_surface
from trivium.rendering import UNKNOWN_GREY, Lights, render_views

FLAT = Lights(ambient=1.0, directions=((0, 0, -1),), strengths=(0.0,))  # colour as it is


def mesh_of(solid, **look):
    return Mesh((to_surface(solid, **look),))


@pytest.fixture(scope="module")
def ball():
    return mesh_of(sphere(0.8, segments=40), color=(0.8, 0.3, 0.2))


@pytest.fixture(scope="module")
def views(ball):
    return render_views(ball, orbit_cameras(np.radians([0, 70, 200]), np.radians([0, 30, -40]), size=64), lights=FLAT)


def test_surface_points_lie_on_the_shape_and_project_to_their_pixel(views):
    cameras = orbit_cameras(np.radians([0, 70, 200]), np.radians([0, 30, -40]), size=64)
    for i in range(3):
        rows, columns = np.nonzero(views.mask[i])
        points = views.points[i, rows, columns]
        assert np.abs(np.linalg.norm(points, axis=1) - 0.8).max() < 0.02
        pixels, depth = cameras.project(points)
        np.testing.assert_allclose(pixels[i], np.stack([columns, rows], 1) + 0.5, atol=2e-3)
        np.testing.assert_allclose(depth[i], views.depth[i, rows, columns], atol=1e-4)


def test_background_is_marked_in_every_channel(views):
    outside = ~views.mask
    assert outside.any() and views.mask.any()
    assert np.isinf(views.depth[outside]).all() and np.isnan(views.points[outside]).all()
    assert (views.triangles[outside] == -1).all() and (views.images[outside] == 255).all()
    assert (views.normals[outside] == 0).all()


def test_normals_point_at_the_camera_and_have_length_one(views):
    centers = orbit_cameras(np.radians([0, 70, 200]), np.radians([0, 30, -40]), size=64).centers
    for i in range(3):
        normals, points = views.normals[i][views.mask[i]], views.points[i][views.mask[i]]
        np.testing.assert_allclose(np.linalg.norm(normals, axis=1), 1, atol=1e-5)
        assert (((centers[i] - points) * normals).sum(1) > -1e-4).all()


def test_inside_out_faces_look_the_same(ball):
    surface = ball.surfaces[0]
    flipped = Mesh((Surface(surface.vertices, surface.faces[:, ::-1].copy(), color=surface.color),))
    cameras = orbit_cameras(0.3, 0.4, size=48)
    np.testing.assert_array_equal(render_views(ball, cameras).images, render_views(flipped, cameras).images)


def test_flat_light_shows_the_surface_colour(views):
    assert (views.images[views.mask] == (204, 77, 51)).all()
    assert (views.albedo[views.mask] == (204, 77, 51)).all()


def test_unknown_colour_is_grey_not_black():
    seen = render_views(mesh_of(sphere(0.5)), orbit_cameras(0, 0, size=32), lights=FLAT)
    assert (seen.images[seen.mask] == round(UNKNOWN_GREY * 255)).all()


def test_azimuth_and_elevation_show_the_right_side():
    """A box with one coloured cap on each of three sides: the camera must see the one it faces."""
    caps = {"front": (0, 0, 0.5, (1, 0, 0)), "right": (0.5, 0, 0, (0, 1, 0)), "top": (0, 0.5, 0, (0, 0, 1))}
    surfaces = [to_surface(box(0.8, 0.8, 0.8).moved(y=-0.4), color=(0.5, 0.5, 0.5))]
    for x, y, z, color in caps.values():
        surfaces.append(to_surface(box(0.3, 0.3, 0.3).moved(x, y - 0.15, z), color=color))
    cameras = orbit_cameras(np.radians([0, 90, 0]), np.radians([0, 0, 90]), size=33)
    middle = render_views(Mesh(tuple(surfaces)), cameras, lights=FLAT).images[:, 16, 16]
    assert middle.tolist() == [[255, 0, 0], [0, 255, 0], [0, 0, 255]]


def test_texture_is_looked_up_upright():
    """Upper half red: it must be in the upper half of the picture."""
    texture = np.zeros((4, 4, 3), np.uint8)
    texture[:2], texture[2:] = (255, 0, 0), (0, 0, 255)
    corners = np.array([[-0.5, -0.5, 0], [0.5, -0.5, 0], [0.5, 0.5, 0], [-0.5, 0.5, 0]], np.float32)
    uv = np.array([[0, 0], [1, 0], [1, 1], [0, 1]], np.float32)
    quad = Mesh((Surface(corners, np.array([[0, 1, 2], [0, 2, 3]]), texture=texture, uv=uv),))
    image = render_views(quad, orbit_cameras(0, 0, size=40), lights=FLAT).images[0]
    assert image[14, 20].tolist() == [255, 0, 0] and image[26, 20].tolist() == [0, 0, 255]


def test_nearer_things_hide_farther_ones():
    near = to_surface(box(0.2, 0.2, 0.2).moved(0, -0.1, 0.5), color=(1, 0, 0))
    far = to_surface(box(0.8, 0.8, 0.2).moved(0, -0.4, -0.5), color=(0, 1, 0))
    seen = render_views(Mesh((far, near)), orbit_cameras(0, 0, size=33), lights=FLAT)
    assert seen.images[0, 16, 16].tolist() == [255, 0, 0]
    assert [0, 255, 0] in seen.images[0].reshape(-1, 3).tolist()


def test_a_point_cloud_looks_like_its_mesh(ball):
    cloud = sample_surface(ball, 6000, rng=np.random.default_rng(0))
    cameras = orbit_cameras(np.radians([0, 120]), np.radians([10, 40]), size=128)
    mesh, dots = render_views(ball, cameras), render_views(cloud, cameras)
    overlap = (mesh.mask & dots.mask).sum() / (mesh.mask | dots.mask).sum()
    assert overlap > 0.85
    both = mesh.mask & dots.mask
    assert np.abs(mesh.images[both].astype(int) - dots.images[both]).mean() < 12


def test_a_bare_cloud_gets_normals_and_grey(ball):
    bare = PointCloud(sample_surface(ball, 3000, rng=np.random.default_rng(0)).points)
    seen = render_views(bare, orbit_cameras(0, 0, size=48), lights=FLAT)
    assert (seen.images[seen.mask] == round(UNKNOWN_GREY * 255)).all()


def test_a_camera_inside_the_shape_still_renders(ball):
    inside = orbit_cameras(0, 0, distance=0.1, size=32)
    assert render_views(ball, inside).mask.all()


def test_one_light_for_each_view(ball):
    cameras = orbit_cameras([0.0, 0.0], [0.0, 0.0], size=32)
    dark = Lights(ambient=0.1, strengths=(0.0, 0.0))
    images = render_views(ball, cameras, lights=[FLAT, dark]).images
    assert images[0, 16, 16].sum() > 5 * images[1, 16, 16].sum()
