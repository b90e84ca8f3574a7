"""The drawing: tables, boards, charts and forms; it draws what it is given and asks nothing of the store."""
