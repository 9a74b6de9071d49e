// SPDX-License-Identifier: GPL-3.0-or-later
#include "imports/learner_row.hpp"

#include "core/check_digit.hpp"
#include "core/date_text.hpp"
#include "core/fold.hpp"
#include "core/fold_script.hpp"
#include "core/numerals.hpp"
#include "core/phone.hpp"
#include "core/text_problem.hpp"
#include "core/utf8.hpp"

#include <algorithm>

namespace imports {
namespace {

using learners::Learner;

// In letters; the longest real names have half of them.
constexpr std::size_t longest_name = 120;

std::optional<std::string> optional(std::string text) {
    if (text.empty()) return std::nullopt;
    return text;
}

bool has_khmer(std::string_view text) {
    const auto points = core::code_points(text);
    return std::any_of(points.begin(), points.end(), core::is_khmer_letter);
}

// The name from one column or from two beside each other; each part is looked at where it stands.
std::string read_name(RowCells& cells, std::initializer_list<Field> parts) {
    std::string name;
    for (const Field part : parts) {
        const std::string text = cells.text(part);
        if (text.empty()) continue;
        if (const auto problem = core::text_problem(text))
            cells.refuse(core::Error{std::string{*problem}}.with("text", text), cells.name_of(part));
        if (core::to_utf32(text).size() > longest_name)
            cells.refuse(core::Error{"text.too-long"}.with("bytes", std::to_string(text.size())),
                         cells.name_of(part));
        if (!name.empty()) name += ' ';
        name += text;
    }
    return name;
}

bool has_letter(std::string_view text) {
    const auto points = core::code_points(text);
    return std::any_of(points.begin(), points.end(),
                       [](char32_t c) { return core::is_khmer_letter(c) || core::latin_letter(c) != 0; });
}

void read_names(RowCells& cells, Learner& learner) {
    learner.name_km = read_name(cells, {Field::name_km, Field::family_name_km, Field::given_name_km});
    learner.name = read_name(cells, {Field::name, Field::family_name, Field::given_name});
    const bool faulty = cells.refused();
    // A Latin name in the only column of names is a Latin name.
    if (!learner.name_km.empty() && !has_khmer(learner.name_km) && !cells.refused()) {
        if (learner.name.empty()) learner.name = learner.name_km;
        learner.name_km.clear();
    }
    if (!has_letter(learner.name_km) && !has_letter(learner.name) && !faulty)
        cells.refuse("learner.name-missing", cells.name_of(Field::name_km));
}

std::optional<core::Sex> read_sex(RowCells& cells, const Vocabulary& vocabulary) {
    const auto ticked = [&](Field field) {
        const std::string text = cells.text(field);
        return !text.empty() && (vocabulary.meaning("tick", text) || vocabulary.meaning("sex", text));
    };
    const std::string word = cells.known_text(Field::sex);
    if (word.empty()) {
        const bool female = ticked(Field::sex_f);
        const bool male = ticked(Field::sex_m);
        if (female != male) return female ? core::Sex::female : core::Sex::male;
        const Field where = cells.has(Field::sex) || !cells.has(Field::sex_m) ? Field::sex : Field::sex_m;
        cells.refuse(female ? "sex.unknown" : "sex.missing", cells.name_of(where));
        return std::nullopt;
    }
    if (const auto meaning = sex_meaning(cells.layout(), vocabulary, word))
        return core::sex_from_text(*meaning);
    cells.refuse(core::Error{"sex.unknown"}.with("text", word), cells.name_of(Field::sex));
    return std::nullopt;
}

std::optional<core::PartialDate> read_birth(RowCells& cells, core::Day today) {
    if (!cells.known_text(Field::born).empty()) return cells.date(Field::born, today);
    const std::string day = cells.known_text(Field::born_day);
    const std::string month = cells.known_text(Field::born_month);
    const std::string year = cells.known_text(Field::born_year);
    if (!year.empty()) {
        std::string typed = year;
        if (!month.empty()) typed = month + "/" + typed;
        if (!month.empty() && !day.empty()) typed = day + "/" + typed;
        const auto reading = core::read_date(typed, today);
        if (reading) return reading->date;
        cells.refuse(reading.error(), cells.name_of(Field::born_year));
        return std::nullopt;
    }
    // "៣៥ ឆ្នាំ"
    const std::string said = core::to_latin_digits(cells.text(Field::age));
    const auto age =
        core::read_integer(std::string_view{said}.substr(0, said.find_first_not_of("0123456789")));
    if (!age || *age < 0 || *age > 120) return std::nullopt;
    // An age alone says the year to within one.
    return core::PartialDate::of_year(today.year() - std::chrono::years{*age}, core::Precision::about);
}

// The village and the commune that an address names: "ផ្ទះលេខ ៣ ភូមិថ្មី ឃុំតាពូង". Nothing where it names none.
std::string village_line(std::string_view address) {
    const std::size_t village = address.find("ភូមិ");
    const bool named =
        village != std::string_view::npos && (address.find("ឃុំ", village) != std::string_view::npos ||
                                              address.find("សង្កាត់", village) != std::string_view::npos);
    return named ? std::string{address.substr(village)} : std::string{};
}

void read_place(RowCells& cells, const LearnerReader& reader, Learner& learner) {
    WrittenPlace place{cells.known_text(Field::village_code), cells.known_text(Field::village),
                       cells.known_text(Field::commune), cells.known_text(Field::district),
                       cells.known_text(Field::province)};
    Field where = place.village.empty() ? Field::village_code : Field::village;
    if (place.code.empty() && place.village.empty()) {
        const std::string address = cells.known_text(Field::address);
        place.village = village_line(address);
        where = Field::address;
        learner.village_text = optional(address);
        if (place.village.empty()) return;
    }
    const auto code = reader.find_village(place);
    if (code) {
        learner.village_code = *code;
        learner.village_text.reset();
        return;
    }
    if (!learner.village_text) {
        learner.village_text = place.village.empty() ? place.code : place.village;
        if (!place.commune.empty()) *learner.village_text += ", " + place.commune;
    }
    cells.review(code.error(), cells.name_of(where));
}

std::optional<std::string> read_phone(RowCells& cells, Field field) {
    const std::string typed = cells.known_text(field);
    if (typed.empty()) return std::nullopt;
    const auto reading = core::read_phone(typed);
    if (!reading) {
        cells.find(reading.error(), cells.name_of(field));
        return std::nullopt;
    }
    for (const std::string& finding : reading->findings)
        cells.find(core::Error{finding}, cells.name_of(field));
    return reading->number;
}

std::optional<learners::EquityLevel> read_equity(RowCells& cells, const Vocabulary& vocabulary) {
    const std::string typed = cells.text(Field::equity);
    if (typed.empty()) return std::nullopt;
    const auto meaning = vocabulary.meaning("equity", typed);
    if (meaning == "level_1") return learners::EquityLevel::very_poor;
    if (meaning == "level_2") return learners::EquityLevel::poor;
    if (!meaning) cells.find(core::Error{"equity.unknown"}.with("text", typed), cells.name_of(Field::equity));
    return std::nullopt;
}

// Our own numbers carry a check character; anything else in the column is somebody else's number.
void read_number(RowCells& cells, ReadLearner& read) {
    const std::string typed = cells.known_text(Field::number);
    if (typed.empty()) return;
    const auto number = core::read_learner_number(typed);
    if (number) {
        read.number = *number;
        return;
    }
    // Nearly one of ours: whose it was meant to be is for a person to find out.
    if (number.error().code == "reference.check")
        cells.review(core::Error{number.error()}.with("text", typed), cells.name_of(Field::number));
    read.learner.identities.push_back({learners::IdentityKind::other, typed});
}

} // namespace

ReadLearner read_learner(RowCells& cells, const LearnerReader& reader) {
    ReadLearner read;
    Learner& learner = read.learner;
    read_number(cells, read);
    read_names(cells, learner);
    learner.sex = read_sex(cells, reader.vocabulary);
    learner.born = read_birth(cells, reader.today);
    read_place(cells, reader, learner);
    learner.phone = read_phone(cells, Field::phone);
    learner.equity_level = read_equity(cells, reader.vocabulary);
    learner.disability_text = learners::stated_disability(cells.text(Field::disability));
    learner.birthplace_text = optional(cells.joined(Field::birthplace));
    learner.guardian = optional(cells.joined(Field::guardian));
    learner.guardian_phone = read_phone(cells, Field::guardian_phone);
    learner.ethnicity = optional(cells.text(Field::ethnicity));
    learner.home_language = optional(cells.text(Field::home_language));
    learner.occupation = optional(cells.text(Field::occupation));
    learner.schooling = optional(cells.text(Field::schooling));
    learner.note = optional(cells.joined(Field::note));
    read.class_name = cells.known_text(Field::class_name);
    read.centre = cells.text(Field::centre);
    learner = learners::tidied(std::move(learner));
    return read;
}

Person person_of(const Learner& learner) {
    Person person;
    person.folded_km = core::fold_name(learner.name_km);
    person.folded = core::fold_name(learner.name);
    person.sex = learner.sex == core::Sex::female ? 'f' : 'm';
    person.born = learner.born;
    person.village =
        learner.village_code ? *learner.village_code : core::fold_name(learner.village_text.value_or(""));
    person.phone = learner.phone.value_or("");
    return person;
}

Learner put_over(const Learner& known, const Learner& read) {
    Learner result = known;
    const auto put = [](auto& into, const auto& is) {
        if (is) into = is;
    };
    if (!read.name_km.empty()) result.name_km = read.name_km;
    if (!read.name.empty()) result.name = read.name;
    put(result.sex, read.sex);
    put(result.born, read.born);
    put(result.village_code, read.village_code);
    if (read.village_code) result.village_text.reset();
    if (!result.village_code) put(result.village_text, read.village_text);
    put(result.birthplace_text, read.birthplace_text);
    put(result.phone, read.phone);
    put(result.guardian, read.guardian);
    put(result.guardian_phone, read.guardian_phone);
    put(result.ethnicity, read.ethnicity);
    put(result.home_language, read.home_language);
    put(result.equity_level, read.equity_level);
    put(result.disability_text, read.disability_text);
    put(result.schooling, read.schooling);
    put(result.occupation, read.occupation);
    put(result.note, read.note);
    for (const learners::IdentityNumber& identity : read.identities)
        if (std::find(result.identities.begin(), result.identities.end(), identity) ==
            result.identities.end())
            result.identities.push_back(identity);
    return learners::tidied(std::move(result));
}

} // namespace imports
