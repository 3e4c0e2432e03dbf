"""How to build, fill and run our networks from a fixture of an official one: a row for each kind of fixture.

A row takes the fixture's JSON, weights and inputs and gives all results by the fixture's names (``output.x``, ``mid.y``).
"""

from collections.abc import Callable
from typing import Any

import torch
from torch import Tensor, nn
from torch.nn.functional import normalize

from trivium.encoders.adapters import AlignmentAdapter, ImageAdapter
from trivium.encoders.images import clip as clip_images
from trivium.encoders.images import dinov3, slip
from trivium.encoders.multiview import MultiView
from trivium.encoders.points import (
    dvae,
    michelangelo,
    openshape,
    pointmlp,
    pointnet2,
    pointnext,
    pointtransformer,
    uni3d,
    vecset,
)
from trivium.encoders.points.grouping import farthest_points, nearest_points
from trivium.encoders.prompts import DeepPrompts
from trivium.encoders.text import clip as clip_text
from trivium.models.checkpoints import fitted, renamed

Tensors = dict[str, Tensor]
Runner = Callable[[dict[str, Any], Tensors, Tensors], Tensors]


def filled(module: nn.Module, tensors: Tensors) -> Any:
    module.load_state_dict(fitted(tensors, module), strict=True)
    return module.eval()


def without(prefix: str, tensors: Tensors) -> Tensors:
    return {k.removeprefix(prefix): v for k, v in tensors.items()}


def run_openshape(meta: dict[str, Any], weights: Tensors, given: Tensors) -> Tensors:
    c = meta["config"]
    config = openshape.PPATConfig(
        in_channels=c["in_dim"], width=c["dim"], depth=c["depth"], heads=c["heads"], head_dim=c["dim_head"],
        hidden=c["mlp_dim"], patch_width=c["sa_dim"], num_groups=c["patches"], group_size=c["nsamp"], radius=c["prad"],
        out_dim=c["out_channel"],
    )  # fmt: skip
    net = filled(openshape.PointPatchTransformer(config), renamed(weights, openshape.OFFICIAL_KEYS))
    cloud = given["features"]
    chosen, members = net.groups(cloud)
    centers, patches = net.patches(cloud)
    tokens = net.tokens(cloud)
    return {
        "mid.fps_idx": chosen, "mid.group_idx": members, "mid.centroids": centers.transpose(1, 2),
        "mid.sa_feature": patches.transpose(1, 2), "mid.tokens0": tokens, "mid.cls": net.cls_token(tokens),
        "output.embed": net(cloud),
    }  # fmt: skip


def point_transformer(meta: dict[str, Any], weights: Tensors, in_channels: int, out: int, bias: bool) -> Any:
    c = meta["config"]
    config = pointtransformer.PointTransformerConfig(
        in_channels=in_channels, width=c["trans_dim"], depth=c["depth"], heads=c["num_heads"],
        patch_width=c["encoder_dims"], num_groups=c["num_group"], group_size=c["group_size"], out_dim=out,
        head_bias=bias,
    )  # fmt: skip
    return filled(pointtransformer.PointTransformer(config), weights)


def run_ulip_pointbert(meta: dict[str, Any], weights: Tensors, given: Tensors) -> Tensors:
    weights = without("point_encoder.", weights)
    head = weights.pop("pc_projection").T
    ours = renamed(weights, pointtransformer.OFFICIAL_KEYS) | {"head.weight": head}
    net = point_transformer(meta, ours, given["pc"].shape[2], meta["proj_dim"], bias=False)
    centers, patches = net.patches(given["pc"])
    return {
        "mid.center": centers, "mid.knn_idx": neighbors(given["pc"], centers, net.config.group_size),
        "mid.patch_tokens": patches, "mid.tokens": net.tokens(given["pc"]), "mid.feat": net.features(given["pc"]),
        "output.embed": net(given["pc"]),
    }  # fmt: skip


