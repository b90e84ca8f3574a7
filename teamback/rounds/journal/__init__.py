"""The pain journal and the diary of progress as an athlete or staff write them."""
