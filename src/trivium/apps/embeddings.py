"""The verb *plot embeddings*: rows as places on a map, coloured by class, to see what a model tells apart (CG3D, fig. 6 and 7)."""

from __future__ import annotations

import base64
import hashlib
import json
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from html import escape
from importlib.resources import files
from pathlib import Path
from string import Template
from typing import TYPE_CHECKING, Any, Literal, get_args

import numpy as np
from numpy.typing import NDArray

from trivium import procedural
from trivium.errors import QueryError, TriviumError, require
from trivium.geometry import Shape, normalized, orbit_cameras
from trivium.io import load_shape
from trivium.io.folders import nearby_metadata, plain_name, shape_files
from trivium.rendering import render_views

if TYPE_CHECKING:
    from trivium.models.aligned import AlignedModel, Embeddings
    from trivium.retrieval import Library

Method = Literal["tsne", "pca", "umap"]
Seen = Literal["shapes", "pictures"]
FEWEST = 5
COLORS = (  # of the largest classes, far apart and readable on light and on dark; the others share a grey
    "#d1495b", "#2e86ab", "#edae49", "#3c9d68", "#8d6cab", "#e07a2f", "#19a7a0", "#b5838d", "#6c8f2a", "#c45ab3",
    "#5a7d9a", "#a0522d", "#7fb4e0", "#d4a373", "#4b59c0", "#9bc53d",
)  # fmt: skip
OTHERS = "#9a948c"
VIEW = (30.0, 20.0)  # degrees around and up, of the pictures


@dataclass(frozen=True, eq=False)
class Things:
    """What is on a map: shapes with a name and a class, or a library's rows of such."""

    names: tuple[str, ...]
    classes: tuple[str, ...]

    def __len__(self) -> int:
        return len(self.names)


@dataclass(frozen=True, eq=False)
class Panel:
    """Where one model puts the things: (N, 2), within the unit square."""

    title: str
    places: NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class EmbeddingMap:
    title: str
    things: Things
    panels: tuple[Panel, ...]  # one, or two side by side

    @property
    def colored(self) -> list[tuple[str, str, int]]:
        """(class, colour, how many), the largest first; what is left goes by the name "others"."""
        counts = sorted(Counter(self.things.classes).items(), key=lambda entry: (-entry[1], entry[0]))
        head = counts if len(counts) <= len(COLORS) else counts[: len(COLORS) - 1]
        found = [(name, color, count) for (name, count), color in zip(head, COLORS, strict=False)]
        rest = sum(count for _, count in counts[len(head) :])
        return [*found, *([("others", OTHERS, rest)] if rest else [])]

    @property
    def legend_of_each(self) -> list[int]:
        """(N,) which entry of ``colored`` each thing has."""
        names = [name for name, _, _ in self.colored]
        return [names.index(c) if c in names else len(names) - 1 for c in self.things.classes]


# What is on it


def shapes_of_folder(folder: str | Path) -> Iterator[tuple[str, str, Shape]]:
    """Name, class and shape of every model that can be read: classes by a manifest, else by folders."""
    said = nearby_metadata(Path(folder))
    for file in sorted(shape_files(Path(folder))):
        row = said.get(str(file.absolute()), {})
        try:
            yield row.get("name") or plain_name(file), row.get("category") or file.parent.name, load_shape(file)
        except TriviumError:
            continue  # a map shows what there is


def shapes_made_up(
    count: int, categories: Sequence[str] = (), *, seed: int = 900_000
) -> Iterator[tuple[str, str, Shape]]:
    """``count`` procedural shapes going round the categories; of the ten that no model is trained on where none are given.

    Raises:
        QueryError: no such category.
    """
    names = sorted(set(categories)) or list(procedural.UNSEEN)
    for i in range(count):
        category, number = names[i % len(names)], seed + i // len(names)
        yield f"{category} {number - seed}", category, procedural.generate(category, seed=number).mesh


