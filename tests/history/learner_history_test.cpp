// SPDX-License-Identifier: GPL-3.0-or-later
#include "classes/bulk_change.hpp"
#include "history/learner_history.hpp"
#include "imports/thma_koul.hpp"
#include "learners/learner_store.hpp"
#include "rollover/rollover_store.hpp"

#include <boost/test/unit_test.hpp>

using history::Entry;
using learners::LearnerId;
using storage::Transaction;
using namespace std::chrono_literals;

namespace {

const std::string heading = "ឈ្មោះ,ភេទ,ថ្ងៃខែឆ្នាំកំណើត,ភូមិ,ទូរស័ព្ទ\n";

struct Fixture : test::ThmaKoul {
    template<typename Work>
    auto write(const char* who, Work work) {
        Transaction tx(database, {who});
        auto done = work(tx);
        BOOST_REQUIRE(done.has_value());
        tx.commit();
        return *std::move(done);
    }
    LearnerId register_one(const char* name_km = "កែវ មុំ") {
        learners::Learner one;
        one.name_km = name_km;
        one.sex = core::Sex::female;
        one.phone = "012345678";
        return write("sokha", [&](Transaction& tx) { return register_learner(tx, one); });
    }
    LearnerId only_one() {
        return database.value<LearnerId>("SELECT id FROM learner ORDER BY id DESC LIMIT 1").value();
    }
    void a_day_later() { clock.set(core::next_day(clock.today())); }
    std::vector<Entry> past(LearnerId id) { return history::history_of(database, id); }
};

// "was → is", or "" where the entry says nothing of the field.
std::string change(const Entry& entry, std::string_view field) {
    for (const auto& one : entry.changes)
        if (one.field == field) return one.was.value_or("-") + " → " + one.is.value_or("-");
    return {};
}

} // namespace

BOOST_FIXTURE_TEST_SUITE(learner_history, Fixture)

BOOST_AUTO_TEST_CASE(what_was_typed_is_told_with_who_and_when_newest_first) {
    const LearnerId mum = register_one();
    a_day_later();
    auto changed = learners::load_learner(database, mum);
    changed.phone = "092768798";
    changed.guardian = "កែវ ធី";
    write("dara", [&](Transaction& tx) { return update_learner(tx, changed); });
    const auto told = past(mum);
    BOOST_REQUIRE(told.size() == 2U);
    BOOST_TEST(told[0].verb == "learner.update");
    BOOST_TEST(told[0].actor == "dara");
    BOOST_TEST((core::day_in_cambodia(told[0].at) == 2026y / 3 / 3));
    BOOST_TEST(change(told[0], "phone") == "012345678 → 092768798");
    BOOST_TEST(change(told[0], "guardian") == "- → កែវ ធី");
    BOOST_TEST(change(told[0], "name_km") == "");
    BOOST_TEST(told[1].verb == "learner.register");
    BOOST_TEST(change(told[1], "name_km") == "- → កែវ មុំ");
}

BOOST_AUTO_TEST_CASE(what_an_import_brought_and_changed_is_told_of_each_learner) {
    open_class("អក្ខរកម្ម ក");
    import_csv("ឈ្មោះ,ភេទ,ថ្ងៃខែឆ្នាំកំណើត,ទូរស័ព្ទ,ថ្នាក់\nសុខ ធារី,ស,1/2/1990,012345678,អក្ខរកម្ម ក\n"
               "ចាន់ ដារ៉ា,ប,3/4/1991,012345679,\n",
               imports::Kind::learners, false, false, "november.csv");
    const LearnerId theary =
        only_one() == LearnerId{1}
            ? LearnerId{1}
            : LearnerId{
                  database.value<std::int64_t>("SELECT id FROM learner WHERE name_km = 'សុខ ធារី'").value()};
    a_day_later();
    import_csv("ឈ្មោះ,ភេទ,ថ្ងៃខែឆ្នាំកំណើត,ទូរស័ព្ទ\nសុខ ធារី,ស,1/2/1990,092768798\n", imports::Kind::learners, true,
               false, "december.csv");
    const auto told = past(theary);
    BOOST_REQUIRE(told.size() == 2U);
    BOOST_TEST(told[0].verb == "import.learners");
    BOOST_TEST(told[0].about == "december.csv");
    BOOST_TEST(told[0].changes.size() == 1U);
    BOOST_TEST(change(told[0], "phone") == "012345678 → 092768798");
    BOOST_TEST(told[1].about == "november.csv");
    BOOST_TEST(change(told[1], "name_km") == "- → សុខ ធារី");
    BOOST_TEST(change(told[1], "born") == "- → 1990-02-01");
    BOOST_TEST(change(told[1], "class") == "- → អក្ខរកម្ម ក");
    BOOST_TEST(change(told[1], "first_day") == "- → 2025-11-03");
    // Nothing a person cannot read.
    for (const char* hidden : {"uid", "id", "folded_km", "folded", "sort_key", "registered_at"})
        BOOST_TEST(change(told[1], hidden) == "");
}

