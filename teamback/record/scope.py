"""Who is asking: the Scope that every query takes, and the audience that every field declares."""

from dataclasses import dataclass

CLINICIAN, PERFORMANCE, COACH, SELF = "clinician", "performance", "coach", "self"

STAFF = frozenset({CLINICIAN, PERFORMANCE})
STAFF_AND_SELF = frozenset({CLINICIAN, PERFORMANCE, SELF})
CLINICIAN_AND_SELF = frozenset({CLINICIAN, SELF})
CLINICIAN_ONLY = frozenset({CLINICIAN})
EVERYONE = frozenset({CLINICIAN, PERFORMANCE, COACH, SELF})

AUDIENCE_OF_ROLE: dict[str, str | None] = {
    "clinician": CLINICIAN,
    "lead": CLINICIAN,
    "performance": PERFORMANCE,
    "coach": COACH,
    "athlete": SELF,
    "admin": None,
    "kiosk": None,
    "phone": SELF,
}


@dataclass(frozen=True)
class Scope:
    """One person looking: name, profession, role, the squads they serve (None: all) and, for an athlete, who.

    It is an argument of every query and part of every cache key.
    """

    person: str
    profession: str
    role: str
    squads: frozenset[str] | None = None
    athlete: int | None = None

    @property
    def signature(self) -> str:
        """How the journal names this person."""
        return f"{self.person}, {self.profession}"

    @property
    def audience(self) -> str | None:
        """The audience this role belongs to; None reads nothing about athletes."""
        return AUDIENCE_OF_ROLE[self.role]

    def may_read(self, audiences: frozenset[str]) -> bool:
        """Whether a field declared for these audiences may reach this person."""
        return self.audience in audiences

    def serves(self, squad: str) -> bool:
        """Whether this person works with the squad."""
        return self.squads is None or squad in self.squads

    def decides_availability(self) -> bool:
        """Whether this person may change availability: a named doctor or physio on the medical staff."""
        return self.audience == CLINICIAN and self.profession in ("doctor", "physio")


PROGRAM = Scope("teamback", "program", "lead")
