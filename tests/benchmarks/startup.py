"""startup: from the start of the process to the first paint of the frame, and of the text that was last read."""

import shutil
from collections.abc import Iterator

from tests.benchmarks.measurement import Measurement, Target
from tests.benchmarks.measuring import median_of
from tests.benchmarks.stored import marked_library, scratch_folder

LENGTH = 200_000
HIGHLIGHTS = 200
ROUNDS = 7
SHOWN = "window.shown"


def run(scale: float) -> Iterator[Measurement]:
    """Measure both against an empty QMainWindow; the first start of each, which warms the disk, does not count."""
    rounds = max(1, round(ROUNDS * scale))
    folder = scratch_folder("startup")
    try:
        library = marked_library(folder, round(LENGTH * scale), round(HIGHLIGHTS * scale))
        (document,) = library.documents.all()
        library.readings.see(document.id, document.length // 2, document.length // 2)
        library.state.set(SHOWN, f"document:{document.id}")
        library.backup()
        library.close()
        settings, path = str(folder / "settings"), str(library.path)
        calls = {"empty": [], "frame": [settings], "document": [settings, path]}
        median_of(1, "first_paint:document", settings, path)
        cpu = {name: median_of(rounds, f"first_paint:{name}", *arguments) for name, arguments in calls.items()}
    finally:
        shutil.rmtree(folder)
    reference = "empty QMainWindow"
    for name, metric, bound in (("frame", "first paint of the frame", 1.5), ("document", "last document readable", 3)):
        yield Measurement("startup", metric, cpu[name], "ms CPU", reference, cpu["empty"], Target("ratio", bound))
