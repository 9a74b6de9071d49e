// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/field_history.hpp"

#include <boost/test/unit_test.hpp>

namespace {

void type(widgets::FieldHistory& history, const wxString& from, const wxString& letters) {
    wxString text = from;
    for (const auto letter : letters) {
        text += letter;
        history.typed(text);
    }
}

} // namespace

BOOST_AUTO_TEST_SUITE(field_history)

BOOST_AUTO_TEST_CASE(a_word_is_one_step) {
    widgets::FieldHistory history;
    history.begin("");
    type(history, "", "Sok Dara");
    BOOST_TEST((history.undo() == wxString("Sok ")));
    BOOST_TEST((history.undo() == wxString("Sok")));
    BOOST_TEST((history.undo() == wxString()));
    BOOST_TEST(!history.undo().has_value());
}

BOOST_AUTO_TEST_CASE(what_was_taken_back_comes_again_until_something_else_is_typed) {
    widgets::FieldHistory history;
    history.begin("011");
    history.typed("012 345 678"); // pasted
    BOOST_TEST((history.undo() == wxString("011")));
    BOOST_TEST((history.redo() == wxString("012 345 678")));
    BOOST_TEST(!history.redo().has_value());
    history.undo();
    history.typed("0119");
    BOOST_TEST(!history.redo().has_value());
}

BOOST_AUTO_TEST_CASE(what_the_form_shows_anew_is_nothing_to_take_back) {
    widgets::FieldHistory history;
    history.begin("011");
    history.typed("0112");
    history.begin("099");
    BOOST_TEST(!history.undo().has_value());
}

BOOST_AUTO_TEST_CASE(as_many_steps_are_kept_as_it_says) {
    widgets::FieldHistory history;
    history.begin("");
    for (int i = 0; i < 80; ++i)
        history.typed(wxString::Format("%d0", i * 7));
    std::size_t steps = 0;
    while (history.undo())
        ++steps;
    BOOST_TEST(steps == widgets::FieldHistory::most);
}

BOOST_AUTO_TEST_SUITE_END()
