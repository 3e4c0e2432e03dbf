"""Dies on demand: ``python crashing.py MODELS`` reads one trial a line from stdin and answers with one line of JSON each.

A trial indexes MODELS into a new library in a forked process, which exits before or after its n-th write, or is killed after
some seconds; another one then looks at what is left, goes on, and looks again. Forking saves the seconds that imports take.
"""

import json
import os
import signal
import sys
import time
import traceback
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from standin import StandIn
from trivium.retrieval import Library, store
from trivium.retrieval.meta import Meta
from trivium.retrieval.store import BatchWriter, LanceStore

WRITES = (
    (LanceStore, "_merge"), (LanceStore, "remove"), (LanceStore, "forget_failures"), (LanceStore, "tidy"),
    (Meta, "write"), (Path, "replace"),
)  # fmt: skip
DIED = 77


def index(library: Path, models: Path, log: Path, at: int | None, moment: str) -> None:
    """Dies ``moment`` ("before" or "after") its write number ``at``; ids are logged once they are safe."""
    count = 0

    def counted(real):
        def write(*given, **named):
            nonlocal count
            count += 1
            if (count, moment) == (at, "before"):
                os._exit(DIED)
            mine = count
            answer = real(*given, **named)
            if (mine, moment) == (at, "after"):
                os._exit(DIED)
            return answer

        return write

    for owner, name in WRITES:
        setattr(owner, name, counted(getattr(owner, name)))
    store.BATCH = 3  # records in a commit
    real_flush = BatchWriter.flush

    def flush(self):
        ids = [r.item.id for r in self._records]
        real_flush(self)
        with log.open("a") as file:
            file.write("".join(f"{id}\n" for id in ids))
            file.flush()
            os.fsync(file.fileno())

    BatchWriter.flush = flush
    Library(library, StandIn()).add(models, workers=1)


def look(library: Path, models: Path, log: Path) -> dict:
    """What is wrong after the crash, and after going on; empty lists are good."""
    acknowledged = set(log.read_text().split()) if log.is_file() else set()
    wrong = faults(Library(library, StandIn()), acknowledged)
    again = Library(library, StandIn())
    again.add(models, workers=1)
    everything = {p for p in models.rglob("*.glb") if p.stem != "broken"}
    wrong += [f"after going on: {w}" for w in faults(again, acknowledged)]
    if {Path(i.path) for i in again.items()} != everything:
        wrong.append(f"after going on there are {len(again)} items of {len(everything)}")
    if [f.code for f in again.failed()] != ["unreadable"]:
        wrong.append(f"after going on the failures are {again.failed()}")
    return {"wrong": wrong, "acknowledged": len(acknowledged)}


def faults(library: Library, acknowledged: set[str]) -> list[str]:
    if not library.exists:
        return [f"{len(acknowledged)} acknowledged items are gone"] if acknowledged else []
    wrong, ids = [], [i.id for i in library.items()]
    if missing := acknowledged - set(ids):
        wrong.append(f"acknowledged and gone: {sorted(missing)}")
    if len(ids) != len(set(ids)):
        wrong.append("there twice")
    report = library.verify()
    if not report.sound:
        wrong.append(f"not sound: {report}")
    hits = library.search(images=np.full((8, 8, 3), 200, np.uint8), top_k=100)
    if {h.id for h in hits} != set(ids):
        wrong.append(f"search finds {len(hits)} of {len(ids)}")
    return wrong


def forked(work, *, kill_after: float | None = None) -> tuple[int, str, float]:
    """Exit status (negative: the signal), what ``work`` returned, as JSON, or its traceback, and the seconds it took."""
    read, write = os.pipe()
    started = time.monotonic()
    child = os.fork()
    if child == 0:
        os.close(read)
        status = 0
        try:
            told = json.dumps(work())
        except BaseException:
            told, status = traceback.format_exc(), 1
        os.write(write, told.encode())
        os._exit(status)
    os.close(write)
    if kill_after is not None:
        time.sleep(kill_after)
        os.kill(child, signal.SIGKILL)
    with os.fdopen(read) as pipe:
        told = pipe.read()
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), told, time.monotonic() - started


def main() -> None:
    models = Path(sys.argv[1])
    for line in sys.stdin:
        trial = json.loads(line)
        library, log = Path(trial["library"]), Path(trial["library"] + ".log")
        status, told, seconds = forked(
            lambda: index(library, models, log, trial.get("at"), trial.get("moment", "")),  # noqa: B023
            kill_after=trial.get("kill_after"),
        )
        if status == 1:
            answer({"error": told})
            continue
        looked, found, _ = forked(lambda: look(library, models, log))  # noqa: B023
        answer({"status": status, "seconds": seconds, **(json.loads(found) if looked == 0 else {"error": found})})


def answer(told: dict) -> None:
    sys.stdout.write(json.dumps(told) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
