"""Released towers: files of every format give the outputs of ``transformers``' classes, or of a naive twin written here."""

import math

import pytest
import torch
import transformers
from torch.nn.functional import conv2d, gelu, layer_norm, linear, silu

from trivium.encoders.images import (
    CLIPImageConfig,
    DINOv2,
    DINOv2Config,
    DINOv3Config,
    EVAImageConfig,
    SigLIPImageConfig,
    SLIPImageConfig,
    clip,
    dinov2,
    dinov3,
    eva,
    siglip,
)
from trivium.encoders.text import CLIPTextConfig, SigLIPTextConfig
from trivium.errors import ShapeError, WeightsError
from trivium.models import towers
from trivium.models.checkpoints import read_tensors

BODY = {"hidden_size": 32, "num_hidden_layers": 2, "num_attention_heads": 4}  # as ``transformers`` calls it
SIZE = {"width": 32, "depth": 2, "heads": 4}  # as we do
END = 49  # the largest token id: CLIP's end of text
IDS = torch.tensor([[48, 3, 5, END, 0, 0, 0], [48, 7, 7, 7, 2, 1, END]])

PARAMETERS = {  # millions, as published: open_clip's profile, model cards; both towers, the image tower
    "ViT-B-32-quickgelu": (151.28, 87.85),
    "ViT-B-16-quickgelu": (149.62, 86.19),
    "ViT-L-14-quickgelu": (427.62, 303.97),
    "ViT-L-14-336-quickgelu": (427.94, 304.29),
    "ViT-B-32": (151.28, 87.85),
    "ViT-B-16": (149.62, 86.19),
    "ViT-L-14": (427.62, 303.97),
    "ViT-H-14": (986.11, 632.08),
    "ViT-g-14": (1366.68, 1012.65),
    "ViT-bigG-14": (2539.57, 1844.91),
    "EVA02-E-14-plus": (5044.89, 4350.56),
    "siglip2-base-patch16-224": (375.19, 92.88),
    "siglip2-large-patch16-256": (881.53, 315.96),
    "siglip2-so400m-patch14-384": (1136.01, 428.23),
    "siglip2-giant-opt-patch16-256": (1871.39, 1163.17),
}
DENSE_PARAMETERS = {
    "dinov2_vits14": 22.06,
    "dinov2_vitb14": 86.58,
    "dinov2_vitl14": 304.37,
    "dinov2_vitg14": 1136.48,
    "dinov3_vits16": 21.6,
    "dinov3_vits16plus": 28.7,
    "dinov3_vitb16": 85.7,
    "dinov3_vitl16": 303.1,
    "dinov3_vith16plus": 840.6,
    "dinov3_vit7b16": 6716,
}


HEAD_WIDTHS = {  # all others: 64
    "ViT-H-14": 80,
    "ViT-g-14": 88,
    "ViT-bigG-14": 104,
    "EVA02-E-14-plus": 112,
    "so400m": 72,
    "giant-opt": 96,
    "vit7b16": 128,
}


def pictures(height, width=None):
    return torch.randn(2, 3, height, width or height, generator=torch.Generator().manual_seed(1))


def same(got, expected):
    torch.testing.assert_close(got, expected, atol=1e-5 * float(expected.abs().max()), rtol=0)


def saved(model, folder):
    """What ``transformers`` writes: the names of the hub."""
    with torch.no_grad():
        for p in model.parameters():
            p.normal_(0, 0.2)
    model.eval().save_pretrained(folder)
    return read_tensors(folder / "model.safetensors")


def tensors(shapes, seed=0):
    """Random tensors, some so small that the epsilon of a norm shows."""
    generator = torch.Generator().manual_seed(seed)
    small = ("cls_token", "pos_embed", "patch_embed", "attn.proj", "register_tokens", "prompt")
    return {
        k: torch.randn(shape, generator=generator) * (1e-3 if any(s in k for s in small) else 0.3)
        for k, shape in shapes.items()
    }


def layer(name, before, after):
    return {f"{name}.weight": (after, before), f"{name}.bias": (after,)}


def norm(name, width):
    return {f"{name}.weight": (width,), f"{name}.bias": (width,)}


