"""Long work under way: what it is, how far it is, and a button to stop it."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QPushButton, QWidget

from desktop.translation import tr


class JobBar(QFrame):
    """One line for the work that runs; hidden while there is none. `cancelled` when its button is pressed."""

    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, objectName="jobbar")
        self._title = QLabel(self)
        self._count = QLabel(self)
        self._name = QLabel(self)
        self._bar = QProgressBar(self)
        self._cancel = QPushButton(self)
        self._build()
        self.retranslate()
        self.hide()

    def begin(self, title: str) -> None:
        """Show work that has begun."""
        self._title.setText(title)
        self._count.clear()
        self._name.clear()
        self._bar.setRange(0, 0)
        self._cancel.setEnabled(True)
        self.show()

    def progress(self, done: int, total: int, name: str = "") -> None:
        """Show that `done` of `total` steps are finished and `name` comes next."""
        self._bar.setRange(0, total)
        self._bar.setValue(done)
        self._count.setText(f"{done:,} / {total:,}")
        metrics = self._name.fontMetrics()
        self._name.setText(metrics.elidedText(name, Qt.TextElideMode.ElideMiddle, self._name.width()))

    def finish(self) -> None:
        """Hide the line."""
        self.hide()

    def retranslate(self) -> None:
        self._cancel.setText(tr("Cancel"))
        self._bar.setAccessibleName(tr("Progress"))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def _build(self) -> None:
        self._bar.setProperty("role", "job")
        self._bar.setTextVisible(False)
        self._bar.setFixedSize(200, 4)
        self._cancel.clicked.connect(self._stop)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 4, 12, 4)
        row.setSpacing(12)
        for label in (self._title, self._count, self._name):
            label.setTextFormat(Qt.TextFormat.PlainText)
        for label in (self._count, self._name):
            label.setProperty("role", "soft")
        self._name.setMinimumWidth(80)
        row.addWidget(self._title)
        row.addWidget(self._bar)
        row.addWidget(self._count)
        row.addWidget(self._name, 1)
        row.addWidget(self._cancel)

    def _stop(self) -> None:
        self._cancel.setEnabled(False)
        self.cancelled.emit()
