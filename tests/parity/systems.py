"""How to build, fill and run our networks from a fixture of an official one: a row for each kind of fixture.

A row takes the fixture's JSON, weights and inputs and gives all results by the fixture's names (``output.x``, ``mid.y``).
"""

from collections.abc import Callable
from typing import Any

import torch
from torch import Tensor
from torch.nn.functional import normalize

from trivium.encoders.images import CLIPImageConfig, DINOv3Config, SLIPImageConfig
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
from trivium.encoders.text import CLIPTextConfig
from trivium.models import networks, towers
from trivium.models.cg3d import cg3d_pointtransformer_network
from trivium.models.duoduoclip import duoduoclip_network
from trivium.models.michelangelo import michelangelo_network
from trivium.models.openshape import openshape_network
from trivium.models.tamm import cia_network, tamm_network
from trivium.models.ulip import ulip_pointbert_network, ulip_pointmlp_network, ulip_pointnet2_network
from trivium.models.uni3d import uni3d_network
from trivium.rendering.splatting import alpha_composited, norm_weighted, splat

Tensors = dict[str, Tensor]
Runner = Callable[[dict[str, Any], Tensors, Tensors], Tensors]


def run_openshape(meta: dict[str, Any], weights: Tensors, given: Tensors) -> Tensors:
    c = meta["config"]
    config = openshape.PPATConfig(
        in_channels=c["in_dim"], width=c["dim"], depth=c["depth"], heads=c["heads"], head_dim=c["dim_head"],
        hidden=c["mlp_dim"], patch_width=c["sa_dim"], num_groups=c["patches"], group_size=c["nsamp"], radius=c["prad"],
        out_dim=c["out_channel"],
    )  # fmt: skip
    net = openshape_network(config).filled(weights)
    cloud = given["features"]
    chosen, members = net.groups(cloud)
    centers, patches = net.patches(cloud)
    tokens = net.tokens(cloud)
    return {
        "mid.fps_idx": chosen, "mid.group_idx": members, "mid.centroids": centers.transpose(1, 2),
        "mid.sa_feature": patches.transpose(1, 2), "mid.tokens0": tokens, "mid.cls": net.cls_token(tokens),
        "output.embed": net(cloud),
    }  # fmt: skip


def point_transformer(meta: dict[str, Any], **more: Any) -> pointtransformer.PointTransformerConfig:
    c = meta["config"]
    return pointtransformer.PointTransformerConfig(
        width=c["trans_dim"], depth=c["depth"], heads=c["num_heads"], patch_width=c["encoder_dims"],
        num_groups=c["num_group"], group_size=c["group_size"], **more,
    )  # fmt: skip


def run_ulip_pointbert(meta: dict[str, Any], weights: Tensors, given: Tensors) -> Tensors:
    cloud = given["pc"]
    config = point_transformer(meta, in_channels=cloud.shape[2], out_dim=meta["proj_dim"])
    net = ulip_pointbert_network(config).filled(weights)
    centers, patches = net.patches(cloud)
    return {
        "mid.center": centers, "mid.knn_idx": neighbors(cloud, centers, config.group_size),
        "mid.patch_tokens": patches, "mid.tokens": net.tokens(cloud), "mid.feat": net.features(cloud),
        "output.embed": net(cloud),
    }  # fmt: skip


