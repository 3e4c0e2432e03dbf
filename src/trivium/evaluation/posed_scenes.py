"""Scenes for PASR's tables: shapes, and pictures of them in poses that are known, with more and more of the object hidden.

The gallery holds procedural shapes whose seeds no model has seen, some of categories that none has seen, and the validation
packs of a collection. Each is photographed from a random pose, with random light, before a cluttered background. Or it is that of a
set of real photos whose poses are known.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from trivium import procedural
from trivium.data.objects import real_objects
from trivium.data.occlusion import LEVELS, occluded_at
from trivium.data.posed_photos import PosedPhoto
from trivium.data.readers.procedural_shapes import BENCHMARK_SEED
from trivium.data.samples import object_rng
from trivium.errors import ConfigError, TriviumError
from trivium.geometry import Mesh, Pose, Views, rotation_error, sample_surface, unit_sphere
from trivium.geometry.symmetry import Symmetry, symmetry_of
from trivium.io import load_image
from trivium.models.framing import Framing
from trivium.procedural import UNSEEN
from trivium.rendering import cluttered_background, composite, photograph, random_lights, render_views

log = logging.getLogger(__name__)
AROUND = 1.15  # times the longer side of a box: how much of a photo a query shows
GROUPS = ("procedural", "unseen", "packs")


@dataclass(frozen=True, kw_only=True)
class PoseTestConfig:
    collection: Path | None = None  # whose validation packs join the gallery
    procedural: int = 300
    unseen_share: float = 0.1  # of them, of categories that no model was trained on
    queries: int | None = None  # of the gallery; None: one for each shape
    levels: tuple[str, ...] = tuple(LEVELS)
    groups: tuple[str, ...] = GROUPS  # that are asked for; the gallery holds all
    size: int = 224
    seed: int = 0

    def __post_init__(self) -> None:
        for name, given, known in (("level", self.levels, LEVELS), ("group", self.groups, GROUPS)):
            if unknown := [x for x in given if x not in known]:
                raise ConfigError(f"no {name} {', '.join(unknown)}; there are: {', '.join(known)}")


@dataclass(frozen=True, eq=False)
class GalleryShape:
    """One shape of the gallery, in the unit ball."""

    key: str
    category: str
    group: str  # of ``GROUPS``, or "photos"
    mesh: Mesh
    symmetry: Symmetry


@dataclass(frozen=True, eq=False)
class PoseQuery:
    """A picture of shape ``index`` of the gallery."""

    index: int
    level: str
    pose: Pose
    picture: NDArray[np.uint8]


def gallery_of(config: PoseTestConfig) -> list[GalleryShape]:
    """Shapes that are broken are left out, and said."""
    names = sorted(set(procedural.CATEGORIES) - set(UNSEEN))
    rng = np.random.default_rng([config.seed, 11])
    unseen = round(config.procedural * config.unseen_share)
    chosen = rng.permutation(len(names))
    made = [(names[chosen[i % len(names)]], i // len(names), "procedural") for i in range(config.procedural - unseen)]
    made += [(sorted(UNSEEN)[i % len(UNSEEN)], i // len(UNSEEN), "unseen") for i in range(unseen)]
    shapes = []
    for name, number, group in made:
        seed = BENCHMARK_SEED + 1000 * (config.seed + 1) + number
        shapes.append(gallery_shape(f"{name}-{seed}", name, group, procedural.generate(name, seed=seed).mesh))
    for thing in real_objects(config.collection, validation=True) if config.collection else ():
        try:
            shapes.append(gallery_shape(thing.key, thing.category, "packs", thing.load()))
        except TriviumError as error:
            log.warning("left out: %s: %s", thing.key, error)
    return shapes


def gallery_shape(key: str, category: str, group: str, mesh: Mesh) -> GalleryShape:
    """A mesh, brought into the unit ball, and its symmetry."""
    mesh = mesh.transformed(unit_sphere(mesh))
    cloud = sample_surface(mesh, 3000, rng=np.random.default_rng(0))
    return GalleryShape(key, category, group, mesh, symmetry_of(cloud))


def pose_queries(gallery: Sequence[GalleryShape], config: PoseTestConfig) -> Iterable[PoseQuery]:
    """The same scene at every level: only what stands before the object differs."""
    for index in asked_of(gallery, config):
        shape = gallery[index]
        own = object_rng(shape.key, config.seed)
        pose, view, scene = scene_with(shape.mesh, own, config.size)
        fault = int(own.integers(2**31))
        for level in config.levels:
            hidden, _ = occluded_at(
                scene, view.mask[0], level, np.random.default_rng([fault, list(LEVELS).index(level)])
            )
            yield PoseQuery(index, level, pose, photograph(hidden, np.random.default_rng(fault)))


def asked_of(gallery: Sequence[GalleryShape], config: PoseTestConfig) -> list[int]:
    """Which shapes of the gallery pictures are made of."""
    rng = np.random.default_rng([config.seed, 12])
    asked = [i for i in rng.permutation(len(gallery)).tolist() if gallery[i].group in config.groups]
    return sorted(asked[: config.queries])


def pictures_of(gallery: Sequence[GalleryShape], index: int, count: int, config: PoseTestConfig) -> list[PoseQuery]:
    """Some pictures of one shape, nothing hidden, each in a pose, light and scene of its own."""
    shape, pictures = gallery[index], []
    for number in range(count):
        own = object_rng(f"{shape.key} {number}", config.seed)
        pose, _, scene = scene_with(shape.mesh, own, config.size)
        pictures.append(PoseQuery(index, "L0", pose, photograph(scene, own)))
    return pictures


def scene_with(mesh: Mesh, rng: np.random.Generator, size: int) -> tuple[Pose, Views, NDArray[np.uint8]]:
    """A mesh of the unit ball before clutter: from where it is seen, what each pixel shows, and the picture."""
    azimuth, roll = rng.uniform(0, 2 * np.pi), np.clip(rng.normal(0, np.radians(5)), -0.25, 0.25)
    elevation = np.arcsin(rng.uniform(np.sin(np.radians(-15)), np.sin(np.radians(65))))
    pose = Pose(float(azimuth), float(elevation), float(roll))
    view = render_views(mesh, pose.camera(size), lights=[random_lights(rng)])
    return pose, view, composite(view.images[0], view.mask[0], cluttered_background(rng, size=size))


def photo_gallery(photos: Sequence[PosedPhoto]) -> list[GalleryShape]:
    """The models of a set of photos whose poses are known (Pix3D, Pascal3D+), each once; those that are broken are left out."""
    shapes = []
    for photo in {p.model: p for p in photos}.values():
        try:
            shapes.append(gallery_shape(str(photo.model), photo.category, "photos", photo.load()))
        except TriviumError as error:
            log.warning("left out: %s: %s", photo.model, error)
    return shapes


def photo_queries(
    photos: Sequence[PosedPhoto], gallery: Sequence[GalleryShape], config: PoseTestConfig
) -> Iterable[PoseQuery]:
    """Photos cut to their boxes. Those in which something is hidden already are left out, as the paper does it."""
    index = {shape.key: i for i, shape in enumerate(gallery)}
    usable = [p for p in photos if not p.hidden and str(p.model) in index]
    rng = np.random.default_rng([config.seed, 13])
    for number in sorted(rng.permutation(len(usable))[: config.queries].tolist()):
        photo = usable[number]
        try:
            picture = load_image(photo.photo)
        except TriviumError as error:
            log.warning("left out: %s: %s", photo.photo, error)
            continue
        left, top, right, bottom = photo.box
        side = max(right - left, bottom - top) * AROUND
        square = Framing((left + right - side) / 2, (top + bottom - side) / 2, side)
        if photo.mask is None:  # all of the box then counts as the object
            shown = np.zeros(picture.shape, np.uint8)
            shown[round(top) : round(bottom), round(left) : round(right)] = 255
        else:
            shown = load_image(photo.mask)
        mask = square.cut(shown, config.size)[..., 0] > 127
        scene = square.cut(picture, config.size)
        for level in config.levels:
            hidden, _ = occluded_at(scene, mask, level, np.random.default_rng([number, list(LEVELS).index(level)]))
            yield PoseQuery(index[str(photo.model)], level, photo.pose, hidden)


def scenes_of(
    config: PoseTestConfig, photos: Sequence[PosedPhoto] | None = None
) -> tuple[list[GalleryShape], list[PoseQuery]]:
    """A gallery and the queries for it: made-up scenes, or photos whose poses are known.

    Raises:
        ConfigError: there is nothing to ask for.
    """
    gallery = gallery_of(config) if photos is None else photo_gallery(photos)
    queries = list(pose_queries(gallery, config) if photos is None else photo_queries(photos, gallery, config))
    if not queries:
        wanted = ", ".join(config.groups) if photos is None else "photos whose model can be read and is all visible"
        raise ConfigError(f"nothing to ask for: the gallery of {len(gallery)} shapes has no {wanted}")
    return gallery, queries


def pose_error(found: Pose, true: Pose, symmetry: Symmetry) -> float:
    """Degrees between two poses, of all that look the same the least."""
    if symmetry.everywhere:
        return 0.0
    rotations = [p.camera(2).cam_from_world[0, :3, :3] for p in (found, true)]
    return float(np.degrees(rotation_error(rotations[0], rotations[1] @ symmetry.rotations()).min()))
