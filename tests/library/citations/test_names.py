import pytest

from library.citations import gbt7714_2015, gbt7714_2025, item_of
from library.citations.names import Names, Person, names_of, person_of
from library.citations.pinyinnames import syllables
from library.citations.style import Style


def listed(style: Style, author: str, **more: str) -> str:
    return style.entry(item_of({"author": author, "title": "x", "kind": "other", **more})).plain.partition(". x[Z]")[0]


@pytest.mark.parametrize(
    ("written", "of_2015", "of_2025"),
    [
        ("Albert Einstein", "EINSTEIN A", "Einstein A"),
        ("Einstein, Albert", "EINSTEIN A", "Einstein A"),
        ("Amabel Williams-Ellis", "WILLIAMS-ELLIS A", "Williams-Ellis A"),
        ("De Morgan, Augustus", "DE MORGAN A", "De Morgan A"),
        ("Ludwig van Beethoven", "VAN BEETHOVEN L", "van Beethoven L"),
        ("van der Veen, P. H.", "VAN DER VEEN P H", "van der Veen P H"),
        ("Gogh, Vincent van", "VAN GOGH V", "van Gogh V"),
        ("Charles de Gaulle", "DE GAULLE C", "de Gaulle C"),
        ("Jean-Luc Godard", "GODARD J L", "Godard J-L"),
        ("Park, J.-R.", "PARK J R", "Park J-R"),
        ("Peyton Z. Peebles Jr.", "PEEBLES P Z, Jr.", "Peebles P Z Jr"),
        ("Peebles, Peyton Z., Jr.", "PEEBLES P Z, Jr.", "Peebles P Z Jr"),
        ("P.Z. Peebles", "PEEBLES P Z", "Peebles P Z"),
        ("Li Jiangning", "LI J N", "Li Jiangning"),
        ("Wang, Shanshan", "WANG S S", "Wang Shanshan"),
        ("Ouyang Xiu", "OUYANG X", "Ouyang Xiu"),
        ("Wei Zhang", "ZHANG W", "Zhang W"),
        ("Wang Li", "WANG L", "Wang Li"),
        ("李时珍", "李时珍", "李时珍"),
        ("（明）李时珍", "李时珍", "李时珍"),
        ("〔清〕王夫之", "王夫之", "王夫之"),
        ("[清代] 顾炎武", "顾炎武", "顾炎武"),
        ("（瑞士）伊迪斯·乔纳斯", "乔纳斯", "乔纳斯"),
        ("（美）S. 昂温（Stephen Unwin）", "昂温", "昂温"),
        ("（日）丸山敏秋", "丸山敏秋", "丸山敏秋"),
        ("（阿拉伯）伊本·凯西尔", "凯西尔", "凯西尔"),
        ("阿沛·阿旺晋美", "阿沛·阿旺晋美", "阿沛·阿旺晋美"),
        ("欧阳修", "欧阳修", "欧阳修"),
        ("王  明", "王明", "王明"),
        ("𠮷田", "𠮷田", "𠮷田"),
        ("张, 三", "张三", "张三"),
        ("张，三丰", "张三丰", "张三丰"),
        ("欧阳, 修", "欧阳修", "欧阳修"),
        ("王明, 李红", "王明, 李红", "王明, 李红"),
        ("中国科学院物理研究所", "中国科学院物理研究所", "中国科学院物理研究所"),
        ("American Chemical Society", "American Chemical Society", "American Chemical Society"),
        ("Duke University. Library", "Duke University. Library", "Duke University. Library"),
        ("{Trisco Icap}", "Trisco Icap", "Trisco Icap"),
        ("IBM", "IBM", "IBM"),
    ],
)  # fmt: skip
def test_a_name_is_listed_as_each_edition_has_it(written: str, of_2015: str, of_2025: str) -> None:
    assert listed(gbt7714_2015.NUMERIC, written) == of_2015.rstrip(".")
    assert listed(gbt7714_2025.NUMERIC, written) == of_2025


@pytest.mark.parametrize(
    ("written", "of_2015", "of_2025"),
    [
        ("钱学森; 刘再复", "钱学森, 刘再复", "钱学森，刘再复"),
        ("李四光; 华罗庚；茅以升", "李四光, 华罗庚, 茅以升", "李四光，华罗庚，茅以升"),
        ("印森林; 吴胜和; 李俊飞; 冯文杰", "印森林, 吴胜和, 李俊飞, 等", "印森林，吴胜和，李俊飞，等"),
        ("王明; 等", "王明, 等", "王明，等"),
        ("（英）G. 昂温; （英）P. S. 昂温", "昂温 G, 昂温 P S", "昂温 G，昂温 P S"),
        ("牛志明; Swingland, Ian R.; 雷光春", "牛志明, SWINGLAND I R, 雷光春", "牛志明，Swingland I R，雷光春"),
    ],
)
def test_several_are_listed_up_to_three(written: str, of_2015: str, of_2025: str) -> None:
    assert listed(gbt7714_2015.NUMERIC, written, language="zh") == of_2015
    assert listed(gbt7714_2025.NUMERIC, written, language="zh") == of_2025


def test_the_others_are_named_in_the_language_of_the_item() -> None:
    four = "Evenst W. Fordham; Amiad Ali; David A. Turner; John R. Charters"
    assert listed(gbt7714_2015.NUMERIC, four) == "FORDHAM E W, ALI A, TURNER D A, et al"
    assert listed(gbt7714_2025.NUMERIC, four, language="zh-CN") == "Fordham E W，Ali A，Turner D A，等"
    assert listed(gbt7714_2025.NUMERIC, four, language="ru") == "Fordham E W，Ali A，Turner D A，и др"
    chinese = "印森林; 吴胜和; 李俊飞; 冯文杰"
    assert listed(gbt7714_2015.NUMERIC, chinese, language="en") == "印森林, 吴胜和, 李俊飞, et al"


def test_a_western_name_of_a_translated_book_is_its_surname() -> None:
    told = {"author": "埃莉诺·奥斯特罗姆", "title": "公共事物的治理之道", "kind": "book", "translator": "余逊达"}
    assert gbt7714_2025.NUMERIC.entry(item_of(told)).plain.startswith("奥斯特罗姆. 公共事物的治理之道[M]. 余逊达，译. ")


def test_what_is_no_name_is_left_out() -> None:
    assert names_of(" ;; ，; ") == Names()
    assert person_of("（美）") is None
    assert names_of("et al.") == Names((), True)
    assert person_of("王明") == Person("王明", written="王明")


@pytest.mark.parametrize(
    ("word", "parted"),
    [
        ("jiangning", ("jiang", "ning")),
        ("xian", ("xian",)),
        ("xi'an", ("xi", "an")),
        ("Lü", ("lv",)),
        ("smith", ()),
        ("", ()),
    ],
)
def test_pinyin_is_parted_into_syllables(word: str, parted: tuple[str, ...]) -> None:
    assert syllables(word) == parted
