"""Shapes to pictures: ray casting, lights, backgrounds."""

from trivium.rendering.backgrounds import cluttered_background, composite, occlude, photograph
from trivium.rendering.depth_maps import depth_maps
from trivium.rendering.lights import Lights, random_lights
from trivium.rendering.raycast import UNKNOWN_GREY, render_views

__all__ = [
    "UNKNOWN_GREY",
    "Lights",
    "cluttered_background",
    "composite",
    "depth_maps",
    "occlude",
    "photograph",
    "random_lights",
    "render_views",
]
