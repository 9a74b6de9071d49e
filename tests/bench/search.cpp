// SPDX-License-Identifier: GPL-3.0-or-later
// Search as you type among N learners: the index beside SQL LIKE over the same folded texts, in one run.
//   bench_search N [LIKE_QUERIES]
#include "learners/search.hpp"

#include "core/fold.hpp"
#include "core/utf8.hpp"
#include "learners/learner_store.hpp"

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <ctime>

namespace {

constexpr std::size_t queries_per_length = 200;
constexpr std::size_t shown = 50;
constexpr int villages = 14578;

struct Spelling {
    const char* km;
    const char* name;
};

constexpr Spelling surnames[] = {
    {"សុខ", "Sok"},   {"ចាន់", "Chan"}, {"ជា", "Chea"},   {"កែវ", "Keo"},   {"លី", "Ly"},    {"ឡុង", "Long"},
    {"ហេង", "Heng"}, {"គឹម", "Kim"},   {"ប៊ុន", "Bun"},    {"សេង", "Seng"},  {"អ៊ុំ", "Um"},    {"អ៊ុក", "Uk"},
    {"ម៉ៅ", "Mao"},   {"មាស", "Meas"}, {"ឃួន", "Khuon"},  {"គង់", "Kong"},   {"ញឹម", "Nhim"}, {"ទេព", "Tep"},
    {"រស់", "Ros"},   {"យិន", "Yin"},   {"ថោង", "Thong"}, {"លាង", "Leang"}, {"ផល", "Phal"}, {"វណ្ណ", "Vann"},
};
constexpr Spelling given[] = {
    {"ដារ៉ា", "Dara"},     {"សុខា", "Sokha"},        {"សុភា", "Sophea"},         {"វណ្ណា", "Vanna"},
    {"ស្រីពៅ", "Sreypov"},  {"ច័ន្ទដារ៉ា", "Chandara"}, {"សុវណ្ណ", "Sovann"},        {"រិទ្ធី", "Rithy"},
    {"មាលា", "Mealea"},   {"ធារី", "Theary"},       {"ពិសិដ្ឋ", "Piseth"},        {"បុប្ផា", "Bopha"},
    {"សោភ័ណ", "Sophorn"},  {"ភក្តី", "Pheakdey"},     {"ទេវី", "Tevy"},           {"ចាន់ធឿន", "Chanthoeun"},
    {"វណ្ណី", "Vanny"},     {"សេរី", "Serey"},        {"សុវណ្ណរិទ្ធ", "Sovannrith"}, {"គន្ធា", "Kunthea"},
    {"ចរិយា", "Chakriya"}, {"សម្បត្តិ", "Sambath"},    {"រតនា", "Ratana"},        {"ណារិន", "Narin"},
};

constexpr std::string_view like_count = R"sql(
SELECT count(*) FROM learner WHERE folded_km LIKE ?1 OR folded LIKE ?1 OR number LIKE ?1 OR phone LIKE ?1
   OR village_code IN (SELECT code FROM area WHERE folded_km LIKE ?1 OR folded LIKE ?1))sql";

constexpr std::string_view like_first = R"sql(
SELECT id FROM learner WHERE folded_km LIKE ?1 OR folded LIKE ?1 OR number LIKE ?1 OR phone LIKE ?1
   OR village_code IN (SELECT code FROM area WHERE folded_km LIKE ?1 OR folded LIKE ?1)
ORDER BY sort_key, id LIMIT 50)sql";

// CPU time, as every anchor of the benches: other work on the machine does not count.
template<typename Work>
double milliseconds(Work work) {
    const std::clock_t start = std::clock();
    work();
    return static_cast<double>(std::clock() - start) * 1000 / CLOCKS_PER_SEC;
}

const Spelling& any_of(core::Random& random, std::span<const Spelling> of) {
    return of[random.below(of.size())];
}

learners::Learner make_learner(core::Random& random) {
    const Spelling& surname = any_of(random, surnames);
    const Spelling& first = any_of(random, given);
    const Spelling& second = any_of(random, given);
    const bool two = random.below(3) == 0; // names like Sok Sreypovdara
    learners::Learner learner;
    learner.name_km = std::string{surname.km} + ' ' + first.km + (two ? second.km : "");
    learner.name = std::string{surname.name} + ' ' + first.name + (two ? second.name : "");
    learner.sex = random.below(2) == 0 ? core::Sex::female : core::Sex::male;
    learner.village_code = std::to_string(10000000 + random.below(villages));
    if (random.below(10) < 7) learner.phone = "0" + std::to_string(10000000 + random.below(89999999));
    return learner;
}