def run_cg3d_pointtransformer(meta: dict[str, Any], weights: Tensors, given: Tensors) -> Tensors:
    cloud = given["pts"]
    config = point_transformer(meta, out_dim=meta["proj"], head_bias=True, classes=meta["config"]["cls_dim"])
    net = cg3d_pointtransformer_network(config).filled(weights)
    centers, patches = net.patches(cloud)
    tokens = net.tokens(cloud)
    return {
        "mid.center": centers, "mid.patch_tokens": patches, "mid.tokens": tokens,
        "mid.out_token": tokens[:, 1:].repeat(1, 1, 2), "output.embed": net(cloud),
        "output.cls_logits": net.class_logits(cloud),
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
    net = uni3d_network(config).filled(weights)
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
    net = networks.tokenizer_network(config).filled(weights)
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

    config = pointnet2.PointNet2Config(
        levels=(level(1), level(2)), whole=tuple(c["m3"]), features_first=several,
        out_dim=weights["pc_projection"].shape[1],
        hidden=(len(weights["point_encoder.fc1.bias"]), len(weights["point_encoder.fc2.bias"])),
    )  # fmt: skip
    net = ulip_pointnet2_network(config).filled(weights)
    xyz1, x1 = net.level(0, given["pc"], None)
    xyz2, x2 = net.level(1, xyz1, x1)
    found = {"mid.sa1_xyz": xyz1, "mid.sa1": x1, "mid.sa2_xyz": xyz2, "mid.sa2": x2}
    found = {k: v.transpose(1, 2) for k, v in found.items()}
    return found | {"mid.feat": net.features(given["pc"]), "output.embed": net(given["pc"])}


def run_pointmlp(meta: dict[str, Any], weights: Tensors, given: Tensors) -> Tensors:
    c, cg3d = meta["config"], "proj" in meta
    config = pointmlp.PointMLPConfig(
        num_points=c["points"], width=c["embed_dim"], growth=tuple(c["dim_expansion"]), before=tuple(c["pre_blocks"]),
        after=tuple(c["pos_blocks"]), neighbors=tuple(c["k_neighbors"]), reducers=tuple(c["reducers"]),
        expansion=c["res_expansion"], skip_origin=cg3d, hidden=() if cg3d else (512, 256), head_bias=cg3d,
        out_dim=meta["proj"] if cg3d else weights["pc_projection"].shape[1],
    )  # fmt: skip
    network = networks.pointmlp_network if cg3d else ulip_pointmlp_network
    net = network(config).filled(weights)
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
    net = networks.pointnext_network(config).filled(weights)
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
    net = networks.vecset_network(config).filled(weights)
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
    net = michelangelo_network(config).filled(weights)
    cloud = torch.cat([given["pc"], given["normals"]], -1)
    tokens, (mean, logvar) = net.tokens(cloud), net.posterior(cloud)
    return {
        "mid.cls": tokens[:, 0], "mid.latents": tokens[:, 1:], "mid.moments": torch.cat([mean, logvar], -1),
        "output.shape_embed": net(cloud), "output.kl_mode": mean, "output.logits": net.decode(mean, given["queries"]),
    }  # fmt: skip


def run_tamm(meta: dict[str, Any], weights: Tensors, given: Tensors) -> Tensors:
    c = meta["config"]
    config = openshape.PPATConfig(
        in_channels=c["in_dim"], width=c["dim"], depth=c["depth"], heads=c["heads"], hidden=c["mlp_dim"],
        patch_width=c["sa_dim"], num_groups=c["patches"], group_size=c["nsamp"], radius=c["prad"],
    )  # fmt: skip
    net = tamm_network(config, hidden=meta["hidden"], out_dim=meta["out"]).filled(weights)
    adapter = cia_network(meta["out"], reduction=meta["cia_reduction"], share=meta["cia_ratio"])
    cia = adapter.filled(networks.below("clip_adapter.", weights))
    image_feat, text_feat = net(given["features"])
    image, text, classes = (normalize(x, dim=1) for x in (image_feat, text_feat, given["class_text"]))
    return {
        "output.shape_feat": net.model(given["features"]), "output.image_feat": image_feat,
        "output.text_feat": text_feat, "output.cia_out": cia(given["image_features"]),
        "output.logits": (text + 0.5 * image) @ classes.T,
    }  # fmt: skip


def clip_configs(meta: dict[str, Any]) -> tuple[CLIPImageConfig, CLIPTextConfig]:
    v, t = meta["vision_cfg"], meta["text_cfg"]
    images = CLIPImageConfig(
        image_size=v["image_size"], patch=v["patch_size"], width=v["width"], depth=v["layers"],
        heads=v["width"] // v.get("head_width", 64), hidden=int(v["width"] * v.get("mlp_ratio", 4)),
        quick_gelu=meta["quick_gelu"], out_dim=meta["embed_dim"],
    )  # fmt: skip
    texts = CLIPTextConfig(
        context=t["context_length"], vocabulary=t["vocab_size"], width=t["width"], depth=t["layers"],
        heads=t["heads"], hidden=int(t["width"] * t.get("mlp_ratio", 4)), quick_gelu=meta["quick_gelu"],
        out_dim=meta["embed_dim"],
    )  # fmt: skip
    return images, texts


def run_openclip(meta: dict[str, Any], weights: Tensors, given: Tensors) -> Tensors:
    net = towers.clip_network(*clip_configs(meta)).filled(weights)
    return {"output.image_embed": net.images(given["image"]), "output.text_embed": net.texts(given["text"])}


def run_duoduoclip(meta: dict[str, Any], weights: Tensors, given: Tensors) -> Tensors:
    net = duoduoclip_network(*clip_configs(meta), first=meta["layers_threshold"]).filled(weights)
    tower = net.views.tower
    found = {"output.embed_f1": tower(given["images"].flatten(0, 1)), "output.text_embed": net.texts(given["text"])}
    for i, layer in enumerate(tower.layers):
        layer.register_forward_hook(lambda m, a, x, i=i: found.update({f"mid.block{i}": x.transpose(0, 1)}))
    embed = net.views(given["images"])  # fills the blocks
    return found | {"output.embed": embed}


def run_vpt(meta: dict[str, Any], weights: Tensors, given: Tensors) -> Tensors:
    c = meta["config"]
    config = SLIPImageConfig(
        image_size=c["img_size"], patch=c["patch_size"], width=c["embed_dim"], depth=c["depth"], heads=c["num_heads"]
    )
    net = towers.prompted_slip_network(config, prompts=c["num_tokens"]).filled(weights)
    return {"mid.tokens": net.tokens(given["image"]), "output.feat": net(given["image"])}


def run_dinov3(meta: dict[str, Any], weights: Tensors, given: Tensors) -> Tensors:
    c = meta["config"]
    gated = "swiglu" in c["ffn_layer"]
    config = DINOv3Config(
        width=c["embed_dim"], depth=c["depth"], heads=c["num_heads"], gated=gated, patch=c["patch_size"],
        hidden=len(weights[f"blocks.0.mlp.{'w1' if gated else 'fc1'}.bias"]), registers=c["n_storage_tokens"],
    )  # fmt: skip
    net = towers.dinov3_network(config).filled(weights)
    image, tokens, first = given["image"], net.all_tokens(given["image"]), 1 + config.registers
    return {
        "mid.x_prenorm": net.net(image, output_hidden_states=True).hidden_states[-1],
        "output.x_norm_clstoken": net(image), "output.x_norm_patchtokens": tokens[:, first:],
        "output.x_storage_tokens": tokens[:, 1:first], "output.inter_patch_last2_first": net.patches(image, back=1),
        "output.inter_cls_last2_first": net.all_tokens(image, back=1)[:, 0],
    }  # fmt: skip


def run_fps(meta: dict[str, Any], weights: Tensors, given: Tensors) -> Tensors:
    count = meta["outputs"]["idx_plain_start0"][1]
    return {
        "output.idx_plain_start0": farthest_points(given["pts"], count),
        "output.idx_pointnet2ops_start0": farthest_points(given["pts"], count, skip_origin=True),
    }


def neighbors(cloud: Tensor, centers: Tensor, count: int) -> Tensor:
    return nearest_points(cloud[..., :3], centers, count).sort(-1).values


def run_splatting(meta: dict[str, Any], weights: Tensors, given: Tensors) -> Tensors:
    c, features = meta["config"], given["features"]
    size = c["image_size"]
    height, width = (size, size) if isinstance(size, int) else size
    splats = splat(given["points_ndc"], (height, width), radius=c["radius"], per_pixel=c["points_per_pixel"])
    padded = torch.where(splats.indices < 0, 1 + 1 / c["radius"] ** 2, splats.weights)  # what stands there officially
    return {
        "output.idx": splats.indices, "output.zbuf": splats.depth, "output.dists2": splats.squared,
        "output.weights": padded.permute(0, 3, 1, 2), "output.norm_weighted": norm_weighted(splats, features),
        "output.alpha_composite_clamped": alpha_composited(splats, features),
    }  # fmt: skip


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
    "p3d_raster": run_splatting,
}
