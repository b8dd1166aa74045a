"""The same library in every format, against files that were read and found good."""

from collections.abc import Iterator

import pytest

from tests.library.exporters.referencelibrary import FOLDER, Case, ReferenceLibrary, cases

CASES = cases()


@pytest.fixture(scope="module")
def reference(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ReferenceLibrary]:
    made = ReferenceLibrary(tmp_path_factory.mktemp("references"))
    yield made
    made.library.close()


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.path.name)
def test_an_export_is_what_it_was(case: Case, reference: ReferenceLibrary) -> None:
    assert reference.exported(case) == case.path.read_bytes().decode()


def test_there_is_a_file_for_each_export_and_no_other() -> None:
    assert {path.name for path in FOLDER.iterdir()} == {case.path.name for case in CASES}
