// SPDX-License-Identifier: GPL-3.0-or-later
#include "imports/institution_importer.hpp"

#include "core/fold.hpp"
#include "core/numerals.hpp"
#include "core/phone.hpp"
#include "core/text_problem.hpp"
#include "programmes/pack_store.hpp"

#include <algorithm>

namespace imports {
namespace {

using institutions::Institution;

std::optional<std::string> optional(std::string text) {
    if (text.empty()) return std::nullopt;
    return text;
}

// From the column, else from the words of the name: មជ្ឈមណ្ឌលសិក្សាសហគមន៍ …, សាលា ….
std::optional<institutions::Kind> read_kind(RowCells& cells, const Vocabulary& vocabulary,
                                            const std::string& name) {
    const std::string typed = cells.text(Field::kind);
    if (const auto meaning = vocabulary.meaning("institution_kind", typed))
        return institutions::kind_from_text(*meaning);
    for (const auto kind : {institutions::Kind::clc, institutions::Kind::school, institutions::Kind::site})
        if (vocabulary.begins_with("institution_kind", institutions::to_text(kind), name)) return kind;
    return std::nullopt;
}

void read_phone(RowCells& cells, Institution& read) {
    const std::string typed = cells.text(Field::phone);
    if (typed.empty()) return;
    const auto phone = core::read_phone(typed);
    if (!phone) return cells.find(phone.error(), cells.name_of(Field::phone));
    read.phone = phone->number;
    for (const std::string& finding : phone->findings)
        cells.find(core::Error{finding}, cells.name_of(Field::phone));
}

// The column that holds what a class's fault is about.
Field field_of(std::string_view fault) {
    if (fault == "session_minutes") return Field::hours;
    return field_from_text(fault).value_or(Field::name_km);
}

core::Error named(std::string code, const std::string& text) {
    return core::Error{std::move(code)}.with("text", text);
}

} // namespace

InstitutionImporter::InstitutionImporter(const storage::Database& database, const Vocabulary& vocabulary,
                                         FindVillage find_village)
    : m_database(database)
    , m_vocabulary(vocabulary)
    , m_find_village(std::move(find_village)) {}

RowOutcome InstitutionImporter::judge(RowCells& cells) {
    Institution read;
    read.name_km = cells.text(Field::name_km);
    read.name = cells.text(Field::name);
    read.code = optional(cells.text(Field::code));
    const std::string name_cell = cells.name_of(Field::name_km);
    if (const auto problem = core::text_problem(read.name_km))
        cells.refuse(named(std::string{*problem}, read.name_km), name_cell);
    if (read.name_km.empty()) cells.refuse("institution.name-missing", name_cell);
    const auto kind = read_kind(cells, m_vocabulary, read.name_km);
    if (kind)
        read.kind = *kind;
    else
        cells.refuse(named("institution.kind-unknown", cells.text(Field::kind)), cells.name_of(Field::kind));
    read_phone(cells, read);
    const WrittenPlace place{cells.text(Field::village_code), cells.text(Field::village),
                             cells.text(Field::commune), "", ""};
    if (!place.code.empty() || !place.village.empty()) {
        const auto code = m_find_village(place);
        if (code)
            read.village_code = *code;
        else
            cells.review(code.error(),
                         cells.name_of(place.village.empty() ? Field::village_code : Field::village));
    }
    RowOutcome outcome = cells.outcome();
    outcome.name = read.name_km;
    if (outcome.verdict != Verdict::refuse)
        compare(read, outcome, name_cell);
    else
        m_planned.push_back(std::move(read));
    return outcome;
}

void InstitutionImporter::compare(const Institution& read, RowOutcome& outcome, const std::string& cell) {
    Institution planned = read;
    if (!m_names.insert(core::fold_name(read.name_km)).second) {
        outcome.verdict = Verdict::refuse;
        outcome.reason = core::Error{"institution.repeated"};
        outcome.reason.place.cell = cell;
    }
    auto known = read.code ? institutions::find_by_code(m_database, *read.code) : std::nullopt;
    const auto by_name = institutions::find_by_name(m_database, read.name_km);
    if (!known && by_name.size() == 1) known = by_name.front();
    if (known && outcome.verdict != Verdict::refuse) {
        planned = *known;
        const auto put = [&](const char* field, auto& into, const auto& is) {
            if (std::optional<std::string>{is}.value_or("").empty() || into == is) return;
            outcome.changes.push_back({field, into, is});
            into = is;
        };
        put("name_km", planned.name_km, read.name_km);
        put("name", planned.name, read.name);
        put("code", planned.code, read.code);
        put("village_code", planned.village_code, read.village_code);
        put("phone", planned.phone, read.phone);
        outcome.known = static_cast<std::int64_t>(known->id);
        outcome.verdict = outcome.changes.empty() ? Verdict::same : Verdict::update;
        outcome.reason = {};
    }
    m_planned.push_back(std::move(planned));
}

core::Expected<void> InstitutionImporter::write(storage::Transaction& tx, std::size_t nth) {
    const Institution& planned = m_planned[nth];
    if (static_cast<std::int64_t>(planned.id) != 0) return institutions::update_institution(tx, planned);
    const auto added = institutions::add_in_bulk(tx, planned);
    if (!added) return core::fail(added.error());
    return {};
}

ClassImporter::ClassImporter(const storage::Database& database, const Vocabulary& vocabulary)
    : m_database(database)
    , m_vocabulary(vocabulary) {}

std::optional<std::string> ClassImporter::read_programme(RowCells& cells) const {
    const std::string typed = cells.text(Field::programme);
    for (const programmes::Pack& pack : programmes::shipped_packs())
        for (const std::string& name : {pack.programme, pack.name.km, pack.name.en})
            if (!typed.empty() && word_key(name) == word_key(typed)) return pack.programme;
    std::string known;
    for (const programmes::Pack& pack : programmes::shipped_packs())
        known += (known.empty() ? "" : ", ") + pack.name.km;
    cells.refuse(core::Error{"programme.unknown"}.with("programme", typed).with("known", known),
                 cells.name_of(Field::programme));
    return std::nullopt;
}

// By its code, its name, or its name without the word for its kind: "តាពូង".
std::vector<Institution> ClassImporter::institutions_called(const std::string& typed) const {
    if (auto coded = institutions::find_by_code(m_database, typed)) return {*coded};
    auto found = institutions::find_by_name(m_database, typed);
    if (!found.empty() || typed.empty()) return found;
    const std::string bare = m_vocabulary.without_beginning("institution_kind", typed);
    for (Institution& one : institutions::list_institutions(m_database))
        if (m_vocabulary.without_beginning("institution_kind", one.name_km) == bare)
            found.push_back(std::move(one));
    return found;
}

std::optional<institutions::InstitutionId> ClassImporter::read_institution(RowCells& cells) const {
    const std::string typed = cells.known_text(Field::institution);
    const auto found = institutions_called(typed);
    if (found.size() == 1) return found.front().id;
    cells.refuse(named(found.empty() ? "institution.unknown" : "institution.ambiguous", typed),
                 cells.name_of(Field::institution));
    return std::nullopt;
}

// "12345", "1-5", "ចន្ទ-សុក្រ", "ច័ន្ទ ពុធ សុក្រ", "Mon, Wed".
classes::Weekdays ClassImporter::weekdays_of(const std::string& typed) const {
    const std::string latin = core::to_latin_digits(typed);
    if (const auto digits = classes::Weekdays::from_text(latin)) return *digits;
    std::string days;
    std::string word;
    bool range = false;
    const auto finish = [&] {
        if (word.empty()) return true;
        const auto day = word.size() == 1 && word[0] >= '1' && word[0] <= '7'
                             ? std::optional<std::string_view>{word}
                             : m_vocabulary.meaning("weekday", word);
        if (!day) return false;
        const char first = range && !days.empty() ? static_cast<char>(days.back() + 1) : day->front();
        for (char d = first; d <= day->front(); ++d)
            if (days.find(d) == std::string::npos) days += d;
        range = false;
        word.clear();
        return true;
    };
    for (const char c : latin) {
        const bool gap = c == ' ' || c == ',' || c == ';' || c == '/' || c == '+' || c == '-';
        if (!gap) {
            word += c;
            continue;
        }
        if (!finish()) return {};
        range = range || c == '-';
    }
    if (!finish()) return {};
    std::sort(days.begin(), days.end());
    return classes::Weekdays::from_text(days).value_or(classes::Weekdays{});
}

// Monday to Friday, two hours, where the list says nothing; the finding says so.
void ClassImporter::read_schedule(RowCells& cells, classes::Class& opened) const {
    const std::string weekdays = cells.known_text(Field::weekdays);
    const std::string hours = cells.known_text(Field::hours);
    opened.weekdays = weekdays_of(weekdays.empty() ? "12345" : weekdays);
    if (!weekdays.empty() && opened.weekdays.empty())
        cells.refuse(core::Error{"class.weekdays-unreadable"}.with("days", weekdays),
                     cells.name_of(Field::weekdays));
    const auto read = core::read_hundredths(hours.empty() ? "2" : hours);
    opened.session_minutes = read ? static_cast<int>(*read * 60 / 100) : 0;
    if (weekdays.empty() || hours.empty())
        cells.find(core::Error{"class.schedule-assumed"}
                       .with("days", opened.weekdays.to_text())
                       .with("minutes", std::to_string(opened.session_minutes)),
                   cells.name_of(weekdays.empty() ? Field::weekdays : Field::hours));
}

RowOutcome ClassImporter::judge(RowCells& cells) {
    Planned planned;
    classes::Class& opened = planned.opened;
    opened.name_km = cells.text(Field::name_km);
    opened.name = cells.text(Field::name);
    planned.programme = read_programme(cells).value_or("");
    opened.institution = read_institution(cells).value_or(institutions::InstitutionId{});
    const core::Day far_ahead{std::chrono::year{2100} / 12 / 31};
    for (const auto& [field, day] :
         {std::pair{Field::first_day, &opened.first_day}, {Field::last_day, &opened.last_day}})
        if (const auto date = cells.date(field, far_ahead); date && date->full()) *day = date->day;
    read_schedule(cells, opened);
    if (const auto capacity = core::read_integer(cells.text(Field::capacity)))
        opened.capacity = static_cast<int>(*capacity);
    for (core::Error& fault : classes::faults(opened)) {
        std::string cell = cells.name_of(field_of(fault.fact("field")));
        cells.refuse(std::move(fault), std::move(cell));
    }
    RowOutcome outcome = cells.outcome();
    outcome.name = opened.name_km;
    if (outcome.verdict == Verdict::accept) {
        const auto known = classes::find_open_named(m_database, opened.name_km);
        const bool repeated = !m_names.insert(core::fold_name(opened.name_km)).second;
        if (!known.empty()) {
            outcome.verdict = Verdict::same;
            outcome.known = static_cast<std::int64_t>(known.front());
        } else if (repeated) {
            outcome.verdict = Verdict::refuse;
            outcome.reason = core::Error{"class.repeated"};
            outcome.reason.place.cell = cells.name_of(Field::name_km);
        }
    }
    m_planned.push_back(std::move(planned));
    return outcome;
}

core::Expected<void> ClassImporter::write(storage::Transaction& tx, std::size_t nth) {
    Planned& planned = m_planned[nth];
    const auto pack = programmes::use_pack(tx, planned.programme);
    if (!pack) return core::fail(pack.error());
    planned.opened.pack = *pack;
    const auto opened = classes::open_in_bulk(tx, planned.opened);
    if (!opened) return core::fail(opened.error());
    return {};
}

} // namespace imports
