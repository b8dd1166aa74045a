"""The file of annotations meets every assertion that the W3C's suite marks as a must."""

import io
import json
import os
from dataclasses import replace
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT4

from library.exporters.w3c import WebAnnotationExporter
from library.progress import Progress
from tests.library.exporters.conftest import MakeExcerpt, MakeJob
from tests.source import ROOT

SCHEMAS = Path(os.environ.get("ZHUPI_W3C_SCHEMAS", ROOT.parent / "shared/schemas/w3c"))
ID = "01a1fc5a-b91c-707e-81a7-5bcbe61849ef"
needs_schemas = pytest.mark.skipif(not SCHEMAS.is_dir(), reason="the schemas of the W3C are not here")


@pytest.fixture
def collection(make_excerpt: MakeExcerpt, make_job: MakeJob) -> dict[str, Any]:
    job = make_job(
        make_excerpt(
            "𠮷祥里", note="**批注**", tags=("主题/协商", "方法"), start=3, id="01a1fc5a-b91c-707e-81a7-5bcbe61849ef"
        ),
        make_excerpt("😀", correction="笑", start=9),
        make_excerpt("无话"),
    )
    file = io.BytesIO()
    WebAnnotationExporter().write(replace(job, library_id=ID), file, Progress())
    return json.loads(file.getvalue())


def plain(schema: dict[str, Any]) -> dict[str, Any]:
    """A schema without its relative ids, which its references would be resolved against."""
    return {
        key: plain(value) if isinstance(value, dict) else value
        for key, value in schema.items()
        if not (key == "id" and isinstance(value, str))
    }


def registry() -> Registry[Any]:
    found = [
        (path.name, plain(json.loads(path.read_text("utf-8")))) for path in (SCHEMAS / "definitions").glob("*.json")
    ]
    return Registry().with_resources((name, Resource.from_contents(schema, DRAFT4)) for name, schema in found)


def failures(value: object, suite: str) -> list[str]:
    wrong: list[str] = []
    definitions = registry()
    for name in json.loads((SCHEMAS / suite).read_text("utf-8"))["assertions"]:
        schema = json.loads((SCHEMAS / name).read_text("utf-8"))
        checker = jsonschema.Draft4Validator(plain(schema), registry=definitions)
        if checker.is_valid(value) != (schema.get("expectedResult", "valid") == "valid"):
            wrong.append(name)
    return wrong


@needs_schemas
def test_every_must_is_met(collection: dict[str, Any]) -> None:
    page = collection["first"]
    assert failures(collection, "collections/collectionMusts.test") == []
    assert failures({"@context": collection["@context"], **page}, "collections/pages/pageMusts.test") == []
    for annotation in page["items"]:
        assert failures(annotation, "annotations/annotationMusts.test") == []


@needs_schemas
def test_what_breaks_a_must_is_seen(collection: dict[str, Any]) -> None:
    annotation = dict(collection["first"]["items"][0])
    del annotation["target"]
    assert failures(annotation, "annotations/annotationMusts.test") != []


def test_every_part_has_an_id_and_the_selectors_tell_the_passage(collection: dict[str, Any]) -> None:
    page = collection["first"]
    assert (collection["type"], collection["total"]) == ("AnnotationCollection", 3)
    assert (page["type"], page["partOf"]["id"], collection["last"]) == ("AnnotationPage", collection["id"], page["id"])
    first = page["items"][0]
    assert first["id"] == f"urn:uuid:{ID}"
    assert [(body["purpose"], body["value"]) for body in first["body"]] == [
        ("commenting", "**批注**"), ("tagging", "主题/协商"), ("tagging", "方法"),
    ]  # fmt: skip
    quote, position = first["target"]["selector"]
    assert (quote["exact"], position["start"], position["end"]) == ("𠮷祥里", 3, 6)
    assert page["items"][2]["motivation"] == "highlighting"
