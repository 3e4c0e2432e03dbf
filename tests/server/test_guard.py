"""People who should not get in, bodies that are too large or too slow, and what every answer carries."""

import json
import socket
import threading
import time
from concurrent.futures import ThreadPoolExecutor

import httpx
import pytest
from starlette.websockets import WebSocketDisconnect

from server.real_server import real_server
from trivium.errors import ConfigError
from trivium.server import Client, ServerConfig
from trivium.server.client import ServerError
from trivium.server.guard import COOKIE

TOKEN = "a long enough secret"
STRICT = {"page": False, "silence_seconds": 1.0, "body_seconds": 3.0, "requests_at_once": 2, "uploads_at_once": 3}


def code(answer):
    return answer.status_code, answer.json()["error"]["code"]


@pytest.mark.parametrize(
    "settings", [{"host": "0.0.0.0"}, {"host": "10.0.0.7"}, {"host": "example.org"}, {"host": "::"}]
)
def test_other_machines_need_a_token_unless_told_otherwise(settings):
    with pytest.raises(ConfigError, match="give a token"):
        ServerConfig(**settings)
    assert (
        not ServerConfig(**settings, token=TOKEN).is_local and not ServerConfig(**settings, open_to_all=True).is_local
    )


def test_a_token_must_be_worth_the_name():
    with pytest.raises(ConfigError, match="expected 16 or more"):
        ServerConfig(token="secret")


@pytest.mark.parametrize("host", ["localhost:8765", "127.0.0.1", "[::1]:8765"])
def test_this_machine_has_some_names(shared_server, host):
    assert shared_server.get("/v1/health", headers={"host": host}).status_code == 200


@pytest.mark.parametrize("host", ["evil.example:8765", "127.0.0.1.evil.example", "", "[::1", "192.168.0.3"])
def test_a_name_that_was_made_to_point_here_is_not_answered(shared_server, host):
    """DNS rebinding: the browser believes that this server belongs to another site."""
    answer = shared_server.get("/v1/search", params={"text": "x"}, headers={"host": host})
    assert code(answer) == (421, "wrong-host")


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "https://evil.example"},
        {"origin": "null"},
        {"sec-fetch-site": "cross-site"},
        {"origin": "http://127.0.0.1:1"},
    ],
)
def test_pages_of_other_sites_cannot_post(shared_server, headers):
    answer = shared_server.post("/v1/search", data={"text": "x"}, headers=headers)
    assert code(answer) == (403, "cross-site")


def test_the_own_page_can_post(shared_server):
    own = {"origin": "http://127.0.0.1:8765", "sec-fetch-site": "same-origin"}
    assert shared_server.post("/v1/search", data={"text": "a mug"}, headers=own).status_code == 200


@pytest.mark.parametrize(
    "path", ["/v1/search?text=x", "/v1/items", "/v1/metrics", "/v1/openapi.json", "/v1/docs", "/", "/v1/jobs"]
)
def test_without_the_token_nothing_is_said(serve, path):
    client = serve(token=TOKEN)
    for headers in ({}, {"authorization": "Bearer wrong"}, {"authorization": TOKEN}, {"cookie": f"{COOKIE}=wrong"}):
        assert code(client.get(path, headers=headers)) == (401, "token-needed")
    assert client.get("/v1/health").json().keys() == {"status", "version"}


def test_the_token_opens(serve):
    client = serve(token=TOKEN)
    assert client.get("/v1/items", headers={"authorization": f"bearer {TOKEN}"}).status_code == 200
    opened = client.get("/", params={"token": TOKEN}, follow_redirects=False)
    assert opened.status_code == 303 and opened.headers["location"] == "/"
    cookie = opened.headers["set-cookie"]
    assert "HttpOnly" in cookie and "SameSite=Strict" in cookie
    assert client.get("/v1/items").status_code == 200  # by the cookie
    assert code(client.get("/v1/items", params={"token": TOKEN}, headers={"cookie": "x=y"})) == (401, "token-needed")


def test_a_socket_needs_the_same(serve):
    client = serve(token=TOKEN)
    with pytest.raises(WebSocketDisconnect), client.websocket_connect("/anything"):
        pass


def test_every_answer_carries_the_headers(shared_server):
    for path in ("/v1/health", "/v1/items/none", "/nothing"):
        headers = shared_server.get(path).headers
        assert headers["x-content-type-options"] == "nosniff" and headers["x-frame-options"] == "DENY"
        assert "default-src 'self'" in headers["content-security-policy"]
        assert "access-control-allow-origin" not in headers


def test_a_body_that_is_too_large_is_refused_before_it_is_read(serve):
    client = serve(max_body=2000)
    assert code(client.post("/v1/search", data={"text": "x" * 5000})) == (413, "too-large")
    pieces = (b"x" * 500 for _ in range(100))  # nobody said how much is to come
    headers = {"content-type": "application/x-www-form-urlencoded"}
    assert code(client.post("/v1/search", content=pieces, headers=headers)) == (413, "too-large")


