"""Tampered files never crash, hang, take too much memory or lead out of their folder. ``make bench`` tries 10,000."""

import json
import subprocess
import sys
from collections import Counter
from pathlib import Path

from trivium.errors import LOAD_CODES

PROGRAM = Path(__file__).with_name("fuzzing.py")
MEMORY = 2048  # MB


def tried(folder: Path, seeds: range, models: Path | None = None) -> Counter:
    """What became of each seed; fails at the first that is a fault, and names it: the same seed is the same file."""
    counts: Counter = Counter()
    command = [sys.executable, str(PROGRAM), str(folder), *([str(models)] if models else [])]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        for seed in seeds:
            process.stdin.write(f"{seed}\n")
            process.stdin.flush()
            line = process.stdout.readline()
            assert line, f"seed {seed}: the process died ({process.wait(30)}); its file is in {folder}"
            told = json.loads(line)
            assert told["found"] in (*LOAD_CODES, "shape"), f"seed {seed} ({told['file']}): {told['found']}"
            assert not told["opened"], f"seed {seed} ({told['file']}) opened {told['opened']}"
            assert told["peak"] < MEMORY, f"seed {seed} ({told['file']}): {told['peak']:.0f} MB"
            counts[told["found"]] += 1
        process.stdin.close()
    return counts


def test_tampered_files_are_shapes_or_have_a_code(tmp_path):
    counts = tried(tmp_path, range(500))
    assert counts["shape"] > 50 and counts["unreadable"] > 100, counts  # neither all harmless nor all hopeless
