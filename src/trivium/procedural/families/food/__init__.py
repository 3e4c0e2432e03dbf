"""Food, from the garden to the table."""

from trivium.procedural.families.food import bakery, dishes, fruit, sweets, vegetables  # noqa: F401
