"""Libraries: rows, catalogue and pictures on disk, and search in them."""

from trivium.retrieval.library import TOP_K, Library
from trivium.retrieval.query import MAX_VIEWS, WEIGHTS
from trivium.retrieval.records import AddReport, Failure, Hit, Item, LibraryInfo, VerifyReport

__all__ = [
    "MAX_VIEWS",
    "TOP_K",
    "WEIGHTS",
    "AddReport",
    "Failure",
    "Hit",
    "Item",
    "Library",
    "LibraryInfo",
    "VerifyReport",
]
