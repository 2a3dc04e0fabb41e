"""The form guide: every claim has its place, every topic its facts, and every way of breaking a file is named."""

import json
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest

from bot.app.guide import Topic, TopicKind
from bot.guidance.prescription import DOSE_CLAIMS
from bot.guidance.rules import RULES
from bot.guidance.running import AFTER_LIFT_CLAIMS
from bot.library.files import ContentError
from bot.library.library import Library, load_library
from bot.pictures.form import FORM_DRAWINGS
from tests.conftest import CONTENT

FACTS = json.loads((Path(__file__).parent / "samples" / "facts.json").read_text(encoding="utf-8"))
"""Of every topic of the document: groups of keywords; a right answer holds one of each group."""

TOPICS = sorted(file.stem for file in (CONTENT / "en" / "topics").glob("*.toml"))
ANSWERED_OTHERWISE = {"safety-pain", "safety-urgent", "safety-condition", "off-topic", "not-covered"}
"""Topics of the document that the safety reading, the refusals and `not_covered.toml` answer."""

BODY_POSITIONS = {
    *("form-basics", "foot-placement", "rounded-back", "hinge-vs-squat", "bar-path", "setup-hips", "lockout-lowering"),
    *(
        "warm-up",
        "rack-pull",
        "kettlebell",
        "trap-bar",
        "romanian",
        "single-leg",
        "kb-swing",
        "squat",
        "lunge",
        "plank",
    ),
    "dead-bug-pallof",
}
MOST_CAPTION = 1024


@pytest.fixture(scope="module")
def topics(library: Library) -> dict[str, Topic]:
    return dict(library.knowledge.guide.topics)


def _text(topic: Topic) -> str:
    answer = topic.answer
    return "\n".join((*answer.cue, answer.mistake, answer.try_, answer.stop, answer.differ or ""))


def test_every_topic_of_the_document_has_its_file() -> None:
    assert set(FACTS) - ANSWERED_OTHERWISE == set(TOPICS)


def test_every_claim_has_a_place(library: Library, topics: dict[str, Topic]) -> None:
    placed = {claim for topic in topics.values() for claim in topic.claims}
    placed |= {claim for rule in RULES for claim in rule.claims}
    placed |= {claim for claims in DOSE_CLAIMS.values() for claim in claims} | set(AFTER_LIFT_CLAIMS)
    assert set(library.texts.guides) - placed == set()
    assert len(library.texts.guides) == 151


@pytest.mark.parametrize("slug", TOPICS)
def test_a_topic_rests_on_a_claim_or_a_paper(slug: str, topics: dict[str, Topic]) -> None:
    assert topics[slug].claims or topics[slug].papers


@pytest.mark.parametrize("slug", TOPICS)
def test_an_answer_holds_all_facts_of_its_topic(slug: str, topics: dict[str, Topic]) -> None:
    text = _text(topics[slug]).lower()
    assert [group for group in FACTS[slug] if not any(word in text for word in group)] == []


@pytest.mark.parametrize("slug", TOPICS)
def test_a_topic_knows_many_ways_of_asking(slug: str, topics: dict[str, Topic]) -> None:
    asks = topics[slug].asks
    assert len(set(asks)) >= 25
    assert all(ask == ask.lower() for ask in asks)


def test_every_drawing_that_a_topic_names_can_be_drawn_and_every_one_is_named(topics: dict[str, Topic]) -> None:
    named = {topic.drawing for topic in topics.values()} - {None}
    assert named <= set(FORM_DRAWINGS)
    assert set(FORM_DRAWINGS) - named == set()


def test_topics_in_which_body_position_matters_have_a_drawing(topics: dict[str, Topic]) -> None:
    assert {slug for slug in BODY_POSITIONS if topics[slug].drawing is None} == set()


@pytest.mark.parametrize(
    ("slug", "guides_or_research"),
    [
        ("breathing-bracing", ("hold", "out")),
        ("how-often", ("once", "2")),
        ("foot-placement", ("hip", "shoulder")),
        ("rest-between-sets", ("1–2 min", "3")),
        ("spotter-focus", ("spotter", "set")),
        ("run-after-same-day", ("ball", "foot")),
        ("hydration", ("64", "thirst")),
    ],
)
def test_where_the_guides_differ_both_sides_are_told(
    slug: str, guides_or_research: tuple[str, str], topics: dict[str, Topic]
) -> None:
    told = f"{topics[slug].answer.differ or ''} {' '.join(topics[slug].answer.cue)}".lower()
    assert topics[slug].answer.differ is not None
    assert all(side in told for side in guides_or_research)


