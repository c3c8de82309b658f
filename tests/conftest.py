"""What all tests share: the project's root and the five seeds."""

from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="session")
def root() -> Path:
    return ROOT


@pytest.fixture(scope="session")
def seeds() -> dict[str, str]:
    """The seeds' texts by the first three signs of their names."""
    paths = sorted((ROOT / "seeds").glob("*.txt"))
    return {p.name[:3]: p.read_bytes().decode("utf-8") for p in paths}