def timm_shapes(width, depth, hidden, positions, patch, *, gated=False, split_bias=False, scaled=False):
    shapes = {"cls_token": (1, 1, width), "pos_embed": (1, positions, width), **norm("norm", width)}
    shapes |= {"patch_embed.proj.weight": (width, 3, patch, patch), "patch_embed.proj.bias": (width,)}
    for i in range(depth):
        b = f"blocks.{i}"
        shapes |= norm(f"{b}.norm1", width) | norm(f"{b}.norm2", width) | layer(f"{b}.attn.proj", width, width)
        shapes |= layer(f"{b}.attn.qkv", width, 3 * width)
        if split_bias:
            del shapes[f"{b}.attn.qkv.bias"]
            shapes |= {f"{b}.attn.q_bias": (width,), f"{b}.attn.v_bias": (width,)}
        up, down = ("w12", "w3") if gated else ("fc1", "fc2")
        shapes |= layer(f"{b}.mlp.{up}", width, hidden * (1 + gated)) | layer(f"{b}.mlp.{down}", hidden, width)
        shapes |= {f"{b}.ls{n}.gamma": (width,) for n in (1, 2) if scaled}
    return shapes


def text_shapes(width, depth, context, vocabulary, out_dim):
    shapes = {"token_embedding.weight": (vocabulary, width), "positional_embedding": (context, width)}
    shapes |= {"text_projection": (width, out_dim), **norm("ln_final", width)}
    for i in range(depth):
        b = f"transformer.resblocks.{i}"
        shapes |= {f"{b}.attn.in_proj_weight": (3 * width, width), f"{b}.attn.in_proj_bias": (3 * width,)}
        shapes |= layer(f"{b}.attn.out_proj", width, width) | norm(f"{b}.ln_1", width) | norm(f"{b}.ln_2", width)
        shapes |= layer(f"{b}.mlp.c_fc", width, 4 * width) | layer(f"{b}.mlp.c_proj", 4 * width, width)
    return shapes


def attend(packed, heads, *, causal=False):
    """Attention by its definition, one picture and one head after the other; (B, T, 3 width) to (B, T, width)."""
    seen = []
    for q, k, v in zip(*packed.chunk(3, -1), strict=True):
        out = []
        for a, b, c in zip(*(m.chunk(heads, -1) for m in (q, k, v)), strict=True):
            logits = a @ b.T / math.sqrt(a.shape[1])
            if causal:
                logits = logits.masked_fill(torch.ones_like(logits).triu(1).bool(), -torch.inf)
            out.append(logits.softmax(-1) @ c)
        seen.append(torch.cat(out, -1))
    return torch.stack(seen)


def naive_vit(t, images, heads, *, post=False, prompts=None):
    """All tokens, normed, of a ViT in timm's format with any of: q and v bias, norms behind, LayerScale, registers."""

    def normed(x, name):
        return layer_norm(x, x.shape[-1:], t[f"{name}.weight"], t[f"{name}.bias"], 1e-6)

    def dense(x, name):
        return linear(x, t[f"{name}.weight"], t[f"{name}.bias"])

    patch = t["patch_embed.proj.weight"]
    x = conv2d(images, patch, t["patch_embed.proj.bias"], stride=patch.shape[2:]).flatten(2).transpose(1, 2)
    x = torch.cat([t["cls_token"].expand(len(x), -1, -1), x], 1) + t["pos_embed"]
    if "register_tokens" in t:
        x = torch.cat([x[:, :1], t["register_tokens"].expand(len(x), -1, -1), x[:, 1:]], 1)
    for i in range(1 + max(int(k.split(".")[1]) for k in t if k.startswith("blocks."))):
        b = f"blocks.{i}"
        if prompts is not None:
            behind = x[:, 1 + (prompts.shape[1] if i else 0) :]
            x = torch.cat([x[:, :1], prompts[i].expand(len(x), -1, -1), behind], 1)
        q = t.get(f"{b}.attn.q_bias")
        bias = t[f"{b}.attn.qkv.bias"] if q is None else torch.cat([q, 0 * q, t[f"{b}.attn.v_bias"]])

        def attention(x, b=b, bias=bias):
            return dense(attend(linear(x, t[f"{b}.attn.qkv.weight"], bias), heads), f"{b}.attn.proj")

        def mlp(x, b=b):
            if f"{b}.mlp.w12.weight" in t:
                gate, value = dense(x, f"{b}.mlp.w12").chunk(2, -1)
                return dense(silu(gate) * value, f"{b}.mlp.w3")
            return dense(gelu(dense(x, f"{b}.mlp.fc1")), f"{b}.mlp.fc2")

        for n, branch in ((1, attention), (2, mlp)):
            y = normed(branch(x), f"{b}.norm{n}") if post else branch(normed(x, f"{b}.norm{n}"))
            x = x + t.get(f"{b}.ls{n}.gamma", 1) * y
    return normed(x, "norm")


