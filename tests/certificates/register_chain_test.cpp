// SPDX-License-Identifier: GPL-3.0-or-later
// Somebody opens the office file with another program and changes what the register says.
#include "certificates/blank_numbers.hpp"
#include "certificates/control_sheet.hpp"
#include "certificates/issue.hpp"
#include "certificates/old_book.hpp"
#include "certificates/paper_stock.hpp"
#include "certificates/register_chain.hpp"
#include "certificates/small_class.hpp"
#include "learners/learner_store.hpp"
#include "office/key_store.hpp"
#include "rounds.hpp"

#include <boost/test/unit_test.hpp>
#include <fmt/format.h>

#include <random>

namespace {

// A certificate that was reprinted, made again as a duplicate, and replaced by another, which is void.
struct Register : test::SmallClass {
    documents::Fonts fonts = documents::Fonts::load(documents::font_folders({}));
    core::NoProgress silent;
    std::string first;
    std::string second;

    Register() {
        close();
        const office::SigningKey key = office::open_signing_key(database).value();
        first = change([&](storage::Transaction& tx) {
                    return certificates::issue_class(tx, class_id, key, fonts, silent);
                })
                    .value()
                    .issued.at(0)
                    .serial;
        change([&](storage::Transaction& tx) {
            certificates::reprint(tx, first, "the printer jammed").value();
            certificates::duplicate(tx, first, fonts).value();
        });
        second = change([&](storage::Transaction& tx) {
            const auto enrolment = certificates::find_certificate(database, first)->enrolment.value();
            auto learner =
                learners::load_learner(database, classes::load_enrolment(database, enrolment).learner);
            learner.name_km = "កែវ មុំណា";
            learners::update_learner(tx, learner).value();
            return certificates::replace(tx, first, "the name was misspelt", key, fonts).value().serial;
        });
        keep_stock();
        change([&](storage::Transaction& tx) {
            BOOST_TEST(certificates::make_void(tx, second, "given to the wrong person").has_value());
        });
    }

    // The province's numbers, blank ones that are spoiled and lost, numbered paper and the old book.
    void keep_stock() {
        change([&](storage::Transaction& tx) {
            certificates::mark_blank(tx, certificates::read_numbers("0202-2025-000004", "").value(),
                                     certificates::State::spoiled, "coffee")
                .value();
            certificates::mark_blank(tx, certificates::read_numbers("0202-2025-000006", "").value(),
                                     certificates::State::lost, "not found")
                .value();
            certificates::take_block(tx, {certificates::Origin::province, "0202", 2025, 101, 200}).value();
            const auto forms = certificates::read_sheets("A 0001", "A 0020").value();
            certificates::receive_paper(tx, forms, "PoE", tx.today()).value();
            certificates::use_paper(tx, certificates::read_sheets("A 0001", "").value(), first).value();
            certificates::spoil_paper(tx, certificates::read_sheets("A 0001", "").value(), "jammed").value();
            certificates::return_paper(tx, certificates::read_sheets("A 0020", "").value(), "PoE", tx.today())
                .value();
            certificates::BookEntry entry;
            entry.number = "12/09";
            entry.year = 2009;
            entry.name_km = "សុខ ធារី";
            entry.programme = "literacy";
            entry.page = "7";
            entry.remark = "in pencil";
            certificates::add_book_entry(tx, entry).value();
        });
    }

