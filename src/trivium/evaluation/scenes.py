"""Scene querying measured: every category of furnished rooms is asked for by name, and every thing by a photo (CG3D, sec. 3.4.2).

The paper shows pictures alone. Here a query is hit when the first segment covers an instance of what was asked for; how well rooms are cut, and how
well things are recognized where the cut is perfect, tell which of the two fails.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from trivium.data.objects import read_manifest
from trivium.data.readers.scenes import read_scans
from trivium.errors import ConfigError, ShapeError, require
from trivium.geometry import Mesh, normalized, orbit_cameras
from trivium.geometry.boxes import upright_box
from trivium.geometry.furniture import Furniture, take_apart
from trivium.geometry.pieces import kmeans_of
from trivium.geometry.scenes import LabelledScene
from trivium.geometry.shapes import IntArray
from trivium.io import load_mesh
from trivium.models.aligned import AlignedModel
from trivium.models.scenes import Judge, SceneConfig, Segment, score_by_photo, segment_of, segments_of
from trivium.procedural import generate
from trivium.procedural.rooms import Source, room
from trivium.rendering import random_lights, render_views

log = logging.getLogger(__name__)
PAPER = SceneConfig(views=0, size_weight=0)  # points alone, by cosine
FEWEST_VISIBLE = 150  # points of a scan; a thing that shows fewer is not asked for
# What a manifest calls otherwise: category there, and a word that its name must have.
_ALSO = {
    "bookshelf": ("shelf", "book"), "floor lamp": ("lamp", "floor"), "desk lamp": ("lamp", "table"), "wardrobe": ("cabinet", "closet"),
    "coffee table": ("table", "coffee"), "potted plant": ("plant", ""),
}  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class SceneTestConfig:
    rooms: int = 50
    num_points: int = 400_000
    collection: Path | None = None  # whose models furnish the rooms instead of procedural shapes
    scans: Path | None = None  # a folder of S3DIS or ScanNet, instead of rooms
    methods: tuple[str, ...] = ("ours", "kmeans", "paper", "true instances")
    clusters: float = 1.0  # of k-means, for each thing in the room
    photos: bool = True
    seed: int = 0

    def __post_init__(self) -> None:
        if unknown := [m for m in self.methods if m not in METHODS]:
            raise ConfigError(f"no method {', '.join(unknown)}; there are: {', '.join(METHODS)}")


@dataclass(frozen=True, eq=False)
class RoomToAsk:
    """A scan whose things are known, and of each thing that is visible a photo, where there are any."""

    scene: LabelledScene
    visible: tuple[int, ...]
    photos: dict[int, NDArray[np.uint8]]


def rooms_to_ask(config: SceneTestConfig) -> Iterator[RoomToAsk]:
    """Made-up rooms, the same for the same seed, those of other seeds others; or the scans of a folder, without photos.

    Raises:
        DatasetError: a folder without scans, or with one that is broken.
        LoadError: a file of a scan that cannot be read.
    """
    if config.scans is not None:
        for scene in read_scans(config.scans, most=config.rooms):
            yield RoomToAsk(scene, _visible(scene), {})
        return
    source = collection_source(config.collection) if config.collection else None
    for number in range(config.rooms):
        seed = 1_000_000 + 1000 * config.seed + number
        rng = np.random.default_rng([seed, 5])
        made = room(seed=seed, source=source)
        scene = made.scan(config.num_points, rng=rng)
        visible = _visible(scene)
        photos = {i: _photo(made.things[i].mesh, rng) for i in visible} if config.photos else {}
        yield RoomToAsk(scene, visible, photos)


def _visible(scene: LabelledScene) -> tuple[int, ...]:
    return tuple(i for i in range(len(scene.categories)) if len(scene.members(i)) >= FEWEST_VISIBLE)


def _photo(mesh: Mesh, rng: np.random.Generator) -> NDArray[np.uint8]:
    camera = orbit_cameras(rng.uniform(0, 2 * np.pi), np.radians(rng.uniform(5, 30)), size=224)
    return render_views(normalized(mesh), camera, lights=random_lights(rng)).images[0]


def collection_source(collection: Path) -> Source:
    """Models of a collection by category, as large as procedural shapes of it: few collections have a common unit."""
    rows = read_manifest(collection)

    def source(category: str, seed: int) -> Mesh:
        known, word = _ALSO.get(category, (category, ""))
        own = [row["path"] for row in rows if row["category"] == known and word in row["name"]]
        if not own:
            raise KeyError(category)
        mesh = load_mesh(collection / own[seed % len(own)])
        meant = generate(category, seed=seed).mesh.bounds
        scale = float(np.ptp(meant, axis=0).max() / np.ptp(mesh.bounds, axis=0).max())
        return mesh.transformed(np.diag([scale, scale, scale, 1]).astype(np.float32))

    return source


@dataclass(frozen=True, eq=False)
class Cut:
    """A room in segments: which segment each of the N points of the scan belongs to, -1 for none."""

    segments: Sequence[Segment]
    owner: IntArray


def cut_ours(asked: RoomToAsk, judge: Judge, config: SceneTestConfig) -> Cut:
    furniture = take_apart(asked.scene.cloud)
    return _cut(furniture, segments_of(furniture, judge))


def cut_unmerged(asked: RoomToAsk, judge: Judge, config: SceneTestConfig) -> Cut:
    """Ours without merging."""
    furniture = take_apart(asked.scene.cloud)
    return _cut(furniture, segments_of(furniture, judge, merged=False))


def cut_hdbscan(asked: RoomToAsk, judge: Judge, config: SceneTestConfig) -> Cut:
    """HDBSCAN (Campello et al. 2013) of positions, and our merging."""
    clusterer = require("sklearn.cluster", "train").HDBSCAN(min_cluster_size=60, min_samples=5, copy=True)

    def cut(points: Any, normals: Any, cell: float) -> IntArray:
        labels = clusterer.fit_predict(points)
        noise = labels < 0  # each a piece of its own, too small for a segment
        labels[noise] = labels.max() + 1 + np.arange(noise.sum())
        return labels.astype(np.int64)

    furniture = take_apart(asked.scene.cloud, cut=cut)
    return _cut(furniture, segments_of(furniture, judge))


def cut_kmeans(asked: RoomToAsk, judge: Judge, config: SceneTestConfig) -> Cut:
    """The paper's, which is told how many things there are."""
    clusters = max(2, round(config.clusters * len(asked.scene.categories)))
    furniture = take_apart(asked.scene.cloud, cut=lambda points, normals, cell: kmeans_of(points, clusters))
    return _cut(furniture, segments_of(furniture, judge, merged=False))


