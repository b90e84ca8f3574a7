"""Who stands where on the way back, and what is missing for the next stage?"""

from functools import partial

from teamback import app
from teamback.clinic.return_to_sport.pathways import all_pathways
from teamback.record.scope import CLINICIAN
from teamback.rounds.reports_of_day import people_of
from teamback.rounds.return_to_sport.case_file import case_file, week_before_onset
from teamback.rounds.return_to_sport.return_board import Card, return_board
from teamback.ui import drawer
from teamback.ui.check_ins import check_in_who
from teamback.ui.return_to_sport import case_header, case_open_panel, move_panel, rts_board

here = app.enter_squad("Return to sport")
board = app.once(here, return_board)
saved, _ = app.just_kept() or (0, "")
may_move = here.is_today and here.known_at is None and here.scope.decides_availability()
pathways = all_pathways()


def open_case(card: Card) -> None:
    """The way from a card to everything about its case."""
    app.link(here, "athlete/case", "Open case", athlete=card.case.athlete, case=card.case.number)


def opening() -> None:
    """The dialog that opens a case: first whose."""
    athlete = check_in_who.choose(people_of(here.store, here.scope, here.squad.squad, here.day))
    if athlete is None:
        return
    app.opened("case", athlete)
    form, file = app.form(here, f"open-{athlete}-{saved}"), app.once(here, case_file, athlete)
    case_open_panel.panel(form, file, here.scope, partial(week_before_onset, here.store, here.scope))


shown = rts_board.choose(board, pathways)
asked: int | str | None = case_header.buttons(may_open=may_move)
if shown:
    link = open_case if here.scope.audience == CLINICIAN else None
    asked = rts_board.draw(rts_board.lanes(shown, pathways), here.day, link, may_move) or asked
else:
    rts_board.nobody(filtered=bool(board.cards))
chosen = drawer.what_is_open("return", saved, asked)
if chosen == case_header.OPEN and may_move:
    drawer.draw("return", "Open a case", opening)
for card in board.cards:
    if may_move and card.case.number == chosen and card.review:
        app.opened("case", card.case.athlete)
        others = [c.review for c in board.cards if c.review and c.case.athlete == card.case.athlete]
        form = app.form(here, f"move-{chosen}-{saved}")
        about = (form, card.review, others, card.decision, here.scope)
        drawer.draw("return", card.person.known_as, move_panel.panel, *about)
