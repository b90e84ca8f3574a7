from pathlib import Path

from teamback.clinic.return_to_sport.pathways import all_pathways
from teamback.demo import case_stories, stories
from teamback.record.words import FLAGS, TRAINING

GUIDE = Path(__file__).parents[2] / "docs" / "demo.md"
HEAD = "| athlete | what happened | on the board today | why | where to look |"


def line(known_as: str, happened: str, shows: str, why: str, look: str) -> str:
    return f"| **{known_as}** | {happened} | {shows} | {why} | {look} |"


def test_the_guide_tells_the_stories_as_they_are_planted() -> None:
    expected = [HEAD, "| --- | --- | --- | --- | --- |"]
    for story in stories():
        flag, training = FLAGS[story.board["flag"]], TRAINING[story.board["training"]]
        shows = f"{flag}, {training}: “{story.board['says']}”"
        happened = f"{story.title}. {story.happened}"
        expected.append(line(story.athlete, happened, shows, story.why, story.look))
    table = "\n".join(expected)
    assert table in GUIDE.read_text(encoding="utf-8"), f"docs/demo.md should hold this table:\n{table}"


def test_the_guide_tells_the_cases_as_they_are_planted() -> None:
    titles = {key: pathway.title for key, pathway in all_pathways().items()}
    expected = [
        "| athlete | case | pathway | stands in | what is missing | where to look |",
        "| --- | --- | --- | --- | --- | --- |",
    ]
    for case in case_stories():
        stands = f"{case.stage}, {case.stage_name}"
        cells = (f"**{case.athlete}**", case.title, titles[case.pathway], stands, case.missing, case.look)
        expected.append(f"| {' | '.join(cells)} |")
    table = "\n".join(expected)
    assert table in GUIDE.read_text(encoding="utf-8"), f"docs/demo.md should hold this table:\n{table}"
