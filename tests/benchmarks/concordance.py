"""concordance: 100,000 hits put in the order of the words beside them, and shown."""

from collections.abc import Iterator

from library.progress import Progress
from library.search.concordance import Concordance, Order, Side
from library.search.leaves import Texts
from library.search.places import Place
from tests.benchmarks.indexed import DOCUMENT, opener
from tests.benchmarks.measurement import Measurement, Target
from tests.benchmarks.measuring import cpu_ms, fresh, percentile
from tests.benchmarks.texts import text

HITS = 100_000
APART = 94
"""Code points from one hit to the next."""
SIDES: tuple[Side, ...] = ("right", "left")


def run(scale: float) -> Iterator[Measurement]:
    """Measure extracting and sorting by words on either side, the first time and then, and reading a screen."""
    result = fresh("concordance:measure", round(HITS * scale))
    for name, what in (
        ("first", "extract and sort, the first time, words loaded"),
        ("right", "extract and sort by the first word to the right"),
        ("left", "extract and sort by the first word to the left"),
        ("third", "extract and sort by the third word to the right, by frequency"),
    ):
        target = Target("value", 1000) if name in SIDES else None
        yield Measurement("concordance", f"{HITS:,} hits: {what}", result[name], "ms CPU", target=target)
    whole = result["right"] + result["show"]
    yield Measurement(
        "concordance", f"{HITS:,} hits: extract, sort and show", whole, "ms CPU", target=Target("value", 1000)
    )
    yield Measurement("concordance", "show the lines, first paint with it", result["show"], "ms CPU")
    yield Measurement("concordance", "scroll by a page, p95", result["page"], "ms CPU", target=Target("value", 16))
    yield Measurement("concordance", "join equal ones", result["join"], "ms CPU", target=Target("value", 50))


def measure(hits: int) -> dict[str, float]:
    """Return all figures for so many hits in documents of DOCUMENT characters."""
    whole = text(hits * APART)
    texts = {number: whole[start : start + DOCUMENT] for number, start in enumerate(range(0, len(whole), DOCUMENT))}
    shas = {str(number): str(number) for number in texts}
    places = [
        (str(number), [Place(start, start + 2, crosses=False) for start in range(0, len(content) - 2, APART)])
        for number, content in texts.items()
    ]
    concordance = Concordance(Texts(shas, opener(texts)), places)
    orders = {"first": Order("right"), **{side: Order(side) for side in SIDES}, "third": Order("right", 3, "frequency")}
    figures = {name: cpu_ms(lambda order=order: _arrange(concordance, order)) for name, order in orders.items()}
    return figures | _shown(concordance)


def _shown(concordance: Concordance) -> dict[str, float]:
    """Return what it takes to show the lines in a view of 1000 by 800 pixels, and to go through them."""
    from PySide6.QtWidgets import QApplication

    from desktop.itemmodels.lines import LinesModel
    from desktop.theme import Themes
    from desktop.widgets.lineview import LineView

    app, themes = QApplication([]), Themes("paper")
    themes.apply(app)
    model = LinesModel()
    view = LineView(model, themes, lambda shown: shown.line.document_id)
    view.resize(1000, 800)
    arrangement = concordance.arrange(Order("right"), Progress())

    def show() -> None:
        model.show(concordance, arrangement)
        view.grab()

    def page() -> None:
        bar = view.verticalScrollBar()
        bar.setValue(bar.value() + bar.pageStep())
        view.viewport().grab()

    figures = {"show": cpu_ms(show)}
    figures["page"] = percentile([cpu_ms(page) for _ in range(40)], 95)
    figures["join"] = cpu_ms(lambda: model.collapse(True))
    return figures


def _arrange(concordance: Concordance, order: Order) -> None:
    concordance.arrange(order, Progress())
