"""A folder in which shards are made one by one, by several processes, and which may be killed at any moment.

plan.json                   what is to be made of what; another plan in the same folder is refused
receipts/shard-000000.json  written after its shard: samples, feature sizes, and the objects that failed
index.json, failures.csv    written when all shards are there
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from filelock import FileLock, Timeout

from trivium.data.identity import differences
from trivium.data.readers.reader import FailedObject
from trivium.data.shards import ShardIndex, joined_index, replace_text, shard_name, write_index
from trivium.errors import DatasetError

FAILURES = "failures.csv"


@dataclass(frozen=True)
class ShardFolder:
    """See the module's docstring."""

    path: Path

    @contextmanager
    def opened(self, plan: dict[str, Any]) -> Iterator[None]:
        """One process at a time, one plan for ever; what a killed run left half written is removed.

        Raises:
            DatasetError: the folder is in use, or was begun with another plan, or holds something else.
        """
        self.path.mkdir(parents=True, exist_ok=True)
        try:
            with FileLock(self.path / ".lock", timeout=0):
                self._begin(json.loads(json.dumps(plan)))
                yield
        except Timeout as error:
            raise DatasetError(f"another process is writing to {self.path}: wait for it, or stop it") from error

    def _begin(self, plan: dict[str, Any]) -> None:
        file = self.path / "plan.json"
        if file.is_file():
            before = json.loads(file.read_text(encoding="utf-8"))
            if before != plan:
                raise DatasetError(
                    f"{self.path} was begun with another plan ({'; '.join(differences(before, plan))}): "
                    "choose another folder, or delete this one"
                )
        elif any(self.path.glob("shard-*.tar")):
            raise DatasetError(f"{self.path} holds shards that were not made here: choose another folder")
        else:
            replace_text(file, json.dumps(plan, indent=1))
        (self.path / "receipts").mkdir(exist_ok=True)
        for stale in (*self.path.glob(".*.part"), *self.path.glob("receipts/.*.part")):
            stale.unlink()

    def is_done(self, number: int) -> bool:
        if not self._receipt(number).is_file():
            return False
        part, _ = self._read(number)
        return all((self.path / name).is_file() for name in part.samples)

    def finish(self, number: int, part: ShardIndex, failed: Sequence[FailedObject]) -> None:
        receipt = {"part": asdict(part), "failed": [asdict(f) for f in failed]}
        replace_text(self._receipt(number), json.dumps(receipt))

    def write_index(self, shards: int, made_by: dict[str, Any]) -> tuple[ShardIndex, list[FailedObject]]:
        """Index and failures of all shards, which must be done."""
        receipts = [self._read(number) for number in range(shards)]
        failed = [f for _, failures in receipts for f in failures]
        text = io.StringIO()
        writer = csv.writer(text, lineterminator="\n")
        writer.writerow(("code", "id", "path", "message"))
        writer.writerows((f.code, f.id, f.path, f.message) for f in failed)
        replace_text(self.path / FAILURES, text.getvalue())
        index = joined_index((part for part, _ in receipts), made_by)
        write_index(index, self.path)
        return index, failed

    def _receipt(self, number: int) -> Path:
        return self.path / "receipts" / f"{Path(shard_name(number)).stem}.json"

    def _read(self, number: int) -> tuple[ShardIndex, list[FailedObject]]:
        receipt = json.loads(self._receipt(number).read_text(encoding="utf-8"))
        return ShardIndex(**receipt["part"]), [FailedObject(**f) for f in receipt["failed"]]
