"""SAM (Segment Anything, 2023) by the extra ``foundation``: a click on a photo becomes a mask, whatever the photo shows.

The network is that of ``transformers``; its weights are a folder of the user's.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray

from trivium.errors import WeightsError, require
from trivium.models.hub import WeightsFile, require_files

PUBLISHED = "facebook/sam-vit-base"
PAGE = f"https://huggingface.co/{PUBLISHED}"
FILES = (("config.json", 1), ("preprocessor_config.json", 1), ("model.safetensors", 375))  # and megabytes


class SegmentAnything:
    """See the module's docstring. Built by ``load_sam``."""

    def __init__(self, network: Any, processor: Any) -> None:
        self.network, self.processor = network.eval(), processor

    @torch.inference_mode()
    def mask(self, photo: NDArray[np.uint8], pixels: Sequence[tuple[float, float]]) -> NDArray[np.bool_]:
        """(H, W) what pixels, as x and y, of a photo (H, W, 3) are on: one thing under all of them.

        Of the three masks that SAM gives (a whole, a part, a part of it), the one that it trusts most.
        """
        asked = self.processor(photo, input_points=[[list(map(float, pixel)) for pixel in pixels]], return_tensors="pt")
        found = self.network(pixel_values=asked["pixel_values"], input_points=asked["input_points"].float())
        masks = self.processor.post_process_masks(
            found.pred_masks, asked["original_sizes"], asked["reshaped_input_sizes"]
        )
        return masks[0][0, int(found.iou_scores[0, 0].argmax())].numpy()


def load_sam(folder: str | Path) -> SegmentAnything:
    """SAM's weights in the format of ``transformers``: a folder with the files of its repository.

    Raises:
        MissingDependencyError: without the extra ``foundation``.
        WeightsError: files that are missing, or are of something else.
    """
    transformers = require("transformers", "foundation")
    folder = Path(folder)
    wanted = [WeightsFile(repo=PUBLISHED, file=f, page=PAGE, megabytes=size, folder=folder) for f, size in FILES]
    require_files(wanted, "SAM", PUBLISHED)
    try:
        # the picture processor that transformers would choose by itself needs torchvision
        pictures = transformers.SamImageProcessorPil.from_pretrained(folder, local_files_only=True)
        network, report = transformers.SamModel.from_pretrained(
            folder, local_files_only=True, use_safetensors=True, output_loading_info=True
        )
    except Exception as error:  # OSError, ValueError, RuntimeError, SafetensorError ...
        raise WeightsError(f"{folder} cannot be read as SAM: {error}. Get its files anew, from {PAGE}") from error
    if missing := sorted(report["missing_keys"]):
        raise WeightsError(
            f"{folder} is not SAM: {len(missing)} of its tensors are missing, such as {missing[0]}. "
            f"Expected the files of {PAGE}"
        )
    return SegmentAnything(network, transformers.SamProcessor(pictures))