def naive_text(t, ids, heads, *, act):
    """CLIP's text tower in open_clip's format."""

    def normed(x, name):
        return layer_norm(x, x.shape[-1:], t[f"{name}.weight"], t[f"{name}.bias"])

    x = t["token_embedding.weight"][ids] + t["positional_embedding"]
    for i in range(1 + max(int(k.split(".")[2]) for k in t if "resblocks" in k)):
        b = f"transformer.resblocks.{i}"
        packed = linear(normed(x, f"{b}.ln_1"), t[f"{b}.attn.in_proj_weight"], t[f"{b}.attn.in_proj_bias"])
        seen = attend(packed, heads, causal=True)
        x = x + linear(seen, t[f"{b}.attn.out_proj.weight"], t[f"{b}.attn.out_proj.bias"])
        inner = act(linear(normed(x, f"{b}.ln_2"), t[f"{b}.mlp.c_fc.weight"], t[f"{b}.mlp.c_fc.bias"]))
        x = x + linear(inner, t[f"{b}.mlp.c_proj.weight"], t[f"{b}.mlp.c_proj.bias"])
    return normed(x, "ln_final")[torch.arange(len(ids)), ids.argmax(1)] @ t["text_projection"]


def quick_gelu(x):
    return x * torch.sigmoid(1.702 * x)


@pytest.mark.parametrize("name", towers.PAIRS)
def test_every_pair_builds_with_the_published_number_of_parameters(name):
    with torch.device("meta"):
        pair = towers.PAIRS[name].build()
    if name in PARAMETERS:
        counts = tuple(sum(p.numel() for p in m.parameters()) / 1e6 for m in (pair, pair.images))
        assert counts == pytest.approx(PARAMETERS[name], rel=1e-4)


@pytest.mark.parametrize("name", towers.DENSE)
def test_every_dense_tower_builds_with_the_published_number_of_parameters(name):
    with torch.device("meta"):
        tower = towers.DENSE[name].build()
    count = sum(p.numel() for p in tower.parameters()) / 1e6
    assert count == pytest.approx(DENSE_PARAMETERS[name.removesuffix("_reg")], rel=2e-3)


@pytest.mark.parametrize("room", [clip, eva, siglip, dinov2, dinov3], ids=lambda room: room.__name__.rpartition(".")[2])
def test_heads_have_the_published_width(room):
    """No number of parameters tells it."""
    for name, config in room.SIZES.items():
        assert config.width / config.heads == HEAD_WIDTHS.get(name.partition("-patch")[0], 64)


def clip_of_transformers(folder, *, act):
    body = BODY | {"intermediate_size": 64, "hidden_act": act}
    config = transformers.CLIPConfig(
        vision_config=body | {"image_size": 32, "patch_size": 16},
        text_config=body | {"vocab_size": 50, "max_position_embeddings": 7, "bos_token_id": 48, "eos_token_id": END},
        projection_dim=24,
    )
    model = transformers.CLIPModel(config)
    return model, saved(model, folder)


def in_open_clip_format(state):
    """The inverse of what is tested, written down once more."""
    out = {}
    for side, ours, theirs in (("vision", "visual", "visual."), ("text", "text", "")):
        p, e = f"{side}_model", f"{side}_model.embeddings"
        out[f"{theirs}positional_embedding"] = state[f"{e}.position_embedding.weight"]
        for i in range(2):
            a, b = f"{p}.encoder.layers.{i}", f"{theirs}transformer.resblocks.{i}"
            for kind in ("weight", "bias"):
                qkv = [state[f"{a}.self_attn.{n}_proj.{kind}"] for n in "qkv"]
                out[f"{b}.attn.in_proj_{kind}"] = torch.cat(qkv)
                for x, y in (("layer_norm1", "ln_1"), ("layer_norm2", "ln_2"), ("mlp.fc1", "mlp.c_fc"),
                             ("mlp.fc2", "mlp.c_proj"), ("self_attn.out_proj", "attn.out_proj")):  # fmt: skip
                    out[f"{b}.{y}.{kind}"] = state[f"{a}.{x}.{kind}"]
        out["visual.proj" if side == "vision" else "text_projection"] = state[f"{ours}_projection.weight"].T
    for kind in ("weight", "bias"):
        out[f"visual.ln_pre.{kind}"] = state[f"vision_model.pre_layrnorm.{kind}"]
        out[f"visual.ln_post.{kind}"] = state[f"vision_model.post_layernorm.{kind}"]
        out[f"ln_final.{kind}"] = state[f"text_model.final_layer_norm.{kind}"]
    out["visual.class_embedding"] = state["vision_model.embeddings.class_embedding"]
    out["visual.conv1.weight"] = state["vision_model.embeddings.patch_embedding.weight"]
    out["token_embedding.weight"] = state["text_model.embeddings.token_embedding.weight"]
    return out | {"logit_scale": state["logit_scale"], "context_length": torch.tensor(7)}


