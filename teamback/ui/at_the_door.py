"""Who is signed in, at the side of every page; and what stands there when they are not any more."""

from html import escape

import streamlit as st

from teamback.record.scope import Scope

_SIGNED_OUT = (
    "<p>You are signed out, or were signed out elsewhere. What you had saved is kept.</p>"
    '<p><a href="/login" target="_self">Sign in again</a></p>'
)
_OWN_ACCOUNT = (
    '<br><a href="/account" target="_self">Your account</a> &nbsp; '
    '<a href="/logout" target="_self">Sign out</a>'
)


def you_are(scope: Scope, own_account: bool) -> None:
    """Name and profession, which stand beside everything that is saved, and the way to one's account."""
    with st.sidebar:
        st.html(
            f'<p class="tb-small tb-door">{escape(scope.signature)}{_OWN_ACCOUNT if own_account else ""}</p>'
        )


def signed_out() -> None:
    """Nothing of the record, and the way back."""
    st.html(_SIGNED_OUT)
