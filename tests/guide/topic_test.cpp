// SPDX-License-Identifier: GPL-3.0-or-later
#include "guide/command.hpp"
#include "guide/topic.hpp"

#include <boost/test/unit_test.hpp>

#include <algorithm>

BOOST_AUTO_TEST_SUITE(topic)

using guide::Kind;
using wording::Language;

BOOST_AUTO_TEST_CASE(the_help_speaks_of_nothing_that_the_program_does_not_have) {
    for (const Language language : {Language::english, Language::khmer})
        for (const guide::Topic& one : guide::topics(language)) {
            BOOST_TEST(!one.title.empty());
            for (const std::string& name : one.unknown)
                BOOST_ERROR(one.id + " speaks of " + name);
        }
}

BOOST_AUTO_TEST_CASE(both_languages_tell_the_same_in_the_same_order) {
    const auto english = guide::topics(Language::english), khmer = guide::topics(Language::khmer);
    BOOST_REQUIRE(english.size() == khmer.size());
    for (std::size_t i = 0; i < english.size(); ++i) {
        BOOST_TEST_CONTEXT(english[i].id) {
            BOOST_REQUIRE(english[i].blocks.size() == khmer[i].blocks.size());
            for (std::size_t k = 0; k < english[i].blocks.size(); ++k)
                BOOST_TEST((english[i].blocks[k].kind == khmer[i].blocks[k].kind), english[i].blocks[k].text);
            BOOST_TEST(english[i].see_also == khmer[i].see_also, boost::test_tools::per_element());
        }
    }
}

BOOST_AUTO_TEST_CASE(every_page_has_its_help_with_how_to_do_things_and_what_goes_wrong) {
    const auto all = guide::topics(Language::khmer);
    for (const guide::Command& command : guide::commands()) {
        if (!command.page) continue;
        const std::string id = guide::topic_of_page(command.id);
        BOOST_TEST(!id.empty(), "the page " << command.id << " has no help");
        const auto one =
            std::find_if(all.begin(), all.end(), [&](const auto& topic) { return topic.id == id; });
        BOOST_REQUIRE((one != all.end()));
        const auto count = [&](Kind kind) {
            return std::count_if(one->blocks.begin(), one->blocks.end(),
                                 [&](const guide::Block& block) { return block.kind == kind; });
        };
        BOOST_TEST(count(Kind::step) >= 5, command.id);
        BOOST_TEST(count(Kind::trouble) >= 2, command.id);
    }
}

BOOST_AUTO_TEST_CASE(every_command_is_told_by_the_help_with_its_key) {
    const auto all = guide::topics(Language::english);
    const auto& catalogue = wording::catalogue_of(Language::english);
    for (const guide::Command& command : guide::commands()) {
        if (command.page) continue;
        const std::string id = guide::topic_of_command(command.id);
        BOOST_TEST(!id.empty(), "no topic of resources/help/topics.txt takes the command " << command.id);
        const auto one =
            std::find_if(all.begin(), all.end(), [&](const auto& topic) { return topic.id == id; });
        if (one == all.end()) continue;
        std::string line = "“" + guide::shown_label(catalogue, command.label) + "”";
        if (!command.key.empty()) line += " (" + std::string(command.key) + ")";
        BOOST_TEST(std::any_of(one->blocks.begin(), one->blocks.end(),
                               [&](const auto& block) { return block.text.starts_with(line + ": "); }),
                   command.id);
    }
}

BOOST_AUTO_TEST_CASE(a_label_in_a_text_is_the_one_on_the_button_and_a_slip_is_named) {
    const auto read = [](std::string_view text) { return guide::read_topic("x", text, Language::english); };
    const guide::Topic right =
        read("# {page:learners}\n1. Press {learner.add}.\n1. Then {=Save}.\n> start\n");
    BOOST_TEST(right.title == "Learners");
    BOOST_TEST(right.blocks[0].text == "Press “New learner” (Ctrl+N).");
    BOOST_TEST(right.blocks[1].text == "Then “Save”.");
    BOOST_TEST(right.blocks[1].number == 2);
    BOOST_TEST(right.unknown.empty());
    const guide::Topic wrong = read("{learner.ad} {page:learner} {key:about} {\n> nowhere");
    BOOST_TEST(wrong.unknown.size() == 5U);
    BOOST_TEST(guide::shown_label(wording::catalogue_of(Language::khmer), "&New learner...").find('&') ==
               std::string::npos);
    BOOST_TEST(guide::read_topic("x", "{=No such words on any button}", Language::khmer).unknown.size() ==
               1U);
}

BOOST_AUTO_TEST_CASE(searching_finds_words_in_any_case_and_order_and_over_spaces_of_no_width) {
    const auto topic = guide::read_topic("x", "# ថ្នាក់រៀន\nMemory stick, USB\u200B", Language::english);
    BOOST_TEST(guide::speaks_of(topic, "usb memory"));
    BOOST_TEST(guide::speaks_of(topic, "ថ្នាក់\u200Bរៀន"));
    BOOST_TEST(guide::speaks_of(topic, ""));
    BOOST_TEST(!guide::speaks_of(topic, "usb disk"));
}

BOOST_AUTO_TEST_CASE(a_window_opens_its_own_help_and_others_none) {
    BOOST_TEST(guide::topic_of_window("learner") == "learner-form");
    BOOST_TEST(guide::topic_of_window("question").empty());
    BOOST_TEST(guide::topic_of_page("audit") == "audit");
    BOOST_TEST(guide::topic_of_page("nowhere").empty());
}

BOOST_AUTO_TEST_SUITE_END()
