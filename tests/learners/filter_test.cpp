// SPDX-License-Identifier: GPL-3.0-or-later
#include "classes/class_fixture.hpp"
#include "core/fold.hpp"
#include "learners/search.hpp"

#include <boost/test/unit_test.hpp>

#include <algorithm>

using namespace learners;
using classes::ClassId;
using storage::Transaction;
using namespace std::chrono_literals;

namespace {

constexpr core::Day first = 2025y / 11 / 3;

struct Fixture : test::ClassOffice {
    core::NoProgress nobody;
    programmes::PackId primary =
        change([](Transaction& tx) { return programmes::use_pack(tx, "primary-equivalency").value(); });
    institutions::InstitutionId centre = change([](Transaction& tx) {
        institutions::Institution one;
        one.kind = institutions::Kind::clc;
        one.name_km = "មជ្ឈមណ្ឌលតាពូង";
        return add_institution(tx, one).value();
    });

    ClassId open_at(institutions::InstitutionId where, programmes::PackId pack, const char* name) {
        classes::Class one = draft();
        one.name_km = name;
        one.institution = where;
        one.pack = pack;
        return open(one);
    }
    LearnerId add(Learner one) {
        if (one.name_km.empty()) one.name_km = "សុខ ដារ៉ា";
        if (!one.sex) one.sex = Sex::female;
        return change([&](Transaction& tx) { return register_learner(tx, one).value(); });
    }
    SearchIndex build() { return SearchIndex::build(database, nobody); }
    std::vector<LearnerId> through(const SearchIndex& index, const Filter& filter,
                                   std::string_view text = "") {
        const Found found = index.find(text, Sieve(database, filter), 10000);
        BOOST_TEST(found.total == std::ssize(found.ids));
        return found.ids;
    }
};

// What a filter promises, said plainly, from the stores alone.
bool lets_through(const storage::Database& database, const Filter& filter, LearnerId id) {
    const Learner one = load_learner(database, id);
    const core::Day today = database.clock().today();
    const auto disabled = has_disability(one);
    const Answer answer = disabled == true ? Answer::yes : disabled == false ? Answer::no : Answer::unknown;
    if (filter.sex && one.sex != filter.sex) return false;
    if (filter.disability && answer != *filter.disability) return false;
    if (filter.equity_card && has_equity_card(one, today) != *filter.equity_card) return false;
    if (filter.no_birth_date && one.born) return false;
    if (filter.no_village && (one.village_code || one.village_text)) return false;
    std::vector<classes::LearnerClass> counted = classes::enrolments_of(database, id);
    std::erase_if(counted, [&](const classes::LearnerClass& in) {
        const auto taught = classes::load_class(database, in.enrolment.in);
        return in.enrolment.reason == classes::LeavingReason::entered_by_mistake ||
               (filter.class_id && static_cast<std::int64_t>(taught.id) != *filter.class_id) ||
               (filter.institution_id &&
                static_cast<std::int64_t>(taught.institution) != *filter.institution_id) ||
               (filter.programme && in.programme != *filter.programme);
    });
    const bool now = std::any_of(counted.begin(), counted.end(), [](const classes::LearnerClass& in) {
        return in.enrolment.open() && in.status == classes::Status::open;
    });
    if (filter.standing == Standing::enrolled) return now;
    if (filter.standing == Standing::left) return !counted.empty() && !now;
    if (filter.standing == Standing::never) return counted.empty();
    return !counted.empty() || !(filter.class_id || filter.institution_id || filter.programme);
}

std::vector<LearnerId> everyone(const storage::Database& database) {
    std::vector<LearnerId> ids;
    storage::Statement row = database.query("SELECT id FROM learner ORDER BY sort_key, id");
    while (row.step())
        ids.push_back(row.get<LearnerId>(0));
    return ids;
}

Learner random_learner(core::Random& random) {
    static constexpr const char* names[] = {"សុខ ដារ៉ា", "កែវ មុំ", "ឃួន វណ្ណា", "លី ស្រីពៅ"};
    Learner one;
    one.name_km = names[random.below(4)];
    one.sex = random.below(2) == 0 ? Sex::female : Sex::male;
    if (random.below(4) != 0) one.born = core::PartialDate::of_year(std::chrono::year{1990});
    if (random.below(3) != 0) one.village_code = "02020101";
    if (random.below(9) == 0) one.village_text = "Phum Thmei";
    if (random.below(3) == 0) one.equity_level = EquityLevel::poor;
    if (one.equity_level && random.below(2) == 0)
        one.equity_valid_to =
            std::array<core::Day, 3>{2025y / 12 / 16, 2025y / 12 / 17, 2026y / 3 / 1}.at(random.below(3));
    if (random.below(2) == 0)
        one.washington.seeing = random.below(4) == 0 ? Difficulty::a_lot : Difficulty::none;
    if (random.below(5) == 0) one.disability_text = "ពិការភ្នែក";
    return one;
}

Filter random_filter(core::Random& random, const std::vector<ClassId>& classes,
                     const std::vector<institutions::InstitutionId>& places) {
    Filter filter;
    const auto sometimes = [&] { return random.below(4) == 0; };
    if (sometimes()) filter.class_id = static_cast<std::int64_t>(classes[random.below(classes.size())]);
    if (sometimes()) filter.institution_id = static_cast<std::int64_t>(places[random.below(places.size())]);
    if (sometimes()) filter.programme = random.below(2) == 0 ? "literacy" : "primary-equivalency";
    if (sometimes()) filter.standing = static_cast<Standing>(random.below(3));
    if (sometimes()) filter.sex = static_cast<Sex>(random.below(2));
    if (sometimes()) filter.disability = static_cast<Answer>(random.below(3));
    if (sometimes()) filter.equity_card = random.below(2) == 0;
    filter.no_birth_date = random.below(8) == 0;
    filter.no_village = random.below(8) == 0;
    return filter;
}

} // namespace

