"""A real server in a process of its own."""

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

PROGRAM = """
import json, sys
from trivium.server import running
from trivium.server.config import ServerConfig
running.HEADER_SECONDS = 1.0
config = ServerConfig(port=0, **json.loads(sys.argv[2]))
running.run_server(sys.argv[1], config, started=lambda address: print(address, flush=True))
"""


@contextmanager
def real_server(library: Path, **settings) -> Iterator[tuple[subprocess.Popen, str]]:
    """Its process and address; it is told to stop at the end, and has to do so without complaint."""
    command = [sys.executable, "-c", PROGRAM, str(library), json.dumps(settings)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) as process:
        try:
            address = process.stdout.readline().strip()
            assert address.startswith("http://127.0.0.1:"), address + process.stdout.read()
            yield process, address
        finally:
            process.terminate()
            said = process.stdout.read()
            assert process.wait(30) == 0, said
