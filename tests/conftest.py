"""What all tests share: the project's root, the five seeds, and a place of their own for what is
kept."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

# A loaded machine is no failure: speed is measured by `make bench`, never by a test.
settings.register_profile("tellings", deadline=None)
# pytest tests/fuzz --hypothesis-profile=fuzz: ten minutes and more of each test
settings.register_profile("fuzz", deadline=None, max_examples=60_000)
settings.load_profile("tellings")

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="session")
def root() -> Path:
    return ROOT


@pytest.fixture(scope="session", autouse=True)
def _kept_elsewhere(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Rows that tests find are none of the user's."""
    os.environ["TELLINGS_KEPT"] = str(tmp_path_factory.mktemp("kept"))
    yield
    del os.environ["TELLINGS_KEPT"]


@pytest.fixture(scope="session")
def seeds() -> dict[str, str]:
    """The seeds' texts by the first three signs of their names."""
    paths = sorted((ROOT / "seeds").glob("*.txt"))
    return {p.name[:3]: p.read_bytes().decode("utf-8") for p in paths}
