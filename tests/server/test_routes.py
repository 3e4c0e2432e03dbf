"""What the API answers: searches, items, and a sentence for everything that cannot be done."""

import base64
import io
import json

import numpy as np
import pytest
from PIL import Image

from trivium.geometry import PointCloud, normalized, orbit_cameras
from trivium.io import load_shape, save_ply, to_glb
from trivium.procedural import generate
from trivium.rendering import render_views
from trivium.server import queries


def photo(name, azimuth=0.6, size=128):
    view = render_views(normalized(generate(name, seed=0).mesh), orbit_cameras([azimuth], [0.4], size=size)).images[0]
    file = io.BytesIO()
    Image.fromarray(view).save(file, "PNG")
    return file.getvalue()


PNG = photo("mug", size=32)


def error(answer):
    said = answer.json()["error"]
    assert set(said) == {"code", "message"} and "Traceback" not in said["message"]
    return answer.status_code, said["code"], said["message"]


def test_words_find_with_an_address_to_share(shared_server):
    answer = shared_server.get("/v1/search", params={"text": "a mug", "top_k": 2})
    assert answer.status_code == 200
    first, second = answer.json()["hits"]
    assert first["score"] >= second["score"] and first["thumbnail"] == f"/v1/items/{first['id']}/thumbnail"
    later = shared_server.get("/v1/search", params={"text": "a mug", "top_k": 1, "offset": 1}).json()
    assert later["hits"] == [second] and later["offset"] == 1


def test_three_photos_find_the_shape_they_show(shared_server):
    files = [("images", (f"{i}.png", photo("chair", 0.5 + i))) for i in range(3)]
    hits = shared_server.post("/v1/search", files=files, data={"top_k": 4}).json()["hits"]
    assert hits[0]["name"] == "chair" and len(hits) == 4


def test_a_shape_finds_itself_and_filters_thin(shared_server):
    file = {"shape": ("anything at all.GLB", to_glb(generate("car", seed=0).mesh))}
    hits = shared_server.post("/v1/search", files=file).json()["hits"]
    assert hits[0]["name"] == "car"
    hits = shared_server.post("/v1/search", files=file, data={"filter": ["category=mug"]}).json()["hits"]
    assert [h["name"] for h in hits] == ["mug"]


def test_a_search_ranked_by_pose_tells_and_shows_how_each_model_is_seen(shared_server):
    files = [("images", (f"{i}.png", photo("chair", 0.5 + i))) for i in range(2)]
    hits = shared_server.post("/v1/search", files=files, data={"rerank": "pose", "top_k": 2}).json()["hits"]
    assert hits[0]["name"] == "chair" and len(hits[0]["poses"]) == 2
    assert hits[0]["poses"][0]["overlay"].startswith("data:image/webp;base64,")
    assert shared_server.get("/v1/search", params={"text": "a mug"}).json()["hits"][0]["poses"] == []


def test_a_pose_is_that_of_a_shape_or_of_an_item(shared_server):
    image = ("image", ("a.png", photo("chair", 0.6)))
    sent = shared_server.post(
        "/v1/pose", files=[image, ("shape", ("c.glb", to_glb(generate("chair", seed=0).mesh)))]
    ).json()
    chair = next(i for i in shared_server.get("/v1/items").json()["items"] if i["name"] == "chair")
    kept = shared_server.post("/v1/pose", files=[image], data={"item": chair["id"]}).json()
    assert sent.keys() == kept.keys() >= {"azimuth", "elevation", "roll", "score", "framing", "overlay", "doubtful"}
    assert abs(sent["azimuth"] - np.degrees(0.6)) < 30 and not sent["doubtful"]
    boxed = shared_server.post("/v1/pose", files=[image], data={"item": chair["id"], "box": "0,0,60,60"}).json()
    assert boxed["framing"] != kept["framing"]


def test_a_pixel_is_a_point_and_the_point_that_pixel(shared_server):
    image = ("image", ("a.png", photo("chair", 0.6)))
    side = Image.open(io.BytesIO(image[1][1])).width
    chair = next(i for i in shared_server.get("/v1/items").json()["items"] if i["name"] == "chair")
    middle, corner = shared_server.post(
        "/v1/match", files=[image], data={"item": chair["id"], "pixels": [f"{side // 2},{side // 2 + 6}", "1,1"]}
    ).json()["pixels"]
    assert corner["point"] is None and len(middle["point"]) == 3
    back = shared_server.post(
        "/v1/match", files=[image], data={"item": chair["id"], "points": [",".join(map(str, middle["point"]))]}
    ).json()
    assert back["points"][0]["visible"] and np.abs(np.subtract(back["points"][0]["pixel"], middle["pixel"])).max() < 5
    assert not back["doubtful"]


