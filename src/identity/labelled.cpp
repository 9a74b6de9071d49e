// SPDX-License-Identifier: GPL-3.0-or-later
#include "identity/labelled.hpp"

#include "core/date_text.hpp"
#include "core/numerals.hpp"
#include "core/phone.hpp"
#include "core/tidy.hpp"
#include "imports/vocabulary.hpp"
#include "office/gazetteer_store.hpp"
#include "spreadsheet/reader.hpp"

#include <array>

namespace identity {
namespace {

constexpr std::array<std::string_view, 6> person_columns = {"name_km", "name",    "sex",
                                                            "born",    "village", "phone"};
enum PersonColumn : std::size_t { name_km, name, sex, born, village, phone };

std::string lower(std::string_view text) {
    std::string result{core::tidy(text)};
    for (char& c : result)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return result;
}

using PersonPlaces = std::array<std::optional<std::uint32_t>, person_columns.size()>;

struct Places {
    std::optional<std::uint32_t> label;
    std::optional<std::uint32_t> kind;
    PersonPlaces a;
    PersonPlaces b;
};

Places find_places(const spreadsheet::Table& table, std::uint32_t header) {
    Places places;
    for (std::uint32_t column = 0; column < table.facts().columns; ++column) {
        const std::string heading = lower(table.text(header, column));
        if (heading == "label") places.label = column;
        if (heading == "kind") places.kind = column;
        for (std::size_t i = 0; i < person_columns.size(); ++i) {
            if (heading == "a_" + std::string{person_columns[i]}) places.a[i] = column;
            if (heading == "b_" + std::string{person_columns[i]}) places.b[i] = column;
        }
    }
    return places;
}

std::optional<core::Error> missing_column(const Places& places) {
    const auto missing = [](const char* column) {
        return core::Error{"pairs.column-missing"}.with("column", column);
    };
    if (!places.label) return missing("label");
    if (!places.a[name_km] && !places.a[name]) return missing("a_name_km");
    if (!places.b[name_km] && !places.b[name]) return missing("b_name_km");
    return std::nullopt;
}

std::optional<core::PartialDate> read_born(std::string_view text, core::Day today) {
    const std::string plain = core::tidy(text);
    if (plain.empty()) return std::nullopt;
    if (auto date = core::partial_date_from_text(plain)) return date;
    const auto reading = core::read_date(plain, today);
    if (reading) return reading->date;
    if (reading.error().code == "date.month-first")
        return core::partial_date_from_text(reading.error().fact("month_first"));
    return std::nullopt;
}

// Reads the lines of one file; villages are looked up once each.
class PairReader {
  public:
    PairReader(const storage::Database& database, const spreadsheet::Table& table, Places places)
        : m_database(database)
        , m_table(table)
        , m_places(std::move(places))
        , m_today(database.clock().today()) {}

    core::Expected<LabelledPair> read(std::uint32_t row) {
        LabelledPair pair;
        const std::string label = lower(m_table.text(row, *m_places.label));
        if (label != "same" && label != "different")
            return core::fail(core::Error{"pairs.label-unreadable"}
                                  .with("text", std::string{m_table.text(row, *m_places.label)})
                                  .at({.cell = spreadsheet::cell_name({row, *m_places.label})}));
        pair.same = label == "same";
        pair.row = row + 1;
        if (m_places.kind) pair.kind = core::tidy(m_table.text(row, *m_places.kind));
        pair.a = person(row, m_places.a);
        pair.b = person(row, m_places.b);
        return pair;
    }

  private:
    std::string_view text(std::uint32_t row, const std::optional<std::uint32_t>& column) const {
        return column ? m_table.text(row, *column) : std::string_view{};
    }

    Person person(std::uint32_t row, const PersonPlaces& places) {
        Person person;
        person.name = read_name(text(row, places[name_km]), text(row, places[name]));
        if (const auto word = m_words.meaning("sex", text(row, places[sex])))
            person.sex = core::sex_from_text(*word);
        person.born = read_born(text(row, places[born]), m_today);
        person.village = village_of(std::string{text(row, places[village])});
        const std::string number = core::tidy(text(row, places[phone]));
        if (const auto read = core::read_phone(number)) person.phone = read->number;
        return person;
    }

    // A code is compared with a name by what the gazetteer calls it.
    const Village& village_of(const std::string& text) {
        const auto known = m_villages.find(text);
        if (known != m_villages.end()) return known->second;
        Village read = read_village(text);
        if (!read.code.empty())
            if (const auto area = office::find_area(m_database, read.code)) {
                const Name called = read_name(area->name_km, area->name);
                for (const WrittenName* one : {&called.km, &called.latin})
                    if (!one->empty()) read.names.push_back(*one);
            }
        return m_villages.emplace(text, std::move(read)).first->second;
    }

    const storage::Database& m_database;
    const spreadsheet::Table& m_table;
    Places m_places;
    core::Day m_today;
    imports::Vocabulary m_words;
    std::map<std::string, Village> m_villages;
};

std::optional<double> share(std::int64_t part, std::int64_t whole) {
    if (whole == 0) return std::nullopt;
    return static_cast<double>(part) / static_cast<double>(whole);
}

void count(Tally& tally, bool same, bool found) {
    ++(same ? tally.same : tally.different);
    if (found) ++(same ? tally.found : tally.wrongly_found);
}

} // namespace

core::Expected<std::vector<LabelledPair>> read_pairs(const storage::Database& database,
                                                     const std::filesystem::path& file) {
    spreadsheet::Limits limits;
    limits.rows = 1'000'000;
    auto workbook = spreadsheet::open_workbook(file, limits);
    if (!workbook) return core::fail(workbook.error());
    const auto table = workbook->load(0);
    if (!table) return core::fail(table.error());
    if (table->size() < 2) return core::fail(core::Error{"pairs.none"});
    const std::uint32_t header = table->row(0).index;
    Places places = find_places(*table, header);
    if (auto missing = missing_column(places)) return core::fail(std::move(*missing));
    PairReader reader(database, *table, std::move(places));
    std::vector<LabelledPair> pairs;
    for (std::size_t nth = 1; nth < table->size(); ++nth) {
        auto pair = reader.read(table->row(nth).index);
        if (!pair) return core::fail(pair.error());
        pairs.push_back(*std::move(pair));
    }
    return pairs;
}

std::optional<double> Tally::precision() const {
    return share(found, found + wrongly_found);
}

std::optional<double> Tally::recall() const {
    return share(found, same);
}

Evaluation evaluate(const std::vector<LabelledPair>& pairs, core::Progress& progress) {
    NameCounts counts;
    for (const LabelledPair& pair : pairs) {
        counts.add(pair.a);
        counts.add(pair.b);
    }
    Evaluation evaluation;
    std::int64_t done = 0;
    for (const LabelledPair& pair : pairs) {
        Likeness likeness = compare(pair.a, pair.b, counts);
        const bool found = likeness.score >= look_alike_score;
        count(evaluation.all, pair.same, found);
        count(evaluation.by_kind[pair.kind], pair.same, found);
        if (found != pair.same)
            evaluation.mistakes.push_back({pair.row, pair.kind, pair.same, std::move(likeness)});
        progress.report(++done, static_cast<std::int64_t>(pairs.size()));
    }
    return evaluation;
}

} // namespace identity
