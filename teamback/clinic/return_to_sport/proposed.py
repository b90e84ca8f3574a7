"""The availability that goes with a stage: the decision in force, brought into line with what is proposed."""

import datetime as dt
from dataclasses import replace

from teamback.record.events import Availability

_REASON_OF = {"injury": "injury", "complaint": "injury", "illness": "illness", "absence": "personal"}
_ALLOWED_MATCH = {
    "out": ("not_available", "not_decided"),
    "rehab": ("not_available", "not_decided", "limited_minutes"),
}


def availability(
    training: str,
    now: Availability | None,
    *,
    athlete: int,
    today: dt.date,
    nature: str,
    days: int,
    red_flag_open: bool = False,
) -> Availability:
    """What a form starts from; the clinician changes it before it is saved, or not.

    `days` is what the stage takes at least: by then the decision wants another look. While a red flag is
    open nothing but Out is proposed.
    """
    training = "out" if red_flag_open else training
    limited = training in ("modified", "rehab", "out")
    start = now or Availability(day=today, athlete=athlete, training=training, match="not_decided")
    later = start.review_on if start.review_on and start.review_on > today else None
    allowed = _ALLOWED_MATCH.get(training)
    return replace(
        start,
        day=today,
        training=training,
        match=start.match if allowed is None or start.match in allowed else "not_available",
        until_reviewed=start.until_reviewed and training == "out",
        restrictions=start.restrictions if limited else (),
        can_do=start.can_do if limited else None,
        review_on=(later or today + dt.timedelta(days=max(days, 1))) if limited else None,
        reason=(start.reason or _REASON_OF.get(nature)) if limited else None,
        text_to_coach=start.text_to_coach if limited else None,
        clinical_note=None,
    )
