// SPDX-License-Identifier: GPL-3.0-or-later
#include "classes/class_fixture.hpp"
#include "core/fold.hpp"
#include "core/utf8.hpp"
#include "learners/learner_list.hpp"
#include "learners/merging.hpp"
#include "learners/search.hpp"

#include <boost/test/unit_test.hpp>

#include <set>

using namespace learners;
using storage::Transaction;
using namespace std::chrono_literals;

namespace {

struct Fixture : test::ClassOffice {
    Learner add(Learner one) {
        if (!one.sex) one.sex = core::Sex::female;
        const auto id = change([&](Transaction& tx) { return register_learner(tx, one).value(); });
        return load_learner(database, id);
    }
    Learner add(std::string name_km, std::string name) {
        Learner one;
        one.name_km = std::move(name_km);
        one.name = std::move(name);
        return add(one);
    }
    SearchIndex build() {
        core::NoProgress nobody;
        return SearchIndex::build(database, nobody);
    }
};

// What the search promises, said plainly: a folded field that holds the folded query.
struct Naive {
    explicit Naive(const storage::Database& database) {
        storage::Statement row = database.query("SELECT id FROM learner ORDER BY sort_key, id");
        while (row.step()) {
            const auto learner = load_learner(database, row.get<LearnerId>(0));
            auto& texts = fields.emplace_back(learner.id, std::vector<std::string>{}).second;
            texts = {learner.name_km,
                     learner.name,
                     learner.number,
                     learner.phone.value_or(""),
                     learner.village_text.value_or(""),
                     learner.class_text.value_or("")};
            if (learner.village_code)
                for (const auto* column :
                     {"SELECT name_km FROM area WHERE code = ?1", "SELECT name FROM area WHERE code = ?1"})
                    texts.push_back(database.value<std::string>(column, *learner.village_code).value());
            storage::Statement former =
                database.query("SELECT number FROM learner_alias WHERE learner_id = ?1", learner.id);
            while (former.step())
                texts.push_back(former.get<std::string>(0));
            for (const auto& in : classes::enrolments_of(database, learner.id))
                if (in.enrolment.open()) texts.insert(texts.end(), {in.name_km, in.name});
            for (std::string& text : texts)
                text = core::fold_name(text);
        }
    }

    std::vector<LearnerId> find(std::string_view text) const {
        const std::string part = core::query_fold(text);
        std::vector<LearnerId> found;
        for (const auto& [id, texts] : fields)
            if (std::any_of(texts.begin(), texts.end(),
                            [&](const std::string& field) { return field.find(part) != std::string::npos; }))
                found.push_back(id);
        return found;
    }

    std::vector<std::pair<LearnerId, std::vector<std::string>>> fields;
};

void check_equal(const SearchIndex& index, const Naive& naive, const std::string& text) {
    const auto expected = naive.find(text);
    const Found all = index.find(text, 10000);
    BOOST_TEST(all.total == static_cast<std::int64_t>(expected.size()), text);
    BOOST_TEST((all.ids == expected), text);
    const Found few = index.find(text, 3);
    BOOST_TEST(few.total == all.total);
    BOOST_TEST((few.ids == std::vector(expected.begin(), expected.begin() + std::min<std::ptrdiff_t>(
                                                                                3, std::ssize(expected)))));
}

const std::vector<std::string>& syllables() {
    static const std::vector<std::string> some = {"សុ",   "ខា",  "ដា", "រ៉ា",  "វណ្ណ", "ស្រី",   "ពៅ", "ម៉ៅ",
                                                  "ច័ន្ទ", "កែវ", "ឃួន", "ធារ", "ប៊ុន",  "ភ័ក្រ្ត", "អ៊ុក", "ឌី"};
    return some;
}
const std::vector<std::string>& latin_syllables() {
    static const std::vector<std::string> some = {"Sok", "Kha",  "Da",   "Ra",  "Van",   "Srey",
                                                  "Pov", "Mao",  "Chan", "Keo", "Khuon", "Thea",
                                                  "Bun", "Oeun", "Phea", "é"};
    return some;
}

std::string random_name(core::Random& random, const std::vector<std::string>& of) {
    std::string name;
    for (auto n = 1 + random.below(5); n > 0; --n) {
        if (!name.empty() && random.below(3) == 0) name += ' ';
        std::string next = of[random.below(of.size())];
        // A capital inside a word is the mark of an old font, and refused.
        if (!name.empty() && name.back() != ' ' && next[0] >= 'A' && next[0] <= 'Z')
            next[0] = static_cast<char>(next[0] - 'A' + 'a');
        name += next;
    }
    return name;
}

// One to five code points out of a text, as someone types them.
std::string some_of(core::Random& random, const std::string& text) {
    const std::u32string all = core::to_utf32(text);
    if (all.empty()) return {};
    const std::size_t from = random.below(all.size());
    return core::to_utf8(all.substr(from, 1 + random.below(5)));
}

Learner random_learner(core::Random& random) {
    Learner one;
    if (random.below(8) != 0) one.name_km = random_name(random, syllables());
    if (one.name_km.empty() || random.below(4) != 0) one.name = random_name(random, latin_syllables());
    one.sex = core::Sex::male;
    if (random.below(2) == 0) one.phone = "0" + std::to_string(10000000 + random.below(89999999));
    if (random.below(3) == 0) one.village_code = "02020101";
    if (random.below(9) == 0) one.village_text = "Phum " + random_name(random, latin_syllables());
    if (random.below(9) == 0) one.class_text = random_name(random, syllables());
    return one;
}

std::string random_query(core::Random& random, const Naive& naive) {
    switch (random.below(4)) {
    case 0:
        return some_of(random, random_name(random, syllables()));
    case 1:
        return some_of(random, random_name(random, latin_syllables()));
    case 2:
        return std::to_string(random.below(10000));
    default:
        const auto& [id, texts] = naive.fields[random.below(naive.fields.size())];
        return some_of(random, texts[random.below(texts.size())]);
    }
}

} // namespace

