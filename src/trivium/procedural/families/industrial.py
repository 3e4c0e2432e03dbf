"""Industry, store room and building site: fittings, supplies and machines; and a few things from the house."""

from __future__ import annotations

import numpy as np

from trivium.procedural.design import Design, Parameters, category, number_word
from trivium.procedural.materials import FABRICS, GLASS, METALS, PLASTICS, RUBBER, STONES, WOODS, Material
from trivium.procedural.solids import (
    Solid,
    arc,
    around,
    box,
    cylinder,
    extrude,
    join,
    lathe,
    loft,
    regular_outline,
    row,
    sphere,
    sweep,
    torus,
    tube,
)

STEEL = METALS[0]
PAINTS = (PLASTICS[0], PLASTICS[1], PLASTICS[2], PLASTICS[3], PLASTICS[4], PLASTICS[7])


def lying(solid: Solid) -> Solid:
    """Its y axis turned to x."""
    return solid.rotated("z", -90)


@category("valve", family="workshop", also=("pipe valve", "gate valve", "tap"))
def valve(p: Parameters) -> Design:
    r, length = p.real("radius", 0.02, 0.05), p.real("length", 3.5, 6.0)
    form, control = p.choice("body", ["globe", "straight", "ball"]), p.choice("control", ["wheel", "lever", "motor"])
    stem, bolts = p.real("stem", 1.2, 3.0), p.whole("bolts", 4, 8)
    metal, paint = p.material("metal", [*METALS, PLASTICS[1], PLASTICS[7]]), p.material("paint", PAINTS)
    design = Design([metal.name], [f"a {paint.name} {control}", "two flanges"])
    half = r * length / 2
    design.add("pipe", lying(tube(r, r * 0.75, 2 * half)).moved(x=-half), metal)
    for x in (-half, half - 0.25 * r):
        design.add("flange", lying(tube(r * 1.8, r * 0.76, r * 0.25)).moved(x=x), metal)
        bolt = cylinder(r * 0.16, r * 0.5, segments=6).moved(z=r * 1.4)
        design.add("bolts", lying(around(bolt, bolts)).moved(x=x - 0.12 * r), STEEL)
    body = {
        "globe": sphere(r * 1.5),
        "straight": box(r * 2, r * 3, r * 2.2, bevel=r * 0.4).moved(y=-r * 1.4),
        "ball": lying(cylinder(r * 1.35, r * 2.4)).moved(x=-r * 1.2),
    }[form]
    design.add("body", body, metal)
    design.add("bonnet", cylinder(r * 0.9, r * 1.9, top_radius=r * 0.6), metal)
    design.add("stem", cylinder(r * 0.2, r * (1.6 + stem)), STEEL)
    top = r * (1.6 + stem)
    if control == "wheel":
        spokes = around(sweep([(0, 0, 0), (r * 1.5, 0, 0)], r * 0.12), 4)
        design.add("wheel", join(torus(r * 1.5, r * 0.2), spokes).moved(y=top), paint)
    elif control == "lever":
        design.add("lever", box(r * 4.5, r * 0.25, r * 0.6, bevel=r * 0.2).moved(x=r * 1.8, y=top), paint)
    else:
        design.add("motor", box(r * 3, r * 2, r * 2.2, bevel=r * 0.3).moved(y=top - r * 0.5), paint)
        design.add("motor", lying(cylinder(r * 0.8, r * 2)).moved(x=r * 1.4, y=top + r * 0.5), paint)
    return design


@category("pipe", family="workshop", also=("tube", "piping", "water pipe"))
def pipe(p: Parameters) -> Design:
    form, r = p.choice("form", ["straight", "bent", "tee", "bundle"]), p.real("radius", 0.02, 0.12)
    length, wall = p.real("length", 6, 25), p.real("wall", 0.75, 0.9)
    end, count = p.choice("end", ["plain", "flanged", "socket"]), p.whole("count", 3, 6)
    stuff = p.material("material", [*METALS, PLASTICS[7], PLASTICS[4], PLASTICS[10], STONES[0]])
    design = Design([stuff.name, form], [f"{end} ends", f"a {'thick' if wall < 0.82 else 'thin'} wall"])
    long = r * length
    straight = lying(tube(r, r * wall, long)).moved(x=-long / 2)
    collar = lying(tube(r * (1.7 if end == "flanged" else 1.2), r * wall, r * (0.3 if end == "flanged" else 1.2)))
    if form == "bundle":
        for i in range(count):
            design.add("pipe", straight.moved(y=(i % 2) * r * 1.75, z=i * r * 1.02), stuff)
    elif form == "bent":
        path = [(-long / 2, 0, 0), *(arc(r * 3, 90, 0) - (0, r * 3, 0)), (r * 3, -long / 2, 0)]
        design.add("pipe", sweep(path, r, sides=16), stuff)
    else:
        design.add("pipe", straight, stuff)
        if form == "tee":
            design.add("branch", tube(r, r * wall, long / 2).moved(y=r * 0.6), stuff)
    if end != "plain" and form != "bundle":
        design.add("end", collar.moved(x=-long / 2), stuff)
        if form == "tee":
            design.add("end", collar.moved(x=long / 2 - r * 0.3), stuff)
    return design


@category("hose", family="workshop", also=("garden hose", "fire hose", "water hose"))
def hose(p: Parameters) -> Design:
    turns, r = p.real("turns", 2.5, 6), p.real("ring", 0.12, 0.3)
    thick, tail = p.real("thickness", 0.05, 0.11), p.real("tail", 0.5, 2.5)
    form, fitting = p.choice("form", ["coil", "spiral"]), p.material("fitting", [*METALS[:4], PLASTICS[3], PLASTICS[4]])
    skin = p.material("skin", [PLASTICS[2], PLASTICS[0], PLASTICS[3], PLASTICS[6], PLASTICS[11], PLASTICS[1]])
    t = thick * r
    a = np.linspace(0, turns * 2 * np.pi, int(turns * 24))
    if form == "coil":
        wave = r * (1 + 0.5 * thick * np.sin(a * 0.37))
        path = np.stack([wave * np.cos(a), t + a / (2 * np.pi) * t * 1.6, wave * np.sin(a)], 1)
    else:
        wave = r * 0.3 + a / (2 * np.pi) * 2.1 * t
        path = np.stack([wave * np.cos(a), np.full_like(a, t), wave * np.sin(a)], 1)
    ahead = path[-1] - path[-2]
    ahead = ahead / np.linalg.norm(ahead)
    path = np.concatenate([path, [path[-1] + ahead * r * tail * s for s in (0.5, 1.0)]])
    design = Design([skin.name, "long"], [f"{number_word(int(turns))} turns", f"a {fitting.name} fitting"])
    design.add("hose", sweep(path, t), skin)
    design.add("fitting", sweep([path[-1], path[-1] + ahead * 4 * t], [1.4 * t, 1.1 * t], sides=12), fitting)
    design.add("fitting", sweep([path[0], path[0] - (path[1] - path[0])], 1.3 * t, sides=12), fitting)
    return design


