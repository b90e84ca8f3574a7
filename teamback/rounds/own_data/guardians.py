"""Who stands for the athletes under age, to what they consented, and who still needs a guardian's word."""

import datetime as dt
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from teamback.record.events import Consent, Guardian, SetAside
from teamback.record.kept import Kept
from teamback.record.own_data_words import CONSENTS, NEEDED_CONSENTS
from teamback.record.refusal import Refusal
from teamback.record.scope import Scope
from teamback.record.words import short_day
from teamback.rounds.people import Person
from teamback.store import Store
from teamback.store.appending import Entry
from teamback.store.queries.clinical import clinical_entries

_PHONE = re.compile(r"\+?[\d ()/.-]{5,30}")
_MAIL = re.compile(r"[^\s@]+@[^\s@]+\.[^\s@]+")


@dataclass(frozen=True)
class Guarded:
    """The guardians of one athlete, and the latest word on each consent that was ever given or withdrawn."""

    guardians: tuple[Kept[Guardian], ...] = ()
    consents: tuple[Kept[Consent], ...] = ()

    @property
    def latest(self) -> Mapping[str, Kept[Consent]]:
        """By what was consented to, the word that counts."""
        return {kept.event.what: kept for kept in self.consents}

    @property
    def missing(self) -> list[str]:
        """The consents that are needed and not given, in words."""
        now = self.latest
        return [CONSENTS[what] for what in NEEDED_CONSENTS if what not in now or not now[what].event.given]


def guarded(
    store: Store, squad: str, day: dt.date, known_at: int | None, scope: Scope, athletes: tuple[int, ...]
) -> dict[int, Guarded]:
    """The guardians and consents of several athletes, as known."""
    asked = (scope, list(athletes), day, known_at)
    guardians = clinical_entries(store, Guardian, *asked)
    consents = clinical_entries(store, Consent, *asked)
    return {
        number: Guarded(
            tuple(kept for kept in guardians if kept.event.athlete == number),
            tuple(kept for kept in consents if kept.event.athlete == number),
        )
        for number in athletes
    }


def needs_a_word(people: Sequence[Person], of: Mapping[int, Guarded]) -> list[tuple[Person, list[str]]]:
    """The athletes under age of whom a consent is missing, and which; an unknown age is no answer here."""
    return [(who, missing) for who in people if who.is_minor and (missing := of[who.athlete].missing)]


def age_not_known(people: Sequence[Person]) -> list[Person]:
    """The athletes of whom nobody knows whether they are under age."""
    return [who for who in people if who.age is None]


def guardian_refusals(typed: Guardian) -> list[Refusal]:
    """Everything that refuses a guardian as typed."""
    return list(_guardian(typed))


def consent_refusals(typed: Consent, today: dt.date) -> list[Refusal]:
    """Everything that refuses a consent as typed."""
    return list(_consent(typed, today))


def _guardian(typed: Guardian) -> Iterator[Refusal]:
    if not typed.name:
        yield Refusal("Say who it is.", "name")
    if not typed.relation:
        yield Refusal("Choose how they stand to the athlete.", "relation")
    if not (typed.phone or typed.mail):
        yield Refusal("Give a phone number or an e-mail address: one of them has to reach somebody.", "phone")
    if typed.phone and not _PHONE.fullmatch(typed.phone):
        yield Refusal(f"{typed.phone} is no phone number: digits, blanks, + and - only.", "phone")
    if typed.mail and not _MAIL.fullmatch(typed.mail):
        yield Refusal(f"{typed.mail} is no e-mail address.", "mail")


def _consent(typed: Consent, today: dt.date) -> Iterator[Refusal]:
    if not typed.what:
        yield Refusal("Choose what the word is about.", "what")
    if not typed.given_by:
        yield Refusal("Choose whose word it is.", "given_by")
    if typed.day > today:
        yield Refusal(f"{short_day(typed.day, today)} has not come yet.", "day")


def no_longer(kept: Kept[Guardian]) -> Entry:
    """A guardian is taken off; the journal keeps who it was."""
    aside = SetAside(day=kept.event.day, whom=kept.event.subject, reason="No guardian any longer.")
    return Entry(aside, kept.seq)
