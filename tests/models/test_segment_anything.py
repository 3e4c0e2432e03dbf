"""SAM end to end with a tiny network of random weights: published ones are used in the same way."""

import json

import numpy as np
import pytest
import torch

from trivium.errors import WeightsError
from trivium.models.segment_anything import load_sam

transformers = pytest.importorskip("transformers", reason="SAM needs the extra [foundation]")
PHOTO = np.random.default_rng(0).integers(0, 255, (50, 80, 3)).astype(np.uint8)


def save_tiny_sam(folder):
    torch.manual_seed(0)
    square = {"image_size": 64, "patch_size": 8}
    config = transformers.SamConfig(
        vision_config=square
        | {"hidden_size": 32, "output_channels": 16, "num_hidden_layers": 1, "num_attention_heads": 2}
        | {"window_size": 0, "global_attn_indexes": [0], "num_pos_feats": 8, "mlp_dim": 32, "initializer_range": 0.1},
        prompt_encoder_config=square | {"hidden_size": 16, "mask_input_channels": 4},
        mask_decoder_config={
            "hidden_size": 16, "mlp_dim": 32, "num_hidden_layers": 1, "num_attention_heads": 2, "iou_head_hidden_dim": 16,
        },
    )  # fmt: skip
    transformers.SamModel(config).save_pretrained(folder)
    side, small = {"longest_edge": 64}, {"longest_edge": 16}
    transformers.SamImageProcessorPil(
        size=side, pad_size={"height": 64, "width": 64}, mask_size=small, mask_pad_size={"height": 16, "width": 16}
    ).save_pretrained(folder)
    return folder


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return save_tiny_sam(tmp_path_factory.mktemp("sam"))


def test_clicks_become_a_mask_of_the_photos_size(folder):
    sam = load_sam(folder)
    one = sam.mask(PHOTO, [(40, 25)])
    assert one.shape == (50, 80) and one.dtype == bool
    assert np.array_equal(one, load_sam(str(folder)).mask(PHOTO, [(40, 25)]))
    both = sam.mask(PHOTO, [(40, 25), (5, 5)])
    assert both.shape == (50, 80) and not np.array_equal(one, both)


def test_the_mask_is_the_one_that_the_network_trusts_most(folder, monkeypatch):
    sam = load_sam(folder)
    answers = []
    forward = sam.network.forward

    def other_trust(best):
        def run(**inputs):
            found = forward(**inputs)
            found.iou_scores = torch.eye(3)[best][None, None]
            answers.append(found.pred_masks)
            return found

        return run

    masks = []
    for best in range(3):
        monkeypatch.setattr(sam.network, "forward", other_trust(best))
        masks.append(sam.mask(PHOTO, [(40, 25)]))
    assert len({mask.tobytes() for mask in masks}) > 1
    for best, mask in enumerate(masks):
        shown = sam.processor.post_process_masks(answers[best], [[50, 80]], [[40, 64]])[0][0, best]
        assert np.array_equal(shown.numpy(), mask)


def test_what_is_missing_is_said_with_where_to_get_it(tmp_path):
    with pytest.raises(
        WeightsError, match=r"model\.safetensors \(375 MB, from https://huggingface\.co/facebook/sam-vit-base\)"
    ):
        load_sam(tmp_path / "none")


def test_another_networks_files_are_refused(folder, tmp_path):
    save_tiny_sam(tmp_path)
    (tmp_path / "model.safetensors").write_bytes(b"nothing")
    with pytest.raises(WeightsError, match="cannot be read as SAM"):
        load_sam(tmp_path)
    save_tiny_sam(tmp_path)
    config = json.loads((tmp_path / "config.json").read_text())
    config["vision_config"]["num_hidden_layers"] = 2
    (tmp_path / "config.json").write_text(json.dumps(config))
    with pytest.raises(WeightsError, match=r"tensors are missing, such as vision_encoder\.layers\.1"):
        load_sam(tmp_path)
