"""The benchmarks run, and say what they measure in the form that was agreed on; how fast anything is, is not tested."""

import json
import subprocess
import sys

import pytest

from tests.benchmarks.measurement import Measurement, Target, table
from tests.benchmarks.measuring import ROOT, cpu_ms, memory_mb, percentile
from tests.benchmarks.texts import text

KEYS = ["benchmark", "metric", "value", "unit", "reference", "reference_value", "ratio", "target", "met"]


@pytest.mark.parametrize("name", ["find", "highlights", "startup"])
def test_a_benchmark_prints_one_object_a_line(name: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.benchmarks", name, "--json", "--scale", "0.002"],
        cwd=ROOT, capture_output=True, encoding="utf-8", check=True,
    )  # fmt: skip
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    assert lines
    assert {tuple(line) for line in lines} == {tuple(KEYS)}
    assert {line["benchmark"] for line in lines} == {name}
    assert all(line["value"] >= 0 for line in lines)
    assert any(line["target"] for line in lines)


def test_an_unknown_name_is_refused() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.benchmarks", "nothing"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 2
    assert "nothing" in done.stderr


@pytest.mark.parametrize(
    ("target", "met"),
    [(Target("value", 5), True), (Target("value", 3), False), (Target("ratio", 2), True), (Target("ratio", 1.5), False),
     (Target("ratio", 2, at_most=False), True), (Target("value", 5, at_most=False), False), (None, None)],
)  # fmt: skip
def test_a_target_is_met_or_not(target: Target | None, met: bool | None) -> None:
    assert Measurement("b", "m", 4, "ms", "other", 2, target).met is met


def test_a_ratio_needs_a_reference() -> None:
    line = json.loads(Measurement("b", "m", 4, "ms", target=Target("ratio", 2)).to_json())
    assert (line["ratio"], line["met"], line["reference"], line["target"]) == (None, None, None, "ratio <= 2")


def test_the_table_shows_what_is_missed() -> None:
    lines = [json.loads(Measurement("b", "m", value, "ms", target=Target("value", 5)).to_json()) for value in (4, 6)]
    assert [row.split()[-1] for row in table(lines).splitlines()] == ["met", "yes", "NO"]


@pytest.mark.parametrize(("share", "expected"), [(50, 3), (95, 5), (100, 5), (1, 1)])
def test_percentiles(share: int, expected: int) -> None:
    assert percentile([5, 3, 1, 4, 2], share) == expected


def test_measures_are_of_this_process() -> None:
    assert cpu_ms(lambda: sum(range(100_000))) > 0
    assert memory_mb() > 5


def test_a_text_is_the_same_every_time_and_varied() -> None:
    made = text(100_000)
    assert made == text(100_000)
    assert len(made) == 100_000
    assert "𠮷" in text(1_000_000)
    paragraphs = [paragraph for paragraph in made.split("\n") if len(paragraph) > 20]
    assert len(set(paragraphs)) == len(paragraphs) > 300
