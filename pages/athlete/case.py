"""What stands between this athlete and the next stage?"""

from teamback import app

here = app.enter_squad("Case")