@category("pallet", family="workshop", also=("wooden pallet", "euro pallet", "skid"))
def pallet(p: Parameters) -> Design:
    w, d, h = p.real("width", 0.9, 1.3), p.real("depth", 0.7, 1.1), p.real("height", 0.11, 0.17)
    boards, gap = p.whole("boards", 4, 8), p.real("gap", 0.1, 0.4)
    feet, stuff = p.choice("feet", ["blocks", "beams"]), p.material("material", [*WOODS[:3], PLASTICS[1], PLASTICS[6]])
    design = Design([stuff.name], [f"{number_word(boards)} deck boards", f"{feet} below"])
    board = box(w, h * 0.15, d / boards * (1 - gap))
    design.add("deck", row(board, boards, step=(0, 0, d / boards)).moved(y=h * 0.86), stuff)
    across = box(w * 0.1, h * 0.15, d).moved(y=h * 0.71)
    design.add("stringers", row(across, 3, step=(w * 0.45, 0, 0)), stuff)
    foot = box(w * 0.1, h * 0.57, d * 0.12 if feet == "blocks" else d * 0.98).moved(y=h * 0.14)
    grid = row(foot, 3, step=(0, 0, d * 0.43)) if feet == "blocks" else foot
    design.add("feet", row(grid, 3, step=(w * 0.45, 0, 0)), stuff)
    design.add("skids", row(box(w * 0.1, h * 0.14, d), 3, step=(w * 0.45, 0, 0)), stuff)
    return design


@category("brick", family="workshop", also=("cinder block", "building block", "concrete block"))
def brick(p: Parameters) -> Design:
    form, length = p.choice("form", ["solid", "hollow", "frogged", "pierced"]), p.real("length", 0.19, 0.4)
    depth, height = p.real("depth", 0.42, 0.55), p.real("height", 0.28, 0.5)
    stuff = p.material("material", [STONES[1], STONES[0], STONES[2], Material("red clay", (0.66, 0.28, 0.2))])
    holes, wall = p.whole("holes", 2, 3), p.real("wall", 0.16, 0.24)
    w, d, h = length, length * depth, length * height
    design = Design([stuff.name, form], [f"{number_word(holes)} chambers" if form == "hollow" else "straight edges"])
    dark = Material("shadow", (0.2, 0.17, 0.15))
    if form == "hollow":
        t = d * wall
        design.add("walls", row(box(w, h, t), 2, step=(0, 0, d - t)), stuff)
        design.add("webs", row(box(t, h * 0.995, d * 0.98), holes + 1, step=((w - t) / holes, 0, 0)), stuff)
    else:
        design.add("body", box(w, h, d, bevel=w * 0.01), stuff)
    if form == "frogged":
        design.add("frog", box(w * 0.75, h * 0.01, d * 0.5, bevel=d * 0.1).moved(y=h), dark)
    if form == "pierced":
        dot = cylinder(d * wall * 0.7, h * 1.004, segments=16)
        design.add("holes", row(row(dot, holes + 2, step=(w / (holes + 3), 0, 0)), 2, step=(0, 0, d * 0.4)), dark)
    return design


@category("wheelbarrow", family="workshop", also=("barrow", "garden cart"))
def wheelbarrow(p: Parameters) -> Design:
    w, length, deep = p.real("width", 0.45, 0.7), p.real("length", 0.7, 1.0), p.real("depth", 0.2, 0.35)
    wheel, flare, reach = p.real("wheel", 0.14, 0.2), p.real("flare", 1.15, 1.5), p.real("reach", 0.5, 0.8)
    paint, frame = p.material("tray", [*PAINTS, METALS[0]]), p.material("frame", [METALS[0], METALS[2], WOODS[0]])
    design = Design([paint.name], ["one wheel", f"two {frame.name} handles"])
    bottom = [
        (-length * 0.38, -w * 0.35),
        (length * 0.3, -w * 0.35),
        (length * 0.3, w * 0.35),
        (-length * 0.38, w * 0.35),
    ]
    inner = [(x * 0.97, z * 0.95) for x, z in bottom]
    design.add("tray", extrude(bottom, deep, top_scale=flare, hole=inner).moved(y=wheel * 2), paint)
    design.add("tray", extrude(bottom, 0.01).moved(y=wheel * 2), paint)
    for s in (-1, 1):
        path = [
            (length * 0.75, wheel, s * 0.05),
            (0, wheel * 1.9, s * w * 0.3),
            (-length * reach, wheel * 2.4, s * w * 0.42),
        ]
        design.add("handle", sweep(path, 0.016), frame)
        leg = [(-length * 0.2, wheel * 2, s * w * 0.3), (-length * 0.25, 0.01, s * w * 0.3)]
        design.add("leg", sweep(leg, 0.014), frame)
        design.add("grip", sweep([path[2], (-length * (reach + 0.14), wheel * 2.45, s * w * 0.44)], 0.022), RUBBER)
    tyre = join(torus(wheel * 0.8, wheel * 0.2), cylinder(wheel * 0.35, wheel * 0.3).moved(y=-wheel * 0.15))
    design.add("wheel", tyre.rotated("x", 90).moved(x=length * 0.75, y=wheel), RUBBER)
    return design


@category("toolbox", family="workshop", also=("tool case", "tool chest"))
def toolbox(p: Parameters) -> Design:
    w, h, d = p.real("width", 0.35, 0.6), p.real("height", 0.35, 0.55), p.real("depth", 0.4, 0.6)
    grip, latch = p.choice("handle", ["bar", "arch"]), p.whole("latches", 1, 2)
    body = p.material("body", [*PAINTS, METALS[0], METALS[2]])
    lid, roof = p.material("lid", [PLASTICS[6], PLASTICS[0], PLASTICS[3], METALS[0]]), p.real("roof", 0.5, 0.95)
    tall, deep = w * h, w * d
    design = Design([body.name], [f"a {lid.name} lid", f"a {grip} handle"])
    design.add("body", box(w, tall * 0.6, deep, bevel=w * 0.02), body)
    top = extrude(
        [(-w / 2, -deep / 2), (w / 2, -deep / 2), (w / 2, deep / 2), (-w / 2, deep / 2)], tall * 0.3, top_scale=roof
    )
    design.add("lid", top.scaled(1.02, 1, 1.02).moved(y=tall * 0.6), lid)
    y = tall * 0.88
    path = [(-w * 0.3, y, 0), (-w * 0.28, y + w * 0.1, 0), (w * 0.28, y + w * 0.1, 0), (w * 0.3, y, 0)]
    curve = arc(w * 0.3, 180, 0) * (1, 0.55, 1) + (0, y, 0)
    design.add("handle", sweep(path if grip == "bar" else curve, w * 0.025), RUBBER)
    latches = row(box(w * 0.09, tall * 0.2, w * 0.03), latch, step=(w * 0.5, 0, 0))
    design.add("latch", latches.moved(y=tall * 0.5, z=deep / 2), STEEL)
    return design


