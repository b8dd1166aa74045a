"""Settings and fixtures that all tests share."""

import os

from hypothesis import settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# how long an example takes says more of what else the machine does than of the program: that is for the benchmarks
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")
