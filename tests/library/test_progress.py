"""How long work reports and is stopped."""

import pytest

from library.progress import Cancelled, Progress


def test_a_step_stops_with_its_work_and_reports_to_nobody() -> None:
    reports: list[tuple[int, int, str]] = []
    work = Progress(lambda *report: reports.append(report))
    step = work.inner()
    step.report(1, 2, "x")
    assert (reports, step.cancelled) == ([], False)
    work.cancel()
    assert step.cancelled
    with pytest.raises(Cancelled):
        step.report(2, 2)
