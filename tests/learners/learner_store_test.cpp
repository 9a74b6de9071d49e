// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/check_digit.hpp"
#include "core/fold.hpp"
#include "institutions/small_office.hpp"
#include "learners/learner_list.hpp"
#include "learners/learner_number.hpp"
#include "learners/learner_store.hpp"

#include <boost/test/unit_test.hpp>

using namespace learners;
using storage::Transaction;
using namespace std::chrono_literals;

namespace {

struct Fixture : test::SmallOffice {
    core::Expected<LearnerId> add(const Learner& learner) {
        return change([&](Transaction& tx) { return register_learner(tx, learner); });
    }

    LearnerId add_named(std::string name_km, std::string name = {}) {
        Learner learner;
        learner.name_km = std::move(name_km);
        learner.name = std::move(name);
        learner.sex = core::Sex::female;
        return add(learner).value();
    }
};

// Every field set, no two alike.
Learner everything() {
    Learner l;
    l.name_km = "ឃួន វណ្ណា";
    l.name = "KHUON VANNA";
    l.sex = core::Sex::male;
    l.born = core::partial_date_from_text("~1989");
    l.birthplace_code = "0202";
    l.birthplace_text = "ភូមិចាស់";
    l.village_code = "02020101";
    l.village_text = "ក្រុមទី៣";
    l.phone = "092768798";
    l.guardian = "ឃួន ម៉ៅ";
    l.guardian_phone = "+66812345678";
    l.ethnicity = "ព្នង";
    l.home_language = "ខ្មែរ";
    l.equity_level = learners::EquityLevel::very_poor;
    l.equity_valid_to = 2027y / 6 / 30;
    l.washington = {learners::Difficulty::none,
                    learners::Difficulty::some,
                    learners::Difficulty::a_lot,
                    learners::Difficulty::cannot,
                    std::nullopt,
                    learners::Difficulty::none};
    l.disability_text = "ជើង";
    l.schooling = "ថ្នាក់ទី៣";
    l.leaving_reason = "ឆ្ងាយ";
    l.occupation = "កសិករ";
    l.migration = "ថៃ ២០២៤";
    l.class_text = "អក្ខរកម្ម ក";
    l.note = "x";
    l.consent_on = 2025y / 11 / 3;
    l.identities = {{learners::IdentityKind::birth_certificate, "12/89"},
                    {learners::IdentityKind::national_id, "020 123 456"}};
    return l;
}

} // namespace

BOOST_FIXTURE_TEST_SUITE(learner_store, Fixture)

