"""What all tests share: the project's root and the five seeds."""

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


@pytest.fixture(scope="session")
def seeds() -> dict[str, str]:
    """The seeds' texts by the first three signs of their names."""
    paths = sorted((ROOT / "seeds").glob("*.txt"))
    return {p.name[:3]: p.read_bytes().decode("utf-8") for p in paths}