BOOST_FIXTURE_TEST_SUITE(search, Fixture)

BOOST_AUTO_TEST_CASE(a_learner_is_found_by_any_part_of_any_name_and_by_all_that_is_known) {
    Learner one;
    one.name_km = "ឃួន ស្រីពៅ";
    one.name = "Khuon Sreypov";
    one.phone = "092 768 798";
    one.village_code = "02020102";
    one = add(one);
    add("គង់ មុំ", "Kong Mum");
    BOOST_REQUIRE(enrol(open(draft()), one.id, core::Day{2025y / 11 / 3}));
    const SearchIndex index = build();
    for (const std::string& text :
         {std::string{"ឃួន"}, std::string{"ស្រីពៅ"}, std::string{"ពៅ"}, std::string{"ឃួនស្រី"},
          std::string{"khuon"}, std::string{"KHOUN sreypov"}, std::string{"pov"},
          // The same to the eye: the vowel typed before the letter below.
          std::string{"សី្រពៅ"}, one.number, one.number.substr(0, 11), std::string{"0202 000001"},
          std::string{"០៩២៧៦៨"}, std::string{"768 798"}, std::string{"ក្បាលថ្នល់"}, std::string{"kbal thnal"},
          std::string{"អក្ខរកម្ម ក"}, std::string{"literacy"}}) {
        const Found found = index.find(text, 50);
        BOOST_TEST(found.total == 1, text);
        BOOST_TEST((found.ids == std::vector{one.id}), text);
    }
    for (const auto* text : {"ឃួនគង់", "lml", "092768799", "តាពូង"})
        BOOST_TEST(index.find(text, 50).total == 0, text);
}

BOOST_AUTO_TEST_CASE(the_number_of_a_record_that_was_merged_away_finds_the_person) {
    const Learner kept = add("ឃួន ស្រីពៅ", "");
    const Learner gone = add("ឃួន ស្រី​ពៅ", "Khuon Sreypov");
    SearchIndex index = build();
    change([&](Transaction& tx) {
        merge_away(tx, gone.id, kept.id);
        tx.audit("test", "learner", std::nullopt, "{}");
    });
    index.refresh(database, std::vector{kept.id, gone.id});
    core::NoProgress nobody;
    for (const Found& found : {index.find(gone.number, 50), build().find(gone.number, 50),
                               find_once(database, gone.number, {}, 50, nobody)})
        BOOST_TEST((found.ids == std::vector{kept.id}));
    BOOST_TEST(index.find("khuon", 50).total == 0);
}

BOOST_AUTO_TEST_CASE(nothing_typed_is_everyone_in_the_order_of_names) {
    for (const auto* name : {"សុខ", "កែវ", "ឃួន"})
        add(name, "");
    const SearchIndex index = build();
    for (const auto* text : {"", " ", "\u200B"}) {
        const Found found = index.find(text, 2);
        BOOST_TEST(found.total == 3);
        const auto rows = rows_of(database, found.ids);
        BOOST_REQUIRE(rows.size() == 2U);
        BOOST_TEST(rows[0].name_km == "កែវ");
        BOOST_TEST(rows[1].name_km == "ឃួន");
    }
    BOOST_TEST(index.find("", 0).ids.empty());
}

