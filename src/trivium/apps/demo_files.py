"""What the demo searches and searches with: a folder of procedural models in several formats, made-up photos, a bare scan."""

from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path

import numpy as np
from PIL import Image

from trivium.geometry import Mesh, PointCloud, Shape, normalized, orbit_cameras, sample_surface, subsample
from trivium.io import save_glb, save_ply
from trivium.procedural import CATEGORIES, ProceduralShape, generate
from trivium.rendering import cluttered_background, composite, photograph, random_lights, render_views

FORMATS = ("glb", "glb", "obj", "glb", "ply", "glb", "stl", "glb", "obj", "scan")  # in turn; a scan is a PLY of points
FIRST_SEED = 1_000_000  # far from the seeds that models are trained on


def write_models(folder: Path, *, copies: int, seed: int) -> None:
    """Writes ``copies`` shapes of each procedural category; files that are there already stay.

    Beside them ``manifest.csv``, which libraries read: path, name (a caption), category, licence.
    """
    rows = []
    for i, (category, copy) in enumerate((c, k) for k in range(copies) for c in sorted(CATEGORIES)):
        made = generate(category, seed=FIRST_SEED + seed * copies + copy)
        kind = FORMATS[i % len(FORMATS)]
        suffix = "ply" if kind == "scan" else kind
        path = folder / made.family.replace(" ", "-") / f"{category.replace(' ', '-')}-{copy + 1}.{suffix}"
        if not path.exists():
            path.parent.mkdir(parents=True, exist_ok=True)
            WRITERS[kind](made.mesh, path)
        name = category if kind == "stl" else caption(made)  # a caption tells colours, which STL cannot keep
        rows.append((path.relative_to(folder).as_posix(), name, category, "Apache-2.0"))
    with (folder / "manifest.csv").open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(("path", "name", "category", "licence"))
        writer.writerows(rows)


def caption(made: ProceduralShape) -> str:
    """The middle caption without its article: "round table with three legs"."""
    return made.captions.medium.split(" ", 1)[1]


def take_photos(shape: Shape, count: int, rng: np.random.Generator, *, size: int = 448) -> list[Image.Image]:
    """Pictures from random sides under random light, before clutter, with the faults of a camera."""
    azimuths, elevations = rng.uniform(0, 2 * np.pi, count), np.radians(rng.uniform(8, 45, count))
    lights = [random_lights(rng) for _ in range(count)]
    views = render_views(normalized(shape), orbit_cameras(azimuths, elevations, size=size), lights=lights)
    photos = []
    for image, mask in zip(views.images, views.mask, strict=True):
        scene = composite(image, mask, cluttered_background(rng, size=size))
        photos.append(Image.fromarray(photograph(scene, rng, strength=0.5)))
    return photos


def scan(shape: Shape, rng: np.random.Generator, *, num_points: int = 4096) -> PointCloud:
    """Bare points of a surface: no colour, no normals."""
    if isinstance(shape, Mesh):
        return PointCloud(sample_surface(shape, num_points, rng=rng).points)
    return PointCloud(subsample(shape, num_points, rng=rng).points)


def _write_scan(mesh: Mesh, path: Path) -> None:
    cloud = sample_surface(mesh, 8192, rng=np.random.default_rng(0))
    save_ply(PointCloud(cloud.points, cloud.colors), path)


def _write_obj(mesh: Mesh, path: Path) -> None:
    """An object for each surface and a material library beside it; a surface of many colours gets their mean."""
    materials, lines, first = [], [f"mtllib {path.stem}.mtl"], 1
    for i, surface in enumerate(mesh.surfaces):
        color = surface.color or (0.6, 0.6, 0.6)
        if surface.face_colors is not None:
            color = tuple(surface.face_colors.mean(0))
        materials.append(f"newmtl m{i}\nKd {color[0]:.4f} {color[1]:.4f} {color[2]:.4f}\n")
        lines += [f"o {surface.name.replace(' ', '_')}", f"usemtl m{i}"]
        for transform in surface.transforms:
            vertices = surface.vertices @ transform[:3, :3].T + transform[:3, 3]
            lines += [f"v {x:.6g} {y:.6g} {z:.6g}" for x, y, z in vertices]
            lines += [f"f {a} {b} {c}" for a, b, c in surface.faces + first]
            first += len(vertices)
    path.with_suffix(".mtl").write_text("\n".join(materials), encoding="ascii")
    path.write_text("\n".join(lines) + "\n", encoding="ascii")


def _write_ply(mesh: Mesh, path: Path) -> None:
    """Binary PLY; every triangle has three vertices of its own in its colour."""
    count = mesh.num_faces
    middle = np.full((count, 3), 1 / 3, np.float32)
    colors = np.rint(mesh.colors_at(np.arange(count), middle, fill=0.6) * 255).astype(np.uint8)
    vertices = np.empty(count * 3, [("position", "<f4", 3), ("color", "u1", 3)])
    vertices["position"], vertices["color"] = mesh.triangles.corners.reshape(-1, 3), np.repeat(colors, 3, axis=0)
    faces = np.empty(count, [("size", "u1"), ("corners", "<i4", 3)])
    faces["size"], faces["corners"] = 3, np.arange(count * 3).reshape(-1, 3)
    header = ["ply", "format binary_little_endian 1.0", f"element vertex {count * 3}"]
    header += [*(f"property float {c}" for c in "xyz"), *(f"property uchar {c}" for c in ("red", "green", "blue"))]
    header += [f"element face {count}", "property list uchar int vertex_indices", "end_header\n"]
    path.write_bytes("\n".join(header).encode() + vertices.tobytes() + faces.tobytes())


def _write_stl(mesh: Mesh, path: Path) -> None:
    """Binary STL, Z up as is the custom; the format has no colours."""
    triangles = np.zeros(mesh.num_faces, [("normal", "<f4", 3), ("corners", "<f4", (3, 3)), ("attribute", "<u2")])
    for name, values in (("normal", mesh.triangles.normals), ("corners", mesh.triangles.corners)):
        triangles[name] = np.stack([values[..., 0], -values[..., 2], values[..., 1]], -1)
    path.write_bytes(b"trivium".ljust(80) + np.uint32(len(triangles)).tobytes() + triangles.tobytes())


WRITERS: dict[str, Callable[[Mesh, Path], None]] = {
    "glb": save_glb,
    "obj": _write_obj,
    "ply": _write_ply,
    "stl": _write_stl,
    "scan": _write_scan,
}
