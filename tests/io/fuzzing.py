"""Files that were tampered with: ``python fuzzing.py FOLDER [MODELS]`` reads a seed a line from stdin and answers with what became
of it. MODELS is a folder of more honest files.

A seed chooses an honest file of some format and what is done to it: bits flipped, pieces cut, doubled or swapped, numbers made
extreme, words exchanged. The answer is "shape" or the code of a LoadError; anything else is a fault. A process that reads for
longer than ``SECONDS``, that needs more than ``MEMORY``, or that opens a file elsewhere is one, too.
"""

import json
import os
import re
import resource
import signal
import sys
import traceback
import zipfile
from pathlib import Path

import numpy as np
import trimesh

from trivium.errors import LoadError
from trivium.geometry import Mesh, PointCloud, sample_surface
from trivium.io import Limits, save_glb, save_ply
from trivium.io.reading import read_shape
from trivium.procedural import generate

SECONDS, MEMORY = 10, 2 << 30
LIMITS = Limits(max_faces=500_000, max_pixels=4_000_000, max_archive_bytes=64 << 20)
EXTREME = (0, 1, 127, 128, 255, 256, 32767, 65535, 2**31 - 1, 2**31, 2**32 - 1)
WORDS = (
    b"nan",
    b"inf",
    b"-1",
    b"1e308",
    b"1e-320",
    b"99999999999",
    b"../../../../etc/passwd",
    b"file:///etc/passwd",
    b"",
    b"\x00",
)


def honest(folder: Path) -> list[Path]:
    """A small file of each format, some with a texture or a second file."""
    mesh = generate("mug", seed=1).mesh
    cloud = sample_surface(mesh, 60, rng=np.random.default_rng(0))
    textured = _textured()
    save_glb(mesh, folder / "a.glb")
    save_glb(textured, folder / "textured.glb")
    save_ply(PointCloud(cloud.points, cloud.colors, cloud.normals), folder / "cloud.ply")
    scene = trimesh.Scene([trimesh.creation.icosphere(subdivisions=1), trimesh.creation.box()])
    one = trimesh.creation.icosphere(subdivisions=1)
    for name, data in (
        ("a.stl", one.export(file_type="stl")), ("ascii.stl", one.export(file_type="stl_ascii")),
        ("a.off", one.export(file_type="off")), ("a.ply", one.export(file_type="ply")),
        ("ascii.ply", one.export(file_type="ply", encoding="ascii")), ("a.dae", one.export(file_type="dae")),
        ("a.3mf", scene.export(file_type="3mf")),
    ):  # fmt: skip
        (folder / name).write_bytes(data.encode() if isinstance(data, str) else data)
    for name, content in scene.export(file_type="gltf").items():
        (folder / ("a.gltf" if name.endswith(".gltf") else name)).write_bytes(content)
    (folder / "a.mtl").write_text("newmtl m\nKd 0.8 0.2 0.1\n")
    (folder / "a.obj").write_text("mtllib a.mtl\nusemtl m\n" + one.export(file_type="obj"))
    (folder / "a.xyz").write_text("\n".join(" ".join(f"{v:.4f}" for v in p) for p in cloud.points))
    return sorted(
        p
        for p in folder.iterdir()
        if p.suffix in {".glb", ".gltf", ".obj", ".ply", ".stl", ".off", ".xyz", ".3mf", ".dae"}
    )


def _textured() -> Mesh:
    from trivium.geometry import Surface

    pixels = np.random.default_rng(0).integers(0, 255, (16, 16, 3), np.uint8)
    square = np.array([[0, 0, 0], [1, 0, 0], [1, 1, 0], [0, 1, 0]], np.float32)
    faces = np.array([[0, 1, 2], [0, 2, 3]])
    return Mesh((Surface(square, faces, uv=square[:, :2], texture=pixels),))


def tampered(path: Path, rng: np.random.Generator) -> bytes:
    data = path.read_bytes()
    if path.suffix == ".3mf" and rng.random() < 0.7:
        return _rezipped(path, rng)
    for _ in range(int(rng.geometric(0.6))):  # mostly one: what is quite broken is refused before it does harm
        data = CHANGES[int(rng.integers(len(CHANGES)))](data, rng)
    return data


