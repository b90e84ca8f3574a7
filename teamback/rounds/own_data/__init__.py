"""The club's own data: its backups, what is held on one person, and how a person goes."""
