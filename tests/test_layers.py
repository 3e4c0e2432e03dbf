"""A room imports only rooms below it; see ARCHITECTURE.md."""

import ast
from pathlib import Path

import trivium

LAYERS = [
    "errors", "metrics", "geometry", "io", "rendering", "procedural", "data", "encoders", "models", "training",
    "retrieval", "evaluation", "apps", "cli",
]  # fmt: skip
FORBIDDEN = {
    ("encoders", "data"), ("encoders", "io"), ("models", "data"), ("retrieval", "training"), ("retrieval", "data"),
    ("apps", "training"),
}  # fmt: skip
ROOT = Path(trivium.__file__).parent


def edges():
    for file in ROOT.rglob("*.py"):
        room = file.relative_to(ROOT).parts[0].removesuffix(".py")
        if room == "__init__":
            continue
        for node in ast.walk(ast.parse(file.read_text())):
            names = [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            names += [a.name for a in node.names] if isinstance(node, ast.Import) else []
            if isinstance(node, ast.ImportFrom) and node.module == "trivium":
                names = [f"trivium.{a.name}" for a in node.names]
            for name in names:
                parts = name.split(".")
                if parts[0] == "trivium" and len(parts) > 1 and not parts[1].startswith("__") and parts[1] != room:
                    yield room, parts[1]


def test_the_list_names_every_room():
    rooms = {p.name for p in ROOT.iterdir() if p.is_dir() and any(p.glob("*.py"))} | {"errors", "metrics"}
    assert rooms == set(LAYERS)


def test_imports_point_down():
    rank = {name: i for i, name in enumerate(LAYERS)}
    wrong = {(a, b) for a, b in edges() if rank[b] > rank[a] or (a, b) in FORBIDDEN}
    assert not wrong, f"imports must point down {LAYERS}: {wrong}"


def test_no_room_called_utils():
    assert not [p for p in ROOT.rglob("*") if p.stem in {"utils", "core", "common", "helpers"}]
