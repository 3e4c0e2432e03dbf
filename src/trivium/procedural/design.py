"""How a category is written down: parameters are drawn by name, parts are added with a material, words say what is there.

A category is one function, registered with its family:

    @category("stool", family="furniture")
    def stool(p: Parameters) -> Design:
        legs = p.whole("legs", 3, 5)
        ...
        design = Design(adjectives=[...], features=[f"{number_word(legs)} legs"])
        design.add("seat", cylinder(...), WOOD)
        return design
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from trivium.geometry import Mesh
from trivium.procedural.materials import Material
from trivium.procedural.solids import Solid, join, to_surface

Value = float | int | str


class Parameters:
    """Named draws from one generator. Every value drawn is kept in ``values``; ``fixed`` sets some by hand.

    A fixed parameter still consumes its draw, so changing one never changes the others.
    """

    def __init__(self, rng: np.random.Generator, fixed: Mapping[str, Value] | None = None) -> None:
        self._rng = rng
        self._fixed = dict(fixed or {})
        self.values: dict[str, Value] = {}
        self.ranges: dict[str, tuple[Value, ...]] = {}

    def real(self, name: str, low: float, high: float) -> float:
        """A length, angle or ratio, uniform in [low, high]."""
        return float(self._keep(name, float(self._rng.uniform(low, high)), (low, high)))

    def whole(self, name: str, low: int, high: int) -> int:
        """A count, low and high included."""
        return int(self._keep(name, int(self._rng.integers(low, high + 1)), tuple(range(low, high + 1))))

    def choice(self, name: str, options: Sequence[str]) -> str:
        """One of several words."""
        return str(self._keep(name, options[int(self._rng.integers(len(options)))], tuple(options)))

    def material(self, name: str, options: Sequence[Material]) -> Material:
        """One of several materials, its colour varied a little."""
        drawn = options[int(self._rng.integers(len(options)))]
        jitter = self._rng.normal(0, 0.02, 3)
        label = str(self._keep(name, drawn.name, tuple(m.name for m in options)))
        return next(m for m in options if m.name == label).tinted(jitter)

    def _keep(self, name: str, drawn: Value, options: tuple[Value, ...]) -> Value:
        if name in self.values:
            raise KeyError(f"parameter '{name}' is drawn twice")
        value = self._fixed.get(name, drawn)
        self.values[name], self.ranges[name] = value, options
        return value


@dataclass
class Design:
    """What a category function returns: parts with materials, and the words that are true of them.

    Attributes:
        adjectives: words before the noun, the most telling first ("round", "wooden").
        features: phrases after "with", the most telling first ("three turned legs", "a glass top").
    """

    adjectives: list[str] = field(default_factory=list)
    features: list[str] = field(default_factory=list)
    parts: list[tuple[str, Solid, Material]] = field(default_factory=list)

    def add(self, part: str, solid: Solid, material: Material) -> None:
        """Adds geometry to the named part; the same name may be added to again, in any material."""
        self.parts.append((part, solid, material))


@dataclass(frozen=True)
class Captions:
    """Three lengths: "a table" / "a round table with three turned legs" / all that is known."""

    short: str
    medium: str
    long: str


@dataclass(frozen=True, eq=False)
class ProceduralShape:
    """A finished shape: mesh in metres, standing on y = 0, front +Z; surfaces are named after their part."""

    mesh: Mesh
    category: str
    family: str
    captions: Captions
    parameters: dict[str, Value]


CategoryFunction = Callable[[Parameters], Design]


@dataclass(frozen=True)
class Category:
    name: str
    family: str
    build: CategoryFunction
    also: tuple[str, ...] = ()  # other everyday names of the same thing


CATEGORIES: dict[str, Category] = {}


def category(name: str, *, family: str, also: tuple[str, ...] = ()) -> Callable[[CategoryFunction], CategoryFunction]:
    """Registers a category function under its everyday noun; ``also`` are other names of the same thing."""

    def register(function: CategoryFunction) -> CategoryFunction:
        if name in CATEGORIES:
            raise KeyError(f"category '{name}' exists twice")
        CATEGORIES[name] = Category(name, family, function, also)
        return function

    return register


def number_word(n: int) -> str:
    words = "no one two three four five six seven eight nine ten eleven twelve".split()
    return words[n] if n < len(words) else str(n)


def with_article(phrase: str) -> str:
    return f"{'an' if phrase[:1].lower() in 'aeiou' else 'a'} {phrase}"


def listed(phrases: Sequence[str]) -> str:
    """ "a", "a and b", "a, b and c"."""
    return phrases[0] if len(phrases) == 1 else ", ".join(phrases[:-1]) + " and " + phrases[-1]


def build(category: Category, parameters: Parameters) -> ProceduralShape:
    """Runs a category function and assembles mesh and captions."""
    design = category.build(parameters)
    groups: dict[tuple[str, Material], list[Solid]] = {}
    for part, solid, material in design.parts:
        groups.setdefault((part, material), []).append(solid)
    surfaces = []
    for (part, material), solids in groups.items():
        surfaces.append(to_surface(solid := join(*solids), name=part, **material.look(solid.vertices, solid.faces)))
    low = min(float(s.vertices[:, 1].min()) for s in surfaces)
    lift = np.eye(4, dtype=np.float32)
    lift[1, 3] = -low
    mesh = Mesh(tuple(surfaces), category.name).transformed(lift)
    return ProceduralShape(mesh, category.name, category.family, _captions(category.name, design), parameters.values)


def _captions(noun: str, design: Design) -> Captions:
    plain = with_article(noun)
    first = with_article(" ".join([*design.adjectives[:1], noun]))
    medium = f"{first} with {design.features[0]}" if design.features else first
    full = with_article(" ".join([", ".join(design.adjectives), noun]) if design.adjectives else noun)
    materials = list(dict.fromkeys(f"{material.name} {part}" for part, _, material in design.parts))[:4]
    features = f" with {listed(design.features)}" if design.features else ""
    texts = (plain, medium, f"{full}{features}; {listed(materials)}")
    return Captions(*(re.sub(r"\ba (?=[aeio])", "an ", text) for text in texts))
