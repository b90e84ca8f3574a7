from streamlit.testing.v1 import AppTest

from teamback.ui.beside import at_most


def drawn(*refusals: tuple[str, str | None]) -> AppTest:
    def page(refusals: list[tuple[str, str | None]]) -> None:
        import streamlit as st

        from teamback.record.refusal import Refusal
        from teamback.ui.beside import Beside

        beside = Beside()
        st.text("Minutes")
        beside.field("minutes")
        st.text("Save")
        beside.field("")
        beside.say([Refusal(sentence, field) for sentence, field in refusals])

    return AppTest.from_function(page, kwargs={"refusals": refusals}).run()


def test_a_refusal_stands_below_its_field_and_save_says_that_nothing_was_saved() -> None:
    page = drawn(("Minutes is *5*.", "minutes"))
    below = [type(element).__name__ for element in page.main][1:]
    assert below == ["Text", "Error", "Text", "Error"]
    assert page.error[0].value == r"Minutes is \*5\*\."
    assert "Not saved yet" in page.error[1].value


def test_a_refusal_about_no_field_in_view_stands_at_save() -> None:
    page = drawn(("Nothing was answered.", None), ("Somebody else.", "rpe"))
    assert len(page.error) == 1
    assert page.error[0].value.count("\n") == 1


def test_without_a_refusal_nothing_is_said() -> None:
    assert not drawn().error


def test_of_many_sentences_the_first_stand_and_the_rest_are_counted() -> None:
    assert at_most(["a", "b", "c"], lines=2) == ["a", "b", "And 1 more."]
    assert at_most(["a", "b"], lines=2) == ["a", "b"]
