"""The languages of the interface. The key of a text is its English; the others are read from resources/translations."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QObject, QTranslator

from library.errors import LibraryError
from resources import path

if TYPE_CHECKING:
    from library.changes import Label
    from library.models import Step

CONTEXT = "zhupi"
ENGLISH = "en"
CHINESE = "zh_CN"
SYSTEM = "system"


def tr(text: str, /, **arguments: object) -> str:
    """Return the English template `text` in the user's language, its `{fields}` filled with `arguments`."""
    return QCoreApplication.translate(CONTEXT, text).format(**arguments)


def tr_later(text: str) -> str:
    """Return `text` as it is: it stands in a table, and is translated when it is shown."""
    return text


def plural(count: int, one: str, many: str, **arguments: object) -> str:
    """Return `one` when `count` is 1 and `many` otherwise, translated; `{count}` is among the fields."""
    return tr(one if count == 1 else many, count=count, **arguments)


def words(message: LibraryError | Label | Step) -> str:
    """Put what the library said into the user's language, and what it said inside that as well."""
    from library.changes import Label

    if isinstance(message, LibraryError):
        text = message.message
    elif isinstance(message, Label):
        text = message.text
    else:
        text = message.label
    return tr(text, **_in_words(message.arguments))


def _in_words(arguments: Mapping[str, object]) -> dict[str, object]:
    return {name: words(value) if isinstance(value, LibraryError) else value for name, value in arguments.items()}


STANDARD = {
    "QFileDialog": (tr_later("&Look in:"), tr_later("Files of &type:")),
    "QAbstractFileIconProvider": (tr_later("Folder"), tr_later("File"), tr_later("Drive"), tr_later("Unknown")),
}
"""By context: what Qt's own dialogs say and Qt's own translation leaves out."""


class Catalogue(QTranslator):
    """A translator that reads Qt Linguist's source file (.ts) itself, so that no compiled copy can be out of date."""

    def __init__(self, language: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._texts = read_catalogue(language)

    def isEmpty(self) -> bool:
        return not self._texts

    def translate(self, context: str, text: str, *_: object) -> str | None:  # type: ignore[override]
        # None lets Qt ask the next translator, and fall back on the text itself; "" would be shown as nothing
        return self._texts.get(text) if context == CONTEXT or text in STANDARD.get(context, ()) else None


class Languages(QObject):
    """Installs the translators of one language at a time; every widget then hears of it by QEvent.LanguageChange."""

    def __init__(self, app: QCoreApplication) -> None:
        super().__init__(app)
        self._app = app
        self._installed: list[QTranslator] = []
        self._current = ENGLISH

    @property
    def current(self) -> str:
        """The language in force: `zh_CN` or `en`."""
        return self._current

    def use(self, choice: str) -> None:
        """Speak the language `choice`; `system` takes the first of the system's languages that there is."""
        language = system_language() if choice == SYSTEM else choice
        for translator in self._installed:
            self._app.removeTranslator(translator)
            translator.deleteLater()
        self._installed = _translators(language, self)
        for translator in self._installed:
            self._app.installTranslator(translator)
        self._current = language
        QLocale.setDefault(QLocale(language))


def system_language() -> str:
    """Return `zh_CN` when the system prefers Chinese to English, `en` otherwise."""
    for name in QLocale.system().uiLanguages():
        if name.startswith("zh"):
            return CHINESE
        if name.startswith("en"):
            return ENGLISH
    return ENGLISH


def read_catalogue(language: str) -> dict[str, str]:
    """Return English to translation for the finished messages of a language; English itself needs none."""
    if language == ENGLISH:
        return {}
    from xml.etree import ElementTree  # which English need not wait for

    found: dict[str, str] = {}
    for message in ElementTree.parse(path(f"translations/{language}.ts")).iter("message"):
        translation = message.find("translation")
        if translation is not None and translation.get("type") is None and translation.text:
            found[message.findtext("source", "")] = translation.text
    return found


def _translators(language: str, parent: QObject) -> list[QTranslator]:
    if language == ENGLISH:
        return []
    own = QTranslator(parent)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    standard = [own] if own.load(f"qtbase_{language}", folder) else []
    return [*standard, Catalogue(language, parent)]
