"""The page in a real browser: what a person does with it, without a word in the console or to the internet."""

import io
import re
import shutil

import httpx
import pytest
from PIL import Image

pytest.importorskip("nicegui", reason="the page needs the extra [server]")
pytest.importorskip("playwright", reason="the tests of the page need playwright")

from playwright.sync_api import sync_playwright

from server.real_server import real_server
from trivium.geometry import normalized, orbit_cameras
from trivium.io import to_glb
from trivium.procedural import generate
from trivium.rendering import render_views

BROWSER = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
FLAGS = ["--no-sandbox", "--use-gl=angle", "--use-angle=swiftshader", "--enable-unsafe-swiftshader"]
pytestmark = pytest.mark.skipif(BROWSER is None, reason="no chromium: apt-get install chromium")


@pytest.fixture(scope="module")
def address(library_path):
    with real_server(library_path, page=True) as (_, found):
        yield found


@pytest.fixture(scope="module")
def browser():
    with sync_playwright() as running:
        opened = running.chromium.launch(executable_path=BROWSER, args=FLAGS)
        yield opened
        opened.close()


@pytest.fixture
def page(browser, address):
    """A fresh page; at the end nothing was complained of and nobody else was asked."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    opened, complaints, outside = context.new_page(), [], []
    opened.on("console", lambda m: complaints.append(m.text) if m.type in ("error", "warning") else None)
    opened.on("pageerror", lambda error: complaints.append(str(error)))
    inside = (address, "data:", "blob:")
    opened.on("request", lambda r: None if r.url.startswith(inside) else outside.append(r.url))
    opened.set_default_timeout(20_000)
    opened.goto(address)
    opened.wait_for_selector(".card img")
    yield opened
    context.close()
    assert not complaints and not outside


def names(page):
    return page.locator(".card .name").all_text_contents()


def photo(name, azimuth):
    view = render_views(normalized(generate(name, seed=0).mesh), orbit_cameras([azimuth], [0.4], size=160)).images[0]
    file = io.BytesIO()
    Image.fromarray(view).save(file, "PNG")
    return {"name": f"{name}-{azimuth}.png", "mimeType": "image/png", "buffer": file.getvalue()}


def search(page, words):
    page.get_by_role("searchbox").fill(words)
    page.keyboard.press("Enter")
    page.wait_for_selector(".score")


def drag(page, points):
    page.mouse.move(*points[0])
    page.mouse.down()
    for x, y in points[1:]:
        page.mouse.move(x, y, steps=4)
    page.mouse.up()


def test_words_find_and_their_address_can_be_shared(page, address):
    assert sorted(names(page)) == ["car", "chair", "mug", "table"]  # before any search: all there is
    search(page, "a mug")
    found, shared = names(page), page.url
    assert "q=a+mug" in shared
    page.goto(address)
    page.goto(shared)
    page.wait_for_selector(".score")
    assert names(page) == found and page.get_by_role("searchbox").input_value() == "a mug"
    page.go_back()
    page.wait_for_selector(".score", state="detached")


def test_three_photos_find_and_can_be_shared_cut_and_removed(page, browser):
    photos = [photo("chair", a) for a in (0.4, 1.5, 2.6)]
    page.locator("input[type=file]").set_input_files(photos)
    page.wait_for_url(re.compile("photos="))
    assert names(page)[0] == "chair" and page.locator(".part img").count() == 3
    other = browser.new_page()
    other.goto(page.url)
    other.wait_for_selector(".score")
    assert names(other)[0] == "chair" and other.locator(".part img").count() == 3
    other.close()
    page.locator(".part img").first.click()
    box = page.locator(".crop img").bounding_box()
    x, y, w, h = (box[k] for k in ("x", "y", "width", "height"))
    drag(page, [(x + 0.2 * w, y + 0.2 * h), (x + 0.8 * w, y + 0.9 * h)])
    page.get_by_role("button", name="Use the frame").click()
    page.wait_for_selector(".crop", state="detached")
    width = page.locator(".part img").first.evaluate("picture => picture.decode().then(() => picture.naturalWidth)")
    assert 0.5 * 160 < width < 0.7 * 160
    for left in (2, 1, 0):
        page.get_by_role("button", name="Remove chair").first.click()
        page.wait_for_function(f"document.querySelectorAll('.part img').length === {left}")


def test_a_shape_finds_itself(page):
    car = {"name": "some car.glb", "mimeType": "model/gltf-binary", "buffer": to_glb(generate("car", seed=0).mesh)}
    page.locator("input[type=file]").set_input_files([car])
    page.wait_for_selector(".score")
    assert names(page)[0] == "car" and page.get_by_text("some car.glb").is_visible()


def test_filters_thin_and_a_wrong_one_is_explained(page):
    page.get_by_role("button", name="mug 1").click()
    page.wait_for_function("document.querySelectorAll('.card').length === 1")
    assert names(page) == ["mug"]
    page.get_by_role("button", name="mug 1").click()
    page.wait_for_function("document.querySelectorAll('.card').length === 4")


def test_one_item_is_turned_picked_and_left(page):
    page.locator(".card", has_text="mug").locator(".shot").click()
    page.wait_for_selector(".viewer .veil", state="detached")
    canvas = page.locator(".viewer canvas")
    before = canvas.screenshot()
    box = canvas.bounding_box()
    middle = (box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    drag(page, [middle, (middle[0] + 120, middle[1] + 30)])
    page.wait_for_timeout(300)
    assert (
        canvas.screenshot() != before and page.get_by_text("in the model's own units").count() == 0
    )  # a drag is no click
    told = page.get_by_text("in the model's own units")
    for _ in range(4):  # a machine that draws slowly may still be turning it
        page.mouse.click(*middle)
        page.wait_for_timeout(1000)
        if told.count():
            break
    told = told.inner_text()
    point = [float(v) for v in re.findall(r"-?[\d.]+(?:e-?\d+)?", told)[:3]]
    low, high = generate("mug", seed=0).mesh.bounds
    assert all(a - 1e-3 <= p <= b + 1e-3 for a, p, b in zip(low, point, high, strict=True))
    assert page.locator(".strip .shot").count() == 3 and "open=" in page.url
    page.keyboard.press("Escape")
    page.wait_for_selector(".detail", state="detached")
    assert "open=" not in page.url


def test_a_click_on_the_photo_is_a_point_of_the_model_and_the_other_way(page):
    page.locator("input[type=file]").set_input_files([photo("chair", 0.6)])
    page.wait_for_selector(".score")
    page.locator(".card", has_text="chair").locator(".shot").click()
    page.wait_for_selector(".viewer .veil", state="detached")
    shown, spot = page.locator(".photo img"), page.locator(".photo .spot")
    box = shown.bounding_box()
    shown.click(position={"x": box["width"] / 2, "y": box["height"] * 0.55})
    told = page.locator(".detail .hint[role=status]")
    told.get_by_text("in the model's own units").wait_for()
    assert spot.is_visible()
    point = [float(v) for v in re.findall(r"-?[\d.]+(?:e-?\d+)?", told.inner_text())[:3]]
    low, high = generate("chair", seed=0).mesh.bounds
    assert all(a - 1e-2 <= p <= b + 1e-2 for a, p, b in zip(low, point, high, strict=True))
    shown.click(position={"x": 2, "y": 2})
    told.get_by_text("The photo does not show this model there").wait_for()
    canvas = page.locator(".viewer canvas").bounding_box()
    with page.expect_response(re.compile("/v1/match")) as answer:
        for step in range(4):  # a machine that draws slowly may still be turning it
            page.mouse.click(canvas["x"] + canvas["width"] / 2, canvas["y"] + canvas["height"] * (0.5 + 0.05 * step))
            page.wait_for_timeout(600)
    assert len(answer.value.json()["points"]) == 1
    told.get_by_text("in the model's own units").wait_for()


def test_two_are_compared_and_turn_together(page):
    for i in range(2):
        page.locator(".mark").nth(i).click()
    page.locator(".tray .main").click()
    page.wait_for_selector(".viewer .veil", state="detached")
    canvases = page.locator(".viewer canvas")
    page.wait_for_function("document.querySelectorAll('.viewer .veil').length === 0")
    before = canvases.nth(1).screenshot()
    box = canvases.nth(0).bounding_box()
    drag(page, [(box["x"] + 80, box["y"] + 80), (box["x"] + 200, box["y"] + 100)])
    page.wait_for_timeout(400)
    assert canvases.nth(1).screenshot() != before
    page.keyboard.press("Escape")
    page.wait_for_selector(".compare", state="detached")


def test_the_map_shows_opens_and_chooses(page):
    page.get_by_role("button", name="map", exact=True).click()
    canvas = page.locator(".map canvas")
    box = canvas.bounding_box()
    points = httpx.get(page.url.split("?")[0] + "v1/map").json()["points"]
    x, y = (box["x"] + 12 + points[0]["x"] * (box["width"] - 24), box["y"] + 12 + points[0]["y"] * (box["height"] - 24))
    page.mouse.move(x, y)
    page.wait_for_selector(".tip img")
    assert page.locator(".tip figcaption").inner_text() == points[0]["name"]
    drag(page, [(x - 9, y - 9), (x + 9, y - 9), (x + 9, y + 9), (x - 9, y + 9), (x - 9, y - 8)])
    page.wait_for_selector(".card")
    assert names(page) == [points[0]["name"]]


def test_what_failed_is_listed_with_its_reason(page):
    page.get_by_role("button", name=re.compile("state")).click()
    row = page.locator("tr", has_text="broken.glb")
    assert "unreadable" in row.inner_text()


def test_the_keyboard_is_enough(page):
    page.keyboard.press("/")
    page.keyboard.type("a car")
    page.keyboard.press("Enter")
    page.wait_for_selector(".score")
    page.locator(".shot").first.focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("c")
    assert page.locator(".card.marked").count() == 1
    page.keyboard.press("Enter")
    page.wait_for_selector(".detail")
    page.keyboard.press("Escape")
    page.wait_for_selector(".detail", state="detached")
    page.locator(".body").click(position={"x": 2, "y": 2})
    page.keyboard.press("?")
    assert page.get_by_role("dialog", name="Keys").is_visible()


def test_a_phone_shows_all_of_it(page):
    page.set_viewport_size({"width": 360, "height": 740})
    search(page, "a table")
    wide = page.evaluate("document.documentElement.scrollWidth")
    assert wide <= 360
    page.locator(".shot").first.click()
    page.wait_for_selector(".viewer canvas")
    assert page.locator(".close").is_visible() and page.evaluate("document.documentElement.scrollWidth") <= 360


def test_what_cannot_be_read_is_said_in_a_sentence(page):
    page.locator("input[type=file]").set_input_files([{"name": "no.txt", "mimeType": "text/plain", "buffer": b"hello"}])
    page.wait_for_selector(".wrong")
    assert "no.txt is neither a picture nor a 3D model" in page.locator(".wrong").inner_text()


def test_the_api_explains_itself_without_the_internet(page, address):
    page.goto(f"{address}/v1/docs")
    page.wait_for_selector(".opblock-summary")
    assert "/v1/search" in " ".join(page.locator(".opblock-summary-path").all_text_contents())
