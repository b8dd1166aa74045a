"""Chinese texts of any length, the same on every machine: varied words, sentences, paragraphs and headings."""

import hashlib
import os
import tempfile
from itertools import accumulate
from pathlib import Path
from random import Random

SEED = 0x6731
VERSION = 2
"""To be raised when the generator changes, so that cached texts are made again."""

_CHARACTERS = (
    "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经"
    "十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相"
    "全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程展五果"
    "料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指几九区强放决西被干做必战先回则"
    "任取据处理世车记务林街院桥井灯门窗纸墨朱批卷册县志岁时饮食婚嫁匠作渡船钟点雾石河柳枣槐巷邻舍议商量听完分清说定墙贴卡片"
)
_COMMON = 3000
_FLATNESS = 30
"""How much rarer than by Zipf's law the commonest words are: none is more than one word in 140."""
_CHANCE_OF_RARE = 0.004
_RARE = "𠮷㐂𡈽𣘺😀龘齉麤鱻犇淼"
_BATCH = 200_000


def text(length: int) -> str:
    """Return `length` code points of made-up prose."""
    random = Random(SEED)
    words, weights = _vocabulary(random)
    pieces: list[str] = []
    total = number = 0
    while total < length:
        batch = random.choices(words, cum_weights=weights, k=_BATCH)
        for _ in range(round(_BATCH * _CHANCE_OF_RARE)):
            batch[random.randrange(_BATCH)] = _mutation(random)
        number += 1
        piece = f"\n第{number}章、{batch[0]}\n".replace("，", "").replace("。", "") + "".join(batch)
        pieces.append(piece)
        total += len(piece)
    return "".join(pieces)[:length]


def text_file(length: int) -> Path:
    """Return a file with `text(length)` in UTF-8, kept from one run to the next."""
    path = cache_folder() / f"{VERSION}-{length}.txt"
    if not path.exists():
        temporary = path.with_suffix(f".{os.getpid()}")
        temporary.write_text(text(length), encoding="utf-8", newline="\n")
        temporary.replace(path)
    return path


def cache_folder() -> Path:
    """Return a folder of this user's for what is costly to make."""
    user = hashlib.sha256(str(Path.home()).encode()).hexdigest()[:12]
    folder = Path(tempfile.gettempdir()) / f"zhupi-benchmarks-{user}"
    folder.mkdir(mode=0o700, exist_ok=True)
    return folder


def _vocabulary(random: Random) -> tuple[list[str], list[float]]:
    """Return words and punctuation with their cumulative weights: words by Zipf's law, marks by their share."""
    lengths = random.choices((1, 2, 3, 4), weights=(3, 12, 3, 2), k=_COMMON)
    words = ["".join(random.choices(_CHARACTERS, k=length)) for length in lengths]
    weights = [1 / (rank + _FLATNESS) for rank in range(_COMMON)]
    share = sum(weights)
    marks = {"，": 0.09, "。": 0.035, "、": 0.015, "。\n": 0.01, "；": 0.006, "“": 0.004, "”，": 0.004, "2018年": 0.003,
             "？": 0.003, "（一）": 0.001, " Zhupi ": 0.001, "！\n": 0.001}  # fmt: skip
    return [*words, *marks], list(accumulate([*weights, *(share * weight for weight in marks.values())]))


def _mutation(random: Random) -> str:
    """Return a character that seldom or never stands in the vocabulary."""
    if random.random() < 0.05:
        return random.choice(_RARE)
    return chr(random.randint(0x4E00, 0x9FA5))
