"""Files of bibliographies: encodings, formats told by what is in them."""

from pathlib import Path

import pytest

from library.bibliography.files import named, read_bibliography
from library.errors import NotFound, Refused

RIS = "TY  - JOUR\r\nTI  - 乡土社会的秩序与变迁研究\r\nAU  - 费孝通\r\nJO  - 社会学研究\r\nER  - \r\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_encodings_are_guessed(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "导出.txt"
    path.write_bytes(RIS.encode(encoding))
    format_, reading = read_bibliography(path)
    assert format_.name == "ris"
    assert reading.references[0].value("title") == "乡土社会的秩序与变迁研究"


def test_what_is_no_bibliography_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "x.bib"
    path.write_text("正文而已", encoding="utf-8")
    with pytest.raises(Refused, match="no bibliography"):
        read_bibliography(path)
    with pytest.raises(NotFound):
        named("marc")
