"""How to build, fill and run our networks from a fixture of an official one: a row for each kind of fixture.

A row takes the fixture's JSON, weights and inputs and gives all results by the fixture's names (``output.x``, ``mid.y``).
"""

from collections.abc import Callable
from typing import Any

import torch
from torch import Tensor, nn

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
from trivium.encoders.points.grouping import farthest_points, gather, nearest_points
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
        hidden=weights[f"point_encoder.visual.blocks.0.mlp.fc2.weight"].shape[1],
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
    "fps_semantics": run_fps,
}
