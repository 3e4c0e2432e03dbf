"""A small library, and a server of it inside this process."""

import pytest

pytest.importorskip("fastapi", reason="the server needs the extra [server]")

from starlette.testclient import TestClient

from trivium.io import save_glb
from trivium.procedural import generate
from trivium.retrieval import Library
from trivium.server.app import create_app
from trivium.server.config import ServerConfig

ADDRESS = "http://127.0.0.1:8765"


@pytest.fixture(scope="session")
def library_path(tmp_path_factory):
    root = tmp_path_factory.mktemp("server")
    for name in ("mug", "chair", "car", "table"):
        (root / "models" / name).mkdir(parents=True)
        save_glb(generate(name, seed=0).mesh, root / "models" / name / f"{name}.glb")
    (root / "models" / "broken.glb").write_bytes(b"glTF nothing")
    Library(root / "a.trivium").add(root / "models", workers=1)
    return root / "a.trivium"


@pytest.fixture
def serve(library_path):
    """A client of a server with these settings; all are closed at the end."""
    opened = []

    def start(path=library_path, **settings):
        client = TestClient(
            create_app(path, ServerConfig(page=False, **settings)), base_url=ADDRESS, raise_server_exceptions=False
        )
        opened.append(client)
        return client.__enter__()

    yield start
    for client in opened:
        client.__exit__(None, None, None)


@pytest.fixture(scope="session")
def shared_server(library_path):
    with TestClient(
        create_app(library_path, ServerConfig(page=False)), base_url=ADDRESS, raise_server_exceptions=False
    ) as client:
        yield client