void fill(storage::Database& database, core::Random& random, int count) {
    storage::Transaction tx(database, {"bench"});
    tx.run(R"sql(INSERT INTO office (id, uid, level, area_code, name_km, name, created_at)
                 VALUES (1, ?1, 'province', '02', 'បាត់ដំបង', 'Battambang', ?2))sql",
           tx.new_uid(), tx.now());
    // As many as an office can number, then those of its neighbours.
    tx.run(R"sql(INSERT INTO learner_number_block (office_code, first_number, last_number, next_number)
                 VALUES ('02', 1, 999999, 1), ('03', 1, 999999, 1))sql");
    for (int i = 0; i < villages; ++i) {
        const std::string km = std::string{any_of(random, given).km} + any_of(random, surnames).km;
        const std::string name = std::string{any_of(random, given).name} + any_of(random, surnames).name;
        tx.run(R"sql(INSERT INTO area (code, type, name_km, name, folded_km, folded)
                     VALUES (?1, 'phum', ?2, ?3, ?4, ?5))sql",
               std::to_string(10000000 + i), km, name, core::fold_name(km), core::fold_name(name));
    }
    for (int i = 0; i < count; ++i)
        if (!register_in_bulk(tx, make_learner(random))) std::abort();
    tx.audit("bench", "learner", std::nullopt, "{}");
    tx.commit();
}

// The first letters of a surname or a given name, in one of the scripts.
std::string typed(core::Random& random, bool khmer, std::size_t length) {
    const Spelling& name = random.below(2) == 0 ? any_of(random, surnames) : any_of(random, given);
    const std::u32string letters = core::to_utf32(khmer ? name.km : name.name);
    return core::to_utf8(letters.substr(0, length));
}

struct Times {
    std::vector<double> all{};
    double at(std::size_t percent) {
        std::sort(all.begin(), all.end());
        return all[std::min(all.size() - 1, all.size() * percent / 100)];
    }
};

void compare(const storage::Database& database, const learners::SearchIndex& index, core::Random& random,
             bool khmer, std::size_t length, std::size_t like_queries) {
    Times ours, like;
    double hits = 0;
    for (std::size_t i = 0; i < queries_per_length; ++i) {
        const std::string text = typed(random, khmer, length);
        learners::Found found;
        ours.all.push_back(milliseconds([&] { found = index.find(text, shown); }));
        hits += static_cast<double>(found.total) / queries_per_length;
        if (i >= like_queries) continue;
        const std::string pattern = "%" + core::query_fold(text) + "%";
        like.all.push_back(milliseconds([&] {
            database.value<std::int64_t>(like_count, pattern);
            storage::Statement row = database.query(like_first, pattern);
            while (row.step()) {
            }
        }));
    }
    std::printf("  %s %zu letters    p50 %6.2f ms  p99 %6.2f ms  %8.0f found", khmer ? "Khmer" : "Latin",
                length, ours.at(50), ours.at(99), hits);
    if (like.all.empty())
        std::printf("\n");
    else
        std::printf("   LIKE %7.1f ms  (%4.0f x)\n", like.at(50), like.at(50) / ours.at(50));
}

} // namespace

int main(int argc, char** argv) {
    const int count = argc > 1 ? std::atoi(argv[1]) : 1000000;
    const std::size_t like_queries = argc > 2 ? static_cast<std::size_t>(std::atoi(argv[2])) : 5;
    core::SystemClock clock;
    core::SeededRandom random{7};
    storage::Database database = storage::Database::in_memory({clock, random});
    const double filling = milliseconds([&] { fill(database, random, count); });
    std::printf("  %d learners registered in %.1f s\n", count, filling / 1000);

    core::NoProgress nobody;
    std::optional<learners::SearchIndex> built;
    const double building =
        milliseconds([&] { built.emplace(learners::SearchIndex::build(database, nobody)); });
    const learners::SearchIndex& index = *built;
    std::printf("  index built in %.2f s, %.1f MB\n", building / 1000,
                static_cast<double>(index.bytes()) / 1e6);
    for (bool khmer : {true, false})
        for (std::size_t length = 1; length <= 5; ++length)
            compare(database, index, random, khmer, length, like_queries);
}
