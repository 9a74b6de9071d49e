// SPDX-License-Identifier: GPL-3.0-or-later
// A class is over: who gets the certificate later takes a provisional one home, who stayed away too often
// takes along what was earned, and everyone may ask for a paper about the days attended.
#include "certificates/issue.hpp"
#include "certificates/small_class.hpp"
#include "classes/enrolment_store.hpp"
#include "documents/image.hpp"
#include "documents/pdf.hpp"
#include "file_bytes.hpp"
#include "learners/learner_store.hpp"
#include "statements/class_list.hpp"
#include "statements/issue.hpp"
#include "statements/learner_cards.hpp"

#include <boost/test/unit_test.hpp>

#include <set>

using statements::Document;

namespace {

struct Handing : test::SmallClass {
    documents::Fonts fonts = documents::Fonts::load(documents::font_folders({}));
    core::NoProgress silent;
    core::SeededRandom chance{7};
    office::SigningKey key = office::SigningKey::make(chance);

    core::Expected<statements::IssueResult> hand_out(Document kind,
                                                     const std::vector<learners::LearnerId>& of = {}) {
        return change([&](storage::Transaction& tx) {
            return statements::issue(tx, kind, class_id, of, key, fonts, silent);
        });
    }
    learners::LearnerId learner(std::string_view name) {
        return classes::load_enrolment(database, enrolment_of(name)).learner;
    }
    std::string why(const statements::IssueResult& result, std::string_view name) {
        for (const statements::LeftOut& one : result.left_out)
            if (one.learner == learner(name)) return one.why.code;
        return {};
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(issue, Handing)

BOOST_AUTO_TEST_CASE(a_provisional_certificate_is_for_who_is_to_be_awarded_once_the_class_is_closed) {
    const auto open = hand_out(Document::provisional);
    // Nothing was written, so there is nothing to commit with.
    BOOST_TEST(open.value().issued.empty());
    BOOST_TEST(why(*open, "KEO MOM") == "statement.class-open");
    close();
    const auto done = hand_out(Document::provisional).value();
    BOOST_REQUIRE(done.issued.size() == 1U);
    BOOST_TEST(done.issued[0].name == "កែវ មុំ");
    BOOST_TEST(done.issued[0].number.starts_with("0202-2025-P00001-"));
    BOOST_TEST(why(done, "CHAN DARA") == "statement.not-eligible");
    BOOST_TEST(done.issued[0].pdf.starts_with("%PDF"));
    BOOST_TEST(last_audit().verb == "statement.issue");
}

BOOST_AUTO_TEST_CASE(attendance_is_certified_for_everyone_while_the_class_runs_too) {
    const auto done = hand_out(Document::attendance).value();
    BOOST_TEST(done.issued.size() == 4U);
    BOOST_TEST(done.left_out.empty());
    std::set<std::string> numbers;
    for (const statements::Issued& one : done.issued)
        BOOST_TEST(numbers.insert(one.number).second);
}

BOOST_AUTO_TEST_CASE(a_second_run_gives_nobody_a_second_one_and_who_is_named_gets_it) {
    const auto first = hand_out(Document::attendance).value();
    const auto again = hand_out(Document::attendance);
    BOOST_TEST(again.value().issued.empty());
    BOOST_TEST(why(*again, "KEO MOM") == "statement.issued-already");
    const auto named = hand_out(Document::attendance, {learner("KEO MOM")}).value();
    BOOST_REQUIRE(named.issued.size() == 1U);
    BOOST_TEST(named.issued[0].number.starts_with("0202-2025-A00005-"));
    BOOST_TEST(statements::load_statements(database).size() == 5U);
}

BOOST_AUTO_TEST_CASE(partial_achievement_asks_for_a_unit_earned_and_no_award) {
    close();
    const auto done = hand_out(Document::partial).value();
    BOOST_TEST(done.issued.empty());
    BOOST_TEST(why(done, "KEO MOM") == "statement.award-due");
    BOOST_TEST(why(done, "CHAN DARA") == "statement.nothing-earned");
}

BOOST_AUTO_TEST_CASE(each_kind_counts_its_own_numbers_and_none_is_a_serial) {
    close();
    BOOST_TEST(hand_out(Document::provisional).value().issued.at(0).number.starts_with("0202-2025-P00001-"));
    const auto attended = hand_out(Document::attendance).value();
    for (std::size_t at = 0; at < attended.issued.size(); ++at)
        BOOST_TEST(attended.issued[at].number.starts_with("0202-2025-A0000" + std::to_string(at + 1) + "-"));
    BOOST_TEST(certificates::load_register(database).empty());
}

BOOST_AUTO_TEST_CASE(a_reprint_is_the_same_bytes_counted_with_its_reason_whatever_changed_since) {
    close();
    const auto issued = hand_out(Document::provisional).value().issued.at(0);
    change([&](storage::Transaction& tx) {
        auto renamed = learners::load_learner(database, issued.learner);
        renamed.name_km = "កែវ សុភា";
        learners::update_learner(tx, renamed).value();
    });
    clock.step(std::chrono::hours{24 * 40});
    const auto again = [&](std::string_view number, std::string_view reason) {
        return change([&](storage::Transaction& tx) { return statements::reprint(tx, number, reason); });
    };
    BOOST_TEST(test::code_of(again(issued.number, " ")) == "statement.no-reason");
    BOOST_TEST(test::code_of(again("0202-2025-P00009-1", "lost")) == "statement.unknown");
    BOOST_TEST(again(issued.number, "lost in a flood").value() == issued.pdf);
    BOOST_TEST(last_audit().verb == "statement.reprint");
    const auto entry = statements::find_statement(database, issued.number).value();
    BOOST_TEST(entry.reprints == 1);
    BOOST_TEST(entry.name_km == "កែវ មុំ");
    // As typed by hand, without dashes and in Khmer digits.
    BOOST_TEST(
        statements::find_statement(database, "០២០២ 2025 p00001" + issued.number.substr(17)).has_value());
}

BOOST_AUTO_TEST_CASE(what_was_handed_out_cannot_be_changed_and_a_change_by_force_is_named) {
    close();
    hand_out(Document::provisional).value();
    BOOST_CHECK_THROW(change([](storage::Transaction& tx) { tx.run("UPDATE statement SET pdf = x'00'"); }),
                      std::exception);
    BOOST_CHECK_THROW(change([](storage::Transaction& tx) { tx.run("DELETE FROM statement"); }),
                      std::exception);
    BOOST_TEST(statements::altered_statements(database).empty());
    change([](storage::Transaction& tx) {
        tx.run("DROP TRIGGER statement_never_changes");
        tx.run("UPDATE statement SET pdf = x'00'");
        tx.audit("test.force", "statement", std::nullopt, "{}");
    });
    BOOST_REQUIRE(statements::altered_statements(database).size() == 1U);
    BOOST_TEST(test::code_of(change([&](storage::Transaction& tx) {
                   return statements::reprint(tx, statements::load_statements(database).at(0).number, "lost");
               })) == "statement.altered");
}

BOOST_AUTO_TEST_CASE(when_two_records_become_one_the_statements_go_to_whoever_stays) {
    hand_out(Document::attendance, {learner("KEO MOM")}).value();
    change([&](storage::Transaction& tx) {
        statements::repoint(tx, enrolment_of("KEO MOM"), enrolment_of("CHAN DARA"));
        tx.audit("learner.merge", "learner", std::nullopt, "{}");
    });
    const auto entry = statements::load_statements(database).at(0);
    BOOST_TEST((entry.learner == learner("CHAN DARA")));
    BOOST_TEST(entry.name == "KEO MOM");
}

// Four by six, in its box; who has none gets the empty box.
BOOST_AUTO_TEST_CASE(a_photo_that_is_known_stands_on_certificate_and_provisional_certificate) {
    close();
    const auto size = [&] {
        const auto page =
            statements::preview(database, Document::provisional, class_id, learner("KEO MOM"), fonts);
        return documents::to_pdf(std::vector{page.value()}, {"", "", {}}).size();
    };
    const auto certificate = [&] {
        const auto page = certificates::preview_page(database, class_id, enrolment_of("KEO MOM"), fonts);
        return documents::to_pdf(std::vector{page.value()}, {"", "", {}}).size();
    };
    const std::size_t without = size(), bare = certificate();
    documents::Image image{120, 180, {}};
    for (int i = 0; i < 120 * 180; ++i)
        image.rgb.insert(image.rgb.end(),
                         {static_cast<std::uint8_t>(i), static_cast<std::uint8_t>(i / 7), 90});
    change([&](storage::Transaction& tx) {
        learners::set_photo(tx, learner("KEO MOM"), documents::encode_jpeg(image));
    });
    BOOST_TEST(size() > without + 2000);
    BOOST_TEST(certificate() > bare + 2000);
}

BOOST_AUTO_TEST_CASE(somebody_of_another_class_is_refused) {
    change([&](storage::Transaction& tx) {
        learners::Learner stranger;
        stranger.name = "SAO PHALLA";
        stranger.sex = core::Sex::male;
        learners::register_learner(tx, stranger).value();
    });
    const auto last = database.value<learners::LearnerId>("SELECT max(id) FROM learner").value();
    BOOST_TEST(test::code_of(hand_out(Document::attendance, {last})) == "learner.not-in-class");
}

BOOST_AUTO_TEST_CASE(a_full_folder_leaves_no_number_handed_out) {
    const test::Folder folder;
    const auto into = [&] {
        return statements::issue_into(database, {"sokha"}, Document::attendance, class_id, {}, key, fonts,
                                      folder / "papers", silent);
    };
    const auto done = into().value();
    BOOST_TEST(done.files.size() == 4U);
    BOOST_TEST(std::filesystem::exists(done.files[0]));
    std::filesystem::rename(done.files[0], folder / "papers" / "0202-2025-A00005-X.pdf");
    BOOST_TEST(into().value().files.empty());
    BOOST_TEST(statements::load_statements(database).size() == 4U);
}

// Whatever place a template may have, the statement knows what stands there.
BOOST_AUTO_TEST_CASE(every_place_of_every_document_is_filled_for_a_class) {
    close();
    for (const templates::DocumentKind& kind : templates::document_kinds()) {
        const auto pages = statements::longest_pages(database, kind.document, class_id, fonts);
        BOOST_REQUIRE(!pages.empty());
        std::set<std::string> filled, places;
        for (const auto& [name, value] : pages[0].filling.values)
            filled.insert(name);
        for (const templates::Place& place : templates::places_of(kind.document))
            places.emplace(place.name);
        BOOST_TEST(filled == places, boost::test_tools::per_element());
        const std::string_view own =
            documents::shipped_template(templates::shipped_name(kind.document, "literacy"));
        for (const core::Error& problem : templates::check(own, kind.document, fonts, pages))
            BOOST_TEST(problem.code == "", kind.key << " " << problem.fact("text"));
    }
}

BOOST_AUTO_TEST_CASE(the_roll_names_everyone_and_the_handover_register_who_has_a_certificate) {
    const auto roll = statements::load_list(database, statements::ListKind::roll, class_id).value();
    BOOST_TEST(roll.rows.size() == 4U);
    BOOST_TEST(roll.closing.find("៤ នាក់ ស្រី ២") != std::string::npos);
    BOOST_TEST(test::code_of(statements::load_list(database, statements::ListKind::handover, class_id)) ==
               "list.no-certificate");
    const test::Folder folder;
    for (const char* name : {"roll.pdf", "roll.xlsx"}) {
        BOOST_TEST(statements::write_list(folder / name, roll, documents::font_folders({})).has_value());
        BOOST_TEST(std::filesystem::file_size(folder / name) > 1000U);
    }
    BOOST_TEST(test::code_of(statements::write_list(folder / "roll.doc", roll,
                                                    documents::font_folders({}))) == "file.kind");
}

BOOST_AUTO_TEST_CASE(a_list_with_blank_columns_has_who_is_in_the_class_and_a_heading_over_each_column) {
    const auto list = statements::load_blank_list(database, class_id, {"សៀវភៅ", "", "ហត្ថលេខា"}).value();
    BOOST_TEST(list.rows.size() == 4U);
    BOOST_REQUIRE(list.columns.size() == 7U);
    BOOST_TEST(list.columns[4].heading == "សៀវភៅ");
    BOOST_TEST(list.columns[5].heading == "");
    BOOST_TEST(list.rows[0].size() == 7U);
    BOOST_TEST(list.rows[0][6] == "");
    BOOST_CHECK(list.orientation == documents::Orientation::portrait);
    BOOST_TEST(list.closing.find("៤ នាក់ ស្រី ២") != std::string::npos);
    // More of them want the paper on its side, and there is an end.
    BOOST_CHECK(statements::load_blank_list(database, class_id, std::vector<std::string>(6))->orientation ==
                documents::Orientation::landscape);
    for (const std::size_t count : {std::size_t{0}, std::size_t{13}})
        BOOST_TEST(test::code_of(statements::load_blank_list(
                       database, class_id, std::vector<std::string>(count))) == "list.columns");
    const test::Folder folder;
    for (const char* name : {"blank.pdf", "blank.xlsx"})
        BOOST_TEST(statements::write_list(folder / name, list, documents::font_folders({})).has_value());
    BOOST_TEST(test::bytes_of(folder / "blank.pdf").starts_with("%PDF"));
}

BOOST_AUTO_TEST_CASE(who_has_left_gets_neither_a_line_nor_a_card) {
    change([&](storage::Transaction& tx) {
        return classes::leave(tx, enrolment_of("CHAN DARA"), classes::load_class(database, class_id).last_day,
                              classes::LeavingReason::moved);
    });
    BOOST_TEST(statements::load_blank_list(database, class_id, {""})->rows.size() == 3U);
    BOOST_TEST(statements::load_cards(database, class_id)->cards.size() == 3U);
    BOOST_TEST(test::code_of(statements::load_cards(database, class_id, {learner("CHAN DARA")})) ==
               "card.not-in-class");
}

BOOST_AUTO_TEST_CASE(a_card_has_the_photo_the_name_and_the_number_as_text_and_as_a_code) {
    documents::Image image{472, 709, std::vector<std::uint8_t>(472 * 709 * 3, 120)};
    change([&](storage::Transaction& tx) {
        learners::set_photo(tx, learner("KEO MOM"), documents::encode_jpeg(image));
    });
    const auto all = statements::load_cards(database, class_id).value();
    BOOST_TEST(all.cards.size() == 4U);
    BOOST_TEST(all.without_photo == 3U);
    const auto one = statements::load_cards(database, class_id, {learner("KEO MOM")}).value();
    BOOST_REQUIRE(one.cards.size() == 1U);
    BOOST_TEST(one.without_photo == 0U);
    BOOST_TEST(one.cards[0].name == "កែវ មុំ");
    const std::string number = learners::load_learner(database, learner("KEO MOM")).number;
    BOOST_TEST(one.cards[0].code == number);
    // Nine cards are two pages, and each code can be read off its page.
    std::vector<documents::Card> nine(9, one.cards[0]);
    const auto pages = documents::lay_out_cards(nine, true, fonts).value();
    BOOST_REQUIRE(pages.size() == 2U);
    BOOST_TEST(pages[0].codes() == std::vector<std::string>(8, number), boost::test_tools::per_element());
    BOOST_TEST(pages[1].codes() == std::vector<std::string>{number}, boost::test_tools::per_element());
    const test::Folder folder;
    BOOST_TEST(statements::write_cards(folder / "cards.pdf", one, documents::font_folders({})).has_value());
    BOOST_TEST(documents::find_codes_in_pdf(test::bytes_of(folder / "cards.pdf"), number).size() == 1U);
    BOOST_TEST(test::code_of(statements::write_cards(folder / "cards.xlsx", one, {})) == "file.kind");
}

BOOST_AUTO_TEST_CASE(the_code_says_which_paper_it_is_and_what_stands_on_it) {
    close();
    const auto said = [&](Document kind) {
        const auto issued = hand_out(kind).value().issued.at(0);
        const auto code = certificates::decode(issued.code).value();
        BOOST_TEST(certificates::verify_signature(code, key.public_key()));
        BOOST_TEST(code.payload.serial == issued.number);
        BOOST_TEST(code.payload.name_latin == "KEO MOM");
        BOOST_TEST(code.payload.programme == "literacy");
        return code.payload;
    };
    const auto provisional = said(Document::provisional);
    BOOST_TEST((provisional.kind == certificates::CodeKind::provisional));
    BOOST_TEST(!provisional.result.empty());
    const auto attended = said(Document::attendance);
    BOOST_TEST((attended.kind == certificates::CodeKind::attendance));
    BOOST_TEST(attended.result.find(" % ") != std::string::npos);
}

BOOST_AUTO_TEST_SUITE_END()
