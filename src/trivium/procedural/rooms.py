"""Furnished rooms from the procedural shapes, or from any other meshes in metres: what stands where is known.

Furniture stands on the floor, most of it along the walls; small things stand on furniture, others hang on walls; chairs are pushed
to tables. Nothing runs through anything else.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from scipy.spatial import cKDTree

from trivium.errors import QueryError
from trivium.geometry import Mesh, Surface, sample_surface
from trivium.geometry.scenes import LabelledScene
from trivium.geometry.shapes import Array
from trivium.procedural import generate
from trivium.rendering.scanning import scanned

Source = Callable[[str, int], Mesh]  # category and a seed to a mesh in metres that stands on y = 0 and looks along +Z


@dataclass(frozen=True, kw_only=True)
class Theme:
    """What a kind of room may hold."""

    walls: tuple[str, ...]  # stands with its back to a wall
    free: tuple[str, ...]  # stands anywhere, turned anyhow
    seats: Mapping[str, tuple[str, ...]]  # what is pushed to which table
    tops: Mapping[str, tuple[str, ...]]  # what stands on what
    hung: tuple[str, ...]  # hangs on a wall


THEMES: dict[str, Theme] = {
    "living room": Theme(
        walls=("sofa", "bookshelf", "cabinet", "fireplace", "floor lamp", "dresser", "bench"),
        free=("armchair", "coffee table", "ottoman", "bean bag", "potted plant", "guitar", "fan"),
        seats={"table": ("chair", "stool")},
        tops={
            "coffee table": ("vase", "teapot", "laptop"), "cabinet": ("television", "radio", "globe"),
            "table": ("vase", "desk lamp"), "dresser": ("clock", "trophy"),
        },
        hung=("mirror", "clock"),
    ),
    "bedroom": Theme(
        walls=("bed", "wardrobe", "dresser", "bookshelf", "radiator"),
        free=("armchair", "ottoman", "stool", "suitcase", "teddy bear", "basket", "potted plant"),
        seats={"desk": ("office chair", "chair")},
        tops={"nightstand": ("desk lamp", "alarm clock"), "desk": ("laptop", "monitor"), "dresser": ("vase", "radio")},
        hung=("mirror", "air conditioner"),
    ),
    "office": Theme(
        walls=("bookshelf", "filing cabinet", "cabinet", "sofa", "radiator"),
        free=("potted plant", "trash can", "fan", "coat rack", "cardboard box", "armchair"),
        seats={"desk": ("office chair",), "table": ("chair",)},
        tops={
            "desk": ("monitor", "laptop", "desk lamp", "telephone"), "table": ("printer", "vase"),
            "filing cabinet": ("globe",), "cabinet": ("trophy",),
        },
        hung=("clock",),
    ),
    "kitchen": Theme(
        walls=("refrigerator", "stove", "washing machine", "cabinet", "sink", "bench"),
        free=("stool", "trash can", "basket", "potted plant", "stepladder"),
        seats={"table": ("chair", "stool")},
        tops={"cabinet": ("microwave", "coffee machine", "toaster"), "table": ("teapot", "vase"), "stove": ("pot",)},
        hung=("clock",),
    ),
    "bathroom": Theme(
        walls=("bathtub", "toilet", "sink", "washing machine", "shower", "radiator", "cabinet"),
        free=("stool", "basket", "trash can", "potted plant"),
        seats={},
        tops={"cabinet": ("vase",), "washing machine": ("basket",)},
        hung=("mirror", "towel rack"),
    ),
}  # fmt: skip
GAP = 0.03  # metres between two things at least


@dataclass(frozen=True, kw_only=True)
class RoomConfig:
    theme: str | None = None  # of ``THEMES``; None: any
    side: tuple[float, float] = (3.2, 5.6)  # metres: of its floor, drawn twice
    height: tuple[float, float] = (2.3, 3.0)
    furniture: tuple[int, int] = (6, 11)  # things along the walls and free in the room
    ceiling: bool = True

    def __post_init__(self) -> None:
        if self.theme is not None and self.theme not in THEMES:
            raise QueryError(f"no theme '{self.theme}'; there are: {', '.join(THEMES)}")


@dataclass(frozen=True, eq=False)
class Thing:
    """One piece of furniture where it stands."""

    category: str
    mesh: Mesh
    points: Array  # (N, 3) of its surface, to tell whether another comes too near

    @property
    def corners(self) -> Array:
        """(2, 3)"""
        return self.mesh.bounds


@dataclass(frozen=True, eq=False)
class Room:
    """Walls, floor and perhaps a ceiling, and what is between them. The floor is at y = 0, its middle at the origin."""

    shell: Mesh
    things: tuple[Thing, ...]
    size: tuple[float, float, float]

    @property
    def categories(self) -> tuple[str, ...]:
        return tuple(thing.category for thing in self.things)

    @property
    def mesh(self) -> Mesh:
        """All of it; the surfaces of thing i are named "i category"."""
        named = [
            replace(surface, name=f"{i} {thing.category}")
            for i, thing in enumerate(self.things)
            for surface in thing.mesh.surfaces
        ]
        return Mesh((*self.shell.surfaces, *named), "room")

    def scan(
        self, num_points: int = 200_000, *, rng: np.random.Generator, noise: float = 0.004, positions: int = 3
    ) -> LabelledScene:
        """Points as a scanner would take them from ``positions`` in the room, at the height of eyes.

        Args:
            noise: standard deviation of a distance, in metres.
        """
        mesh = self.mesh
        scan = scanned(mesh, self._stands(positions, rng), num_points, rng=rng, noise=noise)
        owners = [-1] * len(self.shell.surfaces)
        owners += [i for i, thing in enumerate(self.things) for _ in thing.mesh.surfaces]
        instances = np.array(owners)[mesh.triangles.surface[scan.triangles]]
        return LabelledScene(scan.cloud, instances, self.categories)

    def _stands(self, count: int, rng: np.random.Generator) -> Array:
        """(count, 3) places for a scanner: of some drawn, those with the most room around them, apart from each other."""
        width, height, depth = self.size
        drawn = rng.uniform(-0.5, 0.5, (64, 3)) * (width - 0.8, 0, depth - 0.8) + (0, min(1.6, 0.65 * height), 0)
        taken = np.concatenate([t.points for t in self.things] or [np.full((1, 3), 1e3)])
        stands: list[Array] = []
        for _ in range(count):
            others = np.concatenate([taken, *(s[None] for s in stands)])
            room = cKDTree(others).query(drawn)[0]
            stands.append(drawn[room.argmax()])
        return np.array(stands, np.float32)


def room(*, seed: int, config: RoomConfig = RoomConfig(), source: Source | None = None) -> Room:
    """One furnished room. The same seed and config give the same room.

    Args:
        source: where furniture comes from; procedural shapes if not given. It may refuse with ``KeyError``
            what it does not have, and the room does without.
    """
    rng = np.random.default_rng([seed, 23])
    theme = THEMES[config.theme or sorted(THEMES)[int(rng.integers(len(THEMES)))]]
    width, depth = rng.uniform(*config.side, 2)
    size = (float(width), float(rng.uniform(*config.height)), float(depth))
    furnisher = _Furnisher(size, source or _procedural, rng)
    furnisher.furnish(theme, int(rng.integers(config.furniture[0], config.furniture[1] + 1)))
    return Room(empty_shell(size, config.ceiling, rng), tuple(furnisher.things), size)


def _procedural(category: str, seed: int) -> Mesh:
    return generate(category, seed=seed).mesh


class _Furnisher:
    """Puts one thing after the other where there is room; what finds none after some tries is left out."""

    def __init__(self, size: tuple[float, float, float], source: Source, rng: np.random.Generator) -> None:
        self.size, self.source, self.rng = size, source, rng
        self.things: list[Thing] = []

    def furnish(self, theme: Theme, count: int) -> None:
        for table, seats in theme.seats.items():
            stood = self._try(table, self._free_place if self.rng.random() < 0.6 else self._wall_place)
            for _ in range(int(self.rng.integers(1, 4)) if stood else 0):
                self._try(self._one(seats), lambda m, stood=stood: self._pushed(m, stood))  # type: ignore[misc]
        at_walls = list(self.rng.permutation(theme.walls))
        free = list(self.rng.permutation(theme.free))
        for number in range(count):
            wall = number % 2 == 0 and at_walls
            name = str(at_walls.pop() if wall else free.pop() if free else self._one(theme.free))
            stood = self._try(name, self._wall_place if wall else self._free_place)
            if stood and name == "bed":
                self._try("nightstand", self._wall_place)
        for support in list(self.things):
            tops = self.rng.permutation(theme.tops.get(support.category, ()))
            for name in tops[: int(self.rng.integers(1, 3))]:
                self._try(str(name), lambda m, support=support: self._on(m, support))  # type: ignore[misc]
        for name in theme.hung:
            self._try(name, self._hanging)

    def _one(self, names: Sequence[str]) -> str:
        return names[int(self.rng.integers(len(names)))]

    def _try(self, category: str, place: Callable[[Mesh], Array], *, tries: int = 24) -> Thing | None:
        """Adds the thing at the first place where it fits; None if there is none."""
        try:
            mesh = self.source(category, int(self.rng.integers(1 << 30)))
        except KeyError:
            return None
        mesh = _centered(mesh)
        for _ in range(tries):
            placed = mesh.transformed(place(mesh))
            thing = Thing(category, placed, sample_surface(placed, 1500, rng=self.rng).points)
            if self._fits(thing):
                self.things.append(thing)
                return thing
        return None

    def _fits(self, thing: Thing) -> bool:
        """Within the room, and nowhere in or too near another thing."""
        width, height, depth = self.size
        low, high = thing.corners
        inner = (-width / 2, -1e-3, -depth / 2), (width / 2, height - 0.05, depth / 2)
        if (low < inner[0]).any() or (high > inner[1]).any():
            return False
        tree = cKDTree(thing.points)
        for other in self.things:
            if (other.corners[0] - GAP > high).any() or (other.corners[1] + GAP < low).any() or _above(thing, other):
                continue
            if tree.query(other.points, distance_upper_bound=GAP)[0].min() <= GAP or _encloses(thing, other):
                return False
        return True

    def _wall_place(self, mesh: Mesh) -> Array:
        """Back to a wall, a little off it."""
        (width, _, depth), wall = self.size, int(self.rng.integers(4))
        along, across = (width, depth) if wall % 2 == 0 else (depth, width)
        half_x, _, half_z = mesh.bounds[1]
        x = self.rng.uniform(-1, 1) * max(along / 2 - half_x - 0.02, 0)
        local = standing_at(x, 0, -across / 2 + half_z + self.rng.uniform(0.01, 0.06), 0)
        return (standing_at(0, 0, 0, wall * np.pi / 2) @ local).astype(np.float32)

    def _free_place(self, mesh: Mesh) -> Array:
        x, _, z = self.rng.uniform(-0.5, 0.5, 3) * self.size
        return standing_at(x, 0, z, self.rng.uniform(0, 2 * np.pi))

    def _pushed(self, mesh: Mesh, table: Thing) -> Array:
        """In front of one side of the table's box, facing it, and as far below it as is drawn."""
        low, high = table.corners
        middle, half = (low + high) / 2, (high - low) / 2
        side = int(self.rng.integers(4))
        along, out = (half[0], half[2]) if side % 2 == 0 else (half[2], half[0])
        x = self.rng.uniform(-0.7, 0.7) * max(along - mesh.bounds[1][0], 0)
        z = out + mesh.bounds[1][2] - self.rng.uniform(-0.15, 0.3)
        turn = standing_at(0, 0, 0, side * np.pi / 2)
        facing = standing_at(x, 0, z, np.pi + self.rng.normal(0, 0.15))
        return (standing_at(middle[0], 0, middle[2], 0) @ turn @ facing).astype(np.float32)

    def _on(self, mesh: Mesh, support: Thing) -> Array:
        """On the highest flat place near the middle of another thing."""
        low, high = support.corners
        spread = (high - low) * 0.5 - np.minimum(mesh.bounds[1], (high - low) * 0.45)
        x, _, z = (low + high) / 2 + self.rng.uniform(-1, 1, 3) * spread
        under = support.points[
            (np.abs(support.points[:, 0] - x) < mesh.bounds[1][0] + 0.02)
            & (np.abs(support.points[:, 2] - z) < mesh.bounds[1][2] + 0.02)
        ]
        top = under[:, 1].max() if len(under) else high[1]
        return standing_at(x, top + 0.003, z, self.rng.normal(0, 0.4))

    def _hanging(self, mesh: Mesh) -> Array:
        place = self._wall_place(mesh)
        top = self.size[1] - mesh.bounds[1][1] - 0.15
        lift = np.eye(4, dtype=np.float32)
        lift[1, 3] = self.rng.uniform(min(1.1, top), top)
        return (lift @ place).astype(np.float32)