def run_cg3d_pointtransformer(meta: dict[str, Any], weights: Tensors, given: Tensors) -> Tensors:
    ours = renamed(weights, pointtransformer.OFFICIAL_KEYS)
    net = point_transformer(meta, ours, 3, meta["proj"], bias=True)
    centers, patches = net.patches(given["pts"])
    return {
        "mid.center": centers, "mid.patch_tokens": patches, "mid.tokens": net.tokens(given["pts"]),
        "mid.out_token": net.tokens(given["pts"])[:, 1:].repeat(1, 1, 2), "output.embed": net(given["pts"]),
    }  # fmt: skip


def run_uni3d(meta: dict[str, Any], weights: Tensors, given: Tensors) -> Tensors:
    eva, args = meta["eva"], meta["args"]
    keys = " ".join(weights)
    config = uni3d.Uni3DConfig(
        width=args["pc_feat_dim"], depth=eva["depth"], heads=eva["num_heads"], in_channels=6,
        hidden=weights["point_encoder.visual.blocks.0.mlp.fc2.weight"].shape[1],
        mlp="gated-norm" if "fc1_g" in keys else "gated" if eva.get("swiglu_mlp") else "gelu",
        patch_width=args["pc_encoder_dim"], num_groups=args["num_group"], group_size=args["group_size"],
        out_dim=args["embed_dim"],
    )  # fmt: skip
    ours = uni3d.joined(renamed(without("point_encoder.", weights), uni3d.OFFICIAL_KEYS), config)
    net = filled(uni3d.Uni3D(config), ours)
    cloud = given["pc"]
    centers, patches = net.patches(cloud)
    tokens = net.tokens(cloud)
    return {
        "mid.center": centers, "mid.patch_tokens": patches, "mid.x0": tokens, "mid.cls_normed": net.cls_token(tokens),
        "mid.fps_idx": farthest_points(cloud[..., :3], config.num_groups, skip_origin=True),
        "mid.knn_idx": neighbors(cloud, centers, config.group_size), "output.embed": net(cloud),
    }  # fmt: skip


def run_dvae(meta: dict[str, Any], weights: Tensors, given: Tensors) -> Tensors:
    c = meta["config"]
    config = dvae.DVAEConfig(
        patch_width=c["encoder_dims"], num_groups=c["num_group"], group_size=c["group_size"],
        vocabulary=c["num_tokens"], token_width=c["tokens_dims"],
    )  # fmt: skip
    net = filled(dvae.PointTokenizer(config), renamed(weights, dvae.OFFICIAL_KEYS))
    centers, patches = net.patches(given["pts"])
    words = net(given["pts"])
    return {
        "mid.center": centers, "mid.patch_tokens": patches, "output.logits": net.logits(given["pts"]),
        "output.tokens": words, "output.hard_code": net.codebook[words],
    }  # fmt: skip


def run_pointnet2(meta: dict[str, Any], weights: Tensors, given: Tensors) -> Tensors:
    c = meta["config"]
    several = isinstance(c["r1"], list)

    def level(n: int) -> pointnet2.Level:
        radii, sizes, widths = ((c[f"{k}{n}"] if several else [c[f"{k}{n}"]]) for k in "rkm")
        return pointnet2.Level(
            num_groups=c[f"n{n}"], radii=tuple(radii), group_sizes=tuple(sizes), widths=tuple(map(tuple, widths))
        )

    head = weights.pop("pc_projection").T
    config = pointnet2.PointNet2Config(
        levels=(level(1), level(2)), whole=tuple(c["m3"]), features_first=several, out_dim=len(head),
        hidden=(len(weights["point_encoder.fc1.bias"]), len(weights["point_encoder.fc2.bias"])),
    )  # fmt: skip
    ours = renamed(without("point_encoder.", weights), pointnet2.OFFICIAL_KEYS) | {"head.weight": head}
    net = filled(pointnet2.PointNet2(config), ours)
    xyz1, x1 = net.level(0, given["pc"], None)
    xyz2, x2 = net.level(1, xyz1, x1)
    found = {"mid.sa1_xyz": xyz1, "mid.sa1": x1, "mid.sa2_xyz": xyz2, "mid.sa2": x2}
    found = {k: v.transpose(1, 2) for k, v in found.items()}
    return found | {"mid.feat": net.features(given["pc"]), "output.embed": net(given["pc"])}