@category("fire extinguisher", family="workshop", also=("extinguisher",))
def fire_extinguisher(p: Parameters) -> Design:
    r, h = p.real("radius", 0.05, 0.09), p.real("height", 4.0, 6.5)
    shoulder, nozzle = p.real("shoulder", 0.4, 0.9), p.choice("nozzle", ["hose", "horn", "spout"])
    paint = p.material("paint", [PLASTICS[0], PLASTICS[0], Material("dark red", (0.6, 0.06, 0.07)), METALS[4]])
    label, band = p.real("label", 0.25, 0.45), p.material("band", [PLASTICS[5], PLASTICS[3], PLASTICS[6], PLASTICS[1]])
    tall = r * h
    design = Design([paint.name], [f"a black {nozzle}", f"a {band.name} label"])
    profile = [
        (r * 0.96, 0),
        (r, r * 0.1),
        (r, tall),
        (r * 0.7, tall + r * shoulder * 0.6),
        (r * 0.3, tall + r * shoulder),
    ]
    design.add("tank", lathe(profile), paint)
    patch = arc(r * 1.012, 30, 150, plane="xz")[:, [0, 2]]
    back = arc(r * 0.9, 150, 30, plane="xz")[:, [0, 2]]
    design.add("label", extrude(np.concatenate([patch, back]), tall * label).moved(y=tall * 0.35), band)
    y = tall + r * shoulder
    design.add("valve", cylinder(r * 0.3, r * 0.6).moved(y=y), STEEL)
    for k, tilt in ((0.5, 8.0), (0.75, -14.0)):
        lever = box(r * 2, r * 0.12, r * 0.35).moved(x=-r * 0.9).rotated("z", tilt)
        design.add("lever", lever.moved(y=y + r * k), PLASTICS[6])
    design.add("gauge", cylinder(r * 0.22, r * 0.2).rotated("x", 90).moved(y=y + r * 0.3, z=r * 0.25), PLASTICS[5])
    if nozzle == "spout":
        design.add("nozzle", sweep([(0, y + r * 0.4, 0), (r * 1.5, y + r * 0.3, 0)], [r * 0.12, r * 0.22]), RUBBER)
    else:
        path = [(0, y + r * 0.4, 0), (r * 1.1, y + r * 0.3, 0), (r * 1.3, y - r, 0), (r * 1.2, tall * 0.35, 0)]
        design.add("hose", sweep(path, r * 0.12), RUBBER)
        wide = r * (0.45 if nozzle == "horn" else 0.18)
        design.add("nozzle", sweep([(r * 1.2, tall * 0.4, 0), (r * 1.2, tall * 0.1, 0)], [r * 0.15, wide]), RUBBER)
    return design


@category("robot arm", family="workshop", also=("industrial robot", "manipulator", "robot"))
def robot_arm(p: Parameters) -> Design:
    size, base = p.real("size", 0.3, 0.8), p.real("base", 0.3, 0.5)
    shoulder, elbow, wrist = p.real("shoulder", 10, 60), p.real("elbow", -130, -60), p.real("wrist", -60, 30)
    hand, turn = p.choice("hand", ["gripper", "suction cup", "welding torch"]), p.real("turn", -60, 60)
    paint = p.material("paint", [PLASTICS[4], PLASTICS[3], PLASTICS[5], PLASTICS[1], PLASTICS[7]])
    design = Design([paint.name], [f"a {hand}", "several joints"])
    dark, parts = PLASTICS[6], []
    at, angle = np.array([0.0, size * 0.45, 0.0]), 90.0 - shoulder
    for length, thick, bend in ((1.0, 0.13, 0.0), (0.85, 0.1, elbow), (0.3, 0.07, wrist)):
        angle += bend
        ahead = np.array([np.cos(np.radians(angle)), np.sin(np.radians(angle)), 0.0]) * size * length
        parts.append(("arm", sweep([at, at + ahead], [thick * size, thick * 0.75 * size], sides=12), paint))
        joint = cylinder(thick * 1.35 * size, thick * 2.6 * size).rotated("x", 90).moved(z=-thick * 1.3 * size)
        parts.append(("joint", joint.moved(*at), dark))
        at = at + ahead
    step = ahead / np.linalg.norm(ahead) * size * 0.18
    if hand == "gripper":
        for z in (-0.05, 0.05):
            parts.append(
                (
                    "hand",
                    sweep([at, at + step * 0.3 + (0, 0, 2 * z * size), at + step + (0, 0, z * size)], 0.02 * size),
                    STEEL,
                )
            )
    else:
        ends = [0.02 * size, 0.08 * size] if hand == "suction cup" else [0.03 * size, 0.01 * size]
        parts.append(("hand", sweep([at, at + step], ends), STEEL))
    design.add("base", cylinder(base * size, size * 0.12, segments=24), dark)
    design.add("base", cylinder(base * size * 0.7, size * 0.45, top_radius=size * 0.16), paint)
    for name, solid, stuff in parts:
        design.add(name, solid.rotated("y", turn), stuff)
    return design


