"""The class names of the benchmarks for zero-shot recognition, in the order in which their files number them."""

from __future__ import annotations

# modelnet.cs.princeton.edu; written as folders there, night_stand
MODELNET10 = (
    "bathtub", "bed", "chair", "desk", "dresser", "monitor", "night stand", "sofa", "table", "toilet",
)  # fmt: skip
MODELNET40 = (
    "airplane", "bathtub", "bed", "bench", "bookshelf", "bottle", "bowl", "car", "chair", "cone", "cup", "curtain",
    "desk", "door", "dresser", "flower pot", "glass box", "guitar", "keyboard", "lamp", "laptop", "mantel", "monitor",
    "night stand", "person", "piano", "plant", "radio", "range hood", "sink", "sofa", "stairs", "stool", "table", "tent",
    "toilet", "tv stand", "vase", "wardrobe", "xbox",
)  # fmt: skip
# Uy et al. 2019, the numbers in "label" of its h5 files
SCANOBJECTNN = (
    "bag", "bin", "box", "cabinet", "chair", "desk", "display", "door", "shelf", "table", "bed", "pillow", "sink",
    "sofa", "toilet",
)  # fmt: skip
