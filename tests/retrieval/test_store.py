"""The store with an index, which libraries of usual test sizes never get."""

import numpy as np
import pytest

from trivium.retrieval import store as store_module
from trivium.retrieval.places import Places
from trivium.retrieval.records import Item
from trivium.retrieval.store import LanceStore

ROWS, DIM = 600, 16


def item(i: int) -> Item:
    return Item(
        id=f"{i:012x}", path=f"/models/{i}.glb", name=f"model {i}", category=f"category {i % 7}", licence="", kind="mesh",
        format="glb", textured="no", faces=i, points=0, size=1.0, bytes=1, mtime=0.0, sha256="",
    )  # fmt: skip


def rows(count: int, seed: int = 0) -> np.ndarray:
    vectors = np.random.default_rng(seed).normal(size=(count, DIM)).astype(np.float32)
    return vectors / np.linalg.norm(vectors, axis=1, keepdims=True)


@pytest.fixture
def indexed(tmp_path, monkeypatch):
    monkeypatch.setattr(store_module, "INDEX_FROM", ROWS // 2)
    store = LanceStore(tmp_path, DIM, Places(tmp_path))
    store.put_vectors([item(i) for i in range(ROWS)], rows(ROWS))
    store.tidy()
    return store


def built(store: LanceStore) -> dict[str, int]:
    """Column: rows in its index."""
    return {column: i.num_indexed_rows for i in store._table("items").list_indices() for column in i.columns}


def test_an_index_finds_what_exact_search_finds(indexed):
    assert built(indexed) == {"text": ROWS, "vector": ROWS}
    vectors, recall = rows(ROWS), []
    for query in rows(50, seed=1):
        exact = np.argsort(-(vectors @ query))[:10]
        found = indexed.nearest(query, 10)
        places = [n.item.faces for n in found]
        recall.append(len(set(places) & set(exact.tolist())) / 10)
        np.testing.assert_allclose([n.score for n in found], vectors[places] @ query, atol=1e-4)
    assert np.mean(recall) >= 0.95


def test_a_filter_thins_the_answers_not_their_number(indexed):
    query, allowed = rows(1, seed=2)[0], np.arange(100)
    found = [n.item.faces for n in indexed.nearest(query, 10, "faces < 100")]
    exact = allowed[np.argsort(-(rows(ROWS)[:100] @ query))[:10]]
    assert len(found) == 10 and len(set(found) & set(exact.tolist())) >= 9


def test_new_rows_are_found_before_and_after_the_index_is_built_anew(indexed):
    few, many = 5, 50
    indexed.put_vectors([item(ROWS + i) for i in range(few)], rows(few, seed=3))
    indexed.tidy()
    assert built(indexed)["vector"] == ROWS  # not worth building anew
    assert indexed.nearest(rows(few, seed=3)[2], 1)[0].item.faces == ROWS + 2
    indexed.put_vectors([item(ROWS + few + i) for i in range(many)], rows(many, seed=4))
    indexed.tidy()
    assert built(indexed)["vector"] == ROWS + few + many
    assert indexed.nearest(rows(many, seed=4)[7], 1)[0].item.faces == ROWS + few + 7


@pytest.mark.parametrize("left", [".", "_versions", "data"])
def test_a_table_whose_making_was_killed_is_made_anew(tmp_path, left):
    """Its folder is there, and no version in it."""
    (tmp_path / "items.lance" / left).mkdir(parents=True)
    store = LanceStore(tmp_path, DIM, Places(tmp_path))
    assert store.count() == 0 and store.items() == []
    store.put_vectors([item(0)], rows(1))
    assert [i.id for i in LanceStore(tmp_path, DIM, Places(tmp_path)).items()] == [item(0).id]