BOOST_AUTO_TEST_CASE(an_office_with_nobody_finds_nobody) {
    SearchIndex index = build();
    BOOST_TEST(index.find("", 50).total == 0);
    BOOST_TEST(index.find("ស", 50).total == 0);
    index.refresh(database, add("ស្រីពៅ", "").id);
    BOOST_TEST(index.find("ស", 50).total == 1);
}

BOOST_AUTO_TEST_CASE(what_is_found_equals_a_naive_search_of_the_folded_texts) {
    core::SeededRandom chance{5};
    std::vector<LearnerId> people;
    change([&](Transaction& tx) {
        for (int i = 0; i < 300; ++i)
            people.push_back(register_in_bulk(tx, random_learner(chance)).value());
        classes::Class other = draft();
        other.name_km = "សមមូល ខ";
        other.name = "Equivalency B";
        classes::Enroller a(tx, open_in_bulk(tx, draft()).value());
        classes::Enroller b(tx, open_in_bulk(tx, other).value());
        for (std::size_t i = 0; i < people.size(); i += 3) {
            BOOST_REQUIRE(a.enrol(people[i], core::Day{2025y / 11 / 3}));
            if (i % 2 == 0) BOOST_REQUIRE(b.enrol(people[i], core::Day{2025y / 11 / 3}));
        }
        tx.audit("test", "learner", std::nullopt, "{}");
    });
    const SearchIndex index = build();
    const Naive naive(database);
    core::NoProgress nobody;
    for (int i = 0; i < 1500; ++i) {
        const std::string text = random_query(chance, naive);
        check_equal(index, naive, text);
        if (i % 30 != 0) continue;
        const Found once = find_once(database, text, {}, 7, nobody);
        const Found kept = index.find(text, 7);
        BOOST_TEST(once.total == kept.total, text);
        BOOST_TEST((once.ids == kept.ids), text);
    }
}

BOOST_AUTO_TEST_CASE(an_index_kept_up_to_date_equals_a_new_one) {
    core::SeededRandom chance{6};
    std::vector<LearnerId> people;
    for (int i = 0; i < 40; ++i)
        people.push_back(add(random_learner(chance)).id);
    SearchIndex index = build();
    const classes::ClassId literacy_a = open(draft());
    for (int step = 0; step < 120; ++step) {
        const std::size_t at = chance.below(people.size());
        const LearnerId id = people[at];
        switch (chance.below(5)) {
        case 0:
            people.push_back(add(random_learner(chance)).id);
            index.refresh(database, people.back());
            continue;
        case 1:
            if (change([&](Transaction& tx) { return delete_learner(tx, id).has_value(); }))
                people.erase(people.begin() + static_cast<std::ptrdiff_t>(at));
            break;
        case 2:
            if (const auto open = find_open_enrolment(database, literacy_a, id))
                BOOST_REQUIRE(leave(*open, core::Day{2025y / 11 / 4}, classes::LeavingReason::moved));
            else
                (void)enrol(literacy_a, id, core::Day{2025y / 11 / 3});
            break;
        case 3: {
            const LearnerId kept = people[(at + 1) % people.size()];
            if (kept == id || !classes::enrolments_of(database, id).empty()) break;
            change([&](Transaction& tx) {
                merge_away(tx, id, kept);
                tx.audit("test", "learner", std::nullopt, "{}");
            });
            people.erase(people.begin() + static_cast<std::ptrdiff_t>(at));
            index.refresh(database, std::vector{kept, id});
            break;
        }
        default:
            Learner changed = random_learner(chance);
            changed.id = id;
            change([&](Transaction& tx) {
                BOOST_REQUIRE(update_learner(tx, changed));
                tx.audit("test", "learner", std::nullopt, "{}");
            });
        }
        index.refresh(database, id);
        const Naive naive(database);
        BOOST_TEST(index.size() == static_cast<std::int64_t>(naive.fields.size()));
        check_equal(index, naive, "");
        check_equal(index, naive, "literacy");
        for (int i = 0; i < 10; ++i)
            check_equal(index, naive, random_query(chance, naive));
    }
}

BOOST_AUTO_TEST_CASE(a_cancelled_build_says_so) {
    struct Impatient final : core::Progress {
        void report(std::int64_t, std::int64_t) override {}
        bool cancelled() const override { return true; }
    } impatient;
    add("សុខ", "");
    BOOST_CHECK_EXCEPTION(SearchIndex::build(database, impatient), core::WorldFailure,
                          [](const auto& failure) { return failure.error().code == "cancelled"; });
}

BOOST_AUTO_TEST_SUITE_END()
