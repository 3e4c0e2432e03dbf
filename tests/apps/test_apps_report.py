import base64
import hashlib
import io
import re
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from apps.color_model import ColorModel, write_painted
from trivium.apps.pictures import FRAME_SIZE, FRAMES, Turntable, turntable_of
from trivium.apps.report import Search, describe, report_page, write_report
from trivium.apps.search import Query, SearchOptions
from trivium.geometry import PointCloud, Pose, sample_surface
from trivium.io import load_mesh, save_ply, to_webp
from trivium.models.framing import Framing, PhotoPose
from trivium.retrieval import Library

NASTY = "<script>alert('x')</script>\"&"


class Page(HTMLParser):
    """Elements with their attributes, and the text."""

    def __init__(self, text):
        super().__init__()
        self.elements, self.words = [], []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))

    def handle_data(self, data):
        self.words.append(data)

    def all(self, tag, cls=None):
        return [a for t, a in self.elements if t == tag and (cls is None or cls in a.get("class", "").split())]


def pixels(uri):
    head, data = uri.split(",", 1)
    assert head == "data:image/webp;base64"
    return np.asarray(Image.open(io.BytesIO(base64.b64decode(data))).convert("RGB"))


@pytest.fixture(scope="module")
def library(tmp_path_factory):
    root = tmp_path_factory.mktemp("report")
    library = Library(root / "my <b>.trivium", ColorModel())
    library.add(write_painted(root / "models"), workers=1)
    return library


@pytest.fixture(scope="module")
def searches(library):
    folder = Path(library.items()[0].path).parent
    photos = tuple(folder / f"photo-{i}.png" for i in range(3))
    for photo in photos:
        Image.new("RGB", (900, 300), (200, 10, 10)).save(photo)
    cloud = folder / "scan.ply"
    save_ply(
        PointCloud(sample_surface(load_mesh(folder / "red-mug.glb"), 500, rng=np.random.default_rng(0)).points), cloud
    )
    hits = library.search(text="red")
    return [
        Search(query=Query(images=photos), hits=hits, answers=frozenset({hits[0].id}), answer_mark="this one"),
        Search(
            query=Query(text="a red mug", without="blue"), hits=hits[:2], options=SearchOptions(filter=("faces<9",))
        ),
        Search(query=Query(shape=cloud), hits=hits[:1]),
        Search(query=Query(text="nothing like it"), hits=[]),
    ]


@pytest.fixture(scope="module")
def text(searches, library):
    return report_page(searches, library, title="Found")


def test_page_is_self_contained(text):
    page = Page(text)
    assert not re.search(r"https?://|//[a-z]+\.|@import|url\(", text)
    assert not page.all("link") and not page.all("iframe") and not [a for a in page.all("script") if "src" in a]
    for _, attributes in page.elements:
        for name in ("src", "href", "srcset", "action", "poster"):
            assert attributes.get(name, "data:").startswith("data:")
        assert not [name for name in attributes if name.startswith("on")]


def test_policy_allows_only_the_script_of_the_page(text):
    script = re.search(r"<script>(.*)</script>", text, re.DOTALL)[1]
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    policy = next(a["content"] for a in Page(text).all("meta") if a.get("http-equiv") == "Content-Security-Policy")
    assert "default-src 'none'" in policy and f"script-src 'sha256-{digest}'" in policy
    assert "</script" not in script


def test_every_hit_is_a_card_with_all_its_frames(text, searches):
    page = Page(text)
    count = sum(len(s.hits) for s in searches)
    assert len(page.all("section", "search")) == len(searches)
    assert len(page.all("article", "card")) == count == 4 + 2 + 1
    stages = page.all("button", "stage")
    assert len(stages) == count + 1  # and the shape of the query
    for stage in stages:
        strip = pixels(stage["data-strip"])
        assert strip.shape == (FRAME_SIZE, FRAME_SIZE * FRAMES, 3) and stage["data-frames"] == str(FRAMES)
        frames = strip.reshape(FRAME_SIZE, FRAMES, FRAME_SIZE, 3).transpose(1, 0, 2, 3)
        assert all((frame < 200).any() for frame in frames)  # none is empty


