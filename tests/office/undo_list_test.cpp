// SPDX-License-Identifier: GPL-3.0-or-later
#include "office/undo_list.hpp"

#include <boost/test/unit_test.hpp>

#include <string>

namespace {

// A record that forms change, as a page would have it.
struct Page {
    office::UndoList undo;
    std::string phone = "011 111 111";

    void change(const std::string& page, const std::string& to) {
        const std::string was = std::exchange(phone, to);
        undo.remember({{page, "12", "Sok Dara"}, [this, was, is = phone] {
                           return office::put_back<std::string>(phone, was, is, "Sok Dara",
                                                                [this](const std::string& record) {
                                                                    phone = record;
                                                                    return core::Expected<void>{};
                                                                });
                       }});
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(undo_list, Page)

BOOST_AUTO_TEST_CASE(the_last_change_is_taken_back_first) {
    change("learners", "012 222 222");
    change("learners", "012 333 333");
    const auto undone = undo.take_back("learners");
    BOOST_TEST_REQUIRE(undone.has_value());
    BOOST_TEST(undone->name == "Sok Dara");
    BOOST_TEST(undone->what == "12");
    BOOST_TEST(phone == "012 222 222");
    BOOST_TEST_REQUIRE(undo.take_back("learners").has_value());
    BOOST_TEST(phone == "011 111 111");
    BOOST_TEST(!undo.any("learners"));
}

BOOST_AUTO_TEST_CASE(a_page_takes_back_what_was_done_on_it_and_nothing_else) {
    change("learners", "012 222 222");
    BOOST_TEST(!undo.any("classes"));
    BOOST_TEST(undo.any("learners"));
}

BOOST_AUTO_TEST_CASE(what_somebody_else_changed_since_stays_and_is_named) {
    change("learners", "012 222 222");
    phone = "098 765 432"; // by another window, an import, a merge
    const auto refused = undo.take_back("learners");
    BOOST_TEST_REQUIRE(!refused.has_value());
    BOOST_TEST(refused.error().code == "undo.changed-since");
    BOOST_TEST(refused.error().fact("name") == "Sok Dara");
    BOOST_TEST(phone == "098 765 432");
    BOOST_TEST(!undo.any("learners")); // asked again it would be refused again
}

BOOST_AUTO_TEST_CASE(the_last_fifty_changes_of_a_sitting_are_kept) {
    for (int i = 0; i < 60; ++i)
        change("learners", std::to_string(i));
    int taken = 0;
    while (undo.any("learners") && undo.take_back("learners"))
        ++taken;
    BOOST_TEST(taken == 50);
    BOOST_TEST(phone == "9");
}

BOOST_AUTO_TEST_SUITE_END()