def test_a_question_about_amino_acids_is_told_that_the_evidence_is_mixed(topics: dict[str, Topic]) -> None:
    assert "bcaa" in _text(topics["hydration"]).lower()
    assert {paper.cite.partition(" ")[0] for paper in topics["hydration"].papers} >= {"Hew-Butler", "Fedewa"}


Break = Callable[[str], str]


@pytest.mark.parametrize(
    ("file", "broken", "error"),
    [
        ("topics/shoes.toml", lambda text: text.replace('kind = "form"', 'kind = "feet"'), "shoes.toml: kind: "),
        ("topics/shoes.toml", lambda text: text.replace("stop = ", "halt = "), "shoes.toml: stop: "),
        ("topics/shoes.toml", lambda text: text.replace("try = ", "attempt = "), "shoes.toml: answer.try: "),
        ("topics/shoes.toml", lambda text: text.replace("[answer]", "[reply]"), "shoes.toml: answer: "),
        (
            "topics/shoes.toml",
            lambda text: text.replace("[answer]", 'shape = "x"\n[answer]'),
            "shoes.toml: shape: nobody",
        ),
        ("topics/shoes.toml", lambda text: text.replace('"C012"', '"C912"'), "shoes.toml: claims: C912"),
        (
            "topics/shoes.toml",
            lambda text: text.replace('"Valenzuela2021"', '"Nobody1900"'),
            "shoes.toml: papers: Nobody1900",
        ),
        (
            "topics/shoes.toml",
            lambda text: text.replace('related = ["', 'related = ["no-such-topic", "'),
            "shoes.toml: related: ",
        ),
        (
            "topics/shoes.toml",
            lambda text: text.replace('mistake = "', 'mistake = "<b>'),
            "shoes.toml: answer.mistake: ",
        ),
        ("topics/shoes.toml", lambda text: text.replace('title = "', f'title = "{"x" * 41}'), "shoes.toml: title: "),
        (
            "not_covered.toml",
            lambda text: text.replace("nearest = [", 'nearest = ["no-such-topic", ', 1),
            "not_covered.toml: ",
        ),
        (
            "not_covered.toml",
            lambda text: text.replace("asks = [", 'asks = ["tell me a joke", ', 1),
            "stands in two places",
        ),
        ("requests.toml", lambda text: text.replace("[okay]", "[fine]", 1), "requests.toml: fine.[key]: "),
        ("requests.toml", lambda text: text[: text.index("[back]")], "requests.toml: back.asks: "),
        ("refusals.toml", lambda text: text.replace("line = ", "words = ", 1), "refusals.toml: off_topic.line: "),
        ("synonyms.toml", lambda text: text.replace("run = [", "run = [1, ", 1), "synonyms.toml: run.0: "),
    ],
)
def test_a_broken_file_is_named_with_key_and_reason(file: str, broken: Break, error: str, content: Path) -> None:
    path = content / "en" / file
    text = path.read_text(encoding="utf-8")
    assert broken(text) != text
    path.write_text(broken(text), encoding="utf-8")
    with pytest.raises(ContentError) as caught:
        load_library(content)
    assert error in str(caught.value)


def test_a_folder_without_topics_stops_the_start(content: Path) -> None:
    for file in (content / "en" / "topics").iterdir():
        file.unlink()
    with pytest.raises(ContentError, match="there are no topics"):
        load_library(content)


def test_a_new_topic_is_found_without_touching_the_program(content: Path) -> None:
    neighbour = (content / "en" / "topics" / "shoes.toml").read_text(encoding="utf-8")
    asks = tomllib.loads(neighbour)["asks"]
    new = neighbour.replace("What to wear on your feet", "Singing while you lift")
    for number, ask in enumerate(asks):
        new = new.replace(f'"{ask}"', f'"may i sing song number {number} during my set"')
    start, end = new.index("names = ["), new.index("]", new.index("names = ["))
    new = f'{new[:start]}names = ["singing", "karaoke", "humming"{new[end:]}'
    (content / "en" / "topics" / "singing.toml").write_text(new, encoding="utf-8")
    guide = load_library(content).knowledge
    assert guide.finder.find("is humming a song ok while i lift").topic == "singing"
    assert guide.guide.topics["singing"].kind is TopicKind.FORM
