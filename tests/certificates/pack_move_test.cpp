// SPDX-License-Identifier: GPL-3.0-or-later
#include "assessment/lock_store.hpp"
#include "certificates/pack_move.hpp"
#include "certificates/small_class.hpp"
#include "programmes/pack_edit.hpp"
#include "programmes/pack_file.hpp"
#include "programmes/pack_store.hpp"
#include "programmes/pack_versions.hpp"

#include <boost/test/unit_test.hpp>

#include <algorithm>

using certificates::PackMove;

namespace {

struct Move : test::SmallClass {
    // The rules of literacy as an office changes them, for new classes; its version.
    template<typename Change>
    std::string own_version(Change change) {
        programmes::Pack pack = programmes::find_current_pack(database, "literacy").value().pack;
        change(pack);
        pack.version = programmes::next_version(database, pack);
        storage::Transaction tx(database, {});
        BOOST_REQUIRE(programmes::use_own_pack(tx, programmes::write_pack(pack, "ours"), "ours"));
        tx.commit();
        return pack.version;
    }
    std::string harder() {
        return own_version([](programmes::Pack& pack) { pack.averaging.pass_minimum = 850; });
    }
    classes::ClassRow taught() const {
        for (const auto& one : classes::list_classes(database))
            if (one.id == class_id) return one;
        throw std::logic_error("no class");
    }
    PackMove preview(const std::string& version) {
        return certificates::preview_move(database, {}, taught(), version);
    }
    // "done", or why not.
    std::string take(const std::string& version) {
        storage::Transaction tx(database, {});
        const auto done = certificates::take_pack(tx, class_id, version);
        if (!done) return done.error().code;
        tx.commit();
        return "done";
    }
    std::string version() const {
        return programmes::load_pack(database, classes::load_class(database, class_id).pack).version;
    }
    std::int64_t audit_rows() const {
        return database.value<std::int64_t>("SELECT count(*) FROM audit").value();
    }
};

programmes::Pack of_shipped(std::string_view programme) {
    const auto& all = programmes::shipped_packs();
    return *std::find_if(all.begin(), all.end(), [&](const auto& one) { return one.programme == programme; });
}

const certificates::ResultChange* change_of(const PackMove& move, std::string_view name) {
    const auto found = std::find_if(move.results.begin(), move.results.end(),
                                    [&](const auto& one) { return one.learner.name == name; });
    return found == move.results.end() ? nullptr : &*found;
}

} // namespace

BOOST_FIXTURE_TEST_SUITE(pack_move, Move)

BOOST_AUTO_TEST_CASE(what_would_change_is_told_by_learner_and_nothing_is_written) {
    const std::string to = harder();
    const auto before = audit_rows();
    const PackMove move = preview(to);
    BOOST_TEST(!move.refused.has_value());
    BOOST_TEST(move.from == "2026-2");
    BOOST_TEST(move.to == "2026-2.1");
    // KEO MOM's 8.00 is no pass any more, so she may not be awarded; HENG VANNAK failed already.
    const auto* keo = change_of(move, "KEO MOM");
    BOOST_REQUIRE(keo != nullptr);
    BOOST_TEST((keo->was.verdict == assessment::Verdict::pass));
    BOOST_TEST((keo->is.verdict == assessment::Verdict::fail));
    BOOST_TEST(keo->average_was == "8.00");
    BOOST_TEST(keo->average_is == "8.00");
    BOOST_TEST((change_of(move, "HENG VANNAK") == nullptr));
    BOOST_REQUIRE(move.awards.size() == 1U);
    BOOST_TEST(move.awards[0].learner.name == "KEO MOM");
    BOOST_TEST(!move.awards[0].may_be_awarded);
    BOOST_TEST(move.learners == 2); // CHAN DARA came too seldom: his result changes, his award does not
    BOOST_TEST(version() == "2026-2");
    BOOST_TEST(audit_rows() == before);
}

