"""The invented squad: nine months of a club that does not exist, from a seed and small files."""

from teamback.demo.building import SEED, build, built_until, fill, make_ready
from teamback.demo.cases import CaseStory, case_stories
from teamback.demo.script import Story, stories

__all__ = [
    "SEED",
    "CaseStory",
    "Story",
    "build",
    "built_until",
    "case_stories",
    "fill",
    "make_ready",
    "stories",
]
