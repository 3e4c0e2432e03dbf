"""Where rows live: a small protocol, and LanceDB behind it.

One process writes at a time (the library holds a lock); any number read, each search on the newest version. A write is
one commit: a kill leaves the version before or after it, never a half.
"""

from __future__ import annotations

import re
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict, fields
from datetime import timedelta
from pathlib import Path
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from trivium.errors import LibraryError
from trivium.retrieval.filters import any_of
from trivium.retrieval.places import Places
from trivium.retrieval.records import Failure, Item, Neighbor, Record, to_row

Vector = NDArray[np.float32]
INDEX_FROM = 20_000  # rows; below, exact search is fast enough and has no recall question
STALE_SHARE = 0.02  # of the rows may be missing in the index (they are then searched exactly) until it is built anew
BATCH, BATCH_SECONDS = 32, 2.0  # a batch of records is written when either is reached
OLD_VERSIONS = timedelta(minutes=10)  # kept so that readers in other processes do not lose the ground under them


class Store(Protocol):
    """What a library needs of a database."""

    def put(self, records: Sequence[Record]) -> None:
        """Adds or replaces by id, in one commit."""

    def put_failures(self, failures: Sequence[Failure]) -> None: ...

    def remove(self, ids: Sequence[str]) -> None: ...

    def forget_failures(self, paths: Sequence[str]) -> None: ...

    def items(self, where: str | None = None) -> list[Item]: ...

    def failures(self) -> list[Failure]: ...

    def count(self) -> int: ...

    def vectors(self, ids: Sequence[str] | None = None) -> tuple[list[str], Vector]: ...

    def picture(self, id: str, kind: str) -> bytes | None:
        """``kind`` is "thumbnail" or "turntable"."""

    def picture_ids(self) -> set[str]: ...

    def views(self, id: str) -> Vector:
        """(V, dim) rows of the single views of an item."""

    def nearest(self, vector: Vector, k: int, where: str | None = None) -> list[Neighbor]:
        """The k items with the largest cosine, best first."""

    def named(self, text: str, k: int, where: str | None = None) -> list[Item]:
        """The k items whose names match best, best first."""

    def tidy(self) -> None:
        """Builds indexes that pay off and drops old versions. Cheap when there is nothing to do."""


