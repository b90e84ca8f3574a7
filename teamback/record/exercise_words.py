"""The words of exercises and sports on the screen, one for each thing."""

PATTERNS = {
    "breathing": "Breathing",
    "gentle": "Gentle motion",
    "core": "Core",
    "squat": "Squat",
    "hinge": "Hinge",
    "step": "Step",
    "hip_mobility": "Hip mobility",
    "hip_strength": "Hip strength",
    "hamstring": "Hamstring",
    "carry": "Carry",
    "soft_tissue": "Soft tissue",
    "conditioning": "Conditioning",
    "run": "Run",
    "jump": "Jump and land",
    "cut": "Change of direction",
    "lift": "Lift",
    "sport": "Own sport",
    "warm_up": "Warm-up",
    "cool_down": "Cool-down",
}

ASKED_OF_A_WEEK = ("squat", "hinge", "step", "hip_mobility", "core")
"""The patterns that a weekly plan covers."""

PARTS = {"low_back": "Low back", "hip": "Hip", "trunk": "Trunk", "whole": "Whole body"}

PROVOKES = {
    "flexion": "Bending forward",
    "extension": "Bending backward",
    "rotation": "Turning",
    "compression": "Load along the spine",
}

EQUIPMENT = {
    "bodyweight": "Bodyweight",
    "band": "Band",
    "mini_band": "Mini band",
    "dumbbell": "Dumbbell",
    "kettlebell": "Kettlebell",
    "barbell": "Barbell",
    "bench": "Bench or chair",
    "step": "Step",
    "foam_roller": "Foam roller",
    "ball": "Ball",
    "dowel": "Dowel",
    "treadmill": "Treadmill",
    "bike": "Bike",
    "pool": "Pool",
}

DEMANDS = {
    "run": "Running",
    "sprint": "Sprinting",
    "jump": "Jumping and landing",
    "cut": "Change of direction",
    "lift": "Lifting",
    "rotate": "Rotation",
    "throw": "Throwing or bowling",
    "contact": "Contact",
    "extension": "Bending backward",
}

WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
