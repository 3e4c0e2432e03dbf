"""Shapes to pictures: ray casting, lights, backgrounds."""

from trivium.rendering.backgrounds import cluttered_background, composite, occlude, photograph
from trivium.rendering.lights import Lights, random_lights
from trivium.rendering.raycast import UNKNOWN_GREY, render_views

__all__ = [
    "UNKNOWN_GREY",
    "Lights",
    "cluttered_background",
    "composite",
    "occlude",
    "photograph",
    "random_lights",
    "render_views",
]
