"""The process that reads foreign files, when the one that asked is gone."""

import json
import os
import subprocess
import sys
from base64 import b64encode
from pathlib import Path


def test_no_word_is_said_when_no_one_listens_any_more(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_text("<p>文字</p>", encoding="utf-8")
    listening, answers = os.pipe()
    os.close(listening)
    request = {"importer": "html", "options": {}, "path": b64encode(os.fsencode(path)).decode()}
    done = subprocess.run(
        [sys.executable, "-m", "library.importers.reader"],
        input=json.dumps(request).encode() + b"\n",
        stdout=answers,
        stderr=subprocess.PIPE,
        check=False,
    )
    os.close(answers)
    assert (done.returncode, done.stderr) == (1, b"")