def run_pointmlp(meta: dict[str, Any], weights: Tensors, given: Tensors) -> Tensors:
    c, cg3d = meta["config"], "proj" in meta
    weights = without("point_encoder.", weights)
    head = {} if cg3d else {"head.weight": weights.pop("pc_projection").T}
    config = pointmlp.PointMLPConfig(
        num_points=c["points"], width=c["embed_dim"], growth=tuple(c["dim_expansion"]), before=tuple(c["pre_blocks"]),
        after=tuple(c["pos_blocks"]), neighbors=tuple(c["k_neighbors"]), reducers=tuple(c["reducers"]),
        expansion=c["res_expansion"], skip_origin=cg3d, hidden=() if cg3d else (512, 256), head_bias=cg3d,
        out_dim=meta["proj"] if cg3d else len(head["head.weight"]),
    )  # fmt: skip
    net = filled(pointmlp.PointMLP(config), renamed(weights, pointmlp.OFFICIAL_KEYS) | head)
    found = {f"mid.stage{i}": x.transpose(1, 2) for i, x in enumerate(net.stage_features(given["pc"]))}
    found |= {} if cg3d else {"mid.feat": net.features(given["pc"])}
    return found | {"output.embed": net(given["pc"])}


def run_pointnext(meta: dict[str, Any], weights: Tensors, given: Tensors) -> Tensors:
    c, cls = meta["config"]["encoder"], meta["config"]["cls"]
    config = pointnext.PointNeXtConfig(
        in_channels=c["in_channels"], width=c["width"], blocks=tuple(c["blocks"]), strides=tuple(c["strides"]),
        radius=c["radius"], radius_scaling=c["radius_scaling"], neighbors=c["nsample"], layers=c["sa_layers"],
        residual=c["sa_use_res"], expansion=c["expansion"], head=tuple(cls["mlps"]) if cls else (),
        out_dim=cls["num_classes"] if cls else None,
    )  # fmt: skip
    net = filled(pointnext.PointNeXt(config), renamed(weights, pointnext.OFFICIAL_KEYS))
    cloud = torch.cat([given["pos"], given["x"].transpose(1, 2)], -1)
    found = {}
    for i, (points, x) in enumerate(net.stage_features(cloud)):
        found |= {f"mid.stage{i}_p": points, f"mid.stage{i}_f": x.transpose(1, 2)}
    if not cls:  # the official output without a head is the last stage as it is
        return found | {name: x.transpose(1, 2) for name in ("output.global_feat", "output.logits")}
    return found | {"output.global_feat": net.features(cloud), "output.logits": net(cloud)}


def run_vecset(meta: dict[str, Any], weights: Tensors, given: Tensors) -> Tensors:
    c = meta["config"]
    config = vecset.VecSetConfig(
        num_latents=c["num_latents"], latent_width=c["latent_dim"], width=c["dim"], depth=c["depth"],
        heads=c["heads"], head_dim=c["dim_head"],
    )  # fmt: skip
    net = filled(vecset.VecSet(config), renamed(renamed(weights, vecset.OFFICIAL_KEYS), vecset.INNER_KEYS))
    mean, logvar = net.posterior(given["pc"])
    return {
        "mid.tokens": net.tokens(given["pc"]), "output.mean": mean, "output.logvar": logvar,
        "output.kl": vecset.kl_divergence(mean, logvar), "output.logits_from_mean": net.decode(mean, given["queries"]),
    }  # fmt: skip