BOOST_AUTO_TEST_CASE(an_import_taken_back_tells_what_it_was_before) {
    const LearnerId mum = register_one();
    auto known = learners::load_learner(database, mum);
    known.born = core::partial_date_from_text("1990-02-01");
    write("sokha", [&](Transaction& tx) { return update_learner(tx, known); });
    a_day_later();
    const auto outcome =
        import_csv("ឈ្មោះ,ភេទ,ថ្ងៃខែឆ្នាំកំណើត,អត្តលេខ,ទូរស័ព្ទ\nកែវ មុំ,ស,1/2/1990," + known.number + ",092768798\n",
                   imports::Kind::learners, true);
    BOOST_REQUIRE(outcome.counts.updated == 1);
    a_day_later();
    {
        Transaction tx(database, {"dara"});
        BOOST_REQUIRE(imports::undo_import(tx, outcome.import.value()));
        tx.commit();
    }
    const auto told = past(mum);
    BOOST_REQUIRE(told.size() == 4U);
    BOOST_TEST(told[0].verb == "import.undo");
    BOOST_TEST(told[0].actor == "dara");
    BOOST_TEST(change(told[0], "phone") == "092768798 → 012345678");
    BOOST_TEST(told[1].verb == "import.learners");
    BOOST_TEST(change(told[1], "phone") == "012345678 → 092768798");
}

BOOST_AUTO_TEST_CASE(enrolled_moved_and_gone_one_by_one_and_with_many) {
    const LearnerId mum = register_one();
    const LearnerId dara = register_one("សុខ ដារ៉ា");
    const auto a = open_class("អក្ខរកម្ម ក");
    const auto b = open_class("អក្ខរកម្ម ខ");
    write("sokha", [&](Transaction& tx) { return enrol(tx, a, mum, core::Day{2025y / 11 / 3}); });
    a_day_later();
    const auto moved = write("dara", [&](Transaction& tx) {
        return classes::apply_bulk(
            tx,
            {.kind = classes::BulkKind::move, .learners = {mum}, .to = b, .day = core::Day{2026y / 1 / 5}});
    });
    a_day_later();
    {
        Transaction tx(database, {"dara"});
        BOOST_REQUIRE(classes::undo_bulk(tx, moved.id));
        tx.commit();
    }
    const auto told = past(mum);
    BOOST_REQUIRE(told.size() == 4U);
    BOOST_TEST(told[3].verb == "learner.register");
    BOOST_TEST(told[2].verb == "enrolment.open");
    BOOST_TEST(change(told[2], "class") == "- → អក្ខរកម្ម ក");
    BOOST_TEST(told[1].verb == "bulk.move");
    BOOST_TEST(change(told[1], "last_day") == "- → 2026-01-04");
    BOOST_TEST(told[0].verb == "bulk.undo");
    BOOST_TEST(change(told[0], "last_day") == "2026-01-04 → -");
    // Nothing of it is told of somebody else.
    BOOST_TEST(past(dara).size() == 1U);
}

