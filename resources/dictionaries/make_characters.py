"""Make characters.tsv, the costs of characters by which an unknown encoding is guessed.

    python resources/dictionaries/make_characters.py          (needs jieba and OpenCC)

Each line of characters.tsv is a cost, a tab, and the characters of that cost. A cost is the negative natural logarithm
of how often the character comes in a text of its language, in tenths.

- Chinese characters: counted over the words of jieba's dictionary (MIT), each word as often as the dictionary says.
  The traditional and the Japanese form of a character, found with OpenCC (Apache 2.0) one character at a time, costs
  what the simplified one does.
- Kana, Hangul and the letters of the alphabets: listed here from the most to the least frequent; their costs follow
  Zipf's law (one divided by the rank), scaled so that each list adds up to the share of its script.
"""

import math
from collections import Counter
from pathlib import Path

import jieba
from opencc import OpenCC

TARGET = Path(__file__).with_name("characters.tsv")

HIRAGANA = (
    "のいるになとたしはをてがでかりれっこすまさもうらんだよくきおけせそあえどみじつ"
    "やめねわちばへろほびむしぎげふひごょゆずぜゃべょざぶづぐぼゅぬぞぴぱぁぷぽぇぃぉぅヶゐゑ"
)
KATAKANA = (
    "ンスルトーリアライクシレドマロタフジコテサバプオナムメパカデキブチウベグエビセミソポダハネツ"
    "ャガュニュピモノワボッケホズゴョザェペィァヤヒギゲヨユゼォヘゾヌヴゥヂヅヲ・"
)
HALF_KATAKANA = "ﾝｽﾙﾄｰﾘｱﾗｲｸｼﾚﾞﾟｶｷｺﾃﾀﾅﾆｻﾁﾊﾌﾛﾏﾐﾒﾑｵｴｳｾｹﾉﾂﾎﾋﾓﾜｯｬｭｮｪｨﾈﾇﾍﾖﾕﾔｿｧｫｩｦ･"
HANGUL = (
    "이다는을에의가고하은지로를도사한기어시나리자아해서인일대그있정들과수부것으니전보라주상면구여스제장공게요동유"
    "원만거국성마와우미오선조안신경소생무문할진되었물연세방적비각중업화학모바음습입합년실않민개러트회체관간당현행"
    "내던외명말히단력려았계통위재건같없본였치예양저달산였데했심살영반분발목노번데복불까속드울려군월남며강손식야집"
    "때감출더결될운타역추금석프레또포두차천후권등길배용법잘못께림란편색백박임표르럼터토항네람련열크눈님즈특활급향품"
    "망술온따머능청태난알증직밀느설파송판형습초질락곳찾루작규준책글별새늘허둘피최종변족류점투근론락호교"
    "광올육병날앞코쪽독험옥축험김북격왕답환빛녀든함좋된쳐녕름답았셨떻끝큰친절참첫벌층순록득완철손쓰씨집"
)
LATIN = "etaonisrhldcumfpgwybvkxjqzETAONISRHLDCUMFPGWYBVKXJQZ"
ACCENTED = "éäöüáíóèàçêñßãåøúôâîœæëùïûõýÉÄÖÜÀÈÇÅØÁÍÓÚÊÔÂÎÑÃÆŒ"
FURTHER = "łąęśćżńźščřžěůýťďňőűğışțăşţđľĺŕŁĄĘŚĆŻŃŹŠČŘŽĚŮŤĎŇŐŰĞİŞȚĂŢĐìòÌÒÙÛËÏÕÝ"
CYRILLIC = "оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъёіїєґОЕАИНТСРВЛКМДПУЯГЗБЧЙХЖШЮЦЩЭФЬЫЪЁІЇЄҐ"
GREEK = "αοιτεσνηυρπκμςλωάίόγέήδθφχύβώξζψϊϋΐΰΑΟΙΤΕΣΝΗΥΡΠΚΜΛΩΓΔΘΦΧΒΞΖΨΆΊΌΈΉΎΏ"
SCRIPTS = ((LATIN, 0.7), (ACCENTED, 0.05), (FURTHER, 0.02), (CYRILLIC, 0.8), (GREEK, 0.8))
SYLLABLES = ((HIRAGANA, 0.5), (KATAKANA, 0.15), (HALF_KATAKANA, 0.4), (HANGUL, 0.75))


def han_costs() -> dict[str, float]:
    """Return the cost of every Chinese character of jieba's dictionary and of its other forms."""
    counts: Counter[str] = Counter()
    with (Path(jieba.__file__).parent / "dict.txt").open(encoding="utf-8") as words:
        for line in words:
            word, count = line.split(" ")[:2]
            for character in word:
                if character >= "\u3400":
                    counts[character] += int(count)
    total = sum(counts.values())
    costs = {character: -math.log(count / total) for character, count in counts.items()}
    for configuration in ("s2t", "s2tw", "s2hk", "t2jp"):
        converter = OpenCC(configuration)
        for character, cost in list(costs.items()):
            other = converter.convert(character)
            if len(other) == 1:
                costs[other] = min(cost, costs.get(other, cost))
    return costs


def ranked_costs(ranked: str, share: float) -> dict[str, float]:
    """Return the costs of characters listed by frequency that together make up `share` of a text."""
    characters = list(dict.fromkeys(ranked))
    weights = [1 / (rank + 3) for rank in range(len(characters))]
    total = sum(weights)
    return {character: -math.log(share * weight / total) for character, weight in zip(characters, weights, strict=True)}


def main() -> None:
    costs = han_costs()
    for ranked, share in (*SCRIPTS, *SYLLABLES):
        costs.update(ranked_costs(ranked, share))
    lines: dict[int, list[str]] = {}
    for character in sorted(costs):
        lines.setdefault(round(costs[character] * 10), []).append(character)
    with TARGET.open("w", encoding="utf-8", newline="\n") as target:
        target.writelines(f"{cost}\t{''.join(lines[cost])}\n" for cost in sorted(lines))


if __name__ == "__main__":
    main()