class LanceStore:
    """Three tables in one folder: items (with vectors), pictures, failures."""

    def __init__(self, folder: Path, dim: int, places: Places) -> None:
        import lancedb
        import pyarrow as pa

        self.dim = dim
        self._places = places
        self._folder = folder
        self._pa = pa
        self._db = lancedb.connect(str(folder))
        self._open: dict[str, Any] = {}
        text, whole, real = pa.string(), pa.int64(), pa.float64()
        kinds = {"str": text, "int": whole, "float": real}
        columns = [(f.name, kinds[str(f.type)]) for f in fields(Item)]
        self._item_columns = [name for name, _ in columns]
        vector = pa.list_(pa.float32(), dim)
        self._schemas = {
            "items": pa.schema([*columns, ("text", text), ("views", pa.binary()), ("vector", vector)]),
            "pictures": pa.schema([("id", text), ("thumbnail", pa.binary()), ("turntable", pa.binary())]),
            "failures": pa.schema([(f.name, kinds[str(f.type)]) for f in fields(Failure)]),
        }

    def _table(self, name: str) -> Any:
        """The newest version of a table, made when it is not there. Kept open: its caches are what makes search fast."""
        if name not in self._open:
            self._open[name] = self._existing(name) or self._db.create_table(
                name, schema=self._schemas[name], exist_ok=True
            )
        self._open[name].checkout_latest()
        return self._open[name]

    def _existing(self, name: str) -> Any | None:
        """None where there is no table: nothing, or the folder of one whose making was killed before its first version."""
        if name not in self._db.list_tables(limit=10).tables:
            return None
        try:
            return self._db.open_table(name)
        except ValueError as error:
            if "was not found" not in str(error):
                raise
            return None

    def put(self, records: Sequence[Record]) -> None:
        if not records:
            return
        pictures = [{"id": r.item.id, "thumbnail": r.thumbnail, "turntable": r.turntable} for r in records]
        self._merge("pictures", "id", pictures)  # first: an item is never there without its picture
        rows = [
            self._row(r.item)
            | {"vector": np.asarray(r.vector, np.float32), "views": r.views.astype(np.float16).tobytes()}
            for r in records
        ]
        self._merge("items", "id", rows)

    def put_failures(self, failures: Sequence[Failure]) -> None:
        if failures:
            self._merge("failures", "path", [asdict(f) | {"path": self._places.stored(f.path)} for f in failures])

    def _row(self, item: Item) -> dict[str, Any]:
        return to_row(item) | {"path": self._places.stored(item.path)}

    def _item(self, row: dict[str, Any]) -> Item:
        return Item(**row | {"path": self._places.real(row["path"])})

    def _merge(self, name: str, key: str, rows: list[dict[str, Any]]) -> None:
        data = self._pa.Table.from_pylist(rows, schema=self._schemas[name])
        with writing(self._folder):
            self._table(name).merge_insert(key).when_matched_update_all().when_not_matched_insert_all().execute(data)

    def put_vectors(self, items: Sequence[Item], vectors: Vector) -> None:
        """Appends rows without pictures, many at once: for bulk loads of embeddings made elsewhere."""
        data = self._pa.Table.from_pylist(
            [self._row(i) | {"views": b""} for i in items],
            schema=self._schemas["items"].remove(len(self._schemas["items"]) - 1),
        )
        flat = self._pa.array(np.ascontiguousarray(vectors, np.float32).reshape(-1))
        column = self._pa.FixedSizeListArray.from_arrays(flat, self.dim)
        with writing(self._folder):
            self._table("items").add(data.append_column(self._schemas["items"].field("vector"), column))

    def remove(self, ids: Sequence[str]) -> None:
        if ids:
            with writing(self._folder):
                self._table("items").delete(any_of("id", ids))
                self._table("pictures").delete(any_of("id", ids))

    def forget_failures(self, paths: Sequence[str]) -> None:
        if paths:
            with writing(self._folder):
                self._table("failures").delete(any_of("path", [self._places.stored(p) for p in paths]))

    def items(self, where: str | None = None) -> list[Item]:
        return [self._item(row) for row in self._scan("items", self._item_columns, where)]

    def failures(self) -> list[Failure]:
        rows = self._scan("failures", [f.name for f in fields(Failure)], None)
        return [Failure(**row | {"path": self._places.real(row["path"])}) for row in rows]

    def count(self) -> int:
        return int(self._table("items").count_rows())

    def vectors(self, ids: Sequence[str] | None = None) -> tuple[list[str], Vector]:
        data = self._query("items", ["id", "vector"], None if ids is None else any_of("id", ids))
        values = data["vector"].combine_chunks()
        rows = np.asarray(values.flatten(), np.float32).reshape(-1, self.dim)
        return data["id"].to_pylist(), rows

    def picture(self, id: str, kind: str) -> bytes | None:
        rows = self._scan("pictures", [kind], any_of("id", [id]))
        return rows[0][kind] if rows else None

    def picture_ids(self) -> set[str]:
        return {row["id"] for row in self._scan("pictures", ["id"], None)}

    def _query(self, name: str, columns: list[str], where: str | None) -> Any:
        query = self._table(name).search()
        if where:
            query = query.where(where)
        return query.select(columns).to_arrow()

    def _scan(self, name: str, columns: list[str], where: str | None) -> list[dict[str, Any]]:
        return self._query(name, columns, where).to_pylist()

    def views(self, id: str) -> Vector:
        rows = self._scan("items", ["views"], any_of("id", [id]))
        return self._unpacked(rows[0]["views"]) if rows else self._unpacked(b"")

    def _unpacked(self, views: bytes) -> Vector:
        return np.frombuffer(views, np.float16).reshape(-1, self.dim).astype(np.float32)

    def nearest(self, vector: Vector, k: int, where: str | None = None) -> list[Neighbor]:
        query = self._table("items").search(np.asarray(vector, np.float32)).distance_type("dot")
        if where:
            query = query.where(where, prefilter=True)
        # Filters thin the lists that are looked at, so more of them are; both only matter once there is an index.
        query = query.nprobes(150 if where else 16).refine_factor(4)
        found = query.select([*self._item_columns, "vector", "views", "_distance"]).limit(k).to_arrow()
        vectors = np.asarray(found["vector"].combine_chunks().flatten(), np.float32).reshape(-1, self.dim)
        rows = found.drop_columns(["vector"]).to_pylist()
        views, distances = ([row.pop(name) for row in rows] for name in ("views", "_distance"))
        return [
            Neighbor(self._item(row), 1 - distance, own, self._unpacked(seen))
            for row, distance, own, seen in zip(rows, distances, vectors, views, strict=True)
        ]

    def named(self, text: str, k: int, where: str | None = None) -> list[Item]:
        words = "".join(c if c.isalnum() else " " for c in text)
        if not words.strip() or not self._table("items").list_indices():
            return []
        query = self._table("items").search(words, query_type="fts", fts_columns="text")
        if where:
            query = query.where(where, prefilter=True)
        rows = query.select([*self._item_columns, "_score"]).limit(k).to_arrow().to_pylist()
        return [self._item({k: v for k, v in row.items() if k != "_score"}) for row in rows]

    def tidy(self) -> None:
        with writing(self._folder):
            self._tidy()

    def _tidy(self) -> None:
        from lancedb.index import FTS, IvfSq

        for name in ("pictures", "failures"):
            self._table(name).optimize(cleanup_older_than=OLD_VERSIONS)
        table = self._table("items")
        count = table.count_rows()
        indexed = {column: index.num_indexed_rows for index in table.list_indices() for column in index.columns}
        if count >= INDEX_FROM and count - indexed.get("vector", 0) <= STALE_SHARE * count:
            return
        if count and "text" not in indexed:
            table.create_index("text", config=FTS())
        table.optimize(cleanup_older_than=OLD_VERSIONS)
        if count >= INDEX_FROM:
            # Anew, after optimize and with a stated number of lists: optimize, like the default, makes few long lists,
            # and search takes five times longer.
            config = IvfSq(distance_type="dot", num_partitions=int(count**0.5))
            table.create_index("vector", config=config, replace=True)


