"""Packages, bottles, bags: things that hold other things, most of them printed."""

from trivium.procedural.families.packages import bags, bottles, boxes, toiletries  # noqa: F401