BOOST_AUTO_TEST_CASE(everything_known_of_a_learner_is_kept) {
    const LearnerId id = add(everything()).value();
    const Learner kept = load_learner(database, id);
    Learner expected = everything();
    expected.id = id;
    expected.uid = kept.uid;
    expected.number = kept.number;
    expected.registered_at = clock.now();
    BOOST_TEST((kept == expected));
    BOOST_TEST((find_by_uid(database, kept.uid) == id));
    BOOST_TEST((find_by_number(database, kept.number) == id));
    BOOST_TEST(last_audit().verb == "learner.register");
    BOOST_TEST(last_audit().change.value().find(R"("born":[null,"~1989"])") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(one_name_alone_in_either_script_is_a_learner) {
    BOOST_TEST(load_learner(database, add_named("ស្រីពៅ")).name.empty());
    BOOST_TEST(load_learner(database, add_named("", "Pov")).name_km.empty());
}

BOOST_AUTO_TEST_CASE(numbers_count_on_from_this_office_and_check) {
    const std::string first = load_learner(database, add_named("មួយ")).number;
    const std::string second = load_learner(database, add_named("ពីរ")).number;
    BOOST_TEST(first == learners::learner_number("0202", 1));
    BOOST_TEST(second == learners::learner_number("0202", 2));
    BOOST_TEST(core::read_learner_number(first).value() == first);
    BOOST_TEST(first.size() == std::string_view{"0202-000001-X"}.size());
}

BOOST_AUTO_TEST_CASE(a_refused_learner_takes_no_number) {
    Learner nobody;
    BOOST_TEST(add(nobody).error().code == "learner.name-missing");
    Learner lost = everything();
    lost.village_code = "99999999";
    BOOST_TEST(add(lost).error().code == "village.unknown");
    BOOST_TEST(load_learner(database, add_named("មួយ")).number == learners::learner_number("0202", 1));
    BOOST_TEST(learners::count_learners(database) == 1);
}

BOOST_AUTO_TEST_CASE(an_office_whose_blocks_are_used_up_says_so) {
    add_named("មួយ");
    change([](Transaction& tx) {
        tx.run("UPDATE learner_number_block SET next_number = last_number + 1");
        tx.audit("test", "learner_number_block", std::nullopt, "{}");
    });
    const auto refused = add(everything());
    BOOST_REQUIRE(!refused);
    BOOST_TEST(refused.error().code == "learner-number.none-left");
    BOOST_TEST(refused.error().fact("office") == "0202");
}

BOOST_AUTO_TEST_CASE(an_institutions_numbers_are_not_the_districts) {
    change([](Transaction& tx) {
        tx.run("UPDATE office SET level = 'institution', institution_code = 'clc-7'");
        tx.audit("test", "office", std::nullopt, "{}");
    });
    BOOST_TEST(load_learner(database, add_named("មួយ")).number == learners::learner_number("0202CLC7", 1));
}

BOOST_AUTO_TEST_CASE(who_comes_from_another_office_keeps_uid_and_number) {
    Learner guest = everything();
    guest.number = learners::learner_number("0301", 7);
    guest.uid = core::uid_from_text("0192f0c1-7a3e-7c11-b1a2-0123456789ab").value();
    const Learner kept = load_learner(database, add(guest).value());
    BOOST_TEST(kept.number == guest.number);
    BOOST_TEST((kept.uid == guest.uid));
    guest.uid = {};
    BOOST_TEST(add(guest).error().code == "learner.number-taken");
}

BOOST_AUTO_TEST_CASE(an_update_returns_what_changed_and_audits_it) {
    Learner learner = load_learner(database, add(everything()).value());
    learner.born = core::partial_date_from_text("1989-03-07");
    learner.identities.pop_back();
    learner.phone.reset();
    const auto changes = change([&](Transaction& tx) { return update_learner(tx, learner).value(); });
    const std::vector<storage::FieldChange> expected = {
        {"born", "~1989", "1989-03-07"},
        {"phone", "092768798", std::nullopt},
        {"identities", "birth_certificate 12/89, national_id 020 123 456", "birth_certificate 12/89"}};
    BOOST_TEST((changes == expected));
    BOOST_TEST(last_audit().change.value() == storage::change_json(expected));
    BOOST_TEST((load_learner(database, learner.id) == learner));

    const auto before = last_audit().seq;
    BOOST_TEST(change([&](Transaction& tx) { return update_learner(tx, learner).value(); }).empty());
    BOOST_TEST(last_audit().seq == before);
}

BOOST_AUTO_TEST_CASE(a_preview_of_an_update_writes_nothing) {
    Learner learner = load_learner(database, add(everything()).value());
    learner.name = "Khuon Vanna";
    learner.number = "typed over";
    BOOST_TEST(changes_to(database, learner).size() == 1U);
    BOOST_TEST(load_learner(database, learner.id).name == "KHUON VANNA");
}

BOOST_AUTO_TEST_CASE(pages_follow_each_other_in_dictionary_order_without_gap) {
    // Two of one name, and one known in Latin only.
    for (const auto* name : {"សុខ ដារ៉ា", "កែវ មុំ", "ឃួន វណ្ណា", "កែវ មុំ", "អ៊ុក សុខជា"})
        add_named(name);
    add_named("", "Bopha");
    std::vector<std::string> names;
    std::optional<learners::ListKey> after;
    do {
        const auto page = list_page(database, after, 2);
        for (const auto& row : page.rows)
            names.push_back(row.name_km + row.name);
        after = page.next;
    } while (after);
    const std::vector<std::string> expected = {"កែវ មុំ", "កែវ មុំ", "ឃួន វណ្ណា", "សុខ ដារ៉ា", "អ៊ុក សុខជា", "Bopha"};
    BOOST_TEST(names == expected, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(rows_come_in_the_order_asked_for) {
    const LearnerId a = add_named("ក"), b = add_named("ខ");
    const std::vector<LearnerId> ids = {b, LearnerId{999}, a};
    const auto rows = rows_of(database, ids);
    BOOST_REQUIRE(rows.size() == 2U);
    BOOST_TEST((rows[0].id == b && rows[1].id == a));
}

BOOST_AUTO_TEST_CASE(candidates_share_a_folded_name_or_the_phone) {
    const LearnerId khmer = add(everything()).value();
    const LearnerId latin = add_named("", "Khoun Vannah");
    add_named("គង់ ស្រីពៅ", "Kong Sreypov");
    const auto ids = [&](std::string_view km, std::string_view name, std::string_view phone) {
        std::vector<LearnerId> found;
        for (const auto& row : candidates(database, core::fold_name(km), core::fold_name(name), phone))
            found.push_back(row.id);
        return found;
    };
    BOOST_TEST((ids("ឃួនវណ្ណា", "", "") == std::vector{khmer}));
    BOOST_TEST((ids("", "Khuon Vanna", "") == std::vector{khmer, latin}));
    BOOST_TEST((ids("", "", "092768798") == std::vector{khmer}));
    BOOST_TEST(ids("", "", "").empty());
}

BOOST_AUTO_TEST_CASE(a_learner_entered_by_mistake_can_go) {
    const LearnerId id = add(everything()).value();
    BOOST_TEST(change([&](Transaction& tx) { return delete_learner(tx, id).has_value(); }));
    BOOST_TEST(learners::count_learners(database) == 0);
    BOOST_TEST(last_audit().verb == "learner.delete");
    BOOST_TEST(database.damage().empty());
}

BOOST_AUTO_TEST_CASE(repointing_moves_papers_once) {
    const LearnerId from = add(everything()).value();
    Learner other;
    other.name_km = "ឃួន វណ្ណា";
    other.sex = core::Sex::male;
    other.identities = {{learners::IdentityKind::national_id, "020 123 456"}};
    const LearnerId to = add(other).value();
    change([&](Transaction& tx) {
        learners::repoint(tx, from, to);
        tx.audit("learner.merge", "learner", std::nullopt, "{}");
    });
    BOOST_TEST(load_learner(database, from).identities.empty());
    BOOST_TEST((load_learner(database, to).identities == everything().identities));
}

BOOST_AUTO_TEST_CASE(bulk_work_is_audited_by_its_caller) {
    Transaction tx(database, {});
    BOOST_TEST(register_in_bulk(tx, everything()).has_value());
    BOOST_CHECK_THROW(tx.commit(), std::logic_error);
}

BOOST_AUTO_TEST_SUITE_END()
