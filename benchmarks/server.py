"""A server under load: ``python benchmarks/server.py LIBRARY [--photos DIR] [--seconds 60]``.

Four clients with words, four with photos, words as fast as they go, and then 32 clients that mix words, photos and shapes. Requests
beyond what the server works on at once are told so (429) and come again; anything else that is no answer is an error. Memory
is that of the server's process. With a chromium, also how soon the page is there and how soon it shows an answer.
"""

from __future__ import annotations

import argparse
import io
import itertools
import re
import shutil
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

import httpx
import numpy as np
from PIL import Image

from trivium.geometry import normalized, orbit_cameras
from trivium.io import to_glb
from trivium.procedural import CATEGORIES, generate
from trivium.rendering import cluttered_background, composite, render_views

KINDS = ("words", "photo", "shape")


@contextmanager
def served(library: Path):
    command = [sys.executable, "-m", "trivium", "serve", str(library), "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        try:
            yield process.stdout.readline().strip(), process.pid
        finally:
            process.terminate()


def memory(pid: int) -> float:
    """MB of the process and of those it has started."""
    total = 0
    for status in Path("/proc").glob("[0-9]*/status"):
        try:
            text = status.read_text()
        except OSError:
            continue
        if re.search(rf"^(?:Pid|PPid):\t{pid}$", text, re.M) and (found := re.search(r"VmRSS:\s+(\d+)", text)):
            total += int(found[1])
    return total / 1024


class Asking:
    """One request of each kind, over and over; answers are timed by kind."""

    def __init__(self, address: str, photos: list[bytes]) -> None:
        self.address = address
        self.words = itertools.cycle(f"a {name}" for name in sorted(CATEGORIES))
        self.photos = itertools.cycle(photos)
        self.shapes = itertools.cycle([to_glb(generate(n, seed=3).mesh) for n in ("mug", "chair", "bolt", "car")])

    def once(self, client: httpx.Client, kind: str) -> tuple[str, float, int]:
        """Kind, seconds of the answer that came in the end, how often the server was busy before."""
        busy = 0
        while True:
            started = time.perf_counter()
            if kind == "words":
                answer = client.get("/v1/search", params={"text": next(self.words)})
            elif kind == "photo":
                answer = client.post("/v1/search", files={"images": ("photo.jpg", next(self.photos))})
            else:
                answer = client.post("/v1/search", files={"shape": ("shape.glb", next(self.shapes))})
            took = time.perf_counter() - started
            if answer.status_code != 429:
                answer.raise_for_status()
                return kind, took, busy
            busy += 1
            time.sleep(0.2)

    def run(self, clients: int, seconds: float, kinds: tuple[str, ...]) -> dict[str, np.ndarray | int | float]:
        end = time.monotonic() + seconds

        def one(number: int) -> list[tuple[str, float, int]]:
            turns = itertools.cycle(kinds[number % len(kinds) :] + kinds[: number % len(kinds)])
            with httpx.Client(base_url=self.address, timeout=120) as client:
                found = []
                while time.monotonic() < end:
                    found.append(self.once(client, next(turns)))
                return found

        with ThreadPoolExecutor(clients) as pool:
            answers = [a for part in pool.map(one, range(clients)) for a in part]
        by_kind = {k: np.array([s for kind, s, _ in answers if kind == k]) * 1000 for k in kinds}
        return by_kind | {
            "answers": len(answers),
            "busy": sum(b for _, _, b in answers),
            "rate": len(answers) / seconds,
        }


def made_up_photos() -> list[bytes]:
    found = []
    for i, name in enumerate(("mug", "chair", "teapot", "car", "lamp" if "lamp" in CATEGORIES else "table")):
        view = render_views(normalized(generate(name, seed=9).mesh), orbit_cameras([0.6], [0.4], size=640))
        scene = composite(view.images[0], view.mask[0], cluttered_background(np.random.default_rng(i), size=640))
        file = io.BytesIO()
        Image.fromarray(scene).save(file, "JPEG")
        found.append(file.getvalue())
    return found


def page_times(address: str) -> tuple[float, float] | None:
    """Seconds until the page shows its first results, and from an answer to its results drawn; medians of five."""
    browser = next(filter(None, map(shutil.which, ("chromium", "chromium-browser"))), None)
    if browser is None:
        return None
    from playwright.sync_api import sync_playwright

    ready, drawn = [], []
    with sync_playwright() as running:
        opened = running.chromium.launch(executable_path=browser, args=["--no-sandbox"])
        for _ in range(5):
            page = opened.new_context().new_page()
            started = time.perf_counter()
            page.goto(address)
            page.wait_for_selector(".card img")
            ready.append(time.perf_counter() - started)
            page.get_by_role("searchbox").fill("a red chair")
            with page.expect_response("**/v1/search") as answered:
                page.keyboard.press("Enter")
            answered.value.finished()
            started = time.perf_counter()
            page.wait_for_selector(".score")
            drawn.append(time.perf_counter() - started)
            page.close()
        opened.close()
    return float(np.median(ready)), float(np.median(drawn))


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("library", type=Path)
    asked.add_argument("--photos", type=Path, help="a folder of photos; made-up ones without it")
    asked.add_argument("--seconds", type=float, default=60)
    given = asked.parse_args()
    photos = [p.read_bytes() for p in sorted(given.photos.glob("*.[jp][pn]*g"))] if given.photos else made_up_photos()

    def told(what: str, ms: np.ndarray, aim: str = "") -> None:
        print(
            f"{what:34} p50 {np.percentile(ms, 50):6.0f} ms   p95 {np.percentile(ms, 95):6.0f} ms   {aim}", flush=True
        )

    with served(given.library) as (address, pid):
        asking = Asking(address, photos)
        asking.run(2, 3, KINDS)  # everything is loaded once
        first = memory(pid)
        told("4 clients, words", asking.run(4, given.seconds / 4, ("words",))["words"], "aim: p95 60")
        told("4 clients, photos", asking.run(4, given.seconds / 4, ("photo",))["photo"], "aim: p95 250")
        print(f"8 clients, words: {asking.run(8, given.seconds / 4, ('words',))['rate']:.0f} a second   aim: 25")
        mixed = asking.run(32, given.seconds, KINDS)
        for kind in KINDS:
            told(f"32 clients, all kinds: {kind}", mixed[kind])
        print(f"32 clients: {mixed['answers']} answers, {mixed['busy']} times told to come again, no errors")
        before = memory(pid)
        with ThreadPoolExecutor(8) as pool, httpx.Client(base_url=address, timeout=60) as client:
            list(pool.map(lambda i: asking.once(client, "words"), range(10_000)))
        print(
            f"memory: {first:.0f} MB after the start, {before:.0f} MB after the load, {memory(pid):.0f} MB after 10,000 more"
        )
        if (page := page_times(address)) is not None:
            print(
                f"page: ready after {page[0]:.2f} s (aim 1.5), results drawn {page[1]:.2f} s after the answer (aim 0.5)"
            )


if __name__ == "__main__":
    main()
