"""Shared by the io tests: small models of every format, STEP among them written by hand."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
import trimesh

_HEAD = """ISO-10303-21;
HEADER;
FILE_DESCRIPTION((''),'2;1');
FILE_NAME('box','2026-01-01T00:00:00',(''),(''),'','','');
FILE_SCHEMA(('AUTOMOTIVE_DESIGN'));
ENDSEC;
DATA;
"""
_PRODUCT = """#1=APPLICATION_CONTEXT('automotive_design');
#2=APPLICATION_PROTOCOL_DEFINITION('international standard','automotive_design',2000,#1);
#3=PRODUCT_CONTEXT('',#1,'mechanical');
#4=PRODUCT('box','box','',(#3));
#5=PRODUCT_DEFINITION_FORMATION('','',#4);
#6=PRODUCT_DEFINITION_CONTEXT('part definition',#1,'design');
#7=PRODUCT_DEFINITION('design','',#5,#6);
#8=PRODUCT_DEFINITION_SHAPE('','',#7);
#9=SHAPE_DEFINITION_REPRESENTATION(#8,#10);
#10=ADVANCED_BREP_SHAPE_REPRESENTATION('',(#15,#20),#11);
#11=(GEOMETRIC_REPRESENTATION_CONTEXT(3)GLOBAL_UNCERTAINTY_ASSIGNED_CONTEXT((#14))
GLOBAL_UNIT_ASSIGNED_CONTEXT((#12,#13,#19))REPRESENTATION_CONTEXT('',''));
#12=(LENGTH_UNIT()NAMED_UNIT(*)SI_UNIT(.MILLI.,.METRE.));
#13=(NAMED_UNIT(*)PLANE_ANGLE_UNIT()SI_UNIT($,.RADIAN.));
#19=(NAMED_UNIT(*)SI_UNIT($,.STERADIAN.)SOLID_ANGLE_UNIT());
#14=UNCERTAINTY_MEASURE_WITH_UNIT(LENGTH_MEASURE(1.E-07),#12,'','');
#15=AXIS2_PLACEMENT_3D('',#16,#17,#18);
#16=CARTESIAN_POINT('',(0.,0.,0.));
#17=DIRECTION('',(0.,0.,1.));
#18=DIRECTION('',(1.,0.,0.));
#20=MANIFOLD_SOLID_BREP('box',#21);
"""
# corners are numbered x + 2 y + 4 z; each face is listed counter-clockwise from outside
_FACES = ((0, 2, 3, 1), (4, 5, 7, 6), (0, 1, 5, 4), (2, 6, 7, 3), (0, 4, 6, 2), (1, 3, 7, 5))
_NORMALS = ((0, 0, -1), (0, 0, 1), (0, -1, 0), (0, 1, 0), (-1, 0, 0), (1, 0, 0))


def _triple(values: tuple[float, ...]) -> str:
    return "(" + ",".join(f"{float(v):.6f}" for v in values) + ")"


_STYLE = """#30=MECHANICAL_DESIGN_GEOMETRIC_PRESENTATION_REPRESENTATION('',(#31),#11);
#31=STYLED_ITEM('color',(#32),#20);
#32=PRESENTATION_STYLE_ASSIGNMENT((#33));
#33=SURFACE_STYLE_USAGE(.BOTH.,#34);
#34=SURFACE_SIDE_STYLE('',(#35));
#35=SURFACE_STYLE_FILL_AREA(#36);
#36=FILL_AREA_STYLE('',(#37));
#37=FILL_AREA_STYLE_COLOUR('',#38);
#38=COLOUR_RGB('',0.5,0.25,0.75);
"""


def _step_box(width: float, depth: float, height: float, *, colored: bool = False) -> str:
    """A STEP file of a box, x = width, y = depth, z = height, in millimetres; ``colored``: sRGB (0.5, 0.25, 0.75)."""
    lines: list[str] = []

    def new(entity: str) -> str:
        lines.append(f"#{100 + len(lines)}={entity};")
        return f"#{99 + len(lines)}"

    corners = [(width * (i & 1), depth * (i >> 1 & 1), height * (i >> 2 & 1)) for i in range(8)]
    points = [new(f"CARTESIAN_POINT('',{_triple(c)})") for c in corners]
    vertices = [new(f"VERTEX_POINT('',{p})") for p in points]
    edges: dict[tuple[int, int], str] = {}
    faces = []
    for loop, normal in zip(_FACES, _NORMALS, strict=True):
        oriented = []
        for a, b in zip(loop, loop[1:] + loop[:1], strict=True):
            if (min(a, b), max(a, b)) not in edges:
                low, high = min(a, b), max(a, b)
                way = tuple(float(q > p) for p, q in zip(corners[low], corners[high], strict=True))
                vector = new(f"VECTOR('',{new(f'''DIRECTION('',{_triple(way)})''')},1.)")
                line = new(f"LINE('',{points[low]},{vector})")
                edges[low, high] = new(f"EDGE_CURVE('',{vertices[low]},{vertices[high]},{line},.T.)")
            oriented.append(new(f"ORIENTED_EDGE('',*,*,{edges[min(a, b), max(a, b)]},{'.T.' if a < b else '.F.'})"))
        bound = new(f"FACE_OUTER_BOUND('',{new(f'''EDGE_LOOP('',({','.join(oriented)}))''')},.T.)")
        axis = new(f"DIRECTION('',{_triple(normal)})")
        side = new(f"DIRECTION('',{_triple(normal[1:] + normal[:1])})")
        plane = new(f"PLANE('',{new(f'''AXIS2_PLACEMENT_3D('',{points[loop[0]]},{axis},{side})''')})")
        faces.append(new(f"ADVANCED_FACE('',({bound}),{plane},.T.)"))
    shell = f"#21=CLOSED_SHELL('',({','.join(faces)}));\n"
    return _HEAD + _PRODUCT + (_STYLE if colored else "") + shell + "\n".join(lines) + "\nENDSEC;\nEND-ISO-10303-21;\n"


@pytest.fixture(scope="session")
def step_box() -> Callable[..., str]:
    return _step_box


@pytest.fixture(scope="session")
def good_bytes() -> dict[str, bytes]:
    """One small valid file of each format, as bytes; a suffix may carry a variant after '-'."""
    ball = trimesh.creation.icosphere(subdivisions=1, radius=2.0)
    exported = {f".{kind}": ball.export(file_type=kind) for kind in ("glb", "obj", "ply", "stl", "off", "3mf", "dae")}
    exported[".stl-ascii"] = ball.export(file_type="stl_ascii")
    exported[".ply-ascii"] = ball.export(file_type="ply", encoding="ascii")
    exported[".step"] = _step_box(10, 20, 30)
    exported[".xyz"] = "\n".join(" ".join(f"{x:.6f}" for x in v) for v in ball.vertices)
    return {key: data.encode() if isinstance(data, str) else data for key, data in exported.items()}


@pytest.fixture
def put(tmp_path: Path) -> Callable[[str, bytes | str], Path]:
    """Write a file into the test's own folder."""

    def write(name: str, data: bytes | str) -> Path:
        path = tmp_path / name
        path.write_bytes(data.encode() if isinstance(data, str) else data)
        return path

    return write