def run_michelangelo(meta: dict[str, Any], weights: Tensors, given: Tensors) -> Tensors:
    c = meta["config"]
    config = michelangelo.MichelangeloConfig(
        num_latents=c["num_latents"], latent_width=c["embed_dim"], width=c["width"], heads=c["heads"],
        depth=c["num_encoder_layers"], decoder_depth=c["num_decoder_layers"], octaves=c["num_freqs"],
        point_channels=c["point_feats"], out_dim=meta["proj"],
    )  # fmt: skip
    ours = renamed(renamed(without("model.", weights), michelangelo.OFFICIAL_KEYS), michelangelo.INNER_KEYS)
    net = filled(michelangelo.Michelangelo(config), michelangelo.repacked(ours, config.heads))
    cloud = torch.cat([given["pc"], given["normals"]], -1)
    tokens, (mean, logvar) = net.tokens(cloud), net.posterior(cloud)
    return {
        "mid.cls": tokens[:, 0], "mid.latents": tokens[:, 1:], "mid.moments": torch.cat([mean, logvar], -1),
        "output.shape_embed": net(cloud), "output.kl_mode": mean, "output.logits": net.decode(mean, given["queries"]),
    }  # fmt: skip


def part(prefix: str, tensors: Tensors) -> Tensors:
    return {k.removeprefix(prefix): v for k, v in tensors.items() if k.startswith(prefix)}


def run_tamm(meta: dict[str, Any], weights: Tensors, given: Tensors) -> Tensors:
    c = meta["config"]
    config = openshape.PPATConfig(
        in_channels=c["in_dim"], width=c["dim"], depth=c["depth"], heads=c["heads"], hidden=c["mlp_dim"],
        patch_width=c["sa_dim"], num_groups=c["patches"], group_size=c["nsamp"], radius=c["prad"], out_dim=None,
    )  # fmt: skip
    trunk = filled(openshape.PointPatchTransformer(config), renamed(part("model.", weights), openshape.OFFICIAL_KEYS))
    iaa, taa = (
        filled(AlignmentAdapter(c["dim"], meta["hidden"], meta["out"]), part(f"{name}_alignment_adapter.", weights))
        for name in ("image", "text")
    )
    cia = ImageAdapter(meta["out"], reduction=meta["cia_reduction"], share=meta["cia_ratio"])
    cia = filled(cia, part("clip_adapter.adapter.", weights))
    shape = trunk(given["features"])
    text, image, classes = (normalize(x, dim=1) for x in (taa(shape), iaa(shape), given["class_text"]))
    return {
        "output.shape_feat": shape, "output.image_feat": iaa(shape), "output.text_feat": taa(shape),
        "output.cia_out": cia(given["image_features"]), "output.logits": (text + 0.5 * image) @ classes.T,
    }  # fmt: skip


def clip_towers(meta: dict[str, Any], weights: Tensors) -> tuple[Any, Any]:
    v, t = meta["vision_cfg"], meta["text_cfg"]
    images = clip_images.CLIPImageConfig(
        image_size=v["image_size"], patch=v["patch_size"], width=v["width"], depth=v["layers"],
        heads=v["width"] // v.get("head_width", 64), hidden=int(v["width"] * v.get("mlp_ratio", 4)),
        quick_gelu=meta["quick_gelu"], out_dim=meta["embed_dim"],
    )  # fmt: skip
    texts = clip_text.CLIPTextConfig(
        context=t["context_length"], vocabulary=t["vocab_size"], width=t["width"], depth=t["layers"],
        heads=t["heads"], hidden=int(t["width"] * t.get("mlp_ratio", 4)), quick_gelu=meta["quick_gelu"],
        out_dim=meta["embed_dim"],
    )  # fmt: skip
    image, text = clip_images.CLIPImages(images), clip_text.CLIPTexts(texts)
    filled(image.net, clip_images.from_open_clip(renamed(weights, clip_images.OPEN_CLIP_KEYS)))
    filled(text.net, clip_text.from_open_clip(renamed(weights, clip_text.OPEN_CLIP_KEYS)))
    return image.eval(), text.eval()


def run_openclip(meta: dict[str, Any], weights: Tensors, given: Tensors) -> Tensors:
    image, text = clip_towers(meta, weights)
    return {"output.image_embed": image(given["image"]), "output.text_embed": text(given["text"])}


