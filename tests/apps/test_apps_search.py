from pathlib import Path

import pytest

from trivium.apps.search import Query, SearchOptions, search, split_query
from trivium.errors import LoadError, QueryError


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for name in ("front.JPG", "side.png", "old part.stl", "new.glb", "notes.txt", "chair"):
        Path(name).write_bytes(b"")
    return tmp_path


def test_photos_words_and_a_shape_are_told_apart(folder):
    query = split_query(["front.JPG", "with", " two  armrests", "old part.stl", "side.png"], without="red")
    images = (Path("front.JPG"), Path("side.png"))
    assert query == Query(text="with two armrests", images=images, shape=Path("old part.stl"), without="red")


@pytest.mark.parametrize("words", ["chair", "a 1.5 m table", "x" * 5000, "nul\0", "e.g. this", "notes.md"])
def test_what_is_no_file_is_words(folder, words):
    assert split_query([words]) == Query(text=words)  # a file "chair" has no ending that says what it would be


@pytest.mark.parametrize(
    ("arguments", "error", "match"),
    [
        (["gone.jpg"], LoadError, "no such file: gone.jpg.*picture"),
        (["gone.glb"], LoadError, "no such file: gone.glb.*3D model"),
        (["notes.txt"], LoadError, "notes.txt is neither"),
        (["old part.stl", "new.glb"], QueryError, "2 shape files"),
    ],
)
def test_files_that_cannot_be_meant_are_refused(folder, arguments, error, match):
    with pytest.raises(error, match=match):
        split_query(arguments)


def test_nothing_is_an_empty_query():
    assert split_query([]) == split_query(["  "]) == Query()


class Recorder:
    def search(self, **arguments):
        self.arguments = arguments
        return []


def test_search_passes_everything_and_keeps_the_librarys_default():
    from trivium.retrieval import TOP_K

    recorder = Recorder()
    search(
        recorder,
        Query(text="a", images=(Path("p.jpg"),), without="b"),
        SearchOptions(filter=("faces<5",), names=True, weights={"text": 2.0}, rerank="pose"),
        progress=print,
    )
    assert recorder.arguments == {
        "text": "a", "images": [Path("p.jpg")], "shape": None, "without": "b", "weights": {"text": 2.0},
        "filter": ["faces<5"], "names": True, "rerank": "pose", "progress": print, "top_k": TOP_K,
    }  # fmt: skip
    search(recorder, Query(shape=Path("s.stl")), SearchOptions(top_k=3))
    assert recorder.arguments["top_k"] == 3 and recorder.arguments["images"] is recorder.arguments["filter"] is None