@contextmanager
def writing(folder: Path) -> Iterator[None]:
    """Says what a disk says, once.

    Raises:
        LibraryError: the disk is full, or nothing may be written there.
    """
    try:
        yield
    except (OSError, RuntimeError) as error:  # lance tells what the system says as either
        told = re.search(
            r"No space left on device|Read-only file system|Permission denied|Disk quota exceeded", str(error)
        )
        raise LibraryError(
            f"{folder} cannot be written ({told[0] if told else str(error)[:200]}); what was there before is intact: "
            "make space, or allow writing, and run the same command again"
        ) from error


class BatchWriter:
    """Collects outcomes and writes them in batches; what ``flush`` has returned from is safe."""

    def __init__(self, store: Store, failed_before: Mapping[str, Failure]) -> None:
        self._store, self._failed_before = store, failed_before
        self._records: list[Record] = []
        self._failures: list[Failure] = []
        self._last = time.monotonic()

    def put(self, outcome: Record | Failure) -> None:
        if isinstance(outcome, Record):
            self._records.append(outcome)
        else:
            self._failures.append(outcome)
        if len(self._records) + len(self._failures) >= BATCH or time.monotonic() - self._last > BATCH_SECONDS:
            self.flush()

    def flush(self) -> None:
        self._store.put(self._records)
        self._store.put_failures(self._failures)
        self._store.forget_failures([r.item.path for r in self._records if r.item.path in self._failed_before])
        self._records, self._failures, self._last = [], [], time.monotonic()