def test_an_upload_beyond_the_limits_of_files_is_refused(serve):
    from trivium.io import Limits

    client = serve(limits=Limits(max_bytes=100))
    answer = client.post("/v1/search", files={"shape": ("a.glb", b"glTF" + bytes(500))})
    assert code(answer) == (413, "limit-exceeded")


@pytest.fixture(scope="module")
def running(library_path):
    with real_server(library_path, **STRICT) as (_, address):
        yield address


def connected(address):
    return socket.create_connection(("127.0.0.1", int(address.rsplit(":", 1)[1])), timeout=20)


def test_a_client_that_stops_sending_is_not_waited_for(running):
    with connected(running) as line:
        head = f"POST /v1/search HTTP/1.1\r\nHost: {running[7:]}\r\nContent-Length: 1000\r\n"
        line.sendall(head.encode() + b"Content-Type: application/x-www-form-urlencoded\r\n\r\ntext=")
        started = time.monotonic()
        said = line.makefile().read()  # all: the server closes
        assert said.startswith("HTTP/1.1 408") and "too-slow" in said and 0.5 < time.monotonic() - started < 10


def test_a_client_that_drips_is_not_waited_for_either(running):
    with connected(running) as line:
        head = f"POST /v1/search HTTP/1.1\r\nHost: {running[7:]}\r\nContent-Length: 1000\r\n"
        line.sendall(head.encode() + b"Content-Type: application/x-www-form-urlencoded\r\n\r\n")
        line.settimeout(0.3)
        started, said = time.monotonic(), b""
        while not said and time.monotonic() - started < 15:
            try:
                line.sendall(b"x")
                said = line.recv(10_000)
            except TimeoutError:
                pass
        assert said.startswith(b"HTTP/1.1 408") and time.monotonic() - started < 10


def test_a_client_that_never_ends_its_header_loses_its_connection(running):
    with connected(running) as line:
        line.sendall(b"GET /v1/health HT")
        started = time.monotonic()
        assert line.recv(100) == b"" and time.monotonic() - started < 10


def test_slow_clients_do_not_hold_others(running):
    lines = [connected(running) for _ in range(40)]
    try:
        started = time.monotonic()
        assert httpx.get(f"{running}/v1/search", params={"text": "a mug"}, timeout=20).status_code == 200
        assert time.monotonic() - started < 5
    finally:
        for line in lines:
            line.close()


def test_more_requests_than_allowed_are_told_at_once(running):
    """Two are worked on, the others get 429 and may come again; nobody gets anything else."""
    shape = {"shape": ("a.stl", SPHERE)}

    def ask(_):
        started = time.monotonic()
        answer = httpx.post(f"{running}/v1/search", files=shape, timeout=60)
        return answer.status_code, time.monotonic() - started, answer.headers.get("retry-after")

    with ThreadPoolExecutor(6) as pool:
        found = list(pool.map(ask, range(6)))
    assert {status for status, _, _ in found} == {200, 429}
    fastest_done = min(seconds for status, seconds, _ in found if status == 200)
    assert all(seconds < fastest_done and again == "1" for status, seconds, again in found if status == 429)


def test_the_client_comes_again_when_it_was_busy_and_says_what_went_wrong(running, tmp_path):
    (tmp_path / "a.stl").write_bytes(SPHERE)
    with Client(running, retries=20) as client, ThreadPoolExecutor(4) as pool:
        found = list(pool.map(lambda _: client.search(shape=tmp_path / "a.stl", top_k=1), range(4)))
        assert len({json.dumps(f) for f in found}) == 1 and len(found[0]) == 1
        with pytest.raises(ServerError, match="there is no item 'none'") as caught:
            client.item("none")
        assert (caught.value.status, caught.value.code) == (404, "not-found")
    with pytest.raises(ServerError, match="does not answer"), Client("http://127.0.0.1:1") as nobody:
        nobody.library()


def test_what_has_begun_is_answered_when_the_server_is_told_to_stop(library_path):
    with real_server(library_path, **STRICT) as (process, address):
        answers = []

        def ask():
            answers.append(httpx.post(f"{address}/v1/search", files={"shape": ("a.stl", SPHERE)}, timeout=60))

        asking = threading.Thread(target=ask)
        asking.start()
        while "trivium_active_requests 1.0" not in httpx.get(f"{address}/v1/metrics").text:
            time.sleep(0.02)
        process.terminate()
        asking.join()
        assert answers[0].status_code == 200


def _sphere() -> bytes:
    from trivium.procedural.solids import sphere

    solid = sphere(1, segments=64)
    lines = ["solid s"]
    for triangle in solid.vertices[solid.faces]:
        corners = "\n".join("vertex {:.4f} {:.4f} {:.4f}".format(*p) for p in triangle)
        lines.append(f"facet normal 0 0 0\nouter loop\n{corners}\nendloop\nendfacet")
    return "\n".join([*lines, "endsolid s"]).encode()


SPHERE = _sphere()