def run_duoduoclip(meta: dict[str, Any], weights: Tensors, given: Tensors) -> Tensors:
    image, text = clip_towers(meta, weights)
    single = image(given["images"].flatten(0, 1))
    many = MultiView(image, first=meta["layers_threshold"]).eval()
    blocks: Tensors = {}
    for i, layer in enumerate(image.layers):
        layer.register_forward_hook(lambda m, a, x, i=i: blocks.update({f"mid.block{i}": x.transpose(0, 1)}))
    found = {"output.embed": many(given["images"])}
    return found | blocks | {"output.embed_f1": single, "output.text_embed": text(given["text"])}


def run_vpt(meta: dict[str, Any], weights: Tensors, given: Tensors) -> Tensors:
    c = meta["config"]
    config = slip.SLIPImageConfig(
        image_size=c["img_size"], patch=c["patch_size"], width=c["embed_dim"], depth=c["depth"], heads=c["num_heads"]
    )
    prompts = torch.cat([weights.pop("prompt_embeddings"), weights.pop("deep_prompt_embeddings")])
    tower = slip.SLIPImages(config)
    filled(tower.net, slip.from_timm(renamed(weights, slip.TIMM_KEYS)))
    net = DeepPrompts(tower, count=c["num_tokens"]).eval()
    net.prompts.copy_(prompts)
    return {"mid.tokens": net.tokens(given["image"]), "output.feat": net(given["image"])}


def run_dinov3(meta: dict[str, Any], weights: Tensors, given: Tensors) -> Tensors:
    c = meta["config"]
    ours = dinov3.from_official(renamed(weights, dinov3.OFFICIAL_KEYS))
    gated = "swiglu" in c["ffn_layer"]
    config = dinov3.DINOv3Config(
        width=c["embed_dim"], depth=c["depth"], heads=c["num_heads"], gated=gated, patch=c["patch_size"],
        hidden=len(ours["model.layer.0.mlp.up_proj.bias"]), registers=c["n_storage_tokens"],
    )  # fmt: skip
    net = dinov3.DINOv3(config)
    net.set_periods(ours.pop("periods"))
    filled(net.net, ours)
    net.eval()
    image, tokens, first = given["image"], net.all_tokens(given["image"]), 1 + config.registers
    return {
        "mid.x_prenorm": net.net(image, output_hidden_states=True).hidden_states[-1],
        "output.x_norm_clstoken": net(image), "output.x_norm_patchtokens": tokens[:, first:],
        "output.x_storage_tokens": tokens[:, 1:first], "output.inter_patch_last2_first": net.patches(image, back=1),
        "output.inter_cls_last2_first": net.all_tokens(image, back=1)[:, 0],
    }  # fmt: skip


def run_fps(meta: dict[str, Any], weights: Tensors, given: Tensors) -> Tensors:
    count = 40
    return {
        "output.idx_plain_start0": farthest_points(given["pts"], count),
        "output.idx_pointnet2ops_start0": farthest_points(given["pts"], count, skip_origin=True),
    }


def neighbors(cloud: Tensor, centers: Tensor, count: int) -> Tensor:
    return nearest_points(cloud[..., :3], centers, count).sort(-1).values


RUNNERS: dict[str, Runner] = {  # the first whose name starts a fixture's name
    "openshape_ppat": run_openshape,
    "ulip2_pointbert": run_ulip_pointbert,
    "ulip_pointbert": run_ulip_pointbert,
    "uni3d": run_uni3d,
    "cg3d_pointtransformer": run_cg3d_pointtransformer,
    "pointbert_dvae": run_dvae,
    "ulip_pointnet2": run_pointnet2,
    "ulip_pointmlp": run_pointmlp,
    "cg3d_pointmlp": run_pointmlp,
    "pointnext": run_pointnext,
    "vecset": run_vecset,
    "michelangelo": run_michelangelo,
    "tamm": run_tamm,
    "openclip": run_openclip,
    "duoduoclip": run_duoduoclip,
    "cg3d_vpt": run_vpt,
    "dinov3": run_dinov3,
    "fps_semantics": run_fps,
}
