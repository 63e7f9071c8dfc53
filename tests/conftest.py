"""Settings of every test run: the same examples each time; HYPOTHESIS_PROFILE=search looks for new ones."""

from __future__ import annotations

import gc
import os
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, settings

# texts are long and their analysis takes its time, on a busy machine even more
SLOW = (HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.large_base_example)

settings.register_profile("fixed", max_examples=100, deadline=None, derandomize=True, database=None, suppress_health_check=SLOW)
settings.register_profile("search", max_examples=1000, deadline=None, suppress_health_check=SLOW)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "fixed"))


@pytest.fixture
def without_collection() -> Iterator[None]:
    """No garbage collection: its time grows with all that the test run holds, not with the text that is timed."""
    gc.collect()
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