@pytest.mark.parametrize("act", ["gelu", "quick_gelu"])
def test_clip_of_both_formats_is_that_of_transformers(act, tmp_path):
    model, state = clip_of_transformers(tmp_path, act=act)
    quick = act == "quick_gelu"
    network = towers.clip_network(
        CLIPImageConfig(image_size=32, patch=16, hidden=64, quick_gelu=quick, out_dim=24, **SIZE),
        CLIPTextConfig(context=7, vocabulary=50, hidden=64, quick_gelu=quick, out_dim=24, **SIZE),
    )
    old = state | {f"{side}_model.embeddings.position_ids": torch.arange(7)[None] for side in ("vision", "text")}
    for file in (state, old, in_open_clip_format(state)):
        both = network.filled(file)
        with torch.inference_mode():
            same(both.images(pictures(32)), model.get_image_features(pictures(32)).pooler_output)
            same(both.texts(IDS), model.get_text_features(IDS).pooler_output)
        assert both.out_dim == 24


def test_a_file_of_no_known_format_is_refused(tmp_path):
    with pytest.raises(WeightsError, match=r"visual.class_embedding.*open_clip.*transformers"):
        towers.PAIRS["ViT-B-32"].convert({"encoder.weight": torch.zeros(2)})
    with pytest.raises(WeightsError, match=r"patch_embed.proj.weight.*Meta.*transformers"):
        towers.DENSE["dinov2_vits14"].convert({"encoder.weight": torch.zeros(2)})
    with torch.device("meta"), pytest.raises(WeightsError, match="unknown tensors"):
        towers.PAIRS["EVA02-E-14-plus"].filled({"visual.class_embedding": torch.zeros(2)})
    with torch.device("meta"), pytest.raises(WeightsError, match="not a checkpoint of SLIP"):
        towers.PAIRS["SLIP-ViT-B-16"].filled({"logit_scale": torch.zeros(2)})
    _, state = clip_of_transformers(tmp_path, act="gelu")
    with torch.device("meta"), pytest.raises(WeightsError, match="not a checkpoint of CLIP"):
        towers.PAIRS["ViT-B-32"].filled(state)


def test_siglip_is_that_of_transformers(tmp_path):
    body = BODY | {"intermediate_size": 64}
    config = transformers.SiglipConfig(
        vision_config=body | {"image_size": 32, "patch_size": 16},
        text_config=body | {
            "vocab_size": 50, "max_position_embeddings": 7, "projection_size": 40, "bos_token_id": 1, "eos_token_id": 1,
        },
    )  # fmt: skip
    model = transformers.SiglipModel(config)
    both = towers.siglip_network(
        SigLIPImageConfig(image_size=32, hidden=64, **SIZE),
        SigLIPTextConfig(context=7, vocabulary=50, hidden=64, out_dim=40, **SIZE),
    ).filled(saved(model, tmp_path))
    with torch.inference_mode():
        same(both.images(pictures(32)), model.get_image_features(pictures(32)).pooler_output)
        same(both.texts(IDS), model.get_text_features(IDS).pooler_output)


