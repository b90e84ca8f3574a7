"""What is made of the low back over weeks: the referral clock, episodes, flares, change that matters."""
