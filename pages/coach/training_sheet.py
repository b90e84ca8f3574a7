"""Who trains today, who is modified, and what may they do?"""

from teamback import app
from teamback.ui import training_sheet

here = app.enter_squad("Training sheet")
training_sheet.draw(app.coach_sheet(here), here.now if here.is_today else None)
