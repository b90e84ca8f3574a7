"""Red flags, escalation, and the tasks that follow from them."""
