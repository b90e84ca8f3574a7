"""The front door: Streamlit finds the app here, and runs teamback/main.py inside it."""

import streamlit as st

from teamback.server import lifespan, middleware, routes, say_plainly

app = st.App(
    "teamback/main.py",
    lifespan=lifespan,
    middleware=middleware,
    routes=routes,
    on_script_error=say_plainly,
)
