"""The office: what lies on a desk, and what is plugged in there."""

from trivium.procedural.families.office import desk, devices, stationery  # noqa: F401
