"""A client of a trivium server, for Python programs.

with Client("http://127.0.0.1:8765") as client:
    hits = client.search(text="office chair", images=["photo.jpg"], top_k=10)
    Path("chair.glb").write_bytes(client.model(hits[0]["id"]))
"""

from __future__ import annotations

import json
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from trivium.errors import TriviumError, require


class ServerError(TriviumError):
    """An answer that says no. ``code`` is stable, ``status`` that of HTTP."""

    def __init__(self, status: int, code: str, message: str) -> None:
        super().__init__(message)
        self.status, self.code = status, code


class Client:
    """Results are plain dicts, as the server's OpenAPI document describes them.

    Args:
        token: what the server was started with, if it was.
        retries: how often a request is sent again that came when the server was busy.
    """

    def __init__(self, url: str = "http://127.0.0.1:8765", *, token: str | None = None, retries: int = 3) -> None:
        httpx = require("httpx", "server")
        headers = {"authorization": f"Bearer {token}"} if token else {}
        self._http = httpx.Client(base_url=url, headers=headers, timeout=120)
        self._failed, self.retries = httpx.HTTPError, retries

    def __enter__(self) -> Client:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        self._http.close()

    def search(
        self,
        *,
        text: str | Sequence[str] | None = None,
        images: Sequence[str | Path] = (),
        shape: str | Path | None = None,
        without: str | Sequence[str] | None = None,
        weights: Mapping[str, float] | None = None,
        filter: str | Sequence[str] | None = None,
        names: bool = False,
        rerank: str | None = None,
        top_k: int = 24,
        offset: int = 0,
    ) -> list[dict[str, Any]]:
        """Hits, best first; see ``Library.search`` for what the arguments mean."""
        form = {
            "text": text, "without": without, "filter": filter, "names": names, "rerank": rerank, "top_k": top_k,
            "offset": offset,
        }  # fmt: skip
        if weights:
            form["weights"] = json.dumps(dict(weights))
        return self._send("/v1/search", form, images, shape)["hits"]  # type: ignore[no-any-return]

    def classify(
        self, labels: Sequence[str] = (), *, images: Sequence[str | Path] = (), shape: str | Path | None = None
    ) -> list[dict[str, Any]]:
        """Labels with scores and probabilities, best first; the library's categories if none are given."""
        return self._send("/v1/classify", {"labels": list(labels)}, images, shape)  # type: ignore[no-any-return]

    def pose(
        self,
        image: str | Path,
        *,
        shape: str | Path | None = None,
        item: str | None = None,
        box: Sequence[float] | None = None,
    ) -> dict[str, Any]:
        """From where a photo shows a shape, or an item of the library; angles in degrees.

        Args:
            box: where in the photo: left, top, right, bottom in pixels; all of it if not given.
        """
        given = [("image", Path(image))] + ([("shape", Path(shape))] if shape is not None else [])
        files = [(field, (path.name, path.read_bytes())) for field, path in given]
        form = {"item": item} if item else {}
        if box is not None:
            form["box"] = ",".join(map(str, box))
        return self._ask("POST", "/v1/pose", data=form, files=files).json()  # type: ignore[no-any-return]

    def match(
        self,
        image: str | Path,
        *,
        pixels: Sequence[tuple[float, float]] = (),
        points: Sequence[tuple[float, float, float]] = (),
        parts: Sequence[tuple[float, float]] = (),
        shape: str | Path | None = None,
        item: str | None = None,
    ) -> dict[str, Any]:
        """Which points of a shape, or of an item of the library, pixels of a photo show; and where it shows points.

        Args:
            parts: pixels too: the part of the object that each is on, as face numbers and as a mask of the photo.
        """
        given = [("image", Path(image))] + ([("shape", Path(shape))] if shape is not None else [])
        files = [(field, (path.name, path.read_bytes())) for field, path in given]
        form: dict[str, Any] = {"item": item} if item else {}
        asked = (("pixels", pixels), ("points", points), ("parts", parts))
        form |= {name: [",".join(map(str, place)) for place in places] for name, places in asked}
        return self._ask("POST", "/v1/match", data=form, files=files).json()  # type: ignore[no-any-return]

    def item(self, id: str) -> dict[str, Any]:
        return self._ask("GET", f"/v1/items/{id}").json()  # type: ignore[no-any-return]

    def similar(self, id: str, *, top_k: int = 24) -> list[dict[str, Any]]:
        return self._ask("GET", f"/v1/items/{id}/similar", params={"top_k": top_k}).json()["hits"]  # type: ignore[no-any-return]

    def thumbnail(self, id: str) -> bytes:
        return self._ask("GET", f"/v1/items/{id}/thumbnail").content  # type: ignore[no-any-return]

    def model(self, id: str) -> bytes:
        """GLB, whatever the file's format."""
        return self._ask("GET", f"/v1/items/{id}/model.glb").content  # type: ignore[no-any-return]

    def library(self) -> dict[str, Any]:
        return self._ask("GET", "/v1/library").json()  # type: ignore[no-any-return]

    def failed(self) -> list[dict[str, Any]]:
        return self._ask("GET", "/v1/failed").json()  # type: ignore[no-any-return]

    def add(self, file: str | Path, *, name: str = "", category: str = "", licence: str = "") -> dict[str, Any]:
        """Sends a 3D file to be kept and indexed; returns its item. Sent again, it is the same item."""
        path = Path(file)
        form = {"name": name or path.stem, "category": category, "licence": licence}
        return self._ask("POST", "/v1/items", data=form, files={"file": (path.name, path.read_bytes())}).json()  # type: ignore[no-any-return]

    def remove(self, id: str) -> None:
        self._ask("DELETE", f"/v1/items/{id}")

    def update(self, *, wait: bool = True) -> dict[str, Any]:
        """Indexes what is new or changed; returns the job, which has ended if ``wait``."""
        job = self._ask("POST", "/v1/jobs/update").json()
        while wait and job["state"] == "running":
            time.sleep(0.2)
            job = self._ask("GET", f"/v1/jobs/{job['id']}").json()
        return job  # type: ignore[no-any-return]

    def _send(self, path: str, form: Mapping[str, Any], images: Sequence[str | Path], shape: str | Path | None) -> Any:
        given = [("images", Path(p)) for p in images] + ([("shape", Path(shape))] if shape is not None else [])
        files = [(field, (path.name, path.read_bytes())) for field, path in given]
        data = {key: value for key, value in form.items() if value is not None}
        return self._ask("POST", path, data=data, files=files or None).json()

    def _ask(self, method: str, path: str, **more: Any) -> Any:
        for left in range(self.retries, -1, -1):
            try:
                answer = self._http.request(method, path, **more)
            except self._failed as error:
                raise ServerError(0, "unreachable", f"{self._http.base_url} does not answer: {error}") from error
            if answer.status_code != 429 or not left:
                break
            time.sleep(float(answer.headers.get("retry-after", 1)))
        if answer.is_success:
            return answer
        try:
            said = answer.json()["error"]
        except (ValueError, KeyError, TypeError):
            said = {"code": "unknown", "message": answer.text[:200]}
        raise ServerError(answer.status_code, said["code"], said["message"])
