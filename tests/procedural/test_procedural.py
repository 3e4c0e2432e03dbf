import time

import numpy as np
import pytest

from trivium.errors import QueryError
from trivium.io import load_mesh, save_glb
from trivium.procedural import CATEGORIES, generate, generate_many
from trivium.procedural.design import number_word, with_article
from trivium.procedural.solids import (
    arc,
    around,
    box,
    cylinder,
    extrude,
    join,
    regular_outline,
    sphere,
    sweep,
    torus,
    tube,
)

NAMES = sorted(CATEGORIES)


def look(shape):
    """Everything a picture can show: positions and colours, in order."""
    colors = shape.mesh.colors_at(
        np.arange(shape.mesh.num_faces), np.full((shape.mesh.num_faces, 3), 1 / 3, np.float32)
    )
    return shape.mesh.triangles.corners, colors


def differs(a, b):
    return any(x.shape != y.shape or np.abs(x - y).max() > 1e-6 for x, y in zip(look(a), look(b), strict=True))


def volume(solid):
    a, b, c = (solid.vertices[solid.faces[:, i]] for i in range(3))
    return float((np.cross(a, b) * c).sum() / 6)


def test_there_are_many_categories_of_many_families():
    assert len(CATEGORIES) >= 60 and len({c.family for c in CATEGORIES.values()}) >= 8


@pytest.mark.parametrize("name", NAMES)
def test_category_contract(name):
    for seed in range(3):
        shape = generate(name, seed=seed)
        low, high = shape.mesh.bounds
        assert np.isfinite(shape.mesh.bounds).all() and low[1] == pytest.approx(0, abs=1e-5), "it stands on the ground"
        assert 0.005 < (high - low).max() < 60, "sizes are metres"
        assert shape.mesh.has_color and all(s.name for s in shape.mesh.surfaces), "parts are named and coloured"
        assert len(shape.parameters) >= 5
        captions = shape.captions
        assert all(name in c for c in (captions.short, captions.medium, captions.long))
        assert len(captions.short) < len(captions.long) and len(captions.short) <= len(captions.medium) <= len(
            captions.long
        )
        assert captions.short == with_article(name)


@pytest.mark.parametrize("name", NAMES)
def test_same_seed_same_bits_other_seed_other_shape(name):
    a, b = generate(name, seed=5), generate(name, seed=5)
    assert not differs(a, b) and a.captions == b.captions
    assert differs(a, generate(name, seed=6))


@pytest.mark.parametrize("name", NAMES)
def test_at_least_five_parameters_can_be_seen(name):
    """Each parameter, moved to another value it may have, must change geometry or colour for some seed."""
    from trivium.procedural.design import Parameters

    seen = set()
    for seed in range(8):
        base = generate(name, seed=seed)
        drawn = Parameters(np.random.default_rng([int.from_bytes(name.encode()[:8].ljust(8), "little"), seed]))
        CATEGORIES[name].build(drawn)
        for parameter, options in drawn.ranges.items():
            for value in options:
                if parameter not in seen and value != base.parameters[parameter]:
                    if differs(base, generate(name, seed=seed, fixed={parameter: value})):
                        seen.add(parameter)
        if len(seen) == len(drawn.ranges):
            break
    assert len(seen) >= 5, f"only {sorted(seen)} of {sorted(drawn.ranges)} can be seen"


def test_captions_say_what_is_there():
    for seed in range(10):
        stool = generate("stool", seed=seed)
        assert f"{number_word(int(stool.parameters['legs']))} " in stool.captions.medium
        assert ("foot ring" in stool.captions.long) == (stool.parameters["footrest"] == "yes")
        gear = generate("gear", seed=seed)
        assert f"{number_word(int(gear.parameters['teeth']))} teeth" in gear.captions.medium
    assert " a orange" not in " ".join(s.captions.long for s in generate_many(300, seed=0))


def test_unknown_names_are_refused():
    with pytest.raises(QueryError, match="there are"):
        generate("unicorn", seed=0)
    with pytest.raises(QueryError, match="legs"):
        generate("stool", seed=0, fixed={"wheels": 4})


def test_fixed_parameters_leave_the_others_alone():
    free, fixed = generate("table", seed=3), generate("table", seed=3, fixed={"height": 0.5})
    assert {k: v for k, v in free.parameters.items() if k != "height"} == {
        k: v for k, v in fixed.parameters.items() if k != "height"
    }


def test_thirty_shapes_a_second():
    start = time.process_time()
    count = sum(1 for _ in generate_many(2 * len(NAMES), seed=50))
    assert count / (time.process_time() - start) > 30


def test_parts_survive_export(tmp_path):
    shape = generate("mug", seed=1)
    save_glb(shape.mesh, tmp_path / "mug.glb")
    back = load_mesh(tmp_path / "mug.glb")
    assert {s.name for s in back.surfaces} == {s.name for s in shape.mesh.surfaces}
    np.testing.assert_allclose(back.bounds, shape.mesh.bounds, atol=1e-5)
    assert back.num_faces == shape.mesh.num_faces


@pytest.mark.parametrize(
    ("solid", "expected"),
    [
        (box(1, 2, 3), 6), (cylinder(1, 2, segments=64), 2 * np.pi), (sphere(1, segments=64), 4 / 3 * np.pi),
        (torus(1, 0.25, segments=64, sides=32), 2 * np.pi**2 * 0.25**2), (tube(1, 0.5, 1, segments=64), 0.75 * np.pi),
        (extrude(regular_outline(4, 1), 1), 2), (sweep(arc(2, 0, 90, points=40), 0.2, sides=32), np.pi * np.pi * 0.04),
        (box(1, 1, 1).scaled(-1, 1, 1), 1), (box(1, 1, 1).rotated("x", 33).moved(1, 2, 3), 1),
        (join(box(1, 1, 1), box(1, 1, 1).moved(5)), 2), (around(box(1, 1, 1).moved(5), 3), 3),
    ],
)  # fmt: skip
def test_solids_enclose_their_volume_with_faces_outwards(solid, expected):
    assert volume(solid) == pytest.approx(expected, rel=0.02)