def _rezipped(path: Path, rng: np.random.Generator) -> bytes:
    """What is inside is changed, and the archive is whole."""
    import io

    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    victim = sorted(parts)[int(rng.integers(len(parts)))]
    for _ in range(int(rng.integers(1, 4))):
        parts[victim] = CHANGES[int(rng.integers(len(CHANGES)))](parts[victim], rng)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return out.getvalue()


def _flip(data: bytes, rng: np.random.Generator) -> bytes:
    changed = np.frombuffer(data, np.uint8).copy()
    if len(changed):
        where = rng.integers(0, len(changed), int(rng.integers(1, 4)))
        changed[where] ^= (1 << rng.integers(0, 8, len(where))).astype(np.uint8)
    return changed.tobytes()


def _cut(data: bytes, rng: np.random.Generator) -> bytes:
    return data[: int(rng.integers(0, len(data) + 1))]


def _without(data: bytes, rng: np.random.Generator) -> bytes:
    a, b = sorted(rng.integers(0, len(data) + 1, 2).tolist())
    return data[:a] + data[min(b, a + 400) :]


def _twice(data: bytes, rng: np.random.Generator) -> bytes:
    a, b = sorted(rng.integers(0, len(data) + 1, 2).tolist())
    piece = data[a : min(b, a + 2000)]
    return data[:b] + piece * int(rng.integers(1, 30)) + data[b:]


def _number(data: bytes, rng: np.random.Generator) -> bytes:
    """Four bytes become an extreme number: a count, an index, a length."""
    if len(data) < 4:
        return data
    at = int(rng.integers(0, len(data) - 3))
    value = EXTREME[int(rng.integers(len(EXTREME)))]
    return data[:at] + int(value).to_bytes(4, "little") + data[at + 4 :]


def _word(data: bytes, rng: np.random.Generator) -> bytes:
    """A number or a name in a text becomes another; half of the time of the same length, as binary formats need it."""
    found = list(re.finditer(rb"[\w.\-/]+", data))
    if not found:
        return data
    match = found[int(rng.integers(len(found)))]
    word, length = WORDS[int(rng.integers(len(WORDS)))], len(match[0])
    if rng.random() < 0.5:
        word = word[:length].ljust(length)
    return data[: match.start()] + word + data[match.end() :]


CHANGES = (_flip, _flip, _flip, _number, _number, _number, _word, _word, _word, _cut, _without, _twice)


def watch(folder: Path) -> list[str]:
    """Files that are opened from now on, and are neither below ``folder`` nor part of Python."""
    allowed = (
        str(folder),
        sys.prefix,
        sys.base_prefix,
        "/proc/",
        "/dev/",
        "/sys/",
        "/usr/",
        *[p for p in sys.path if p],
    )
    opened: list[str] = []

    def hook(event: str, arguments: tuple) -> None:
        if event == "open" and isinstance(arguments[0], (str, bytes)):
            path = os.path.abspath(os.fsdecode(arguments[0]))
            if not path.startswith(allowed):
                opened.append(path)

    sys.addaudithook(hook)
    return opened


def main() -> None:
    folder = Path(sys.argv[1])
    files = honest(folder)
    if len(sys.argv) > 2:
        files += [p for p in sorted(Path(sys.argv[2]).rglob("*.[gs][lt][bl]")) if p.stat().st_size < 400_000][::8]
    for path in files[:20]:
        read_shape(path, LIMITS)  # imports what it takes, and shows that the files are honest
    opened = watch(folder)
    resource.setrlimit(
        resource.RLIMIT_AS, (MEMORY + (4 << 30), MEMORY + (4 << 30))
    )  # address space: libraries have 4 GB of it
    for line in sys.stdin:
        seed = int(line)
        rng = np.random.default_rng(seed)
        source = files[int(rng.integers(len(files)))]
        target = folder / f"tampered{source.suffix}"
        target.write_bytes(tampered(source, rng))
        opened.clear()  # the honest file was read on purpose
        signal.alarm(SECONDS)
        try:
            read_shape(target, LIMITS)
            found = "shape"
        except LoadError as error:
            found = error.code
        except BaseException:
            found = traceback.format_exc()
        signal.alarm(0)
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        sys.stdout.write(
            json.dumps({"seed": seed, "file": source.name, "found": found, "peak": peak, "opened": opened[:]}) + "\n"
        )
        sys.stdout.flush()


if __name__ == "__main__":
    main()