@category("conveyor belt", family="workshop", also=("conveyor", "belt conveyor"))
def conveyor_belt(p: Parameters) -> Design:
    length, w, h = p.real("length", 1.5, 4), p.real("width", 0.4, 0.9), p.real("height", 0.4, 0.9)
    legs, surface = p.whole("legs", 2, 4), p.choice("surface", ["belt", "rollers"])
    paint, count = p.material("paint", [*PAINTS, METALS[0]]), p.whole("boxes", 0, 3)
    load = p.material("load", [Material("cardboard", (0.72, 0.55, 0.36)), PLASTICS[1], PLASTICS[5]])
    design = Design([paint.name, "long"], [f"a {surface} surface", f"{number_word(legs)} pairs of legs"])
    for z in (-1, 1):
        design.add("rail", box(length, 0.12, 0.04).moved(y=h - 0.06, z=z * (w / 2 + 0.02)), paint)
        leg = box(0.06, h, 0.06).moved(z=z * w / 2)
        design.add("leg", row(leg, legs, step=(length * 0.9 / (legs - 1), 0, 0)), paint)
    if surface == "belt":
        design.add("belt", box(length * 1.02, 0.06, w).moved(y=h - 0.01), RUBBER)
        end = cylinder(0.05, w).rotated("x", 90).moved(y=h, z=-w / 2)
        design.add("drum", join(end.moved(x=-length / 2), end.moved(x=length / 2)), STEEL)
    else:
        roller = cylinder(0.03, w, segments=12).rotated("x", 90).moved(y=h, z=-w / 2)
        design.add("rollers", row(roller, int(length / 0.12), step=(0.12, 0, 0)), STEEL)
    for i in range(count):
        side = w * (0.4 + 0.12 * i)
        design.add("load", box(side, side * 0.8, side).moved(x=(i - 1) * length * 0.28, y=h + 0.05), load)
    return design


@category("sensor", family="workshop", also=("camera sensor", "laser scanner", "depth camera"))
def sensor(p: Parameters) -> Design:
    form, size = p.choice("form", ["bar", "puck", "barrel", "cube"]), p.real("size", 0.03, 0.15)
    lens, count = p.real("lens", 0.5, 0.85), p.whole("eyes", 1, 3)
    body = p.material("body", [PLASTICS[6], PLASTICS[7], PLASTICS[5], PLASTICS[1], METALS[0], PLASTICS[4]])
    glow, foot = (
        p.material("glow", [PLASTICS[0], PLASTICS[2], PLASTICS[1]]),
        p.choice("foot", ["stand", "plate", "none"]),
    )
    cable, dark = p.real("cable", 0.5, 2), Material("lens glass", (0.05, 0.06, 0.1))
    design = Design([body.name, f"{form}-shaped"], [f"{number_word(count)} {'lens' if count == 1 else 'lenses'}"])
    h = size * {"bar": 0.3, "puck": 0.8, "barrel": 0.6, "cube": 0.9}[form]
    if form == "puck":
        design.add("body", cylinder(size * 0.5, h * 0.35), body)
        design.add("window", cylinder(size * 0.47, h * 0.3).moved(y=h * 0.35), dark)
        design.add("body", cylinder(size * 0.5, h * 0.35).moved(y=h * 0.65), body)
        front = size * 0.5
    elif form == "barrel":
        design.add("body", cylinder(h / 2, size * 1.2).rotated("x", 90).moved(y=h / 2, z=-size * 0.6), body)
        front = size * 0.6
    else:
        depth = size * (0.25 if form == "bar" else 0.8)
        design.add("body", box(size * (1.4 if form == "bar" else 0.9), h, depth, bevel=size * 0.05), body)
        front = depth / 2
    if form != "puck":
        eye = cylinder(h * lens / 2, size * 0.06).rotated("x", 90).moved(y=h / 2, z=front)
        shrink = 1 if form == "bar" or count == 1 else 0.5
        step = size * (0.45 if form == "bar" else 0.3 if form == "cube" else 0.16)
        design.add(
            "lens", row(eye.moved(y=-h / 2).scaled(shrink, shrink, 1).moved(y=h / 2), count, step=(step, 0, 0)), dark
        )
    design.add("light", sphere(size * 0.04, segments=10).moved(x=size * 0.3, y=h * 0.85, z=front * 0.8), glow)
    design.add(
        "cable",
        sweep(
            [
                (0, h / 2, -front * 0.8),
                (0, h / 2, -front - size * cable),
                (size * 0.2, -h * 0.1, -front - size * cable * 1.3),
            ],
            size * 0.03,
        ),
        RUBBER,
    )
    if foot == "stand":
        design.add("stand", cylinder(size * 0.06, size * 0.5).moved(y=-size * 0.5), STEEL)
        design.add("stand", cylinder(size * 0.35, size * 0.05).moved(y=-size * 0.54), PLASTICS[6])
        design.features.append("a stand")
    elif foot == "plate":
        design.add("plate", box(size * 1.1, size * 0.05, size * 0.5).moved(y=-size * 0.05), STEEL)
    return design


@category("light bulb", family="workshop", also=("bulb", "lamp"))
def light_bulb(p: Parameters) -> Design:
    r, form = p.real("radius", 0.025, 0.045), p.choice("form", ["pear", "globe", "candle", "spiral"])
    neck, base = p.real("neck", 0.5, 0.9), p.real("base", 0.38, 0.55)
    glow = p.material("glow", [GLASS, Material("warm white", (0.98, 0.93, 0.75)), PLASTICS[5], PLASTICS[3]])
    cap, collar = p.material("cap", [METALS[0], METALS[1], METALS[4]]), p.choice("collar", ["plain", "finned"])
    design = Design([glow.name, form], [f"a {cap.name} screw base", f"a {collar} collar"])
    b = r * base
    for i in range(4):
        design.add("base", torus(b * 0.92, b * 0.12).moved(y=b * (0.5 + 0.4 * i)), cap)
    design.add("base", lathe([(b * 0.3, 0), (b * 0.9, b * 0.3), (b * 0.92, b * 2)]), cap)
    y = b * 2
    shapes = {"pear": [(b, 0), (r * 0.75, r * neck), (r, r * 1.6), (r * 0.8, r * 2.3), (r * 0.4, r * 2.6), (0.001, r * 2.7)],
              "globe": [(b, 0), (r * 0.9, r * 0.6), (r * 1.2, r * 1.4), (r * 0.9, r * 2.2), (0.001, r * 2.6)],
              "candle": [(b, 0), (r * 0.75, r * 0.8), (r * 0.6, r * 1.8), (r * 0.2, r * 2.8), (0.001, r * 3.1)]}  # fmt: skip
    if form == "spiral":
        a = np.linspace(0, 6 * np.pi, 60)
        coil = np.stack([r * 0.6 * np.cos(a), y + r * 0.7 + a * r * 0.11, r * 0.6 * np.sin(a)], 1)
        design.add("tube", sweep(coil, r * 0.17), glow)
        design.add("collar", cylinder(b * 1.3, r * 0.7).moved(y=y), PLASTICS[5])
    else:
        design.add("glass", lathe(shapes[form]).moved(y=y), glow)
    if collar == "finned":
        design.add("fins", around(box(b * 0.12, r * neck, b * 0.5).moved(z=b * 1.05), 10).moved(y=y), PLASTICS[5])
    return design


