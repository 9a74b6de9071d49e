// SPDX-License-Identifier: GPL-3.0-or-later
#include "imports/ui/import_words.hpp"

#include "office/gazetteer_store.hpp"
#include "widgets/date_field.hpp"
#include "widgets/text.hpp"

#include <wx/translation.h>

namespace imports {

wxString kind_word(Kind kind) {
    switch (kind) {
    case Kind::learners:
        return _("Learners");
    case Kind::attendance:
        return _("Attendance");
    case Kind::scores:
        return _("Scores");
    case Kind::institutions:
        return _("Institutions");
    case Kind::classes:
        return _("Classes");
    }
    return {};
}

wxString verdict_word(Verdict verdict) {
    switch (verdict) {
    // TRANSLATORS: what an import does with a row: it is written.
    case Verdict::accept:
        return _("Accepted");
    // TRANSLATORS: what an import does with a row: the same is already in the office file.
    case Verdict::same:
        return _("Already here");
    // TRANSLATORS: what an import does with a row: a known learner's fields differ.
    case Verdict::update:
        return _("Changed");
    // TRANSLATORS: what an import does with a row: a person must look at it.
    case Verdict::review:
        return _("To review");
    // TRANSLATORS: what an import does with a row: it is not written.
    case Verdict::refuse:
        return _("Refused");
    }
    return {};
}

widgets::Tone tone_of(Verdict verdict) {
    switch (verdict) {
    case Verdict::accept:
        return widgets::Tone::good;
    case Verdict::same:
        return widgets::Tone::muted;
    case Verdict::update:
        return widgets::Tone::info;
    case Verdict::review:
        return widgets::Tone::warning;
    case Verdict::refuse:
        return widgets::Tone::bad;
    }
    return widgets::Tone::plain;
}

std::int64_t count_of(const Counts& counts, Verdict verdict) {
    switch (verdict) {
    case Verdict::accept:
        return counts.accepted;
    case Verdict::same:
        return counts.same;
    case Verdict::update:
        return counts.updated;
    case Verdict::review:
        return counts.review;
    case Verdict::refuse:
        return counts.refused;
    }
    return 0;
}

namespace {

wxString word_of(Field field) {
    switch (field) {
    case Field::row_number:
        return _("Number in the list");
    case Field::number:
        return _("Learner number");
    case Field::name_km:
        return _("Name in Khmer");
    case Field::family_name_km:
        return _("Family name in Khmer");
    case Field::given_name_km:
        return _("Given name in Khmer");
    case Field::name:
        return _("Name in Latin letters");
    case Field::family_name:
        return _("Family name in Latin letters");
    case Field::given_name:
        return _("Given name in Latin letters");
    case Field::sex:
        return _("Sex");
    // TRANSLATORS: a column of ticks: ticked where the person is male.
    case Field::sex_m:
        return _("Male (ticked)");
    case Field::sex_f:
        return _("Female (ticked)");
    case Field::born:
        return _("Date of birth");
    case Field::born_day:
        return _("Day of birth");
    case Field::born_month:
        return _("Month of birth");
    case Field::born_year:
        return _("Year of birth");
    case Field::age:
        return _("Age");
    case Field::birthplace:
        return _("Place of birth");
    case Field::village:
        return _("Village");
    case Field::village_code:
        return _("Code of the village");
    case Field::commune:
        return _("Commune");
    case Field::district:
        return _("District");
    case Field::province:
        return _("Province");
    case Field::address:
        return _("Address");
    case Field::phone:
        return _("Telephone number");
    case Field::guardian:
        return _("Guardian");
    case Field::guardian_phone:
        return _("Guardian's telephone");
    case Field::equity:
        return _("Equity card");
    case Field::disability:
        return _("Disability");
    case Field::ethnicity:
        return _("Ethnicity");
    case Field::home_language:
        return _("Language at home");
    case Field::occupation:
        return _("Occupation");
    case Field::schooling:
        return _("Schooling so far");
    case Field::class_name:
        return _("Class");
    case Field::centre:
        return _("Centre");
    case Field::note:
        return _("Note");
    case Field::with_permission:
        return _("Total with permission");
    case Field::without_permission:
        return _("Total without permission");
    case Field::total_absent:
        return _("Total absent");
    case Field::present:
        return _("Days present");
    case Field::total:
        return _("Total");
    case Field::average:
        return _("Average");
    case Field::rank:
        return _("Rank");
    case Field::grade:
        return _("Grade");
    case Field::result:
        return _("Result");
    case Field::code:
        return _("Code");
    case Field::kind:
        return _("Kind");
    case Field::programme:
        return _("Programme");
    case Field::institution:
        return _("Institution");
    case Field::first_day:
        return _("First day");
    case Field::last_day:
        return _("Last day");
    case Field::weekdays:
        return _("Weekdays");
    case Field::hours:
        return _("Hours a session");
    case Field::capacity:
        return _("Places");
    case Field::day:
    case Field::subject:
        break;
    }
    return {};
}

} // namespace

wxString meaning_word(const Meaning& meaning, const std::vector<std::string>& subjects) {
    if (meaning.field == Field::day && meaning.part == Part::morning)
        // TRANSLATORS: a column of an attendance register: {1} is the day of the month.
        return widgets::fill(_("Day {1}, morning"), {widgets::number(meaning.index)});
    if (meaning.field == Field::day && meaning.part == Part::afternoon)
        // TRANSLATORS: a column of an attendance register: {1} is the day of the month.
        return widgets::fill(_("Day {1}, afternoon"), {widgets::number(meaning.index)});
    if (meaning.field == Field::day)
        // TRANSLATORS: a column of an attendance register: {1} is the day of the month.
        return widgets::fill(_("Day {1}"), {widgets::number(meaning.index)});
    if (meaning.field == Field::subject)
        return meaning.index < subjects.size() ? widgets::wx(subjects[meaning.index]) : wxString();
    return word_of(meaning.field);
}

wxString field_word(std::string_view field) {
    if (field == "birthplace_text") return word_of(Field::birthplace);
    if (field == "village_text") return word_of(Field::village);
    if (field == "village_code") return word_of(Field::village);
    if (field == "equity_level") return word_of(Field::equity);
    if (field == "disability_text") return word_of(Field::disability);
    if (field == "identities") return _("Other numbers");
    const auto known = field_from_text(field);
    return known ? word_of(*known) : widgets::wx(field);
}

wxString field_value(const office::Session& session, std::string_view field, const std::string& value) {
    if (value.empty()) return {};
    if (field == "sex") return value == "f" ? _("Female") : _("Male");
    if (field == "born")
        if (const auto born = core::partial_date_from_text(value)) return widgets::shown(*born);
    if (field == "equity_level") return value == "1" ? _("Poor level 1") : _("Poor level 2");
    if (field == "village" || field == "village_code") {
        const auto line = office::area_line(session.database, value, session.database.clock().today());
        if (line.size() >= 2)
            return office::shown_name(session, line[0]) + ", " + office::shown_name(session, line[1]);
    }
    return widgets::wx(value);
}

wxString dependence_word(std::string_view what) {
    if (what == "attendance_month" || what == "attendance_margin" || what == "class_day")
        return _("Attendance was marked");
    if (what == "score") return _("Scores were given");
    if (what == "certificate") return _("A certificate was issued");
    if (what == "enrolment") return _("Enrolled in a class");
    if (what == "award_list_row" || what == "award_approval" || what == "award_list")
        return _("On an approved award list");
    if (what == "rollover_class" || what == "rollover_decision") return _("The school year was rolled over");
    if (what == "class") return _("A class was opened");
    if (what == "learner_photo") return _("A photo was added");
    if (what == "identity_number") return _("A number was added");
    if (what == "changed") return _("Changed, merged or removed since");
    return _("Other later work");
}

} // namespace imports
