"""Tools, machines and the parts they are made of."""

from trivium.procedural.families.workshop import fittings, hand_tools, kitchen_tools, machine_parts, machines, site  # noqa: F401