@category("key", family="workshop", also=("door key", "car key"))
def key(p: Parameters) -> Design:
    form, length = p.choice("form", ["flat", "skeleton"]), p.real("length", 0.05, 0.1)
    head, teeth = p.choice("head", ["round", "square", "clover"]), p.whole("teeth", 2, 5)
    metal, ring = p.material("metal", [*METALS[:2], *METALS[3:]]), p.choice("ring", ["bare", "ringed"])
    bite = p.real("bite", 0.5, 1.0)
    t = length * (0.03 if form == "flat" else 0.045)
    design = Design([metal.name, form], [f"a {head} head", f"{number_word(teeth)} teeth"])
    r = length * 0.2
    outer = {"round": regular_outline(20, r), "square": regular_outline(20, r) * 0 + [(r * np.sign(np.cos(a)) * min(1, 1.3 * abs(np.cos(a))), r * np.sign(np.sin(a)) * min(1, 1.3 * abs(np.sin(a)))) for a in np.linspace(0, 2 * np.pi, 20, endpoint=False)], "clover": regular_outline(10, r, radius2=r * 0.8)}[head]  # fmt: skip
    design.add("head", extrude(outer, t, hole=regular_outline(20, r * 0.45)).moved(x=-r), metal)
    blade = (
        box(length * 0.75, t, length * 0.09)
        if form == "flat"
        else lying(cylinder(t * 0.8, length * 0.75)).moved(x=-length * 0.375, y=t / 2)
    )
    design.add("blade", blade.moved(x=length * 0.36), metal)
    for i in range(teeth):
        deep = length * 0.05 * (1 + bite * ((i * 7) % 3))
        design.add(
            "teeth",
            box(length * 0.05, t * 0.98, deep).moved(x=length * (0.7 - 0.085 * i), z=deep / 2 + length * 0.03),
            metal,
        )
    if ring == "ringed":
        design.add("ring", torus(r * 0.8, t * 0.5).moved(x=-r * 2, y=t), STEEL)
        design.features.append("a key ring")
    return design


@category("padlock", family="workshop", also=("lock",))
def padlock(p: Parameters) -> Design:
    w, h, d = p.real("width", 0.03, 0.07), p.real("height", 0.75, 1.2), p.real("depth", 0.3, 0.5)
    form, shackle = p.choice("form", ["square", "round"]), p.real("shackle", 0.5, 1.2)
    body, bar = p.material("body", [*METALS, PLASTICS[0], PLASTICS[1]]), p.real("bar", 0.07, 0.12)
    opened, seam = p.choice("state", ["closed", "open"]), p.choice("layers", ["solid", "laminated"])
    tall = w * h
    design = Design([body.name, opened], [f"a {seam} body", f"a {'long' if shackle > 0.85 else 'short'} shackle"])
    if form == "round":
        design.add("body", cylinder(w / 2, w * d).rotated("x", 90).moved(y=w / 2, z=-w * d / 2), body)
        tall = w * 0.95
    else:
        design.add("body", box(w, tall, w * d, bevel=w * 0.08), body)
    if seam == "laminated" and form == "square":
        layer = box(w * 1.04, tall * 0.08, w * d * 1.04, bevel=w * 0.08)
        design.add("layers", row(layer, 5, step=(0, tall * 0.18, 0)).moved(y=tall * 0.46), STEEL)
    lift = w * 0.3 if opened == "open" else 0
    bow = [
        (-w * 0.3, tall * 0.6, 0),
        *np.add(arc(w * 0.3, 180, 0), (0, tall + w * shackle * 0.5 + lift, 0)),
        (w * 0.3, tall + lift - (0 if lift else tall * 0.4), 0),
    ]
    design.add("shackle", sweep(bow, w * bar), METALS[4])
    design.add(
        "keyhole", cylinder(w * 0.07, w * d + 0.001).rotated("x", 90).moved(y=tall * 0.35, z=-w * d / 2), PLASTICS[6]
    )
    return design


@category("hook", family="workshop", also=("crane hook", "coat hook"))
def hook(p: Parameters) -> Design:
    form, size, thick = (
        p.choice("form", ["crane", "wall", "S"]),
        p.real("size", 0.04, 0.2),
        p.real("thickness", 0.08, 0.16),
    )
    sweep_to, tip = p.real("curl", 150, 210), p.real("tip", 0.4, 0.9)
    metal, plate = p.material("metal", [*METALS, PLASTICS[0], PLASTICS[3]]), p.choice("plate", ["round", "square"])
    r, t = size * 0.4, size * thick
    design = Design([metal.name, form], [f"a {'sharp' if tip < 0.65 else 'blunt'} tip"])
    curl = np.add(arc(r, 90, 90 - sweep_to - 90, points=20), (0, r, 0))
    radii = np.linspace(t, t * tip, len(curl))
    if form == "S":
        both = np.concatenate([curl[::-1], (curl * (-1, -1, 1) + (0, 4 * r, 0))[1:]])
        design.add("hook", sweep(both, t * 0.8), metal)
    else:
        design.add("hook", sweep(curl, radii), metal)
        design.add("shank", sweep([(0, 2 * r, 0), (0, 2 * r + size * 0.4, 0)], t), metal)
        if form == "crane":
            eye = torus(t * 2, t * 0.8) if plate == "round" else torus(t * 2, t * 0.8, segments=4)
            design.add("eye", eye.rotated("x", 90).moved(y=2 * r + size * 0.4 + t * 2), metal)
        else:
            back = cylinder(size * 0.35, t) if plate == "round" else box(size * 0.6, t, size * 0.8).moved(z=0)
            design.add("plate", back.rotated("x", 90).moved(y=2 * r + size * 0.3, z=-t * 1.5), metal)
    return design


