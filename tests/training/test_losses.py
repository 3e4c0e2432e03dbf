import numpy as np
import pytest
import torch

from trivium.training.losses import info_nce, inverse, labelled_nce, naming_loss, temperature


def unit(rows, seed):
    x = np.random.default_rng(seed).normal(size=(rows, 16))
    return x / np.linalg.norm(x, axis=1, keepdims=True)


@pytest.mark.parametrize("batch", [1, 2, 7])
def test_info_nce_matches_definition(batch):
    a, b = unit(batch, 0), unit(batch, 1)

    def one_way(x, y):
        return -np.mean([np.log(np.exp(x[i] @ y[i] / 0.07) / np.exp(x[i] @ y.T / 0.07).sum()) for i in range(batch)])

    naive = (one_way(a, b) + one_way(b, a)) / 2
    assert info_nce(torch.tensor(a), torch.tensor(b), 1 / 0.07).item() == pytest.approx(naive, rel=1e-6)


def test_labelled_nce_with_only_the_diagonal_is_info_nce():
    a, b = torch.tensor(unit(6, 0)), torch.tensor(unit(6, 1))
    same = torch.eye(6, dtype=torch.bool)
    assert labelled_nce(a, b, same, 10.0).item() == pytest.approx(info_nce(a, b, 10.0).item(), rel=1e-9)


def test_labelled_nce_matches_definition():
    a, b = unit(4, 0), unit(4, 1)
    same = np.array([[1, 1, 0, 0], [1, 1, 0, 0], [0, 0, 1, 0], [0, 0, 0, 1]], bool)
    logits = 5 * a @ b.T

    def one_way(rows, positive):
        logs = rows - np.log(np.exp(rows).sum(1, keepdims=True))
        return -np.mean([logs[i][positive[i]].mean() for i in range(4)])

    naive = (one_way(logits, same) + one_way(logits.T, same.T)) / 2
    assert labelled_nce(torch.tensor(a), torch.tensor(b), torch.tensor(same), 5.0).item() == pytest.approx(naive)


def test_naming_loss_matches_definition():
    rows, words = unit(3, 0), unit(5, 1)
    true = np.array(
        [[1, 0, 1, 0, 0], [0, 0, 0, 0, 0], [0, 0, 0, 0, 1]], bool
    )  # the second has no name: it does not count
    logs = 5 * rows @ words.T
    logs = logs - np.log(np.exp(logs).sum(1, keepdims=True))
    naive = -(logs[0][true[0]].mean() + logs[2][true[2]].mean()) / 2
    assert naming_loss(torch.tensor(rows), torch.tensor(words), torch.tensor(true), 5.0).item() == pytest.approx(naive)


def test_temperature_is_kept_from_running_away():
    start = temperature(0.07)
    assert inverse(start).item() == pytest.approx(1 / 0.07, rel=1e-5)
    assert inverse(start + 10).item() == pytest.approx(100, rel=1e-5)


def test_naming_nothing_costs_nothing():
    rows = torch.nn.functional.normalize(torch.randn(4, 8), dim=1).requires_grad_()
    value = naming_loss(rows, torch.randn(5, 8), torch.zeros(4, 5, dtype=torch.bool), 10.0)
    value.backward()
    assert value.item() == 0 and torch.equal(rows.grad, torch.zeros_like(rows))
