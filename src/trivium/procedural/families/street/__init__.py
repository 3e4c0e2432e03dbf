"""Outdoors: roads, parks and buildings."""

from trivium.procedural.families.street import building_parts, buildings, park, roadside  # noqa: F401