def rows_of_library(library: Library) -> tuple[Things, Embeddings]:
    """What a library knows already; nothing is encoded."""
    ids, rows = library.embeddings()
    items = {item.id: item for item in library.items()}
    kept = [i for i, id in enumerate(ids) if id in items]
    found = [items[ids[i]] for i in kept]
    return Things(tuple(i.name for i in found), tuple(i.category or "unknown" for i in found)), rows[kept]


def encoded(
    shapes: Iterator[tuple[str, str, Shape]], models: Sequence[AlignedModel], *, seen: Seen = "shapes",
    progress: Callable[[int, int], None] | None = None, total: int = 0,
) -> tuple[Things, list[Embeddings]]:  # fmt: skip
    """Rows (N, dim) of some shapes, or of a picture of each, by each of some models."""
    names, classes = [], []
    rows: list[list[NDArray[np.float32]]] = [[] for _ in models]
    for done, (name, category, shape) in enumerate(shapes, 1):
        picture = _picture(shape) if seen == "pictures" else None
        for model, own in zip(models, rows, strict=True):
            own.append(model.encode_shapes([shape])[0] if picture is None else model.encode_images([picture])[0])
        names.append(name)
        classes.append(category or "unknown")
        if progress:
            progress(done, total)
    return Things(tuple(names), tuple(classes)), [np.array(own, np.float32) for own in rows]


def _picture(shape: Shape) -> NDArray[np.uint8]:
    return render_views(normalized(shape), orbit_cameras(*np.radians(VIEW), size=224)).images[0]


# Where it is


def placed(rows: Embeddings, method: Method = "tsne", *, seed: int = 0) -> NDArray[np.float64]:
    """(N, 2) within the unit square, neighbours near each other: t-SNE (van der Maaten & Hinton 2008) of cosines by default.

    Raises:
        QueryError: fewer than five rows, or no such method.
        MissingDependencyError: UMAP without the extra ``plots``.
    """
    if method not in get_args(Method):
        raise QueryError(f"no method '{method}'; there are: {', '.join(get_args(Method))}")
    if len(rows) < FEWEST:
        raise QueryError(f"got {len(rows)} things to draw, expected {FEWEST} or more")
    if method == "umap":
        umap = require("umap", "plots")
        neighbors = min(15, len(rows) - 1)
        flat = umap.UMAP(metric="cosine", n_neighbors=neighbors, random_state=seed, n_jobs=1).fit_transform(rows)
    elif method == "pca":
        flat = require("sklearn.decomposition", "plots").PCA(2, random_state=seed).fit_transform(rows)
    else:
        near = min(30.0, (len(rows) - 1) / 3)
        manifold = require("sklearn.manifold", "plots")
        flat = manifold.TSNE(perplexity=near, metric="cosine", init="random", random_state=seed).fit_transform(rows)
    low, high = flat.min(0), flat.max(0)
    span = float((high - low).max())  # the same scale both ways
    span = span if span > 1e-6 else 1.0  # all the same, but for the last digits
    return ((flat - (low + high) / 2) / span + 0.5).astype(np.float64)


def separation(rows: Embeddings, classes: Sequence[str]) -> float:
    """Share of the things whose nearest neighbour, by cosine, is of their own class: what a map is to show, as a number."""
    likeness = rows @ rows.T
    np.fill_diagonal(likeness, -np.inf)
    kinds = np.array(classes)
    return float((kinds[likeness.argmax(1)] == kinds).mean())


def map_of(
    title: str, things: Things, rows: Sequence[Embeddings], titles: Sequence[str], method: Method = "tsne"
) -> EmbeddingMap:
    """A panel for each model; how well each tells the classes apart is said above it.

    Raises:
        QueryError: too few things, or no such method.
    """
    panels = []
    for name, own in zip(titles, rows, strict=True):
        places = placed(own, method)
        share = 100 * separation(own, things.classes)
        panels.append(Panel(f"{name}: nearest neighbour of the same class {share:.0f} %", places))
    return EmbeddingMap(title, things, tuple(panels))


# How it looks