BOOST_FIXTURE_TEST_SUITE(filter, Fixture)

BOOST_AUTO_TEST_CASE(in_a_class_now_before_or_never) {
    const ClassId a = open(draft());
    const LearnerId now = learner("ក"), gone = learner("ខ"), finished = learner("គ"), never = learner("ឃ"),
                    mistaken = learner("ង");
    const ClassId over = open_at(centre, literacy, "ចាស់");
    BOOST_REQUIRE(enrol(a, now, first));
    BOOST_REQUIRE(leave(enrol(a, gone, first).value().id, 2025y / 12 / 1, classes::LeavingReason::work));
    BOOST_REQUIRE(enrol(over, finished, first));
    BOOST_REQUIRE(
        leave(enrol(a, mistaken, first).value().id, first, classes::LeavingReason::entered_by_mistake));
    change([&](Transaction& tx) { BOOST_REQUIRE(close_class(tx, over, 2026y / 4 / 30)); });
    const SearchIndex index = build();
    BOOST_TEST((through(index, {.standing = Standing::enrolled}) == std::vector{now}));
    BOOST_TEST((through(index, {.standing = Standing::left}) == std::vector{gone, finished}));
    BOOST_TEST((through(index, {.standing = Standing::never}) == std::vector{never, mistaken}));
    // In this class: who is in it or was.
    BOOST_TEST((through(index, {.class_id = static_cast<std::int64_t>(a)}) == std::vector{now, gone}));
    // Never in a class of that centre.
    BOOST_TEST((through(index, {.institution_id = static_cast<std::int64_t>(centre),
                                .standing = Standing::never}) == std::vector{now, gone, never, mistaken}));
}

BOOST_AUTO_TEST_CASE(a_closed_class_lets_its_learners_go_without_a_new_index) {
    const ClassId a = open(draft());
    const LearnerId one = learner("ក");
    BOOST_REQUIRE(enrol(a, one, first));
    const SearchIndex index = build();
    BOOST_TEST((through(index, {.standing = Standing::enrolled}) == std::vector{one}));
    change([&](Transaction& tx) { BOOST_REQUIRE(close_class(tx, a, 2026y / 4 / 30)); });
    BOOST_TEST(through(index, {.standing = Standing::enrolled}).empty());
}

