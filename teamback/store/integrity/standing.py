"""What a batch needs to find in the journal, and must not find there: each check has one sentence."""

from collections.abc import Sequence

from teamback.record.events import AlertSent, AthleteNamed, CaseOpened, CheckIn, SquadNamed
from teamback.record.refusal import Refusal
from teamback.store.appending import Entry
from teamback.store.engine import Execute
from teamback.store.live import EVERYTHING_KNOWN, LIVE

_HOMES = (
    f"select t.athlete, t.home from athlete t where t.athlete = any($2::bigint[]) and {LIVE} order by t.seq"
)
_SQUADS = f"select t.squad from squad t where t.squad = any($2::text[]) and {LIVE}"
_CASES = f"select t.case_id, t.athlete from case_opened t where t.case_id = any($2::bigint[]) and {LIVE}"
_CHECK_INS = (
    "select t.day, t.seq from check_in t"
    " join (select unnest($2::bigint[]) as athlete, unnest($3::date[]) as day) n"
    f" on n.athlete = t.athlete and n.day = t.day where t.day between $4::date and $5::date and {LIVE}"
)
_ALERTS = (
    "select t.athlete, t.rule, t.cause, t.channel, t.attempt from alert_sent t"
    f" where t.athlete = any($2::bigint[]) and {LIVE}"
)
_TWICE = (
    "select t.athlete, t.day from check_in t where exists (select 1 from check_in b join superseded s"
    " on s.seq = b.seq and s.until_seq = $2::bigint where b.athlete = t.athlete and b.day = t.day)"
    f" and {LIVE} group by t.athlete, t.day having count(*) > 1 order by t.day limit 1"
)


def homes_of(execute: Execute, entries: Sequence[Entry]) -> dict[int, str]:
    """The home squad of every athlete of a batch; refuses strangers, and a home that would change."""
    events = [entry.event for entry in entries]
    wanted = {number for event in events if (number := getattr(event, "athlete", None)) is not None}
    rows = execute(_HOMES, [EVERYTHING_KNOWN, sorted(wanted)]) if wanted else []
    homes = {int(number): str(home) for number, home in rows}
    for event in events:
        if isinstance(event, AthleteNamed) and homes.setdefault(event.athlete, event.home) != event.home:
            raise Refusal(
                "The squad first joined stays the home squad. Let the athlete join another.", "home"
            )
    if strangers := wanted - homes.keys():
        raise Refusal(f"Nobody is known under the number {min(strangers)}. Add the athlete first.")
    return homes


def refuse_unknown_squads(execute: Execute, entries: Sequence[Entry]) -> None:
    """A squad is named before anything is recorded for it."""
    events = [entry.event for entry in entries]
    named = {event.squad for event in events if isinstance(event, SquadNamed)}
    wanted = {squad for event in events for squad in _squads_of(event)} - named
    known = execute(_SQUADS, [EVERYTHING_KNOWN, sorted(wanted)]) if wanted else []
    if unknown := wanted - {squad for (squad,) in known}:
        raise Refusal(f"There is no squad {min(unknown)}. Add the squad first.")


def refuse_unknown_cases(execute: Execute, entries: Sequence[Entry]) -> None:
    """A case is opened once, before anything is recorded about it, and it is one athlete's."""
    events = [entry.event for entry in entries]
    wanted = {number: event for event in events if (number := getattr(event, "case_id", None)) is not None}
    rows = execute(_CASES, [EVERYTHING_KNOWN, sorted(wanted)]) if wanted else []
    known = {int(number): int(athlete) for number, athlete in rows}
    for entry in entries:
        event = entry.event
        if isinstance(event, CaseOpened) and entry.replaces is None:
            if event.case_id in known:
                raise Refusal("This case was opened before. Open it to change it.")
            known[event.case_id] = event.athlete
    for event in events:
        number, athlete = getattr(event, "case_id", None), getattr(event, "athlete", None)
        if number is not None and known.get(number) != athlete:
            raise Refusal("This case is not known for this athlete. Open the case first.")


def refuse_second_check_in(execute: Execute, entries: Sequence[Entry]) -> None:
    """One live check-in an athlete and day: a second one must say which it corrects."""
    said = [(e.event.athlete, e.event.day) for e in entries if isinstance(e.event, CheckIn)]
    if not said:
        return
    if len(set(said)) != len(said):
        raise Refusal("Two check-ins of one athlete and day came in one batch. Keep one of them.")
    athletes, days = [athlete for athlete, _ in said], [day for _, day in said]
    replaced = {entry.replaces for entry in entries}
    for day, seq in execute(_CHECK_INS, [EVERYTHING_KNOWN, athletes, days, min(days), max(days)]):
        if seq not in replaced:
            raise Refusal(f"There is a check-in for {day:%a %d %b} already. Open it to correct it.")


def refuse_second_alert(execute: Execute, entries: Sequence[Entry]) -> None:
    """An attempt of an alert is made once: of two servers at once the second finds it taken."""
    said = [_attempt(e.event) for e in entries if isinstance(e.event, AlertSent) and e.replaces is None]
    taken = execute(_ALERTS, [EVERYTHING_KNOWN, [one[0] for one in said]]) if said else []
    if len(set(said)) != len(said) or set(said) & {tuple(row) for row in taken}:
        raise Refusal("This alert is on its way already.")


def _attempt(event: AlertSent) -> tuple[int, str, int, str, int]:
    return event.athlete, event.rule, event.cause, event.channel, event.attempt


def refuse_check_ins_brought_back(execute: Execute, undone_by: int) -> None:
    """Undoing brings back what a batch had replaced, unless another check-in took that place since."""
    for _, day in execute(_TWICE, [EVERYTHING_KNOWN, undone_by]):
        raise Refusal(
            f"Undoing would bring back a check-in of {day:%a %d %b} beside a later one. Set that aside first."
        )


def _squads_of(event: object) -> list[str]:
    if isinstance(event, AthleteNamed):
        return [event.home]
    return [squad] if (squad := getattr(event, "squad", None)) is not None else []
