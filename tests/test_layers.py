"""A room imports only rooms below it; see ARCHITECTURE.md."""

import ast
from collections.abc import Iterator
from pathlib import Path

import trivium

LAYERS = [
    "errors", "metrics", "geometry", "io", "rendering", "procedural", "data", "encoders", "models", "training",
    "retrieval", "evaluation", "apps", "server", "cli",
]  # fmt: skip
FORBIDDEN = {
    ("encoders", "data"), ("encoders", "io"), ("models", "data"), ("retrieval", "training"), ("retrieval", "data"),
    ("apps", "training"),
}  # fmt: skip
ROOT = Path(trivium.__file__).parent


def imported(node: ast.AST, package: list[str]) -> list[str]:
    """Dotted names that a statement imports; ``package`` is where relative imports start."""
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    if not isinstance(node, ast.ImportFrom):
        return []
    base = package[: len(package) - node.level + 1] if node.level else []
    module = ".".join([*base, *([node.module] if node.module else [])])
    return [f"{module}.{alias.name}" for alias in node.names] if module == "trivium" else [module]


def edges(root: Path = ROOT) -> Iterator[tuple[str, str]]:
    """(room, room that it imports), imports in functions and for type checkers included."""
    for file in root.rglob("*.py"):
        parts = file.relative_to(root).parts
        room = parts[0].removesuffix(".py")
        if room.startswith("__"):  # the front doors: __init__ and __main__
            continue
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            for name in imported(node, ["trivium", *parts[:-1]]):
                top, _, rest = name.partition(".")
                other = rest.split(".")[0]
                if top == "trivium" and other and not other.startswith("__") and other != room:
                    yield room, other


def wrong_edges(root: Path = ROOT) -> set[tuple[str, str]]:
    rank = {name: i for i, name in enumerate(LAYERS)}
    return {(a, b) for a, b in edges(root) if rank[b] > rank[a] or (a, b) in FORBIDDEN}


def test_the_list_names_every_room():
    rooms = {p.name for p in ROOT.iterdir() if p.is_dir() and any(p.glob("*.py"))}
    rooms |= {p.stem for p in ROOT.glob("*.py") if not p.stem.startswith("__")}
    assert rooms == set(LAYERS)


def test_imports_point_down():
    assert not wrong_edges(), f"imports must point down {LAYERS}: {wrong_edges()}"


def test_no_room_called_utils():
    assert not [p for p in ROOT.rglob("*") if p.stem in {"utils", "core", "common", "helpers"}]


def test_every_way_to_import_is_seen(tmp_path):
    statements = {
        "import trivium.cli": "cli",
        "from trivium.apps.search import Query": "apps",
        "from trivium import training": "training",
        "from ..evaluation import x": "evaluation",
        "from .. import retrieval": "retrieval",
        "def f():\n    from trivium.models import load_model": "models",
        "import numpy\nfrom trivium import __version__\nfrom trivium.errors import ShapeError\nfrom . import shapes": None,
    }
    for i, (statement, room) in enumerate(statements.items()):
        root = tmp_path / str(i)
        (root / "geometry").mkdir(parents=True)
        (root / "geometry" / "shapes.py").write_text(statement)
        assert wrong_edges(root) == ({("geometry", room)} if room else set()), statement


def test_forbidden_pairs_are_seen_though_they_point_down(tmp_path):
    (tmp_path / "retrieval").mkdir()
    (tmp_path / "retrieval" / "library.py").write_text("from trivium.data import objects")
    assert wrong_edges(tmp_path) == {("retrieval", "data")}
