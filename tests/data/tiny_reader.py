"""A data set of made-up points that costs nothing to read, hangs or kills its process at will."""

import os
import signal
import time

import numpy as np

from trivium.data.readers import Reader
from trivium.data.samples import Sample
from trivium.errors import LoadError


def tiny_sample(index, *, points=16, views=1, image_dim=None, captions=2):
    rng = np.random.default_rng(index)
    rows = rng.uniform(-0.5, 0.5, (points, 9)).astype(np.float32)
    rows[:, 3:6] = np.nan if index % 2 else 0.25
    features = [None if image_dim is None else rng.normal(size=(n, image_dim)).astype("f4") for n in (views, captions)]
    return Sample(
        id=f"thing/{index}.glb",
        points=rows,
        views=rng.integers(0, 255, (views, 8, 8, 3), dtype=np.uint8) if views else None,
        captions=tuple(f"caption {i} of {index}: é" for i in range(captions)),
        category="thing",
        image_features=features[0],
        text_features=features[1],
    )


class TinyReader(Reader):
    layout = "tiny"

    def __init__(self, count, *, broken=(), deadly=(), hang_at=None, salt=0):
        self.count, self.broken, self.deadly, self.hang_at, self.salt = count, broken, deadly, hang_at, salt

    def __len__(self):
        return self.count

    def name(self, index):
        return f"thing/{index}.glb", f"/somewhere/{index}.glb"

    def read(self, index):
        if index in self.broken:
            raise LoadError("unreadable", f"/somewhere/{index}.glb is made to fail")
        if index in self.deadly:
            os.kill(os.getpid(), signal.SIGKILL)
        if index == self.hang_at:
            time.sleep(600)
        return tiny_sample(index)

    def about(self):
        return {**super().about(), "salt": self.salt}
