"""What was chosen for an export, kept for the next one: presets by their names, and the last one whole."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from library.citations.locators import LOCATORS
from library.exporters.base import GROUPINGS, MARKS, ORDERS, Carried, ExportOptions, ExportScope

if TYPE_CHECKING:
    from desktop.settings import Settings


@dataclass(frozen=True, slots=True)
class Preset:
    """A format and how it is written, under a name."""

    name: str
    format: str
    options: ExportOptions


@dataclass(frozen=True, slots=True)
class LastExport:
    """What was exported last, from which library and to which file; `stamp` is when that was written, in ns, or 0."""

    library: Path
    target: Path
    format: str
    scope: ExportScope
    options: ExportOptions
    stamp: int = 0

    @property
    def was_changed(self) -> bool:
        """Whether somebody else has written the file since."""
        return _stamp(self.target) not in (0, self.stamp)


def presets(settings: Settings) -> list[Preset]:
    """Return the presets in their order; what cannot be read is none."""
    found = [_preset(text) for text in settings.export_presets]
    return [preset for preset in found if preset is not None]


def keep_preset(settings: Settings, preset: Preset) -> None:
    """Keep a preset in the place of the one with its name, or behind all others."""
    kept = [other for other in presets(settings) if other.name != preset.name]
    settings.export_presets = tuple(_written(each) for each in [*kept, preset])


def remove_preset(settings: Settings, name: str) -> None:
    """Forget the preset called `name`."""
    settings.export_presets = tuple(_written(each) for each in presets(settings) if each.name != name)


def last_export(settings: Settings) -> LastExport | None:
    """Return what was exported last, or None."""
    try:
        told = json.loads(settings.export_last)
        scope = dict(told["scope"])
        query = scope.pop("query", None)
        if query:
            from library.annotation.retrieval import query_from_json

            scope["query"] = query_from_json(query)
        scope["highlight_ids"] = tuple(scope.get("highlight_ids", ()))
        return LastExport(
            Path(told["library"]), Path(told["target"]), str(told["format"]), ExportScope(**scope),
            options_of(told["options"]), int(told["stamp"]),
        )  # fmt: skip
    except (ValueError, TypeError, KeyError, AttributeError):
        return None


def keep_last(settings: Settings, last: LastExport) -> None:
    """Keep what was exported and how its file is now, so that it can be done again."""
    scope = {field.name: getattr(last.scope, field.name) for field in fields(last.scope) if field.name != "query"}
    if last.scope.query is not None:
        from library.annotation.retrieval import query_to_json

        scope["query"] = query_to_json(last.scope.query)
    told = {"library": str(last.library), "target": str(last.target), "format": last.format, "scope": scope}
    told |= {"options": asdict(last.options), "stamp": _stamp(last.target)}
    settings.export_last = json.dumps(told, ensure_ascii=False)


def options_of(told: Any) -> ExportOptions:
    """Return the options that were kept as JSON; what is not among what can be chosen is as usual."""
    usual = ExportOptions()
    if not isinstance(told, dict):
        return usual
    carried = told.get("carried")
    kept = {name: value for name, value in (carried or {}).items() if name in _CARRIED and isinstance(value, bool)}
    return replace(
        usual,
        grouping=told.get("grouping") if told.get("grouping") in GROUPINGS else usual.grouping,
        order=told.get("order") if told.get("order") in ORDERS else usual.order,
        carried=Carried(**kept),
        annotated=told.get("annotated") is True,
        footnotes=told.get("footnotes") is not False,
        style=str(told.get("style", "")),
        locator=told.get("locator") if told.get("locator") in LOCATORS else usual.locator,
        marks=told.get("marks") if told.get("marks") in MARKS else usual.marks,
    )


_CARRIED = {field.name for field in fields(Carried)}


def _preset(text: str) -> Preset | None:
    try:
        told = json.loads(text)
        return Preset(str(told["name"]), str(told["format"]), options_of(told.get("options")))
    except (ValueError, TypeError, KeyError):
        return None


def _written(preset: Preset) -> str:
    return json.dumps(asdict(preset), ensure_ascii=False)


def _stamp(file: Path) -> int:
    try:
        return file.stat().st_mtime_ns
    except OSError:
        return 0