BOOST_AUTO_TEST_CASE(a_year_that_was_rolled_over_is_told_with_the_class_it_opened) {
    const LearnerId mum = register_one();
    const auto a = open_class("អក្ខរកម្ម ក");
    write("sokha",
          [&](Transaction& tx) { return enrol(tx, a, mum, classes::load_class(database, a).first_day); });
    a_day_later();
    core::NoProgress nobody;
    const rollover::Scope year{.year = core::SchoolYear::of(classes::load_class(database, a).first_day)};
    const auto done =
        write("sokha", [&](Transaction& tx) { return rollover::roll_over(tx, year, {}, nobody); });
    a_day_later();
    {
        Transaction tx(database, {"dara"});
        BOOST_REQUIRE(rollover::undo_rollover(tx, done.id));
        tx.commit();
    }
    // Its key is given again.
    BOOST_REQUIRE((open_class("ថ្នាក់ផ្សេង") == done.opened.front()));
    const auto told = past(mum);
    BOOST_REQUIRE(told.size() == 4U);
    BOOST_TEST(told[1].verb == "rollover.apply");
    BOOST_TEST(told[1].about == "2025-2026");
    BOOST_TEST(change(told[1], "year_end") == "- → repeat");
    BOOST_TEST(change(told[1], "class") == "- → អក្ខរកម្ម ក");
    BOOST_TEST(told[0].verb == "rollover.undo");
    BOOST_TEST(change(told[0], "class") == "អក្ខរកម្ម ក → -");
}

BOOST_AUTO_TEST_CASE(who_left_at_a_years_end_is_told_with_the_reason) {
    const LearnerId mum = register_one();
    const auto a = open_class("អក្ខរកម្ម ក");
    const auto first = classes::load_class(database, a).first_day;
    const auto enrolled = write("sokha", [&](Transaction& tx) { return enrol(tx, a, mum, first); });
    rollover::Choices choices;
    choices.learners[enrolled.id] = {rollover::Decision::leave, "ទៅធ្វើការ"};
    core::NoProgress nobody;
    write("sokha", [&](Transaction& tx) {
        return rollover::roll_over(tx, {.year = core::SchoolYear::of(first)}, choices, nobody);
    });
    const auto told = past(mum);
    BOOST_TEST(told[0].verb == "rollover.apply");
    BOOST_TEST(change(told[0], "year_end") == "- → leave");
    BOOST_TEST(change(told[0], "year_end_reason") == "- → ទៅធ្វើការ");
    BOOST_TEST(change(told[0], "class") == "");
}

BOOST_AUTO_TEST_CASE(who_gets_a_number_that_was_given_before_does_not_get_the_past) {
    const auto outcome = import_csv(heading + "សុខ ធារី,ស,1/2/1990,,012345678\n");
    const LearnerId first = only_one();
    {
        Transaction tx(database, {"dara"});
        BOOST_REQUIRE(imports::undo_import(tx, outcome.import.value()));
        tx.commit();
    }
    a_day_later();
    const LearnerId second = register_one();
    BOOST_REQUIRE((second == first)); // SQLite gives the key of the last row again
    const auto told = past(second);
    BOOST_REQUIRE(told.size() == 1U);
    BOOST_TEST(told[0].verb == "learner.register");
}

BOOST_AUTO_TEST_CASE(a_learner_nobody_knows_the_coming_of_was_registered_some_day) {
    learners::Learner one;
    one.name_km = "ឃួន វណ្ណា";
    one.sex = core::Sex::female;
    LearnerId id{};
    {
        Transaction tx(database, {});
        id = register_in_bulk(tx, one).value();
        tx.audit("test", "learner", std::nullopt, "{}");
        tx.commit();
    }
    const auto told = past(id);
    BOOST_REQUIRE(told.size() == 1U);
    BOOST_TEST(told[0].verb == "learner.register");
    BOOST_TEST(told[0].actor == "");
}

BOOST_AUTO_TEST_CASE(an_erased_change_is_said_to_be_erased) {
    const LearnerId mum = register_one();
    {
        Transaction tx(database, {"admin"});
        tx.run("DELETE FROM audit_change");
        tx.audit("test", "learner", std::nullopt, "{}");
        tx.commit();
    }
    const auto told = past(mum);
    BOOST_REQUIRE(told.size() == 1U);
    BOOST_TEST(told[0].erased);
    BOOST_TEST(told[0].changes.empty());
}

BOOST_AUTO_TEST_SUITE_END()
