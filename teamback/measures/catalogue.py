"""Every measure of the house, by name: what a rule, a criterion or a page may ask to be counted."""

from teamback.measures.acwr import acwr_coupled, acwr_ewma, acwr_uncoupled
from teamback.measures.adherence import adherence, streak
from teamback.measures.flare import days_up_to, flare_by_pain
from teamback.measures.load import (
    daily_load,
    monotony,
    session_load,
    strain,
    usual_week,
    week_change,
    week_load,
)
from teamback.measures.pain import pain_of_day, week_means
from teamback.measures.reporting import reporting
from teamback.measures.response import last_session, session_before, session_responses
from teamback.measures.season import deload_week, off_band, rest_days, routine
from teamback.measures.trend import ewma, rolling_mean
from teamback.measures.wellness import usual_before, wellness_total, z_score

MEASURES = (
    session_load,
    daily_load,
    week_load,
    week_change,
    usual_week,
    monotony,
    strain,
    rolling_mean,
    ewma,
    acwr_coupled,
    acwr_uncoupled,
    acwr_ewma,
    wellness_total,
    usual_before,
    z_score,
    week_means,
    pain_of_day,
    flare_by_pain,
    days_up_to,
    session_responses,
    last_session,
    session_before,
    reporting,
    adherence,
    streak,
    rest_days,
    deload_week,
    off_band,
    routine,
)