def test_query_shows_what_was_asked(text):
    page, words = Page(text), " ".join("".join(Page(text).words).split())
    photos = [a for a in page.all("img") if a["alt"].startswith("Photo")]
    assert [pixels(a["src"]).shape for a in photos] == [(160, 480, 3)] * 3
    for expected in (
        "Three photos",
        "“a red mug”",
        "without “blue”",
        "faces<9",
        "A shape",
        "Nothing was found.",
        "this one",
    ):
        assert expected in words, expected
    assert len(page.all("p", "answer")) == 1


def test_text_of_users_is_escaped(searches, library):
    hit = replace(searches[0].hits[0], name=NASTY, category=NASTY, licence=NASTY)
    options = SearchOptions(filter=(f"name={NASTY}",), weights={NASTY: 2.0})
    nasty = Search(
        query=Query(text=NASTY, without=NASTY),
        hits=[hit],
        options=options,
        title=NASTY,
        note=NASTY,
        answers=frozenset({hit.id}),
        answer_mark=NASTY,
    )
    text = report_page([nasty], library, title=NASTY)
    assert "<script>alert" not in text and "<b>" not in text
    page = Page(text)
    assert len(page.all("script")) == 1
    assert "".join(page.words).count(NASTY) >= 10  # shown, as text
    assert page.all("article")[0].keys() == {"class"}
    assert NASTY in page.all("button", "stage")[0]["aria-label"]


def test_a_file_that_is_gone_is_shown_from_the_library(searches, library, tmp_path):
    hit = replace(searches[0].hits[0], path=str(tmp_path / "gone.glb"))
    page = Page(report_page([Search(query=Query(text="red"), hits=[hit])], library))
    (stage,) = page.all("button", "stage")
    assert stage["data-frames"] == "12" and stage["data-start"] == "1"
    np.testing.assert_array_equal(
        pixels(stage["data-strip"]), np.asarray(Image.open(io.BytesIO(library.turntable(hit.id))).convert("RGB"))
    )


def test_report_is_written_where_asked(searches, library, tmp_path):
    path = write_report(tmp_path / "new" / "found.html", searches[1:2], library, title="Found")
    assert path.read_text(encoding="utf-8").startswith("<!doctype html>")


def test_a_turn_shows_all_sides_and_starts_at_a_three_quarter_view(library):
    path = next(i.path for i in library.items() if i.name == "red mug")
    table = turntable_of(load_mesh(path))
    assert (table.frames, table.start) == (FRAMES, 2)
    strip = np.asarray(table.picture.convert("RGB"), np.int16)
    frames = [strip[:, i * FRAME_SIZE : (i + 1) * FRAME_SIZE] for i in range(FRAMES)]
    assert np.abs(frames[0] - frames[FRAMES // 4]).mean() > 1  # a handle goes round
    still = np.asarray(Image.open(io.BytesIO(table.still())).convert("RGB"), np.int16)
    assert np.abs(still - frames[2]).mean() < 2
    assert Turntable(library.turntable(library.items()[0].id)).frames == 12


@pytest.mark.parametrize(
    ("query", "heading"),
    [
        (Query(images=(Path("a.png"),)), "One photo"),
        (Query(images=(Path("a.png"),) * 2, text="x"), "Two photos and words"),
        (Query(images=(Path("a.png"),) * 13, text="x", shape=Path("s.stl")), "13 photos, words and a shape"),
    ],
)
def test_headings(query, heading):
    assert describe(query) == heading


def test_a_hit_with_poses_shows_them(searches, library):
    """After a re-ranking by pose: the model over each photo, and from where."""
    first = searches[0].hits[0]
    picture = to_webp(np.full((320, 320, 3), (200, 30, 30), np.uint8))
    seen = PhotoPose(Pose(np.radians(32.2), np.radians(-8.0)), Framing(0, 0, 10), 0.5)
    hit = replace(first, poses=(seen, seen), overlays=(picture, picture))
    page = Page(report_page([replace(searches[0], hits=[hit])], library))
    over = [a for a in page.all("img") if "over photo" in a.get("alt", "")]
    assert len(over) == 2 and pixels(over[0]["src"]).shape == (320, 320, 3)
    assert "32° around, -8° up" in "".join(page.words)
