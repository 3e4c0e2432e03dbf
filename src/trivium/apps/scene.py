"""The verb *scene*: where in a scanned room is what words or photos ask for."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from trivium.errors import QueryError, ShapeError
from trivium.geometry import Mesh, PointCloud, sample_surface, z_up_to_y_up
from trivium.geometry.boxes import UprightBox, upright_box
from trivium.geometry.furniture import Furniture, take_apart
from trivium.geometry.pieces import kmeans_of
from trivium.geometry.scanned_frames import UpAxis, metres_per_unit, up_axis
from trivium.geometry.shapes import Array, IntArray
from trivium.geometry.structure import Plane
from trivium.geometry.voxels import thinned
from trivium.io import IMAGE_SUFFIXES, load_shape
from trivium.models.aligned import AlignedModel
from trivium.models.scenes import Judge, SceneConfig, Segment, score_by_photo, segments_of

Method = Literal["ours", "kmeans"]
SAMPLED = 600_000  # points of a mesh
CLUSTERS = 20  # of k-means, where nothing is known of the room
FORMAT = 1  # of what is cached
_FIXED_UP = (".glb", ".gltf", ".stl", ".3mf", ".dae", ".step", ".stp")  # brought to Y up by their readers


@dataclass(frozen=True, eq=False)
class ReadScene:
    """A scene in metres, Y up, and what had to be guessed to make it so."""

    cloud: PointCloud
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, eq=False)
class IndexedScene:
    """All that queries need: segments with rows, and the room around them.

    Attributes:
        cloud: M thinned points of the furniture.
        owner: (N,) for each point of the scene its segment; -1 for walls, floor, ceiling and what is too small.
        backdrop: thinned points of the structure; one point at the origin where there is none.
        inside: planes of walls and ceiling, whose normals point into the room.
    """

    cloud: PointCloud
    segments: tuple[Segment, ...]
    owner: IntArray
    backdrop: PointCloud
    inside: tuple[Plane, ...]
    notes: tuple[str, ...]

    @property
    def labels(self) -> IntArray:
        """(M,) for each point of ``cloud`` its segment; -1 for what is too small for one."""
        labels = np.full(len(self.cloud), -1, np.int64)
        for number, segment in enumerate(self.segments):
            labels[segment.points] = number
        return labels


@dataclass(frozen=True, eq=False)
class SceneHit:
    """A segment, by its number in the scene, and how well it fits what was asked; the best has rank 1."""

    rank: int
    segment: int
    score: float
    num_points: int
    box: UprightBox

    def to_json(self) -> dict[str, Any]:
        center, size = ([round(float(x), 3) for x in v] for v in (self.box.center, self.box.size))
        return {
            "rank": self.rank, "segment": self.segment, "score": round(self.score, 4), "points": self.num_points,
            "center": center, "size": size, "yaw": round(float(np.degrees(self.box.yaw)), 1),
        }  # fmt: skip


@dataclass(frozen=True, eq=False)
class SceneAnswer:
    """What was asked, and all segments of the scene, the best first."""

    query: str
    hits: tuple[SceneHit, ...]

    def to_json(self, top: int | None = None) -> dict[str, Any]:
        return {"query": self.query, "hits": [hit.to_json() for hit in self.hits[:top]]}


def read_scene(path: str | Path, *, up: UpAxis | None = None, metres: float | None = None) -> ReadScene:
    """A scan or a mesh as points in metres, Y up.

    Args:
        up: the axis of the file that points up; where its format does not say and nothing is given, it is guessed.
        metres: how long a unit of the file is; guessed from the size of the scene if not given.

    Raises:
        LoadError: a file that cannot be read, or with coordinates that are not finite.
        ShapeError: a unit that is not positive.
    """
    if metres is not None and not (np.isfinite(metres) and metres > 0):
        raise ShapeError(f"got {metres} metres for one unit, expected a positive number such as 0.001")
    path, notes = Path(path), []
    shape = load_shape(path)
    cloud = sample_surface(shape, SAMPLED, rng=np.random.default_rng(0)) if isinstance(shape, Mesh) else shape
    axis = up or ("y" if path.suffix.lower() in _FIXED_UP else up_axis(cloud))
    if axis == "z":
        cloud = cloud.transformed(z_up_to_y_up())
        if up is None:
            notes.append("z was taken as up; if it is y, say so: --up y")
    unit = metres or metres_per_unit(cloud)
    if unit != 1:
        cloud = cloud.transformed(np.diag([unit, unit, unit, 1]).astype(np.float32))
        if metres is None:
            name = "millimetres" if unit == 0.001 else "centimetres"
            notes.append(f"the scene was taken to be in {name}; if it is in metres, say so: --metres 1")
    return ReadScene(cloud, tuple(notes))


def index_scene(
    scene: ReadScene,
    model: AlignedModel,
    *,
    method: Method = "ours",
    config: SceneConfig = SceneConfig(),
    clusters: int = CLUSTERS,
) -> IndexedScene:
    """Takes a room apart and encodes what is in it; seconds.

    Args:
        clusters: of k-means, the method of the paper.

    Raises:
        ShapeError: too few points, or nothing in the room.
    """
    judge = Judge(model, config)
    if method == "kmeans":
        furniture = take_apart(scene.cloud, cut=lambda points, normals, cell: kmeans_of(points, clusters))
    else:
        furniture = take_apart(scene.cloud)
    segments = segments_of(furniture, judge, merged=method == "ours")
    if not segments:
        raise ShapeError("nothing in the room is large enough to be told from noise")
    return _indexed(scene, furniture, segments)


def _indexed(scene: ReadScene, furniture: Furniture, segments: Sequence[Segment]) -> IndexedScene:
    label = np.full(len(furniture.cloud) + 1, -1, np.int64)  # the last for what has no owner
    for number, segment in enumerate(segments):
        label[segment.points] = number
    rest = np.flatnonzero(furniture.owner < 0)
    backdrop = (
        thinned(scene.cloud[rest], 2 * furniture.cell).cloud if len(rest) else PointCloud(np.zeros((1, 3), np.float32))
    )
    structure = furniture.structure
    inside = structure.walls + ((structure.ceiling,) if structure.ceiling else ())
    notes = scene.notes if structure.floor else (*scene.notes, "no floor was found")
    return IndexedScene(furniture.cloud, tuple(segments), label[furniture.owner], backdrop, inside, notes)


def ask_scene(scene: IndexedScene, query: str, judge: Judge) -> SceneAnswer:
    """All segments by how well they fit words, or a photo if the query is the path of a picture (eq. 11).

    Raises:
        QueryError: no words.
        LoadError: a picture that cannot be read.
    """
    if not query.strip():
        raise QueryError("there is nothing to look for: give a word such as bookshelf, or the path of a photo")
    if Path(query).suffix.lower() in IMAGE_SUFFIXES:
        scores = score_by_photo(scene.segments, judge.model, [query])
    else:
        rows, sizes = (np.stack(x) for x in zip(*((s.row, s.box.size) for s in scene.segments), strict=True))
        scores = judge.scores(rows, sizes, judge.rows_of([query]))[:, 0]
    hits = [
        SceneHit(rank, int(i), float(scores[i]), len(scene.segments[i].points), scene.segments[i].box)
        for rank, i in enumerate(np.argsort(-scores, kind="stable"), 1)
    ]
    return SceneAnswer(query, tuple(hits))


def painted(scene: PointCloud, owner: IntArray, answer: SceneAnswer, *, top: int) -> PointCloud:
    """The scene in grey, and in it the first ``top`` hits in colour: the best glows, the others the less the lower their score.

    Args:
        scene: the N points that were indexed.
        owner: (N,) of the ``IndexedScene``.
    """
    colors = faded(scene)
    for hit in reversed(answer.hits[:top]):
        colors[owner == hit.segment] = glow(hit, answer)
    return PointCloud(scene.points, colors, None, scene.name)


def faded(cloud: PointCloud) -> Array:
    """(N, 3) light greys with a trace of the own colours."""
    if cloud.colors is None:
        return np.full((len(cloud), 3), 0.72, np.float32)
    grey = cloud.colors.mean(1, keepdims=True)
    return (0.45 + 0.4 * (0.75 * grey + 0.25 * cloud.colors)).astype(np.float32)


def glow(hit: SceneHit, answer: SceneAnswer) -> NDArray[np.float32]:
    """(3,) orange for the best, towards blue-grey for what fits less."""
    best, worst = answer.hits[0].score, answer.hits[-1].score
    share = 1.0 if hit.rank == 1 else 0.75 * (hit.score - worst) / max(best - worst, 1e-9)
    strong, weak = np.array([0.96, 0.42, 0.05]), np.array([0.55, 0.62, 0.72])
    return (share * strong + (1 - share) * weak).astype(np.float32)


def scenes_folder() -> Path:
    """Where indexed scenes are kept: ``$TRIVIUM_SCENES``, else ``~/.cache/trivium/scenes``."""
    given = os.environ.get("TRIVIUM_SCENES")
    return Path(given) if given else Path.home() / ".cache" / "trivium" / "scenes"


def cached_scene(
    path: str | Path,
    model: AlignedModel,
    *,
    method: Method = "ours",
    up: UpAxis | None = None,
    metres: float | None = None,
    folder: Path | None = None,
) -> IndexedScene:
    """A scene indexed before, or now. Kept by the content of the file, the model and all that changes segments or rows.

    Raises:
        LoadError, ShapeError: as ``read_scene`` and ``index_scene``.
    """
    from trivium.io.limits import Limits, check_bytes

    path, config = Path(path), SceneConfig()
    check_bytes(path, Limits())
    with path.open("rb") as file:
        content = hashlib.file_digest(file, "sha256").hexdigest()
    identity = [FORMAT, content, model.fingerprint, method, up, metres, asdict(config)]
    key = hashlib.sha256(json.dumps(identity, sort_keys=True).encode()).hexdigest()[:24]
    kept = (folder or scenes_folder()) / f"{key}.npz"
    if (scene := _restored(kept)) is not None:
        return scene
    scene = index_scene(read_scene(path, up=up, metres=metres), model, method=method, config=config)
    _keep(scene, kept)
    return scene


def _keep(scene: IndexedScene, path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    arrays: dict[str, Any] = {
        "labels": scene.labels.astype(np.int32), "owner": scene.owner.astype(np.int32), "notes": np.array(scene.notes, dtype=np.str_),
        "rows": np.stack([s.row for s in scene.segments]), "views": np.stack([s.views for s in scene.segments]),
        "planes": np.array([[*p.normal, p.offset] for p in scene.inside], np.float64).reshape(-1, 4),
    }  # fmt: skip
    for name, cloud in (("cloud", scene.cloud), ("backdrop", scene.backdrop)):
        arrays[f"{name}_points"] = cloud.points
        if cloud.colors is not None:
            arrays[f"{name}_colors"] = cloud.colors
    temporary = path.with_name(f".{path.stem}.{os.getpid()}.part.npz")
    try:
        np.savez(temporary, **arrays)
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)


def _restored(path: Path) -> IndexedScene | None:
    """None if there is none, or none that is whole: it is then made anew."""
    if not path.is_file():
        return None
    try:
        with path.open("rb") as opened, np.load(opened, allow_pickle=False) as file:
            arrays = {name: file[name] for name in file.files}
        clouds = [PointCloud(arrays[f"{n}_points"], arrays.get(f"{n}_colors")) for n in ("cloud", "backdrop")]
        labels, points = arrays["labels"], clouds[0].points
        members = [np.flatnonzero(labels == i) for i in range(len(arrays["rows"]))]
        segments = tuple(map(partial(_segment, points), members, arrays["rows"], arrays["views"]))
        planes = tuple(Plane(p[:3].astype(np.float32), float(p[3])) for p in arrays["planes"])
        return IndexedScene(
            clouds[0], segments, arrays["owner"].astype(np.int64), clouds[1], planes, tuple(arrays["notes"].tolist())
        )
    except Exception:  # zipfile and numpy raise half a dozen types on broken archives
        return None


def _segment(points: Array, members: IntArray, row: Array, views: Array) -> Segment:
    return Segment(members, upright_box(points[members]), row, views)