def _above(thing: Thing, other: Thing) -> bool:
    """Stands on top of what is below it, and touches it there alone."""
    bottom = thing.corners[0][1]
    near = np.abs(other.points[:, [0, 2]] - thing.points[:, [0, 2]].mean(0)).max(1) < 0.5
    return bool(bottom > 0.1 and bottom >= other.points[near, 1].max(initial=0) - 1e-3)


def _encloses(thing: Thing, other: Thing) -> bool:
    """One lies within the other's box: a stool in a wardrobe touches nothing, and is still not meant."""
    (low, high), (other_low, other_high) = thing.corners, other.corners
    return bool(
        ((low <= other_low).all() and (high >= other_high).all())
        or ((other_low <= low).all() and (other_high >= high).all())
    )


def _centered(mesh: Mesh) -> Mesh:
    """Its box stands on y = 0 around the vertical axis."""
    low, high = mesh.bounds
    return mesh.transformed(standing_at(-(low[0] + high[0]) / 2, -low[1], -(low[2] + high[2]) / 2, 0))


def standing_at(x: float, y: float, z: float, yaw: float) -> Array:
    """(4, 4): turned about the vertical axis, then moved."""
    c, s = np.cos(yaw), np.sin(yaw)
    return np.array([[c, 0, s, x], [0, 1, 0, y], [-s, 0, c, z], [0, 0, 0, 1]], np.float32)


def empty_shell(size: tuple[float, float, float], ceiling: bool, rng: np.random.Generator) -> Mesh:
    """Floor, four walls, and a ceiling, seen from within; each of one colour."""
    x, h, z = size[0] / 2, size[1], size[2] / 2
    corners = np.array(
        [[sx * x, y, sz * z] for y in (0, h) for sx, sz in ((-1, -1), (1, -1), (1, 1), (-1, 1))], np.float32
    )
    quads = {"floor": (0, 1, 2, 3)} | {f"wall {i + 1}": (i, (i + 1) % 4, (i + 1) % 4 + 4, i + 4) for i in range(4)}
    if ceiling:
        quads["ceiling"] = (4, 5, 6, 7)
    wall, floor = rng.uniform(0.7, 0.95) + rng.normal(0, 0.03, 3), rng.uniform(0.3, 0.6) * np.array([1.1, 0.95, 0.8])
    looks = {"floor": floor, "ceiling": np.full(3, 0.95)}
    return Mesh(tuple(
        Surface(corners[list(quad)], np.array([[0, 1, 2], [0, 2, 3]]), name=name,
                color=tuple(np.clip(looks.get(name, wall), 0, 1).tolist()))
        for name, quad in quads.items()
    ), "room")  # fmt: skip
