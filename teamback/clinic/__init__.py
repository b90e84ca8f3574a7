"""What we make of the record: pure rules, checks and the limits they read, standard library only."""
