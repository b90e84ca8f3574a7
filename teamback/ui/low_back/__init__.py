"""The drawing of the low back: the body map, the pain journal and the diary of progress."""