    // Another program knows no triggers, and keeps nothing in order.
    template<typename... Values>
    void alter(storage::Transaction& tx, std::string_view sql, const Values&... values) {
        for (const char* guard :
             {"certificate_event_never_changes", "certificate_event_never_shrinks",
              "certificate_word_never_changes", "certificate_word_never_goes",
              "certificate_link_never_changes", "certificate_link_never_goes", "stock_journal_never_changes",
              "stock_journal_never_shrinks", "audit_never_changes", "audit_never_shrinks"})
            tx.run("DROP TRIGGER IF EXISTS " + std::string{guard});
        tx.run("PRAGMA defer_foreign_keys = ON");
        tx.run("PRAGMA ignore_check_constraints = ON");
        tx.run(sql, values...);
    }
    // What is found after it; the file is then as it was.
    template<typename... Values>
    std::optional<core::Error> found_after(std::string_view sql, const Values&... values) {
        storage::Transaction tx(database, {"somebody"});
        alter(tx, sql, values...);
        return certificates::register_damage(database, silent);
    }
    std::string what(const std::optional<core::Error>& found) {
        BOOST_REQUIRE(found.has_value());
        BOOST_TEST(found->code == "register.altered");
        return std::string{found->fact("serial")} + " " + std::string{found->fact("what")};
    }
    std::int64_t rows_of(const std::string& table) {
        return database.value<std::int64_t>("SELECT count(*) FROM " + table).value();
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(register_chain, Register)

BOOST_AUTO_TEST_CASE(a_register_that_only_srok_wrote_holds) {
    BOOST_TEST(!certificates::register_damage(database, silent).has_value());
    BOOST_TEST((certificates::register_head(database) != office::Digest{}));
    BOOST_TEST(rows_of("certificate_link") == rows_of("certificate_event"));
}

BOOST_AUTO_TEST_CASE(the_first_altered_certificate_is_named_with_what_was_altered) {
    BOOST_TEST(what(found_after("UPDATE certificate SET issued_on = '2024-01-01' WHERE serial = ?1",
                                second)) == second + " entry");
    BOOST_TEST(what(found_after("UPDATE certificate SET issued_on = '2024-01-01'")) == first + " entry");
    // A void certificate is made good again.
    BOOST_TEST(what(found_after("UPDATE certificate SET state = 'issued' WHERE serial = ?1", second)) ==
               second + " state");
    BOOST_TEST(what(found_after("UPDATE certificate_document SET pdf = x'25504446' WHERE copy = 1")) ==
               first + " document");
    BOOST_TEST(
        what(found_after("UPDATE certificate_document SET pdf = x'25504446', digest = ?1 WHERE copy = 1",
                         office::digest("%PDF"))) == first + " entry");
    BOOST_TEST(what(found_after("UPDATE document_template SET source = source || ' '")) ==
               first + " template");
    BOOST_TEST(what(found_after("UPDATE certificate_word SET words = 'Sok Dara' WHERE place = 'name_km'")) ==
               first + " entry");
    BOOST_TEST(what(found_after("UPDATE certificate_event SET reason = 'lost' WHERE verb = 'void'")) ==
               second + " entry");
}

BOOST_AUTO_TEST_CASE(what_was_taken_out_is_missed_even_at_the_end) {
    BOOST_TEST(what(found_after("DELETE FROM certificate_event WHERE verb = 'reprint'")) == first + " audit");
    // The newest event goes, and its link with it: the audit still has it.
    const auto found = [&] {
        storage::Transaction tx(database, {"somebody"});
        alter(tx, "DELETE FROM certificate_link WHERE event_id = (SELECT max(id) FROM certificate_event)");
        tx.run("DELETE FROM certificate_event WHERE id = (SELECT max(id) FROM certificate_event)");
        tx.run("UPDATE certificate SET state = 'issued' WHERE serial = ?1", second);
        return certificates::register_damage(database, silent);
    }();
    BOOST_TEST(what(found) == " event");
    // All links go: the audit remembers that there was a chain.
    BOOST_TEST(what(found_after("DELETE FROM certificate_link")) == first + " link");
}

BOOST_AUTO_TEST_CASE(events_from_before_the_chain_are_linked_with_the_next_one) {
    change([&](storage::Transaction& tx) {
        // As an office of an earlier version left it.
        alter(tx, "DELETE FROM certificate_link");
        tx.run(R"(UPDATE audit_change SET change = replace(change, '"link"', '"was"'))");
        tx.audit("test.earlier", "test", std::nullopt, "{}");
    });
    BOOST_TEST(!certificates::register_damage(database, silent).has_value());
    BOOST_TEST((certificates::register_head(database) == office::Digest{}));
    change([&](storage::Transaction& tx) { certificates::reprint(tx, first, "once more").value(); });
    BOOST_TEST(rows_of("certificate_link") == rows_of("certificate_event"));
    BOOST_TEST(!certificates::register_damage(database, silent).has_value());
    BOOST_TEST(what(found_after("UPDATE certificate_event SET reason = 'lost' WHERE verb = 'void'")) ==
               second + " entry");
}

BOOST_AUTO_TEST_CASE(what_lies_beside_the_certificates_is_held_too) {
    const auto about = [&](const std::optional<core::Error>& found) {
        BOOST_REQUIRE(found.has_value());
        BOOST_TEST(found->code == "stock.altered");
        return std::string{found->fact("entity")} + " " + std::string{found->fact("what")};
    };
    BOOST_TEST(about(found_after("UPDATE serial_block SET closed_at = NULL")) == "serial_block row");
    BOOST_TEST(about(found_after("UPDATE paper_sheet SET remark = 'torn' WHERE state = 'spoiled'")) ==
               "paper_sheet row");
    BOOST_TEST(about(found_after("DELETE FROM paper_sheet WHERE state = 'returned'")) == "paper_sheet row");
    BOOST_TEST(about(found_after(
                   "INSERT INTO book_entry (number, number_key, year, name_km, name, programme, page, "
                   "remark, source) VALUES ('9', '9', 2009, 'x', '', '', '', '', '')")) == "book_entry row");
    BOOST_TEST(about(found_after("UPDATE stock_journal SET reason = 'torn' WHERE verb = 'spoil'")) ==
               "paper_sheet entry");
    // The newest entry goes, and what it brought with it: the audit still has it.
    const auto found = [&] {
        storage::Transaction tx(database, {"somebody"});
        alter(tx, "DELETE FROM stock_journal WHERE id = (SELECT max(id) FROM stock_journal)");
        tx.run("DELETE FROM book_entry");
        return certificates::register_damage(database, silent);
    }();
    BOOST_TEST(about(found) == " end");
    BOOST_TEST(what(found_after("UPDATE certificate SET issued_on = '2025-12-01' WHERE state = 'lost'"))
                   .ends_with(" entry"));
}

BOOST_AUTO_TEST_CASE(the_control_sheet_says_what_was_altered) {
    change([&](storage::Transaction& tx) {
        alter(tx, "UPDATE certificate_word SET words = 'Sok Dara' WHERE place = 'name_km'");
        tx.audit("test.forgery", "test", std::nullopt, "{}");
    });
    const auto findings = certificates::findings_of(certificates::load_control_sheet(database, silent));
    BOOST_REQUIRE(findings.size() == 1U);
    BOOST_TEST(what(findings[0]) == first + " entry");
}

// Any one value of the register's tables, a letter, a byte or a number off; any one row taken out.
BOOST_AUTO_TEST_CASE(no_edit_at_random_goes_unnoticed) {
    struct Target {
        std::string table;
        std::vector<std::string> texts;
        std::vector<std::string> bytes;
        std::vector<std::string> numbers;
    };
    const std::vector<Target> targets = {
        {"certificate", {"serial", "code", "issued_on", "template"}, {"uid", "template_digest"}, {"number"}},
        {"certificate_event", {"at", "actor", "reason"}, {}, {"certificate_id"}},
        {"certificate_document", {"made_at"}, {"pdf", "digest"}, {"copy"}},
        {"certificate_word", {"place", "words"}, {}, {}},
        {"document_template", {"source"}, {"digest"}, {}},
        {"certificate_link", {}, {"hash"}, {}},
        {"serial_block", {"office_code", "origin", "closed_at"}, {}, {"year", "first_number", "last_number"}},
        {"stock_journal", {"at", "actor", "entity", "verb", "reason", "content"}, {"hash"}, {"row_id"}},
        {"paper_delivery",
         {"prefix", "source", "received_on"},
         {},
         {"digits", "first_number", "last_number"}},
        {"paper_sheet", {"state", "remark", "day"}, {}, {"delivery_id", "number", "certificate_id"}},
        {"book_entry",
         {"number", "number_key", "name_km", "name", "programme", "page", "remark", "source"},
         {},
         {"year"}},
    };
    const int rounds = test::rounds(400, 10'000);
    std::mt19937 chance(20261129);
    const auto below = [&](std::size_t limit) { return chance() % limit; };
    int unnoticed = 0;
    for (int round = 0; round < rounds; ++round) {
        const Target& target = targets[below(targets.size())];
        std::vector<std::string> edits = {"DELETE FROM"};
        for (const std::string& column : target.texts)
            edits.push_back(column + fmt::format(" = substr(coalesce({0}, ''), 1, ?2) || '~' || "
                                                 "substr(coalesce({0}, ''), ?2 + 2)",
                                                 column));
        for (const std::string& column : target.bytes)
            edits.push_back(
                column +
                fmt::format(" = coalesce(CAST(substr({0}, 1, ?2) || CASE substr({0}, ?2 + 1, 1) WHEN "
                            "x'7e' THEN x'00' ELSE x'7e' END || substr({0}, ?2 + 2) AS BLOB), x'7e')",
                            column));
        for (const std::string& column : target.numbers)
            edits.push_back(column + fmt::format(" = coalesce({}, 0) + 100 + ?2", column));
        const std::string& edit = edits[below(edits.size())];
        const auto nth = static_cast<std::int64_t>(below(static_cast<std::size_t>(rows_of(target.table))));
        const auto place = static_cast<std::int64_t>(below(16));
        const std::string key = target.table == "certificate_word"       ? "certificate_id || place"
                                : target.table == "certificate_document" ? "certificate_id || '-' || copy"
                                                                         : "rowid";
        const std::string where = " WHERE " + key + " = (SELECT " + key + " FROM " + target.table +
                                  " ORDER BY 1 LIMIT 1 OFFSET ?1)";
        storage::Transaction tx(database, {"somebody"});
        try {
            if (edit == "DELETE FROM")
                alter(tx, "DELETE FROM " + target.table + where, nth);
            else
                alter(tx, "UPDATE " + target.table + " SET " + edit + where, nth, place);
        } catch (const std::logic_error&) {
            continue; // two rows that may not be alike would be
        }
        try {
            if (certificates::register_damage(database, silent)) continue;
        } catch (const core::WorldFailure& failure) {
            BOOST_TEST(failure.error().code == "file.damaged"); // a digest of one byte
            continue;
        }
        ++unnoticed;
        BOOST_TEST_MESSAGE(target.table + ": " + edit + ", row " + std::to_string(nth));
    }
    BOOST_TEST_MESSAGE(std::to_string(rounds) + " edits, " + std::to_string(unnoticed) + " unnoticed");
    BOOST_TEST(unnoticed == 0);
}

BOOST_AUTO_TEST_SUITE_END()
