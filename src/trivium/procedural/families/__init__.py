"""One file a family or two; importing this registers every category."""

from trivium.procedural.families import (  # noqa: F401
    buildings,
    electronics,
    food_and_plants,
    furniture,
    machine_parts,
    tableware,
    tools,
    vehicles,
)