BOOST_AUTO_TEST_CASE(a_class_goes_over_as_it_was_told_and_back_again) {
    const std::string to = harder();
    const PackMove told = preview(to);
    BOOST_TEST(take(to) == "done");
    BOOST_TEST(version() == to);
    const auto results = assessment::load_results(database, class_id).value();
    for (const auto& row : results.rows)
        if (const auto* change = change_of(told, row.learner.name)) BOOST_TEST((row.result == change->is));
    BOOST_TEST(take(to) == "pack.version-already");
    BOOST_TEST(database.value<std::string>("SELECT verb FROM audit ORDER BY seq DESC").value() ==
               "class.take-pack");
    BOOST_TEST(take("2026-2") == "done");
    BOOST_TEST(version() == "2026-2");
    const auto again = preview(to);
    BOOST_TEST(again.learners == told.learners);
}

BOOST_AUTO_TEST_CASE(a_change_of_attendance_changes_who_may_be_awarded) {
    const auto milder = own_version([](programmes::Pack& pack) { pack.attendance.minimum_percent = 7000; });
    const PackMove move = preview(milder);
    BOOST_TEST(move.results.empty());
    BOOST_REQUIRE(move.awards.size() == 1U);
    BOOST_TEST(move.awards[0].learner.name == "CHAN DARA");
    BOOST_TEST(move.awards[0].may_be_awarded);
}

BOOST_AUTO_TEST_CASE(a_rank_that_is_shared_no_longer_is_a_change) {
    const auto distinct =
        own_version([](programmes::Pack& pack) { pack.averaging.ranking = programmes::Ranking::distinct; });
    const PackMove move = preview(distinct);
    // Two of them have 8.00, and the second in the list was first, too.
    BOOST_REQUIRE(move.results.size() == 1U);
    BOOST_TEST(move.results[0].was.rank.value() == 1);
    BOOST_TEST(move.results[0].is.rank.value() == 2);
}

BOOST_AUTO_TEST_CASE(a_locked_period_and_a_closed_class_keep_their_rules) {
    const std::string to = harder();
    {
        storage::Transaction tx(database, {});
        BOOST_REQUIRE(assessment::lock_period(tx, class_id, "S1"));
        tx.commit();
    }
    BOOST_TEST(take(to) == "pack.period-locked");
    BOOST_TEST(preview(to).refused.value().code == "pack.period-locked");
    BOOST_TEST(preview(to).results.empty());
    {
        storage::Transaction tx(database, {});
        BOOST_REQUIRE(assessment::unlock_period(tx, class_id, "S1", "wrong page"));
        tx.commit();
    }
    BOOST_TEST(!preview(to).refused.has_value());
    close();
    BOOST_TEST(take(to) == "class.not-open");
    BOOST_TEST(version() == "2026-2");
    core::NoProgress silent;
    const auto all = certificates::preview_moves(database, {}, "literacy", to, silent).value();
    BOOST_REQUIRE(all.size() == 1U);
    BOOST_TEST(all[0].refused.value().code == "class.not-open");
}

BOOST_AUTO_TEST_CASE(marks_never_lose_their_place) {
    const auto without = own_version([](programmes::Pack& pack) { programmes::remove_subject(pack, 0); });
    const auto refused = preview(without).refused.value();
    BOOST_TEST(refused.code == "pack.marks-unfit");
    BOOST_TEST(refused.fact("count") == "4");
    BOOST_TEST(refused.fact("which").starts_with("អំណាន"));
    const auto smaller = own_version([](programmes::Pack& pack) {
        pack = of_shipped("literacy");
        pack.subjects.at(1).maximum = 500;
        pack.version = "2026-2.1";
    });
    BOOST_TEST(take(smaller) == "pack.marks-unfit");
    BOOST_TEST(take("2031-7") == "pack.version-unknown");
}

BOOST_AUTO_TEST_SUITE_END()