def draw_map(made: EmbeddingMap, picture: str | Path) -> None:
    """A picture for print.

    Raises:
        MissingDependencyError: matplotlib is not installed.
    """
    plots = require("matplotlib.pyplot", "plots")
    legend, each = made.colored, np.array(made.legend_of_each)
    figure, fields = plots.subplots(1, len(made.panels), figsize=(6.2 * len(made.panels), 6.2), squeeze=False)
    for panel, axes in zip(made.panels, fields[0], strict=True):
        for i in reversed(range(len(legend))):  # the largest on top
            name, color, count = legend[i]
            own = panel.places[each == i]
            axes.scatter(own[:, 0], own[:, 1], s=16, c=color, alpha=0.85, linewidths=0, label=f"{name} ({count})")
        axes.set_title(panel.title, fontsize=10)
        axes.set(xticks=[], yticks=[], aspect="equal", xlim=(-0.03, 1.03), ylim=(-0.03, 1.03))
        for spine in axes.spines.values():
            spine.set_color("#d5d0c8")
    handles, names = fields[0][0].get_legend_handles_labels()
    columns = min(len(names), 4 * len(made.panels))
    figure.legend(handles[::-1], names[::-1], loc="lower center", ncols=columns, frameon=False, fontsize=8.5)
    lines = -(-len(names) // columns)
    figure.suptitle(made.title, fontsize=12)
    figure.tight_layout(rect=(0, 0.035 * lines + 0.01, 1, 0.99))
    figure.savefig(picture, dpi=110)
    plots.close(figure)


def map_page(made: EmbeddingMap) -> str:
    """One HTML file that loads nothing from anywhere: names appear under the pointer, the wheel zooms, dragging moves."""
    data: dict[str, Any] = {
        "names": made.things.names,
        "classes": made.things.classes,
        "legend": made.legend_of_each,
        "colors": [color for _, color, _ in made.colored],
        "panels": [np.round(panel.places, 4).tolist() for panel in made.panels],
    }
    script = _resource("embeddings.js")
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    return Template(_resource("embeddings.html")).substitute(
        script_hash=f"sha256-{digest}",
        title=escape(made.title),
        facts=escape(f"{len(made.things):,} things of {len(set(made.things.classes)):,} classes"),
        panels="".join(
            f'<figure><figcaption>{escape(panel.title)}</figcaption><canvas tabindex="0"></canvas></figure>'
            for panel in made.panels
        ),
        legend="".join(
            f'<button type="button" aria-pressed="true"><i style="background:{color}"></i>{escape(name)} '
            f"<span>{count}</span></button>"
            for name, color, count in made.colored
        ),
        data=json.dumps(data, ensure_ascii=False).replace("<", "\\u003c"),
        script=script,
    )


def write_map_page(made: EmbeddingMap, path: str | Path) -> None:
    Path(path).write_text(map_page(made), encoding="utf-8")


def beside(model: AlignedModel, what: Literal["untrained", "unprompted"]) -> AlignedModel:
    """A CG3D model as it was before its training (fig. 6), or without its prompts (fig. 7).

    Raises:
        QueryError: another kind of model, or one that has no prompts.
    """
    import torch

    from trivium.models.cg3d import CG3D, CG3DNetworks

    if not isinstance(model, CG3D):
        raise QueryError(f"--beside {what} needs a CG3D run (--model cg3d --weights FOLDER), got {model.name}")
    if what == "untrained":
        with torch.random.fork_rng(devices=[]):
            torch.manual_seed(0)
            networks = CG3DNetworks(model.config, model.towers)
        return CG3D(model.config, networks, model.towers, f"{model.fingerprint} untrained")
    if model.config.tower == "frozen":
        raise QueryError("this run has tuned nothing of its image tower: it has no prompts to be without")
    config = replace(model.config, tower="frozen")
    networks = CG3DNetworks(config, model.towers)
    networks.points.load_state_dict(model.networks.points.state_dict())
    return CG3D(config, networks, model.towers, f"{model.fingerprint} unprompted")


def _resource(name: str) -> str:
    return files("trivium.apps").joinpath(name).read_text(encoding="utf-8")