def cut_truly(asked: RoomToAsk, judge: Judge, config: SceneTestConfig) -> Cut:
    """As the room was made."""
    furniture = take_apart(asked.scene.cloud)
    kept = furniture.owner >= 0
    label = np.full(len(furniture.cloud), -1)
    label[furniture.owner[kept]] = asked.scene.instances[kept]
    members = [np.flatnonzero(label == i) for i in range(len(asked.scene.categories))]
    return _cut(
        furniture, [segment_of(furniture.cloud, m, judge) for m in members if len(m) >= judge.config.fewest_points]
    )


METHODS: dict[str, Callable[[RoomToAsk, Judge, SceneTestConfig], Cut]] = {
    "ours": cut_ours, "unmerged": cut_unmerged, "hdbscan": cut_hdbscan, "kmeans": cut_kmeans, "paper": cut_kmeans,
    "true instances": cut_truly,
}  # fmt: skip


def _cut(furniture: Furniture, segments: Sequence[Segment]) -> Cut:
    label = np.full(len(furniture.cloud) + 1, -1)
    for number, segment in enumerate(segments):
        label[segment.points] = number
    return Cut(segments, label[furniture.owner])


@dataclass(frozen=True, kw_only=True)
class SceneFind:
    """What one method found for one query."""

    method: str
    kind: str  # "word", "photo", or "cut": how well the best of all segments covers an instance
    query: str
    overlap: float  # IoU of the first segment with the instance asked for; of several, the best
    inside: bool  # whether its centre lies in the box of such an instance
    seconds: float  # of cutting and encoding the room