@category("hard hat", family="workshop", also=("safety helmet", "construction helmet", "helmet"))
def hard_hat(p: Parameters) -> Design:
    r, tall, brim = p.real("radius", 0.11, 0.14), p.real("height", 0.75, 1.0), p.real("brim", 1.15, 1.4)
    ridges, form = p.whole("ridges", 1, 3), p.choice("brim_form", ["peak", "full brim"])
    shell, band = (
        p.material("shell", [PLASTICS[3], PLASTICS[5], PLASTICS[4], PLASTICS[0], PLASTICS[1]]),
        p.real("band", 0.02, 0.035),
    )
    badge = p.choice("badge", ["plain", "badged"])
    design = Design([shell.name], [f"a {form}", f"{number_word(ridges)} {'ridge' if ridges == 1 else 'ridges'}"])
    dome = sphere(r, segments=28, start=0, stop=90).scaled(0.9, tall, 1.1)
    design.add("shell", dome, shell)
    if form == "full brim":
        design.add("brim", tube(r * brim, r * 0.9, 0.006).scaled(0.9, 1, 1.1), shell)
    else:
        design.add(
            "brim",
            extrude([(x * r * 0.85, z * r) for x, z in ((-1, 0.4), (1, 0.4), (0.8, brim), (-0.8, brim))], 0.008),
            shell,
        )
    for i in range(ridges):
        x = (i - (ridges - 1) / 2) * r * 0.4
        lift = np.sqrt(max(0.05, 1 - (x / (0.9 * r)) ** 2))
        design.add(
            "ridge", sweep(arc(r * 1.02, 20, 160, plane="zy") * (1, tall * lift, 1.1 * lift) + (x, 0, 0), 0.008), shell
        )
    design.add("band", tube(r * 0.9, r * 0.87, band).scaled(0.95, 1, 1.15).moved(y=-band), PLASTICS[6])
    if badge == "badged":
        design.add("badge", box(r * 0.4, r * 0.3, 0.008).moved(y=r * tall * 0.3, z=r * 1.04), PLASTICS[5])
    return design


@category("broom", family="workshop", also=("sweeping brush", "brush"))
def broom(p: Parameters) -> Design:
    length, w, bristle = p.real("length", 1.0, 1.5), p.real("width", 0.2, 0.5), p.real("bristle", 0.08, 0.3)
    form, stick = (
        p.choice("form", ["push", "besom"]),
        p.material("stick", [*WOODS, PLASTICS[0], PLASTICS[1], METALS[0]]),
    )
    hair = p.material("hair", [Material("straw", (0.82, 0.68, 0.36)), PLASTICS[6], PLASTICS[0], PLASTICS[2]])
    grip, tilt = p.choice("grip", ["plain", "capped"]), p.real("tilt", 0, 25)
    design = Design([stick.name], [f"{hair.name} bristles", f"a {'wide' if w > 0.35 else 'narrow'} head"])
    if form == "push":
        design.add("head", box(w, 0.04, 0.06, bevel=0.01).moved(y=bristle * 0.5), stick)
        tuft = box(0.012, bristle * 0.5, 0.05)
        design.add("bristles", row(tuft, int(w / 0.02), step=(0.02, 0, 0)), hair)
    else:
        design.add("bristles", cylinder(w * 0.4, bristle * 1.4, top_radius=0.025, segments=16).scaled(1, 1, 0.5), hair)
        design.add("binding", cylinder(w * 0.2, 0.02).scaled(1, 1, 0.6).moved(y=bristle * 0.9), PLASTICS[0])
    pole = join(
        cylinder(0.013, length),
        sphere(0.02, segments=10).moved(y=length) if grip == "capped" else box(0.012, 0.01, 0.012).moved(y=length),
    )
    design.add("handle", pole.rotated("x", tilt if form == "push" else 0).moved(y=bristle * 0.5), stick)
    return design


@category("organizer", family="household", also=("desk organizer", "pen holder", "storage tray"))
def organizer(p: Parameters) -> Design:
    w, d, h = p.real("width", 0.15, 0.35), p.real("depth", 0.4, 0.9), p.real("height", 0.2, 0.6)
    columns, rows, step = p.whole("columns", 1, 4), p.whole("rows", 1, 3), p.real("step", 0.5, 1.0)
    stuff = p.material("material", [*PLASTICS, *WOODS[:2], METALS[2]])
    things, deep = p.whole("pens", 0, 5), w * d
    wall = 0.004
    design = Design(
        [stuff.name], [f"{number_word(columns * rows)} {'compartment' if columns * rows == 1 else 'compartments'}"]
    )
    design.add("floor", box(w, wall, deep), stuff)
    for j in range(rows + 1):
        tall = w * h * (1 - (1 - step) * j / rows)
        design.add("wall", box(w, tall, wall).moved(z=-deep / 2 + deep * j / rows), stuff)
    for i in range(columns + 1):
        for j in range(rows):
            tall = w * h * (1 - (1 - step) * (j + 1) / rows) * 0.99
            x, z = -w / 2 + w * i / columns, -deep / 2 + deep * (j + 0.5) / rows
            design.add("divider", box(wall, tall, deep / rows).moved(x=x, z=z), stuff)
    for i in range(things):
        pen = cylinder(0.004, w * h * 1.5 + 0.05, segments=8).rotated("z", -8 + 4 * i)
        design.add(
            "pen",
            pen.moved(x=-w / 2 + w / columns / 2 + 0.008 * (i - 2), y=wall, z=-deep / 2 + deep / rows / 2),
            PAINTS[i],
        )
    return design


@category("dish rack", family="household", also=("drying rack", "plate rack", "rack"))
def dish_rack(p: Parameters) -> Design:
    w, d, h = p.real("width", 0.35, 0.55), p.real("depth", 0.55, 0.8), p.real("height", 0.08, 0.16)
    slots, tray = p.whole("slots", 6, 14), p.choice("tray", ["open", "tray below"])
    wire = p.material("wire", [*METALS, PLASTICS[5], PLASTICS[6]])
    cup, plates = p.choice("cutlery", ["none", "holder"]), p.whole("plates", 0, 3)
    glaze = p.material("plate", [PLASTICS[5], PLASTICS[1], PLASTICS[10], PLASTICS[3]])
    deep = w * d
    design = Design([wire.name], [f"{number_word(slots) if slots < 13 else slots} slots", tray])
    for y in (0.03, h):
        loop = [(-w / 2, y, -deep / 2), (w / 2, y, -deep / 2), (w / 2, y, deep / 2), (-w / 2, y, deep / 2)]
        design.add("frame", sweep(loop, 0.004, closed=True), wire)
    for i in range(slots):
        x = -w * 0.45 + w * 0.9 * i / (slots - 1)
        path = [(x, h, -deep / 2), (x, 0.03, -deep / 2), (x, 0.03, deep / 2), (x, h, deep / 2)]
        design.add("wires", sweep(path, 0.0025, sides=6), wire)
        design.add("wires", sweep([(x, 0.03, 0), (x, h * 0.9, deep * 0.08)], 0.0025, sides=6), wire)
    if tray != "open":
        design.add("tray", box(w * 1.05, 0.015, deep * 1.05, bevel=0.02), PLASTICS[7])
    if cup == "holder":
        design.add("holder", tube(0.04, 0.036, h * 1.1).moved(x=w / 2 + 0.04, y=0.03), PLASTICS[5])
        design.features.append("a cutlery holder")
    for i in range(plates):
        disc = cylinder(h * 0.85, 0.006).rotated("z", 90).moved(x=-w * 0.3 + 0.09 * i, y=h * 0.9 + 0.02)
        design.add("plates", disc, glaze)
    return design


