"""Scene querying with language (CG3D, sec. 3.4.2): a room in segments, a row for each, ranked by words or by a photo (eq. 11).

The paper cuts a room by k-means and compares the rows of clusters with the row of a text. Here pieces that touch are merged where the whole
looks more like some thing than its parts do, a row is made of points and of views, and of what a room knows and a row cannot: how large a thing is.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from scipy.spatial import cKDTree

from trivium.geometry import PointCloud, normalized, orbit_cameras
from trivium.geometry.boxes import UprightBox, upright_box
from trivium.geometry.furniture import Furniture
from trivium.geometry.shapes import Array, IntArray
from trivium.models.aligned import AlignedModel, Embeddings
from trivium.models.preprocess import FEWEST_POINTS
from trivium.procedural.sizes import extents, typical_sizes
from trivium.rendering import render_views

if TYPE_CHECKING:
    from trivium.models.aligned import ImageLike

# What a room may hold: a segment is scored by how much more it is like what is asked for than like these.
NAMES = (
    "armchair", "basket", "bathtub", "bean bag", "bed", "bench", "book", "bookshelf", "bottle", "box", "bunk bed", "cabinet", "candle",
    "chair", "chandelier", "clock", "coat rack", "coffee machine", "coffee table", "computer", "cup", "curtain", "desk", "desk lamp",
    "door", "dresser", "fan", "fireplace", "floor lamp", "flower", "kettle", "keyboard", "lamp", "laptop", "microwave", "mirror",
    "monitor", "nightstand", "office chair", "ottoman", "person", "piano", "picture frame", "pillow", "potted plant", "printer", "radiator",
    "radio", "refrigerator", "rug", "shelf", "shower", "sink", "sofa", "speaker", "stool", "stove", "suitcase", "table", "television",
    "toaster", "toilet", "toy", "trash can", "vase", "wardrobe", "washing machine", "window",
)  # fmt: skip
PROMPT = "a {}"


@dataclass(frozen=True, kw_only=True)
class SceneConfig:
    """How segments are made and scored. Lengths in metres."""

    fewest_points: int = 40  # of a segment, thinned; smaller pieces go to the nearest segment
    touching: float = 0.06  # pieces nearer than this may be one thing
    hidden: float = 0.1  # the same upwards: a thick table top hides where its legs begin
    crumbs: float = 0.15  # how far from a segment what is too small for one may be
    alike: float = 0.1  # what the cosine of two pieces counts beside the conviction that their union gains
    slack: float = 0.03  # of conviction and likeness that a union may lack
    largest: float = 3.0  # the longest side of a merged segment
    views: int = 4  # pictures around a segment; 0: by its points alone
    view_size: int = 160
    size_weight: float = 0.02  # of the log likelihood of the size, beside a cosine
    size_spread: float = 0.2  # standard deviation of the log of a side, added to that of the category
    size_words: float = 0.04  # temperature at which a word takes its size from names like it
    softness: float = 0.1  # temperature of the comparison with ``NAMES``


@dataclass(frozen=True, eq=False)
class Segment:
    """One thing of a scene, as far as it could be told from the others."""

    points: IntArray  # indices into the furniture's cloud
    box: UprightBox
    row: NDArray[np.float32]  # (dim,)
    views: NDArray[np.float32]  # (V, dim), rows of the single pictures


@dataclass(frozen=True, eq=False)
class Judge:
    """Scores segments by words. Rows are those of one model; made once."""

    model: AlignedModel
    config: SceneConfig = SceneConfig()
    _sizes: tuple[Array, Array] = field(init=False)
    _size_rows: Embeddings = field(init=False)
    _names: Embeddings = field(init=False)

    def __post_init__(self) -> None:
        sizes = typical_sizes()
        means, spreads = np.array(list(sizes.values()), np.float32).transpose(1, 0, 2)
        object.__setattr__(self, "_sizes", (means, spreads))
        object.__setattr__(self, "_size_rows", self.rows_of(list(sizes)))
        object.__setattr__(self, "_names", self.rows_of(NAMES))

    def rows_of(self, words: Sequence[str]) -> Embeddings:
        """(W, dim)"""
        return self.model.encode_texts([PROMPT.format(word) for word in words])

    def scores(self, rows: Embeddings, sizes: Array, words: Embeddings) -> NDArray[np.float64]:
        """(S, W) in (0, 1): the share that a word has of a segment beside all ``NAMES``.

        Args:
            rows: (S, dim) of segments.
            sizes: (S, 3) of their boxes in metres; height is the second.
            words: (W, dim) of ``rows_of``.
        """
        asked = np.exp(self._evidence(rows, sizes, words) / self.config.softness)
        others = np.exp(self._evidence(rows, sizes, self._names) / self.config.softness).sum(1, keepdims=True)
        return asked / (asked + others)

    def conviction(self, rows: Embeddings, sizes: Array) -> NDArray[np.float64]:
        """(S,) how much segments are like the thing that they are like most."""
        return self._evidence(rows, sizes, self._names).max(1)

    def _evidence(self, rows: Embeddings, sizes: Array, words: Embeddings) -> NDArray[np.float64]:
        """(S, W) cosine, and how likely the size is: a mixture over named things, weighted by how near their names are."""
        weights = np.exp(words @ self._size_rows.T / self.config.size_words)
        weights /= weights.sum(1, keepdims=True)
        means, spreads = self._sizes
        logs = np.log([extents(size) for size in sizes]).reshape(-1, 1, 3)
        off = (logs - means) ** 2 / (spreads**2 + self.config.size_spread**2)
        likelihood = np.exp(-np.minimum(off.sum(-1) / 2, 12.0))  # (S, C); a size that fits nothing decides nothing
        return rows @ words.T + self.config.size_weight * np.log(likelihood @ weights.T)


def segments_of(furniture: Furniture, judge: Judge, *, merged: bool = True) -> list[Segment]:
    """The pieces of a room as segments with rows, the largest first.

    Args:
        merged: join pieces where the whole is more convincing than its parts, or they are alike; else each piece is a segment.
    """
    groups = _groups(furniture, judge.config)
    segments = {i: segment_of(furniture.cloud, group, judge) for i, group in enumerate(groups)}
    if merged and segments:
        segments = _merged(segments, furniture.cloud, judge)
    return sorted(segments.values(), key=lambda segment: -len(segment.points))


def _groups(furniture: Furniture, config: SceneConfig) -> list[IntArray]:
    """Members of each piece that is large enough, with the crumbs around it."""
    sizes, points = np.bincount(furniture.pieces), furniture.cloud.points
    large = sizes[furniture.pieces] >= max(config.fewest_points, FEWEST_POINTS)
    labels = np.where(large, furniture.pieces, -1)
    if large.any() and not large.all():
        crumbs = np.flatnonzero(~large)
        away, nearest = cKDTree(points[large]).query(points[crumbs], distance_upper_bound=config.crumbs)
        near = np.isfinite(away)
        labels[crumbs[near]] = furniture.pieces[large][nearest[near]]
    return [np.flatnonzero(labels == number) for number in np.unique(labels[labels >= 0])]


def segment_of(cloud: PointCloud, members: IntArray, judge: Judge) -> Segment:
    """Some points of a cloud as one thing: its box, and a row of its points and its views."""
    config, own = judge.config, cloud[members]
    row = _point_row(judge.model, own)
    views = np.zeros((0, judge.model.dim), np.float32)
    if config.views:
        azimuths = np.arange(config.views) * 2 * np.pi / config.views
        cameras = orbit_cameras(azimuths, np.radians(25), size=config.view_size)
        pictures = render_views(normalized(own), cameras).images
        views = judge.model.encode_views([[picture] for picture in pictures])
        row = _unit(row + _unit(views.mean(0)))
    return Segment(members, upright_box(own.points), row, views)


def _point_row(model: AlignedModel, cloud: PointCloud) -> NDArray[np.float32]:
    """(dim,) of the point path."""
    bare = PointCloud(cloud.points, cloud.colors)  # normals as the model guesses them for scans
    return _unit(model.encode_prepared([model.prepare_shape(bare)])[0])


def _unit(row: Array) -> NDArray[np.float32]:
    return (row / np.maximum(np.linalg.norm(row), 1e-9)).astype(np.float32)


def _merged(segments: dict[int, Segment], cloud: PointCloud, judge: Judge) -> dict[int, Segment]:
    """Joins the two neighbours that belong together most, and again, until none do."""
    alive = dict(segments)
    neighbors = _neighbors(cloud.points, alive, judge.config)
    unions: dict[tuple[int, int], tuple[float, Segment]] = {}
    for count in itertools.count(len(alive)):
        for a, b in sorted(neighbors - set(unions)):
            unions[a, b] = _union(alive[a], alive[b], cloud, judge)
        pair = max(unions, key=lambda p: unions[p][0], default=None)
        if pair is None or unions[pair][0] < -judge.config.slack:
            return alive
        alive[count] = unions[pair][1]
        around = {x for p in neighbors if set(p) & set(pair) for x in p} - set(pair)
        neighbors = {p for p in neighbors if not set(p) & set(pair)} | {(x, count) for x in around}
        unions = {p: union for p, union in unions.items() if not set(p) & set(pair)}
        for merged in pair:
            del alive[merged]
    raise AssertionError("unreachable")


def _union(a: Segment, b: Segment, cloud: PointCloud, judge: Judge) -> tuple[float, Segment]:
    """Two segments as one, and how much they belong together: what conviction they gain, and how alike they are."""
    members = np.concatenate([a.points, b.points])
    if np.ptp(cloud.points[members], axis=0).max() > judge.config.largest:
        return -np.inf, a
    union = segment_of(cloud, members, judge)
    one, other, both = (float(judge.conviction(s.row[None], s.box.size[None])[0]) for s in (a, b, union))
    return both - max(one, other) + judge.config.alike * float(a.row @ b.row), union


def _neighbors(points: Array, segments: dict[int, Segment], config: SceneConfig) -> set[tuple[int, int]]:
    """Pairs of segments that touch, the lower number first."""
    members = np.concatenate([s.points for s in segments.values()])
    labels = np.repeat(list(segments), [len(s.points) for s in segments.values()])
    squeezed = points[members] * np.array([1, config.touching / config.hidden, 1], np.float32)
    pairs = cKDTree(squeezed).query_pairs(config.touching, output_type="ndarray")
    found = np.unique(np.sort(labels[pairs], axis=1), axis=0)
    return {(int(a), int(b)) for a, b in found if a != b}


def score_by_photo(
    segments: Sequence[Segment], model: AlignedModel, photos: Sequence[ImageLike]
) -> NDArray[np.float64]:
    """(S,) cosines between pictures of one object and segments: half of the row, half of the view that is most alike."""
    asked = model.encode_views([photos])[0]
    rows = np.stack([s.row for s in segments]) @ asked
    best = [float((s.views @ asked).max()) if len(s.views) else float(r) for s, r in zip(segments, rows, strict=True)]
    return (rows + np.array(best)) / 2.0