BOOST_AUTO_TEST_CASE(an_equity_card_counts_until_its_last_day) {
    const LearnerId none = add({});
    const LearnerId over = add({.equity_level = EquityLevel::poor, .equity_valid_to = 2025y / 12 / 16});
    const LearnerId last = add({.equity_level = EquityLevel::poor, .equity_valid_to = 2025y / 12 / 17});
    const LearnerId always = add({.equity_level = EquityLevel::very_poor});
    const SearchIndex index = build();
    BOOST_TEST((through(index, {.equity_card = true}) == std::vector{last, always}));
    BOOST_TEST((through(index, {.equity_card = false}) == std::vector{none, over}));
}

BOOST_AUTO_TEST_CASE(the_choices_are_the_classes_their_places_and_programmes) {
    BOOST_TEST(filter_choices(database).classes.empty());
    BOOST_TEST(filter_choices(database).institutions.empty());
    open_at(centre, primary, "សមមូល");
    const FilterChoices choices = filter_choices(database);
    BOOST_REQUIRE(choices.classes.size() == 1U);
    BOOST_TEST(choices.classes[0].name_km == "សមមូល");
    BOOST_TEST(choices.classes[0].institution_id == static_cast<std::int64_t>(centre));
    BOOST_REQUIRE(choices.institutions.size() == 1U); // the pagoda has none
    BOOST_TEST(choices.institutions[0].name_km == "មជ្ឈមណ្ឌលតាពូង");
    BOOST_TEST((choices.programmes == std::vector<std::string>{"primary-equivalency"}));
}

BOOST_AUTO_TEST_CASE(filtered_and_searched_equals_a_naive_filter_also_after_changes) {
    core::SeededRandom chance{11};
    const std::vector<institutions::InstitutionId> places{pagoda, centre};
    const std::vector<ClassId> in{open_at(pagoda, literacy, "អក្ខរកម្ម"),
                                  open_at(centre, literacy, "អក្ខរកម្ម ខ"), open_at(centre, primary, "សមមូល"),
                                  open_at(pagoda, primary, "ចាស់")};
    for (int i = 0; i < 120; ++i)
        add(random_learner(chance));
    SearchIndex index = build();
    const auto change_someone = [&] {
        const auto all = everyone(database);
        const LearnerId id = all[chance.below(all.size())];
        const ClassId to = in[chance.below(in.size())];
        if (chance.below(3) == 0) {
            Learner changed = random_learner(chance);
            changed.id = id;
            change([&](Transaction& tx) {
                BOOST_REQUIRE(update_learner(tx, changed));
                tx.audit("test", "learner", std::nullopt, "{}");
            });
        } else if (const auto open = find_open_enrolment(database, to, id)) {
            (void)leave(*open, 2025y / 11 / 20,
                        chance.below(3) == 0 ? classes::LeavingReason::entered_by_mistake
                                             : classes::LeavingReason::work);
        } else {
            (void)enrol(to, id, first);
        }
        index.refresh(database, id);
    };
    for (int step = 0; step < 60; ++step) {
        for (int i = 0; i < 4; ++i)
            change_someone();
        if (step == 30) change([&](Transaction& tx) { BOOST_REQUIRE(close_class(tx, in[3], first)); });
        if (step == 45) index = build();
        const Filter wanted = random_filter(chance, in, places);
        const char* text = std::array{"", "ស", "ដារ៉ា", "ta pung", "អក្ខរ"}.at(chance.below(5));
        const auto found = index.find(text, 10000).ids;
        std::vector<LearnerId> expected;
        for (const LearnerId id : found)
            if (lets_through(database, wanted, id)) expected.push_back(id);
        BOOST_TEST((through(index, wanted, text) == expected), step);
        const Found few = index.find(text, Sieve(database, wanted), 2);
        BOOST_TEST(few.total == std::ssize(expected));
        BOOST_TEST(few.ids.size() == std::min<std::size_t>(2, expected.size()));
        const Found once = find_once(database, text, wanted, 10000, nobody);
        BOOST_TEST((once.ids == expected), step);
    }
}

BOOST_AUTO_TEST_SUITE_END()
