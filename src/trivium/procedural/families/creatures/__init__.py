"""Creatures and figures: animals of land, air and water, and things with a face."""

from trivium.procedural.families.creatures import birds, figures, four_legged, insects, reptiles, sea  # noqa: F401
