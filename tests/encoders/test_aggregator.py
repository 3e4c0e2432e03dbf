import pytest
import torch
from torch.nn.functional import layer_norm, linear, normalize

from trivium.encoders.aggregator import AggregatorConfig, ViewAggregator
from trivium.errors import ShapeError

CONFIG = AggregatorConfig(width=32, depth=2, heads=4)


@pytest.fixture
def trained() -> ViewAggregator:
    """One whose weights are no longer those it began with."""
    torch.manual_seed(0)
    aggregator = ViewAggregator(CONFIG).eval()
    with torch.no_grad():
        for p in aggregator.parameters():
            p.add_(torch.randn_like(p) * 0.2)
    return aggregator


def views(b: int, v: int, seed: int = 0) -> torch.Tensor:
    return normalize(torch.randn(b, v, 32, generator=torch.Generator().manual_seed(seed)), dim=2)


def naive(aggregator: ViewAggregator, x: torch.Tensor) -> torch.Tensor:
    """Equations 3 to 5 for one object (V, C), head by head."""
    heads, size = CONFIG.heads, CONFIG.width // CONFIG.heads

    def norm(module, y):
        return layer_norm(y, (CONFIG.width,), module.weight, module.bias)

    def attend(q, k, v):
        out = []
        for h in range(heads):
            part = slice(h * size, (h + 1) * size)
            scores = q[:, part] @ k[:, part].T / size**0.5
            out.append(torch.stack([row.exp() / row.exp().sum() for row in scores]) @ v[:, part])
        return torch.cat(out, 1)

    for layer in aggregator.layers:
        q, k, v = linear(x, layer.attention.qkv.weight, layer.attention.qkv.bias).chunk(3, 1)
        seen = attend(q, k, v)
        x = norm(layer.norm, x + linear(seen, layer.attention.out.weight, layer.attention.out.bias))
    pool = aggregator.pooling
    x = norm(pool.before, x)
    pooled = attend(pool.query(x.mean(0, keepdim=True)), pool.key(x), pool.value(x))
    return normalize(norm(pool.after, pooled)[0], dim=0)


def test_it_is_the_papers_equations(trained):
    x = views(3, 5)
    with torch.inference_mode():
        expected = torch.stack([naive(trained, one) for one in x])
        torch.testing.assert_close(trained(x), expected, atol=1e-5, rtol=1e-4)


def test_the_order_of_views_does_not_matter(trained):
    x = views(2, 6)
    with torch.inference_mode():
        torch.testing.assert_close(trained(x), trained(x[:, torch.randperm(6)]), atol=1e-5, rtol=1e-4)


def test_masked_views_are_as_if_they_were_not_there(trained):
    """A batch of objects with 1, 3 and 6 views gives what each gives alone, whatever stands in the gaps."""
    x, counts = views(3, 6), torch.tensor([1, 3, 6])
    mask = torch.arange(6) < counts[:, None]
    x[~mask] = 1e3
    with torch.inference_mode():
        together = trained(x, mask)
        for i, count in enumerate(counts):
            torch.testing.assert_close(together[i : i + 1], trained(x[i : i + 1, :count]), atol=1e-5, rtol=1e-4)


@pytest.mark.parametrize("count", [1, 12])
def test_any_number_of_views_gives_a_unit_row(trained, count):
    row = trained(views(1, count))
    assert row.shape == (1, 32)
    torch.testing.assert_close(row.norm(dim=1), torch.ones(1))


def test_it_begins_as_mean_pooling():
    x = views(64, 3)
    x = x - x.mean((0, 1))  # features of the towers that it is for are centred
    with torch.inference_mode():
        start = ViewAggregator(CONFIG).eval()(x)
    mean = normalize(layer_norm(normalize(x, dim=2), (32,)).mean(1), dim=1)
    assert (start * mean).sum(1).min() > 0.999


def test_every_parameter_learns():
    torch.manual_seed(0)
    aggregator = ViewAggregator(CONFIG)
    optimizer = torch.optim.SGD(aggregator.parameters(), lr=0.1)
    for _ in range(3):  # what is behind a matrix of zeros has no gradient in the first step
        loss = (aggregator(views(8, 4)) - views(8, 1)[:, 0]).square().sum()
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    unused = {n for n, p in aggregator.named_parameters() if not p.grad.abs().sum() > 0}
    assert unused == set()


@pytest.mark.parametrize(
    ("x", "mask", "says"),
    [
        (torch.zeros(2, 0, 32), None, r"\(2, 0, 32\), expected \(B, 1 or more, 32\)"),
        (torch.zeros(2, 3, 31), None, r"\(2, 3, 31\), expected"),
        (torch.zeros(3, 32), None, "expected"),
        (torch.zeros(2, 3, 32), torch.tensor([[True] * 3, [False] * 3]), "a view in each row"),
        (torch.zeros(2, 3, 32), torch.ones(2, 4, dtype=torch.bool), "expected"),
    ],
)
def test_what_cannot_be_aggregated(x, mask, says):
    with pytest.raises(ShapeError, match=says):
        ViewAggregator(CONFIG)(x, mask)
