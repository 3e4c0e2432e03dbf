"""Published files of weights: where they come from, and where they are kept on this machine."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from trivium.errors import WeightsError, require
from trivium.models.checkpoints import sha256


def weights_folder() -> Path:
    """Where fetched and converted weights are: ``$TRIVIUM_WEIGHTS``, else ``~/.cache/trivium/weights``."""
    given = os.environ.get("TRIVIUM_WEIGHTS")
    return Path(given) if given else Path.home() / ".cache" / "trivium" / "weights"


@dataclass(frozen=True, kw_only=True)
class WeightsFile:
    """One file of a repository on the Hugging Face hub, or of a page from where it must be taken by hand."""

    repo: str  # owner/name; where there is a page instead, the folder to put the file in
    file: str
    page: str | None = None
    dataset: bool = False  # the repository is one of data sets
    megabytes: int | None = None
    sha256: str | None = None
    folder: Path | None = None  # for files that come with this package

    @property
    def path(self) -> Path:
        return (self.folder or weights_folder() / self.repo) / self.file

    @property
    def is_here(self) -> bool:
        return self.path.is_file()

    @property
    def size(self) -> str:
        """In words."""
        if self.megabytes is None:
            return "size unknown"
        return f"{self.megabytes:,} MB"

    @property
    def origin(self) -> str:
        """In words: where it is published."""
        if self.folder is not None and self.page is None:
            return "this package"
        return self.page or f"{self.repo} on the Hugging Face hub" + (" (data sets)" if self.dataset else "")


def require_files(files: Sequence[WeightsFile], needed_for: str, name: str) -> None:
    """
    Raises:
        WeightsError: a file is not on this machine: says which, how large it is, where it is from and where to put it.
    """
    missing = [f for f in files if not f.is_here]
    if not missing:
        return
    told = "; ".join(f"{f.file} ({f.size}, from {f.origin}) expected in {f.path.parent}" for f in missing)
    by_hand = all(f.page is not None for f in missing)
    advice = (
        "Put it there by hand" if by_hand else f"Get it with 'trivium models fetch {name}', or put it there by hand"
    )
    raise WeightsError(f"{needed_for} needs what is not on this machine: {told}. {advice}")


def fetch(file: WeightsFile) -> Path:
    """Brings a file to its place, with a progress bar, and checks it. One that is interrupted starts anew.

    Raises:
        WeightsError: it cannot be downloaded, or is not the file that was published.
    """
    if not file.is_here:
        _download(file)
    check_sha256(file)
    return file.path


def _download(file: WeightsFile) -> None:
    if file.page is not None:
        raise WeightsError(f"{file.file} must be downloaded by hand, from {file.page} into {file.path.parent}")
    os.environ.setdefault("HF_HUB_DISABLE_TELEMETRY", "1")  # read when the package is imported
    hub = require("huggingface_hub", "foundation")
    errors = require("huggingface_hub.errors", "foundation")
    kind = "dataset" if file.dataset else "model"
    try:
        hub.hf_hub_download(file.repo, file.file, repo_type=kind, local_dir=weights_folder() / file.repo)
    except errors.GatedRepoError as error:
        raise WeightsError(
            f"{file.repo} asks for consent: agree on its page on the hub, log in with 'hf auth login', then try again"
        ) from error
    except Exception as error:  # its HTTP client's errors have no base that is public
        reason = next(iter(str(error).splitlines()), type(error).__name__)
        raise WeightsError(
            f"{file.file} could not be fetched from {file.origin}: {reason} "
            f"Without a network, put it by hand into {file.path.parent}"
        ) from error


def check_sha256(file: WeightsFile) -> None:
    """
    Raises:
        WeightsError: the file on this machine is not the one that was published.
    """
    if file.sha256 is not None and (found := sha256(file.path)) != file.sha256:
        raise WeightsError(
            f"{file.path} is not the published file: its sha256 is {found}, expected {file.sha256}. "
            "Delete it and fetch it again"
        )
