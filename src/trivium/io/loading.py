"""The door for shapes: checks that need no parser, then the reader, isolated where the format is risky."""

from __future__ import annotations

from pathlib import Path

from trivium.errors import LoadError
from trivium.geometry import Mesh, PointCloud, Shape
from trivium.io.formats import format_of
from trivium.io.limits import Limits, check_bytes


def load_shape(path: str | Path, *, limits: Limits | None = None, isolated: bool = False) -> Shape:
    """A file as a mesh, or as a point cloud if it holds points only; Y up, colours in sRGB.

    Args:
        isolated: read it in a process of its own also where the format is not risky: for files from strangers.

    Raises:
        LoadError: with a stable ``code``, whatever is wrong with the file.
    """
    path, limits = Path(path), limits or Limits()
    row = format_of(path)
    check_bytes(path, limits)
    if row.isolated or isolated:
        from trivium.io.worker import read_isolated

        return read_isolated(path, limits)
    from trivium.io.reading import read_shape

    return read_shape(path, limits)


def load_mesh(path: str | Path, *, limits: Limits | None = None) -> Mesh:
    """A file as a mesh.

    Raises:
        LoadError: as ``load_shape``; no-geometry if the file holds points only.
    """
    shape = load_shape(path, limits=limits)
    if not isinstance(shape, Mesh):
        raise LoadError("no-geometry", f"{Path(path).name} holds points only: use load_point_cloud or load_shape")
    return shape


def load_point_cloud(path: str | Path, *, limits: Limits | None = None) -> PointCloud:
    """A file of points as a cloud.

    Raises:
        LoadError: as ``load_shape``; no-geometry if the file holds a mesh.
    """
    shape = load_shape(path, limits=limits)
    if not isinstance(shape, PointCloud):
        raise LoadError(
            "no-geometry", f"{Path(path).name} holds a mesh, not points: use load_mesh and geometry.sample_surface"
        )
    return shape
