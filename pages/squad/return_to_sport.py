"""Who stands where on the way back, and what is missing for the next stage?"""

from teamback import app
from teamback.clinic.pathways import all_pathways
from teamback.record.scope import CLINICIAN
from teamback.rounds.return_to_sport import Card, return_board
from teamback.ui import availability_form, drawer, move_panel, rts_board

here = app.enter_squad("Return to sport")
board = app.once(here, return_board)
saved, _ = app.just_kept() or (0, "")
may_move = here.is_today and here.known_at is None and here.scope.decides_availability()
pathways = all_pathways()


def open_case(card: Card) -> None:
    """The way from a card to everything about its case."""
    app.link(here, "athlete/case", "Open case", athlete=card.case.athlete, case=card.case.number)


def move(card: Card) -> None:
    """The dialog of one case: what stands in the way, the decision, and the availability with it."""
    if card.review is None:
        return
    number = card.case.number
    app.opened("case", card.case.athlete)
    others = [c.review for c in board.cards if c.review and c.case.athlete == card.case.athlete]
    key = f"move-{number}-{saved}"
    move_panel.panel(
        key,
        card.review,
        others,
        card.decision,
        here.scope,
        here.today,
        app.changed(key),
        lambda events, saying: app.keep_form(events, here, key, saying, availability_form.refused),
    )


shown = rts_board.choose(board, pathways)
if not shown:
    rts_board.nobody(filtered=bool(board.cards))
asked = None
if shown:
    link = open_case if here.scope.audience == CLINICIAN else None
    asked = rts_board.draw(rts_board.lanes(shown, pathways), here.day, link, may_move)
chosen = drawer.what_is_open("return", saved, asked)
for card in board.cards:
    if may_move and card.case.number == chosen:
        app.seen(f"move-{chosen}-{saved}", here)
        drawer.draw("return", card.person.known_as, move, card)
