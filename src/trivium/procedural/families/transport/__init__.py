"""Vehicles of road, rail, water, air and space. They face +Z."""

from trivium.procedural.families.transport import aircraft, boats, cars, carts, lorries, machines, spacecraft  # noqa: F401
