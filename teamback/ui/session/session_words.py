"""What the session form asks, in the athlete's words, and the anchors of RPE."""

RPE = {
    0: "rest",
    1: "very easy",
    2: "easy",
    3: "moderate",
    4: "somewhat hard",
    5: "hard",
    7: "very hard",
    10: "maximal",
}
"""Anchors as Foster 2001 is commonly quoted (CR-10)."""

QUESTIONS = {
    "type": "What was it?",
    "minutes": "How many minutes?",
    "rpe": "How hard was it?",
    "pain_during": "Any pain during it, at its worst?",
    "pain_after": "And after it?",
    "pain_site": "Where was the pain?",
    "start": "Start",
    "participation": "Took part",
    "pain_before": "Pain before it?",
    "function_after": "How well could you do things after it?",
    "activities": "What was in it?",
    "surface": "Surface",
    "footwear": "Footwear",
    "equipment": "Equipment",
    "warm_up": "Warm-up (min)",
    "warm_up_cardio": "Light cardio",
    "warm_up_stretch": "Dynamic stretch",
    "warm_up_activation": "Activation",
    "cool_down": "Cool-down (min)",
    "cool_down_stretch": "Gentle stretch",
    "cool_down_mobility": "Mobility",
    "note": "Note",
}

SURFACES = ("Grass", "Artificial grass", "Indoor court", "Track", "Gym floor", "Sand", "Water", "Road")
FOOTWEAR = ("Firm-ground boots", "Soft-ground boots", "Turf shoes", "Trainers", "Spikes", "Lifting shoes")
EQUIPMENT = ("Lifting belt", "Weight vest", "Brace or tape", "Resistance band", "New boots", "Other ball")