def finds_in(
    asked: RoomToAsk, method: str, judges: tuple[Judge, Judge], config: SceneTestConfig
) -> Iterator[SceneFind]:
    """What a method finds for every query of a room; a room in which it finds nothing counts, too.

    Args:
        judges: ours, and that of the paper.
    """
    judge = judges[method == "paper"]
    names = sorted({asked.scene.categories[i] for i in asked.visible})
    start = time.perf_counter()
    try:
        cut = METHODS[method](asked, judge, config)
    except ShapeError as error:
        log.warning("%s finds nothing in a room: %s", method, error)
        cut = Cut((), np.full(len(asked.scene.cloud), -1))
    seconds = time.perf_counter() - start
    if not cut.segments:
        things = [asked.scene.categories[i] for i in asked.visible]
        photographed = [asked.scene.categories[i] for i in asked.photos]
        for kind, queries in (("word", names), ("photo", photographed), ("cut", things)):
            for query in queries:
                yield SceneFind(method=method, kind=kind, query=query, overlap=0.0, inside=False, seconds=seconds)
        return
    overlaps = _overlaps(cut.owner, asked.scene.instances, len(cut.segments), len(asked.scene.categories))
    boxes = {i: upright_box(asked.scene.cloud.points[asked.scene.members(i)]) for i in asked.visible}

    def find(kind: str, query: str, segment: int, right: Sequence[int]) -> SceneFind:
        center = cut.segments[segment].box.center
        return SceneFind(
            method=method, kind=kind, query=query, overlap=float(overlaps[segment, list(right)].max()),
            inside=any(boxes[i].contains(center) for i in right), seconds=seconds,
        )  # fmt: skip

    rows, sizes = (np.stack(x) for x in zip(*((s.row, s.box.size) for s in cut.segments), strict=True))
    scores = judge.scores(rows, sizes, judge.rows_of(names)) if method != "paper" else rows @ judge.rows_of(names).T
    for name, column in zip(names, scores.T, strict=True):
        yield find("word", name, int(column.argmax()), [i for i in asked.visible if asked.scene.categories[i] == name])
    for i, photo in asked.photos.items():
        best = int(score_by_photo(cut.segments, judge.model, [photo]).argmax())
        yield find("photo", asked.scene.categories[i], best, [i])
    for i in asked.visible:
        yield find("cut", asked.scene.categories[i], int(overlaps[:, i].argmax()), [i])


def _overlaps(owner: IntArray, instances: IntArray, segments: int, things: int) -> NDArray[np.float64]:
    """(segments, things) intersections over unions, of points."""
    both = (owner + 1) * (things + 1) + instances + 1
    table = np.bincount(both, minlength=(segments + 1) * (things + 1)).reshape(segments + 1, things + 1)
    unions = table.sum(1, keepdims=True) + table.sum(0, keepdims=True) - table
    return (table / np.maximum(unions, 1))[1:, 1:]


def evaluate_scenes(
    config: SceneTestConfig, model: AlignedModel, *, progress: Callable[[int, int], None] | None = None
) -> list[SceneFind]:
    """What each method finds in each room.

    Raises:
        DatasetError: a collection without a manifest, or a folder without scans.
    """
    judges = (Judge(model), Judge(model, PAPER))
    finds: list[SceneFind] = []
    for done, asked in enumerate(rooms_to_ask(config), 1):
        for method in config.methods:
            finds += finds_in(asked, method, judges, config)
        if progress:
            progress(done, config.rooms)
    return finds


@dataclass(frozen=True, kw_only=True)
class SceneLine:
    """One line of the table, in percent."""

    method: str
    words: int
    hit: float  # the first segment overlaps by half or more
    hit_25: float
    inside: float
    photos: int
    by_photo: float
    things: int
    cut: float  # that some segment overlaps by half or more
    seconds: float  # a room, the median

    def to_json(self) -> dict[str, Any]:
        return asdict(self)


def scene_summary(finds: Sequence[SceneFind]) -> list[SceneLine]:
    lines = []
    for method in dict.fromkeys(f.method for f in finds):
        words, photos, cuts = (
            [f for f in finds if (f.method, f.kind) == (method, k)] for k in ("word", "photo", "cut")
        )
        lines.append(SceneLine(
            method=method, words=len(words), hit=_percent(f.overlap >= 0.5 for f in words),
            hit_25=_percent(f.overlap >= 0.25 for f in words), inside=_percent(f.inside for f in words),
            photos=len(photos), by_photo=_percent(f.overlap >= 0.5 for f in photos),
            things=len(cuts), cut=_percent(f.overlap >= 0.5 for f in cuts),
            seconds=float(np.median([f.seconds for f in words])) if words else 0.0,
        ))  # fmt: skip
    return lines


def mean_of_seeds(tables: Sequence[Sequence[SceneLine]]) -> list[tuple[SceneLine, float]]:
    """The mean line of each method over seeds, and the deviation of its hits."""
    found = []
    for lines in zip(*tables, strict=True):
        means = {
            name: type(value)(np.mean([getattr(line, name) for line in lines]))
            for name, value in asdict(lines[0]).items()
            if name != "method"
        }
        found.append((replace(lines[0], **means), float(np.std([line.hit for line in lines]))))
    return found


def _percent(holds: Iterable[bool]) -> float:
    found = [bool(x) for x in holds]
    return 100 * sum(found) / len(found) if found else 0.0