@category("crane", family="street", also=("tower crane", "construction crane"))
def crane(p: Parameters) -> Design:
    h, jib, back = p.real("height", 8, 20), p.real("jib", 0.5, 0.9), p.real("back", 0.25, 0.45)
    w, drop, at = p.real("width", 0.5, 0.9), p.real("drop", 0.15, 0.6), p.real("trolley", 0.3, 0.95)
    paint, cabin = (
        p.material("paint", [PLASTICS[3], PLASTICS[4], PLASTICS[0], METALS[0]]),
        p.material("cabin", [GLASS, PLASTICS[5], PLASTICS[7]]),
    )
    weight = p.material("weight", STONES[:4])
    design = Design([paint.name, "tall"], ["a lattice mast", f"a {'long' if jib > 0.7 else 'short'} jib"])

    def lattice(length: float, side: float) -> Solid:
        posts = around(box(side * 0.12, length, side * 0.12).moved(x=side / 2, z=side / 2), 4)
        cells = max(2, int(length / (side * 1.4)))
        step = length / cells
        face = [
            sweep(
                [((-1) ** i * side / 2, i * step, side / 2), ((-1) ** (i + 1) * side / 2, (i + 1) * step, side / 2)],
                side * 0.05,
                sides=4,
            )
            for i in range(cells)
        ]
        return join(posts, around(join(*face), 4))

    design.add("mast", lattice(h, w), paint)
    design.add("foot", box(w * 2.5, 0.3, w * 2.5), weight)
    design.add("jib", lying(lattice(h * jib, w * 0.7)).moved(y=h), paint)
    design.add("jib", lying(lattice(h * back, w * 0.7)).rotated("y", 180).moved(y=h), paint)
    design.add("top", cylinder(w * 0.5, h * 0.15, top_radius=0.05, segments=4).moved(y=h), paint)
    design.add("cabin", box(w * 0.9, w * 1.2, w * 0.9).moved(x=w * 0.5, y=h - w * 1.2, z=w * 0.8), cabin)
    design.add("weight", box(w * 1.4, w * 1.5, w * 0.8).moved(x=-h * back * 0.9, y=h - w * 1.3), weight)
    for end in (h * jib * 0.9, -h * back * 0.9):
        design.add("stays", sweep([(0, h * 1.15, 0), (end, h + w * 0.3, 0)], 0.04, sides=6), STEEL)
    x = h * jib * at
    design.add("rope", sweep([(x, h, 0), (x, h * (1 - drop), 0)], 0.03, sides=6), STEEL)
    design.add("hook", box(w * 0.5, w * 0.6, w * 0.3).moved(x=x, y=h * (1 - drop) - w * 0.6), paint)
    return design


@category("arcade machine", family="leisure", also=("arcade cabinet", "video game machine", "slot machine"))
def arcade_machine(p: Parameters) -> Design:
    w, h, d = p.real("width", 0.55, 0.75), p.real("height", 1.5, 1.9), p.real("depth", 0.6, 0.85)
    side = p.material("side", [PLASTICS[0], PLASTICS[1], PLASTICS[6], PLASTICS[9], PLASTICS[3], WOODS[1]])
    sign, glow = (
        p.material("sign", [PLASTICS[3], PLASTICS[8], PLASTICS[10], PLASTICS[4]]),
        p.material("picture", [PLASTICS[1], PLASTICS[2], PLASTICS[9], PLASTICS[6]]),
    )
    sticks, buttons, tilt = p.whole("sticks", 1, 2), p.whole("buttons", 2, 5), p.real("tilt", 0.1, 0.25)
    design = Design(
        [side.name], [f"a {sign.name} sign", f"{number_word(sticks)} {'joystick' if sticks == 1 else 'joysticks'}"]
    )
    outline = [
        (d / 2, 0),
        (d / 2, h * 0.45),
        (d * 0.62, h * 0.5),
        (d * 0.6, h * 0.54),
        (d * (0.5 - tilt), h * 0.6),
        (d * (0.2 - tilt), h * 0.85),
        (d * 0.4, h * 0.88),
        (d * 0.4, h),
        (-d / 2, h),
        (-d / 2, 0),
    ]
    panel = extrude([(x, -y) for x, y in outline], w * 0.06).rotated("x", 90).rotated("y", -90)
    panel = panel.moved(*(-panel.vertices.min(0) - (panel.size[0] / 2, 0, d / 2)))
    for x in (-w / 2, w / 2):
        design.add("side", panel.moved(x=x), side)
    design.add("body", box(w, h * 0.45, d * 0.9).moved(z=-d * 0.02), PLASTICS[6])
    design.add("body", box(w, h * 0.5, d * 0.45).moved(y=h * 0.45, z=-d * 0.25), PLASTICS[6])
    design.add("panel", box(w, h * 0.03, d * 0.3).rotated("x", 12).moved(y=h * 0.5, z=d * 0.45), sign)
    screen = box(w * 0.85, h * 0.24, 0.02).rotated("x", -22)
    design.add("screen", screen.moved(y=h * 0.58, z=d * (0.3 - tilt)), glow)
    design.add("sign", box(w * 0.98, h * 0.11, 0.03).moved(y=h * 0.87, z=d * 0.37), sign)
    design.add("sign", box(w * 0.5, h * 0.04, 0.02).moved(y=h * 0.905, z=d * 0.39), glow)
    stick = join(cylinder(0.008, 0.06), sphere(0.02, segments=10).moved(y=0.07))
    design.add(
        "joystick", row(stick, sticks, step=(w * 0.45, 0, 0)).moved(x=-w * 0.1, y=h * 0.53, z=d * 0.45), PLASTICS[0]
    )
    design.add(
        "buttons",
        row(cylinder(0.014, 0.02), buttons, step=(0.04, 0, 0)).moved(x=w * 0.25, y=h * 0.525, z=d * 0.5),
        PLASTICS[5],
    )
    design.add("coin door", box(w * 0.35, h * 0.18, 0.02).moved(y=h * 0.12, z=d * 0.43), STEEL)
    return design


