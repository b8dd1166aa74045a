"""Long work under way: what it is, how far it is, and a button to stop it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QPushButton, QSizePolicy, QWidget

from desktop.translation import tr

if TYPE_CHECKING:
    from desktop.jobs import Job, Jobs

BAR_WIDTH = 200
NAME_WIDTH = 320


class JobBar(QFrame):
    """One line for the oldest work that runs; hidden while there is none."""

    def __init__(self, jobs: Jobs, bar_height: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("jobbar")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._jobs = jobs
        self._job: Job | None = None
        self._title, self._count, self._name, self._left = QLabel(self), QLabel(self), QLabel(self), QLabel(self)
        self._bar = QProgressBar(self)
        self._bar.setFixedSize(BAR_WIDTH, bar_height)
        self._cancel = QPushButton(self)
        self._build()
        self.retranslate()
        self.hide()
        jobs.started.connect(self._turn)
        jobs.finished.connect(self._turn)

    def retranslate(self) -> None:
        self._cancel.setText(tr("Cancel"))
        self._bar.setAccessibleName(tr("Progress"))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def _turn(self) -> None:
        """Show the oldest job, or nothing when there is none."""
        job = next(iter(self._jobs.running), None)
        if job is self._job:
            return
        if self._job is not None:
            self._job.progressed.disconnect(self._show)
        self._job = job
        self.setVisible(job is not None)
        if job is not None:
            job.progressed.connect(self._show)
            self._title.setText(job.title)
            self._cancel.setEnabled(True)
            self._show()

    def _show(self) -> None:
        if self._job is None:
            return
        done, total = self._job.done, self._job.total
        self._bar.setRange(0, total)
        self._bar.setValue(done)
        self._count.setText(f"{done:,} / {total:,}" if total else "")
        self._left.setText(_time_left(self._job.seconds_left))
        metrics = self._name.fontMetrics()
        self._name.setText(metrics.elidedText(self._job.name, Qt.TextElideMode.ElideMiddle, NAME_WIDTH))

    def _build(self) -> None:
        self._bar.setProperty("role", "job")
        self._bar.setTextVisible(False)
        self._cancel.clicked.connect(self._stop)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 4, 12, 4)
        row.setSpacing(12)
        for label in (self._title, self._count, self._name, self._left):
            label.setTextFormat(Qt.TextFormat.PlainText)
        for label in (self._count, self._name, self._left):
            label.setProperty("role", "soft")
        row.addWidget(self._title)
        row.addWidget(self._bar)
        row.addWidget(self._count)
        row.addWidget(self._name, 1)
        row.addWidget(self._left)
        row.addWidget(self._cancel)

    def _stop(self) -> None:
        self._cancel.setEnabled(False)
        if self._job is not None:
            self._job.cancel()


def _time_left(seconds: float | None) -> str:
    """Say how long work will still take, no finer than can be known."""
    if seconds is None:
        return ""
    if seconds < 10:
        return tr("a few seconds left")
    if seconds < 90:
        return tr("about {count} seconds left", count=round(seconds / 10) * 10)
    return tr("about {count} minutes left", count=round(seconds / 60))
