"""A module or a package of rooms for a family or two; importing this registers every category."""

from trivium.procedural.families import (  # noqa: F401
    creatures,
    electronics,
    food,
    furniture,
    household,
    leisure,
    office,
    packages,
    plants,
    street,
    tableware,
    transport,
    wearables,
    workshop,
)