def test_a_click_is_a_part_its_faces_and_its_mask(shared_server):
    image = ("image", ("a.png", photo("chair", 0.6)))
    picture = Image.open(io.BytesIO(image[1][1]))
    chair = next(i for i in shared_server.get("/v1/items").json()["items"] if i["name"] == "chair")
    form = {"item": chair["id"], "parts": [f"{picture.width // 2},{picture.width // 2 + 6}"]}
    answer = shared_server.post("/v1/match", files=[image], data=form).json()
    assert answer["pixels"] == answer["points"] == []
    (part,) = answer["parts"]
    assert part["faces"] == sorted(set(part["faces"])) and 0 < len(part["faces"]) < chair["faces"]
    mask = Image.open(io.BytesIO(base64.b64decode(part["mask"].removeprefix("data:image/webp;base64,"))))
    assert mask.size == picture.size and set(np.unique(np.asarray(mask))) == {0, 255}
    assert mask.getpixel((picture.width // 2, picture.width // 2 + 6))[0] == 255
    refused = shared_server.post("/v1/match", files=[image], data=form | {"parts": "1,1"})
    assert refused.status_code == 422 and "no object at 1,1" in refused.json()["error"]["message"]


def test_a_mix_weighs_its_parts(shared_server):
    files = [("images", ("a.png", photo("chair")))]
    form = {"text": "a car", "weights": json.dumps({"text": 100, "images": 0.01}), "top_k": 4}
    words = shared_server.get("/v1/search", params={"text": "a car", "top_k": 4}).json()["hits"]
    mixed = shared_server.post("/v1/search", files=files, data=form).json()["hits"]
    assert [h["id"] for h in mixed] == [h["id"] for h in words]


def test_an_item_has_pictures_a_model_and_neighbours(shared_server):
    listed = shared_server.get("/v1/items", params={"limit": 2, "offset": 1}).json()
    assert listed["total"] == 4 and len(listed["items"]) == 2
    item = shared_server.get(f"/v1/items/{listed['items'][0]['id']}").json()
    assert item == listed["items"][0] and item["format"] == "glb"
    for kind, width in (("thumbnail", 224), ("turntable", 12 * 160)):
        answer = shared_server.get(item[kind])
        assert answer.headers["content-type"] == "image/webp"
        assert Image.open(io.BytesIO(answer.content)).width == width
    model = shared_server.get(item["model"])
    assert model.headers["content-type"] == "model/gltf-binary" and model.content[:4] == b"glTF"
    similar = shared_server.get(f"/v1/items/{item['id']}/similar").json()["hits"]
    assert len(similar) == 3 and item["id"] not in {h["id"] for h in similar}


def test_a_cloud_is_shown_as_points(tmp_path):
    rng = np.random.default_rng(0)
    cloud = PointCloud(rng.random((50, 3)).astype(np.float32), rng.random((50, 3)).astype(np.float32))
    (tmp_path / "cloud.glb").write_bytes(to_glb(cloud))
    again = load_shape(tmp_path / "cloud.glb")
    np.testing.assert_allclose(again.points, cloud.points, atol=1e-6)
    np.testing.assert_allclose(again.colors, cloud.colors, atol=2e-3)


def test_labels_are_told_apart(shared_server):
    files = [("images", ("a.png", photo("car")))]
    guesses = shared_server.post("/v1/classify", files=files, data={"labels": ["car", "chair", "mug"]}).json()
    assert {g["label"] for g in guesses} == {"car", "chair", "mug"} and guesses[0]["score"] >= guesses[1]["score"]
    (none,) = {g["none_of_these"] for g in guesses}  # mini is calibrated for it
    assert sum(g["probability"] for g in guesses) + none == pytest.approx(1)
    first = shared_server.post("/v1/classify", files=files, data={"labels": ["car", "chair", "mug"], "top_k": 1}).json()
    assert first == guesses[:1]
    own = shared_server.post("/v1/classify", files=files).json()
    assert {g["label"] for g in own} == {"mug", "chair", "car", "table"}


def test_what_the_library_holds_and_what_failed(shared_server):
    told = shared_server.get("/v1/library").json()
    assert told["items"] == 4 and told["failed"] == 1 and told["model"] == "mini" and not told["allows_changes"]
    (failure,) = shared_server.get("/v1/failed").json()
    assert failure["code"] == "unreadable" and failure["path"].endswith("broken.glb")
    assert shared_server.get("/v1/health").json()["status"] == "ok"


def test_metrics_count_answers_by_route_not_by_address(shared_server):
    shared_server.get("/v1/items/0123456789ab")
    text = shared_server.get("/v1/metrics").text
    assert 'trivium_answers_total{route="/v1/items/{id}",status="404"}' in text and "0123456789ab" not in text
    assert "trivium_items 4.0" in text


def test_the_api_describes_itself_without_the_internet(shared_server):
    document = shared_server.get("/v1/openapi.json").json()
    assert set(document["paths"]) >= {"/v1/search", "/v1/items/{id}", "/v1/jobs/{id}", "/v1/metrics"}
    assert shared_server.get("/docs").status_code == 404  # that page would ask for scripts from elsewhere


@pytest.mark.parametrize(
    ("request_", "status", "code", "says"),
    [
        ({"url": "/v1/search"}, 422, "cannot-be-done", "query is empty"),
        ({"url": "/v1/search", "data": {"text": "x", "top_k": 0}}, 422, "bad-request", "top_k"),
        (
            {"url": "/v1/search", "data": {"text": "x", "filter": "colour=red"}},
            422,
            "cannot-be-done",
            "no field 'colour'",
        ),
        ({"url": "/v1/search", "data": {"text": "x", "weights": "{"}}, 422, "cannot-be-done", "expected JSON"),
        (
            {"url": "/v1/match", "files": {"image": ("a.png", PNG)}, "data": {"item": "x", "pixels": "1"}},
            422,
            "cannot-be-done",
            "x,y from",
        ),
        ({"url": "/v1/search", "data": {"text": "x", "rerank": "pose"}}, 422, "cannot-be-done", "give images"),
        ({"url": "/v1/search", "data": {"text": "x", "rerank": "size"}}, 422, "bad-request", "rerank"),
        ({"url": "/v1/search", "files": [("images", ("a.png", b"no picture"))]}, 422, "unreadable", "no picture"),
        (
            {"url": "/v1/search", "files": [("shape", ("a.exe", b"x"))]},
            422,
            "unsupported-format",
            "'.exe' is no 3D model",
        ),
        ({"url": "/v1/search", "files": [("shape", ("a.glb", b"glTF"))]}, 422, "unreadable", "the file"),
        (
            {"url": "/v1/search", "files": [("shape", ("../../etc/passwd", b"x"))]},
            422,
            "unsupported-format",
            "no 3D model",
        ),
        ({"url": "/v1/classify", "data": {"labels": ["one"]}}, 422, "cannot-be-done", "two or more"),
        ({"url": "/v1/pose"}, 422, "bad-request", "image"),
        ({"url": "/v1/pose", "files": {"image": ("a.png", PNG)}}, 422, "cannot-be-done", "one of them"),
        (
            {"url": "/v1/pose", "files": {"image": ("a.png", PNG)}, "data": {"item": "none"}},
            404,
            "not-found",
            "no item",
        ),
        (
            {"url": "/v1/pose", "files": {"image": ("a.png", PNG)}, "data": {"item": "none", "box": "1,2,3"}},
            422,
            "cannot-be-done",
            "left,top,right,bottom",
        ),
        ({"url": "/v1/jobs/update"}, 403, "no-changes", "--allow-changes"),
        ({"url": "/v1/items", "files": {"file": ("a.glb", b"x")}}, 403, "no-changes", "--allow-changes"),
        ({"url": "/v1/library"}, 405, "method-not-allowed", ""),
    ],
)
def test_what_cannot_be_done_is_said_in_a_sentence(shared_server, request_, status, code, says):
    found = error(shared_server.post(**request_))
    assert found[:2] == (status, code) and says in found[2]


@pytest.mark.parametrize("id", ["nothing", "..", "%2e%2e%2fmeta.json", "a'%20OR%20'1'='1", "0" * 500])
@pytest.mark.parametrize("part", ["", "/thumbnail", "/model.glb", "/similar"])
def test_ids_that_are_none_are_not_found(shared_server, id, part):
    assert shared_server.get(f"/v1/items/{id}{part}").status_code == 404


def test_too_many_photos_are_refused(shared_server):
    files = [("images", (f"{i}.png", photo("mug", size=32))) for i in range(13)]
    assert error(shared_server.post("/v1/search", files=files))[:2] == (422, "cannot-be-done")


def test_a_fault_inside_is_a_number_to_tell_and_nothing_else(serve, monkeypatch, caplog):
    client = serve()
    monkeypatch.setattr(client.app.state.engine.library, "search", lambda **_: 1 / 0)
    status, code, message = error(client.get("/v1/search", params={"text": "x"}))
    assert (status, code) == (500, "fault") and "ZeroDivision" not in message
    number = message.split("number ")[1].split(" ")[0]
    assert number in caplog.text and "ZeroDivisionError" in caplog.text


def test_items_are_removed_and_files_stay(tmp_path, serve):
    from trivium.retrieval import Library

    (tmp_path / "models").mkdir()
    (tmp_path / "models" / "mug.glb").write_bytes(to_glb(generate("mug", seed=0).mesh))
    Library(tmp_path / "b.trivium").add(tmp_path / "models", workers=1)
    client = serve(tmp_path / "b.trivium", allow_changes=True)
    (item,) = client.get("/v1/items").json()["items"]
    assert client.delete(f"/v1/items/{item['id']}").json() == {"removed": 1}
    assert client.get(f"/v1/items/{item['id']}").status_code == 404 and (tmp_path / "models" / "mug.glb").is_file()


@pytest.fixture
def changing(tmp_path, serve):
    """A server that keeps files, of a library of one mug."""
    from trivium.retrieval import Library

    (tmp_path / "models").mkdir()
    (tmp_path / "models" / "mug.glb").write_bytes(to_glb(generate("mug", seed=0).mesh))
    Library(tmp_path / "b.trivium").add(tmp_path / "models", workers=1)
    return serve(tmp_path / "b.trivium", allow_changes=True)


def uploads(tmp_path):
    folder = tmp_path / "b.trivium" / "uploads"
    return sorted(p.name for p in folder.iterdir() if p.name != "manifest.csv") if folder.exists() else []


def test_a_file_that_is_sent_is_kept_once_and_found_and_forgotten(changing, tmp_path):
    chair = to_glb(generate("chair", seed=0).mesh)
    form = {"name": 'Oma\'s\nchair, "old"', "category": "chair", "licence": "CC0-1.0"}
    sent = changing.post("/v1/items", files={"file": ("../../../../evil.GLB", chair)}, data=form)
    assert sent.status_code == 201
    item = sent.json()
    assert (item["name"], item["category"], item["licence"]) == ('Oma\'s chair, "old"', "chair", "CC0-1.0")
    assert item["path"].startswith(str(tmp_path / "b.trivium" / "uploads")) and "evil" not in item["path"]
    assert changing.get("/v1/search", params={"text": "chair"}).json()["hits"][0]["id"] == item["id"]
    assert changing.get(f"/v1/items/{item['id']}/model.glb").content[:4] == b"glTF"
    again = changing.post("/v1/items", files={"file": ("chair.glb", chair)}, data={"name": "chair 2"}).json()
    assert again["id"] == item["id"] and again["name"] == "chair 2" and len(uploads(tmp_path)) == 1
    engine = changing.app.state.engine
    assert engine.library.update(workers=1).total == 2 and len(engine.library) == 2
    assert changing.delete(f"/v1/items/{item['id']}").json() == {"removed": 1}
    assert uploads(tmp_path) == [] and engine.library.update(workers=1).total == 1


@pytest.mark.parametrize(
    ("file", "code"),
    [
        (("a.glb", b"glTF nothing"), "unreadable"),
        (("a.exe", b"MZ"), "unsupported-format"),
        (("a.obj", b"v 0 0 0\nv nan 0 0\nv 0 1 0\nf 1 2 3\n"), "not-finite"),
        (("", b"solid"), None),
    ],
)
def test_a_file_that_is_no_model_is_not_kept(changing, tmp_path, file, code):
    answer = changing.post("/v1/items", files={"file": file})
    assert answer.status_code == 422 and (code is None or error(answer)[1] == code)
    assert uploads(tmp_path) == [] and len(changing.app.state.engine.library) == 1


def test_a_file_is_not_kept_while_another_process_writes(changing, tmp_path):
    from filelock import FileLock

    chair = to_glb(generate("chair", seed=0).mesh)
    with FileLock(tmp_path / "b.trivium" / "writer.lock"):
        assert error(changing.post("/v1/items", files={"file": ("a.glb", chair)}))[:2] == (409, "library")
    assert uploads(tmp_path) == []
    assert changing.post("/v1/items", files={"file": ("a.glb", chair)}).status_code == 201
    with FileLock(tmp_path / "b.trivium" / "writer.lock"):
        assert changing.post("/v1/items", files={"file": ("a.glb", chair)}).status_code == 409
    assert len(uploads(tmp_path)) == 1, "what was kept before stays"


def test_a_job_indexes_what_is_new(tmp_path, serve):
    from trivium.retrieval import Library
    from trivium.server import Client

    (tmp_path / "models").mkdir()
    (tmp_path / "models" / "mug.glb").write_bytes(to_glb(generate("mug", seed=0).mesh))
    Library(tmp_path / "b.trivium").add(tmp_path / "models", workers=1)
    client = serve(tmp_path / "b.trivium", allow_changes=True)
    cloud = PointCloud(np.random.default_rng(0).random((500, 3)).astype(np.float32))
    save_ply(cloud, tmp_path / "models" / "new.ply")
    python = Client()
    python.close()
    python._http = client
    job = python.update()
    assert job["state"] == "done" and job["result"]["added"] == 1 and (job["done"], job["total"]) == (2, 2)
    assert [j["id"] for j in client.get("/v1/jobs").json()] == [job["id"]]
    assert python.library()["items"] == 2
    assert error(client.get("/v1/jobs/none"))[1] == "not-found"


def test_photos_are_kept_to_share_a_search_and_lose_what_they_told(shared_server):
    file = io.BytesIO()
    exif = Image.Exif()
    exif[0x010E] = "where it was taken"
    Image.new("RGB", (3000, 20), "red").save(file, "JPEG", exif=exif)
    files = [("images", ("../../my\u202ephoto<script>.jpg", file.getvalue())), ("shape", ("a.glb", b"glTF anything"))]
    kept = shared_server.post("/v1/queries", files=files)
    assert kept.status_code == 201 and kept.json() == shared_server.get(f"/v1/queries/{kept.json()['id']}").json()
    (image,), shape = kept.json()["images"], kept.json()["shape"]
    assert "/" not in image["name"] and "\u202e" not in image["name"]
    answer = shared_server.get(image["address"])
    again = Image.open(io.BytesIO(answer.content))
    assert answer.headers["content-type"] == "image/jpeg" and again.width == 1600 and not again.getexif()
    answer = shared_server.get(shape["address"])
    assert answer.content == b"glTF anything" and answer.headers["content-disposition"] == "attachment"
    assert error(shared_server.get("/v1/queries/none"))[1] == "not-found"
    assert shared_server.get(image["address"] + "9").status_code == 404
    assert error(shared_server.post("/v1/queries"))[1] == "cannot-be-done"


def test_kept_searches_make_room_for_new_ones(monkeypatch):
    monkeypatch.setattr(queries, "MOST", 3)
    kept = queries.SavedQueries()
    ids = [kept.save([("a", np.zeros((4, 4, 3), np.uint8))], None) for _ in range(5)]
    assert [kept.get(id) is not None for id in ids] == [False, False, True, True, True]
    monkeypatch.setattr(queries, "MOST_BYTES", 10)
    assert kept.get(kept.save([], ("a.glb", bytes(100)))) is not None  # the newest stays, however large


def test_the_map_has_every_item_inside(shared_server):
    points = shared_server.get("/v1/map").json()["points"]
    assert {p["name"] for p in points} == {"mug", "chair", "car", "table"}
    assert all(0 <= p["x"] <= 1 and 0 <= p["y"] <= 1 for p in points) and len({p["x"] for p in points}) > 1
