"""Who trains today, who is modified, and what may they do?"""

from teamback import app
from teamback.reports.training_sheet import as_csv, as_pdf
from teamback.ui import training_sheet

here = app.enter_squad("Training sheet")
sheet = app.coach_sheet(here)
now = here.now if here.is_today else None
if here.is_today and training_sheet.acknowledge(sheet, here.scope.role):
    app.acknowledge(here)
training_sheet.draw(sheet, now)
training_sheet.files(sheet, lambda: as_pdf(sheet, now), lambda: as_csv(sheet))
