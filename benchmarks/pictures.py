"""The pictures of docs/: of the demo's page and of the server's. ``python benchmarks/pictures.py demo-out docs/pictures``.

Needs a demo that has run (``make demo``), playwright and a chromium.
"""

from __future__ import annotations

import argparse
import io
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

FLAGS = ["--no-sandbox", "--use-gl=angle", "--use-angle=swiftshader", "--enable-unsafe-swiftshader"]
DESKTOP, PHONE = (1280, 800), (390, 780)


@contextmanager
def served(library: Path) -> Iterator[str]:
    command = [sys.executable, "-m", "trivium", "serve", str(library), "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        try:
            yield process.stdout.readline().strip()
        finally:
            process.terminate()


def by_words(page: Page) -> None:
    page.get_by_role("searchbox").fill("a wooden table")
    page.keyboard.press("Enter")
    page.wait_for_selector(".score")


def by_photos(page: Page, demo: Path) -> None:
    page.locator("input[type=file]").set_input_files(sorted(demo.glob("query-photo-*.jpg")))
    page.wait_for_selector(".score")


def one_model(page: Page) -> None:
    by_words(page)
    page.locator(".card .shot").first.click()
    loaded(page)


def compared(page: Page) -> None:
    by_words(page)
    for i in range(3):
        page.locator(".mark").nth(i).click()
    page.locator(".tray .main").click()
    loaded(page)


def on_the_map(page: Page) -> None:
    page.get_by_role("button", name="map", exact=True).click()
    box = page.locator(".map canvas").bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + box["width"] * 0.4, box["y"] + box["height"] * 0.4)


def loaded(page: Page) -> None:
    page.wait_for_selector(".viewer canvas")
    page.wait_for_function("document.querySelectorAll('.viewer .veil').length === 0")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("demo", type=Path)
    parser.add_argument("out", type=Path)
    given = parser.parse_args()
    given.out.mkdir(parents=True, exist_ok=True)
    program = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    with served(given.demo / "demo.trivium") as address, sync_playwright() as running:
        browser = running.chromium.launch(executable_path=program, args=FLAGS)

        def photos(page: Page) -> None:
            by_photos(page, given.demo)

        def shown(name: str, steps: Callable[[Page], None], size: tuple[int, int] = DESKTOP, *, dark: bool = False):
            picture = of_page(browser, address, steps, size, dark)
            picture.save(given.out / f"{name}.webp", quality=80, method=6)

        shown("page-words", by_words)
        shown("page-photos", photos, dark=True)
        shown("page-model", one_model)
        shown("page-compare", compared)
        shown("page-map", on_the_map)
        shown("page-phone", by_words, PHONE)
        page = browser.new_page(viewport={"width": 1280, "height": 1500})
        page.goto((given.demo / "report.html").resolve().as_uri())
        picture = Image.open(io.BytesIO(page.screenshot())).convert("RGB")
        picture.quantize(128).save(given.out / "demo.png", optimize=True)
        browser.close()
    for file in sorted(given.out.glob("*")):
        print(f"{file}  {file.stat().st_size / 1000:.0f} kB")


def of_page(
    browser: Browser, address: str, steps: Callable[[Page], None], size: tuple[int, int], dark: bool
) -> Image.Image:
    context = browser.new_context(
        viewport={"width": size[0], "height": size[1]}, color_scheme="dark" if dark else "light"
    )
    page = context.new_page()
    page.goto(address)
    page.wait_for_selector(".card img")
    steps(page)
    page.wait_for_timeout(1500)
    picture = Image.open(io.BytesIO(page.screenshot())).convert("RGB")
    context.close()
    return picture


if __name__ == "__main__":
    main()