@category("hat", family="wearables", also=("sun hat", "fedora", "headwear"))
def hat(p: Parameters) -> Design:
    r, tall, brim = p.real("radius", 0.08, 0.11), p.real("crown", 0.6, 1.6), p.real("brim", 1.2, 2.2)
    form, curl = p.choice("form", ["round", "flat", "pointed", "pinched"]), p.real("curl", -0.15, 0.35)
    felt = p.material("felt", [*FABRICS, Material("straw", (0.86, 0.74, 0.48))])
    ribbon, width = (
        p.material("ribbon", [PLASTICS[6], PLASTICS[0], PLASTICS[5], FABRICS[1]]),
        p.real("ribbon_width", 0.12, 0.3),
    )
    h = r * tall
    design = Design([felt.name, form], [f"a {ribbon.name} ribbon", f"a {'wide' if brim > 1.7 else 'narrow'} brim"])
    top = {"round": [(r * 0.95, h * 0.6), (r * 0.6, h * 0.92), (0.001, h)], "flat": [(r * 0.98, h), (0.001, h * 1.01)], "pointed": [(r * 0.5, h), (0.001, h * 2.2)], "pinched": [(r * 0.85, h), (r * 0.5, h * 1.05), (0.001, h * 0.85)]}[form]  # fmt: skip
    design.add("crown", lathe([(r, 0), *top], segments=28).scaled(0.9, 1, 1.1), felt)
    design.add(
        "brim",
        lathe(
            [(r * 0.99, 0), (r * brim, r * curl * 0.8), (r * brim, r * curl * 0.8 + 0.004), (r * 0.99, 0.006)],
            segments=28,
        ).scaled(0.9, 1, 1.1),
        felt,
    )
    design.add("ribbon", tube(r * 1.03, r * 0.9, r * width).scaled(0.9, 1, 1.1).moved(y=0.006), ribbon)
    return design


@category("sword", family="wearables", also=("blade", "longsword"))
def sword(p: Parameters) -> Design:
    length, w = p.real("length", 0.6, 1.1), p.real("width", 0.03, 0.07)
    guard, form = p.real("guard", 0.12, 0.26), p.choice("guard_form", ["straight", "curved", "disc"])
    steel, hilt = (
        p.material("blade", [METALS[0], METALS[4], METALS[5]]),
        p.material("hilt", [METALS[1], METALS[2], METALS[3], PLASTICS[0]]),
    )
    grip, bow, pommel = (
        p.material("grip", [*WOODS[:2], FABRICS[5], FABRICS[6], PLASTICS[1]]),
        p.real("bow", -0.25, 0.25),
        p.choice("pommel", ["ball", "disc"]),
    )
    design = Design([steel.name], [f"a {form} {hilt.name} guard", f"a {grip.name} grip"])
    s = np.linspace(0, 1, 10)

    def ring(k: float) -> np.ndarray:
        return np.stack(
            [
                np.array([1, 0, -1, 0]) * w / 2 * (1 - k**6) + bow * length * k * k * 0.5,
                np.full(4, 0.2 + k * length),
                np.array([0, 1, 0, -1]) * 0.006 * (1 - 0.9 * k),
            ],
            1,
        )

    design.add("blade", loft([ring(k)[::-1] for k in s]), steel)
    path = {
        "straight": [(-guard / 2, 0.2, 0), (guard / 2, 0.2, 0)],
        "curved": [(-guard / 2, 0.24, 0), (0, 0.2, 0), (guard / 2, 0.24, 0)],
    }
    if form == "disc":
        design.add("guard", cylinder(guard * 0.3, 0.012).moved(y=0.195), hilt)
    else:
        design.add("guard", sweep(path[form], 0.012), hilt)
    design.add("grip", cylinder(0.014, 0.17, segments=12).moved(y=0.03), grip)
    knob = sphere(0.025, segments=14) if pommel == "ball" else cylinder(0.03, 0.015).rotated("x", 90)
    design.add("pommel", knob.moved(y=0.02), hilt)
    return design


@category("shoe", family="wearables", also=("sneaker", "footwear", "boot"))
def shoe(p: Parameters) -> Design:
    length, w = p.real("length", 0.24, 0.31), p.real("width", 0.34, 0.4)
    form, high = p.choice("form", ["sneaker", "boot", "loafer"]), p.real("ankle", 0.3, 0.9)
    skin, sole = (
        p.material("upper", [*FABRICS, *PLASTICS[:7]]),
        p.material("sole", [PLASTICS[5], PLASTICS[6], FABRICS[5], PLASTICS[0]]),
    )
    stripe, thick, laces = (
        p.material("stripe", [PLASTICS[5], PLASTICS[6], PLASTICS[0], PLASTICS[3]]),
        p.real("sole_height", 0.015, 0.04),
        p.whole("laces", 3, 6),
    )
    half = length * w / 2
    foot = np.array(
        [
            (
                np.cos(a)
                * half
                * (1.0 if np.sin(a) > 0 else 0.8)
                * (1 - 0.18 * np.exp(-((np.sin(a) + 0.1) ** 2) * 12)),
                np.sin(a) * length / 2,
            )
            for a in np.linspace(0, 2 * np.pi, 28, endpoint=False)
        ]
    )
    design = Design([skin.name, form], [f"a {sole.name} sole"])
    design.add("sole", extrude(foot * 1.04, thick), sole)

    def ring(y: float, front: float, scale: float) -> np.ndarray:
        z = np.where(foot[:, 1] > 0, foot[:, 1] * front, foot[:, 1] * scale)
        return np.stack([foot[:, 0] * scale, np.full(len(foot), y), z], 1)

    tall = thick + {"sneaker": 0.09, "boot": 0.1 + 0.2 * high, "loafer": 0.065}[form]
    skins = [
        ring(thick, 1, 1),
        ring(thick + 0.03, 0.97, 1),
        ring(thick + 0.06, 0.45, 0.92),
        ring(tall, -0.05 if form != "boot" else 0.1, 0.8),
    ]
    design.add("upper", loft(skins), skin)
    design.add(
        "opening",
        loft(
            [
                ring(tall, -0.05 if form != "boot" else 0.1, 0.7),
                ring(tall + 0.003, -0.05 if form != "boot" else 0.1, 0.68),
            ]
        ),
        PLASTICS[6],
    )
    for i in range(laces if form != "loafer" else 0):
        t = i / max(1, laces - 1)
        design.add(
            "laces",
            sweep(
                [
                    (-half * 0.4, thick + 0.06 + 0.03 * (1 - t), length * (0.08 + 0.17 * t)),
                    (half * 0.4, thick + 0.06 + 0.03 * (1 - t), length * (0.08 + 0.17 * t)),
                ],
                0.004,
                sides=6,
            ),
            stripe,
        )
    for s in (-1, 1):
        design.add(
            "stripe", box(0.004, 0.03, length * 0.2).moved(x=s * half * 0.93, y=thick + 0.015, z=-length * 0.15), stripe
        )
    return design