def test_eva_clip_is_its_naive_twin():
    trunk = tensors(timm_shapes(32, 2, 80, 1 + 4, 14, split_bias=True) | layer("head", 32, 24))
    text = tensors(text_shapes(32, 2, 7, 50, 24), seed=1)
    file = towers.prefixed("visual.trunk.", trunk) | towers.prefixed("text.", text)
    both = towers.eva_clip_network(
        EVAImageConfig(image_size=28, hidden=80, out_dim=24, **SIZE),
        CLIPTextConfig(context=7, vocabulary=50, hidden=128, out_dim=24, **SIZE),
    ).filled(file | {"logit_scale": torch.ones([]), "text.attn_mask": torch.zeros(7, 7)})
    with torch.inference_mode():
        cls = naive_vit(trunk, pictures(28), 4, post=True)[:, 0]
        same(both.images(pictures(28)), linear(cls, trunk["head.weight"], trunk["head.bias"]))
        same(both.texts(IDS), naive_text(text, IDS, 4, act=gelu))


@pytest.mark.parametrize("prompts", [0, 3], ids=["SLIP", "CG3D"])
def test_slip_is_its_naive_twin(prompts):
    visual = tensors(timm_shapes(32, 2, 128, 1 + 4, 16))
    text = tensors(text_shapes(32, 2, 7, 50, 24), seed=1)
    rest = tensors({"image_projection": (32, 24), "image_mlp.layer1.weight": (4, 4), "pc_projection": (4, 4)}, seed=2)
    rest |= {"logit_scale": torch.ones([]), "point_encoder.cls_token": torch.ones(1)}
    own = tensors(
        {"prompt_embeddings": (1, prompts, 32), "deep_prompt_embeddings": (1, prompts, 32)} if prompts else {}
    )
    both = towers.slip_network(
        SLIPImageConfig(image_size=32, **SIZE),
        CLIPTextConfig(context=7, vocabulary=50, hidden=128, quick_gelu=True, out_dim=24, **SIZE),
        prompts=prompts,
    ).filled(towers.prefixed("visual.", visual | own) | text | rest)
    with torch.inference_mode():
        cls = naive_vit(visual, pictures(32), 4, prompts=torch.cat(list(own.values())) if own else None)[:, 0]
        same(both.images(pictures(32)), cls @ rest["image_projection"])
        same(both.texts(IDS), naive_text(text, IDS, 4, act=quick_gelu))
    assert both.out_dim == 24


@pytest.mark.parametrize("gated", [False, True])
@pytest.mark.parametrize("registers", [0, 4])
def test_dinov2_of_meta_is_its_naive_twin(registers, gated):
    shapes = timm_shapes(32, 2, 88 if gated else 128, 1 + 9, 14, gated=gated, scaled=True) | {"mask_token": (1, 32)}
    file = tensors(shapes | ({"register_tokens": (1, registers, 32)} if registers else {}))
    config = DINOv2Config(image_size=42, hidden=88 if gated else 128, gated=gated, registers=registers, **SIZE)
    dino = towers.dinov2_network(config).filled(file)
    with torch.inference_mode():
        same(dino.all_tokens(pictures(42)), naive_vit(file, pictures(42), 4))
        same(dino(pictures(42)), naive_vit(file, pictures(42), 4)[:, 0])


@pytest.mark.parametrize("gated", [False, True])
@pytest.mark.parametrize("registers", [0, 4])
def test_dinov2_is_that_of_transformers(registers, gated, tmp_path):
    more = {"image_size": 42, "patch_size": 14, "use_swiglu_ffn": gated}
    if registers:
        model = transformers.Dinov2WithRegistersModel(transformers.Dinov2WithRegistersConfig(**BODY, **more))
    else:
        model = transformers.Dinov2Model(transformers.Dinov2Config(**BODY, **more))
    config = DINOv2Config(image_size=42, hidden=88 if gated else 128, gated=gated, registers=registers, **SIZE)
    dino = towers.dinov2_network(config).filled(saved(model, tmp_path))
    with torch.inference_mode():
        # Without registers, transformers interpolates positions in its own way, not in Meta's.
        for x in [pictures(42), *([pictures(28, 70), pictures(56)] if registers else [])]:
            seen = model(x, output_hidden_states=True)
            same(dino.all_tokens(x), seen.last_hidden_state)
            same(dino.all_tokens(x, back=1), model.layernorm(seen.hidden_states[-2]))


def cubic_rows(after, before, scale):
    """(after, before) weights of cubic convolution (Keys 1981) with a = -3/4 at the scale that is given."""
    rows = torch.zeros(after, before)
    for i in range(after):
        center = (i + 0.5) / scale - 0.5
        for j in range(math.floor(center) - 1, math.floor(center) + 3):
            d = abs(center - j)
            near, far = 1.25 * d**3 - 2.25 * d**2 + 1, -0.75 * (d**3 - 5 * d**2 + 8 * d - 4)
            rows[i, min(max(j, 0), before - 1)] += near if d <= 1 else far
    return rows


