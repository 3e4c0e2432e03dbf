"""What stands in a home beside its furniture."""

from trivium.procedural.families.household import appliances, bathroom, furnishings, kitchen, lights, textiles  # noqa: F401