def test_dinov2_interpolates_positions_as_meta_does():
    dino = DINOv2(DINOv2Config(image_size=70, hidden=128, **SIZE))
    grid = dino.positions.detach().view(5, 5, 32)
    rows, columns = cubic_rows(3, 5, 3.1 / 5), cubic_rows(7, 5, 7.1 / 5)
    expected = torch.einsum("ri,cj,ijk->rck", rows, columns, grid).flatten(0, 1)
    torch.testing.assert_close(dino.positions_of(3, 7).detach(), expected, atol=1e-6, rtol=1e-4)


@pytest.mark.parametrize("gated", [False, True])
def test_dinov3_of_both_formats_is_that_of_transformers(gated, tmp_path):
    config = transformers.DINOv3ViTConfig(
        **BODY, intermediate_size=64, num_register_tokens=4, use_gated_mlp=gated, hidden_act="silu" if gated else "gelu"
    )
    model = transformers.DINOv3ViTModel(config)
    state = saved(model, tmp_path)
    network = towers.dinov3_network(DINOv3Config(hidden=64, gated=gated, **SIZE))
    for file in (state, in_meta_format(state, gated=gated)):
        dino = network.filled(file)
        with torch.inference_mode():
            for x in (pictures(32), pictures(48, 80)):
                same(dino.all_tokens(x), model(x).last_hidden_state)


def in_meta_format(state, *, gated):
    names = {"embeddings.cls_token": "cls_token", "embeddings.register_tokens": "storage_tokens"}
    names |= {"embeddings.mask_token": "mask_token"}
    for kind in ("weight", "bias"):
        names |= {f"embeddings.patch_embeddings.{kind}": f"patch_embed.proj.{kind}", f"norm.{kind}": f"norm.{kind}"}
    up, down = ("w2", "w3") if gated else ("fc1", "fc2")
    inner = {"norm1": "norm1", "norm2": "norm2", "attention.o_proj": "attn.proj", "mlp.up_proj": f"mlp.{up}"}
    inner |= {"mlp.down_proj": f"mlp.{down}"} | ({"mlp.gate_proj": "mlp.w1"} if gated else {})
    out = {"rope_embed.periods": 100 ** torch.linspace(0, 1, 3)[:2]}
    for i in range(2):
        a, b = f"layer.{i}", f"blocks.{i}"
        names |= {f"{a}.{x}.{kind}": f"{b}.{y}.{kind}" for x, y in inner.items() for kind in ("weight", "bias")}
        names |= {f"{a}.layer_scale{n}.lambda1": f"{b}.ls{n}.gamma" for n in (1, 2)}
        q, v = state[f"{a}.attention.q_proj.bias"], state[f"{a}.attention.v_proj.bias"]
        out[f"{b}.attn.qkv.weight"] = torch.cat([state[f"{a}.attention.{n}_proj.weight"] for n in "qkv"])
        out[f"{b}.attn.qkv.bias"] = torch.cat([q, torch.ones_like(q), v])
        out[f"{b}.attn.qkv.bias_mask"] = torch.cat([torch.ones_like(q), torch.zeros_like(q), torch.ones_like(v)])
    return out | {theirs: state[ours] for ours, theirs in names.items()}


@pytest.mark.parametrize("name", ["dinov2_vits14", "dinov2_vits14_reg", "dinov3_vits16"])
def test_dense_towers_take_any_multiple_of_the_patch(name):
    with torch.device("meta"):
        dino = towers.DENSE[name].build()
    p = dino.config.patch
    for rows, columns in ((3, 5), (37, 37), (40, 2)):
        x = torch.empty(1, 3, rows * p, columns * p, device="meta")
        assert dino.patches(x).shape == dino.patches(x, back=3).shape == (1, 384, rows, columns)


def test_dinov2_refuses_other_sizes():
    dino = DINOv2(DINOv2Config(image_size=42, hidden=128, **SIZE))
    with pytest.raises(ShapeError, match="got pictures of 28 x 30 pixels, expected multiples of 14"):
        dino.patches(torch.zeros(1, 3, 28, 30))
