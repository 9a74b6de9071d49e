// SPDX-License-Identifier: GPL-3.0-or-later
#include "statements/class_list.hpp"

#include "attendance/shown_days.hpp"
#include "attendance/words.hpp"
#include "certificates/register_store.hpp"
#include "classes/enrolment_store.hpp"
#include "core/lunar_date.hpp"
#include "core/numerals.hpp"
#include "core/resource.hpp"
#include "documents/sheet_file.hpp"
#include "institutions/institution_store.hpp"
#include "learners/learner_store.hpp"
#include "office/gazetteer_store.hpp"
#include "office/office_store.hpp"
#include "spreadsheet/writer.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace statements {

// Made by the build.
const core::Resource* resources();
std::string_view resource(std::string_view path);

namespace {

using documents::Align;
using spreadsheet::Style;

const attendance::Words& words() {
    static const auto shipped = attendance::Words::shipped(resource("statements/words.txt"));
    return shipped;
}

std::string khmer(std::int64_t number) {
    return core::to_khmer_digits(std::to_string(number));
}

std::string place_of(const storage::Database& database, const std::optional<std::string>& code,
                     const std::optional<std::string>& text, core::Day on) {
    return code ? office::place_km(office::area_line(database, *code, on)) : text.value_or("");
}

std::string born_text(const learners::Learner& learner) {
    return learner.born ? attendance::date_text(*learner.born) : "";
}

const std::string& sex_text(const learners::Learner& learner) {
    return words()[learner.sex == core::Sex::female ? "woman" : "man"];
}

// More blank columns than these want the paper on its side.
constexpr std::size_t columns_in_portrait = 5;

struct Counted {
    std::int64_t all = 0;
    std::int64_t women = 0;
    void add(const learners::Learner& learner) {
        ++all;
        if (learner.sex == core::Sex::female) ++women;
    }
};

Counted add_roll(const storage::Database& database, classes::ClassId in, ClassList& list) {
    list.columns = {{words()["row"], 4, Align::centre},
                    {words()["learner_number"], 13, Align::centre},
                    {words()["name"], 17},
                    {words()["latin_name"], 17},
                    {words()["sex"], 6, Align::centre},
                    {words()["born"], 11, Align::centre},
                    {words()["birthplace"], 27},
                    {words()["home"], 27},
                    {words()["joined"], 11, Align::centre},
                    {words()["remarks"], 14}};
    const core::Day today = database.clock().today();
    Counted counted;
    for (const classes::ClassLearner& member : classes::enrolments_in(database, in)) {
        const classes::Enrolment& enrolment = member.enrolment;
        if (enrolment.reason == classes::LeavingReason::entered_by_mistake) continue;
        const auto learner = learners::load_learner(database, enrolment.learner);
        counted.add(learner);
        list.rows.push_back(
            {khmer(counted.all), learner.number, learner.name_km, learner.name, sex_text(learner),
             born_text(learner), place_of(database, learner.birthplace_code, learner.birthplace_text, today),
             place_of(database, learner.village_code, learner.village_text, today),
             attendance::day_text(enrolment.first_day),
             enrolment.last_day ? words().fill("left", {attendance::day_text(*enrolment.last_day)}) : ""});
    }
    return counted;
}

Counted add_handover(const storage::Database& database, classes::ClassId in, ClassList& list) {
    list.columns = {{words()["row"], 4, Align::centre},
                    {words()["serial"], 16, Align::centre},
                    {words()["name"], 19},
                    {words()["latin_name"], 20},
                    {words()["sex"], 6, Align::centre},
                    {words()["born"], 11, Align::centre},
                    {words()["received_on"], 14, Align::centre},
                    {words()["signature"], 32},
                    {words()["remarks"], 16}};
    Counted counted;
    for (const certificates::RegisterEntry& entry : certificates::load_register(database)) {
        if (entry.state != certificates::State::issued || !entry.enrolment) continue;
        const auto enrolment = classes::load_enrolment(database, *entry.enrolment);
        if (enrolment.in != in) continue;
        const auto learner = learners::load_learner(database, enrolment.learner);
        counted.add(learner);
        list.rows.push_back({khmer(counted.all), entry.serial, entry.name_km, entry.name, sex_text(learner),
                             born_text(learner), "", "", ""});
    }
    return counted;
}

Counted add_blank(const storage::Database& database, classes::ClassId in,
                  const std::vector<std::string>& headings, ClassList& list) {
    list.columns = {{words()["row"], 5, Align::centre},
                    {words()["learner_number"], 14, Align::centre},
                    {words()["name"], 22},
                    {words()["sex"], 7, Align::centre}};
    // What they share is a line's length in either direction of the paper.
    const double room = list.orientation == documents::Orientation::landscape ? 110 : 52;
    for (const std::string& heading : headings)
        list.columns.push_back({heading, room / static_cast<double>(headings.size()), Align::centre});
    Counted counted;
    for (const classes::ClassLearner& member : classes::enrolments_in(database, in)) {
        if (member.enrolment.last_day) continue;
        const auto learner = learners::load_learner(database, member.enrolment.learner);
        counted.add(learner);
        list.rows.push_back({khmer(counted.all), learner.number,
                             learner.name_km.empty() ? learner.name : learner.name_km, sex_text(learner)});
        list.rows.back().resize(list.columns.size());
    }
    return counted;
}

std::string tab_of(ListKind kind) {
    switch (kind) {
    case ListKind::blank:
        return words()["blank_tab"];
    case ListKind::handover:
        return words()["handover_tab"];
    case ListKind::roll:
        break;
    }
    return words()["roll_tab"];
}

void write_workbook(const std::filesystem::path& path, const ClassList& list) {
    spreadsheet::WorkbookWriter book(path, {list.titles.front(), list.office_lines.back(), list.made_at});
    auto& writer = book.add_sheet(spreadsheet::sheet_name(tab_of(list.kind)));
    const auto last = static_cast<std::uint32_t>(list.columns.size()) - 1;
    std::uint32_t line = 0;
    for (const std::string& office : list.office_lines)
        writer.text(line++, 0, office, Style::plain);
    if (list.sample) writer.text(line++, 0, words()["sample"], Style::note);
    for (const std::string& title : list.titles) {
        writer.merge({{line, 0}, {line, last}}, title,
                     &title == list.titles.data() ? Style::title : Style::subtitle);
        ++line;
    }
    const std::uint32_t heading = ++line;
    for (std::uint32_t at = 0; at <= last; ++at) {
        writer.columns(at, at, list.columns[at].width * 1.15);
        writer.text(heading, at, list.columns[at].heading, Style::heading);
    }
    for (const auto& row : list.rows) {
        // Room for a thumb.
        if (list.kind == ListKind::handover) writer.row(line + 1, 36);
        // And for a pen.
        if (list.kind == ListKind::blank) writer.row(line + 1, 22);
        ++line;
        for (std::uint32_t at = 0; at <= last; ++at)
            writer.text(line, at, row[at],
                        list.columns[at].align == Align::centre ? Style::centred : Style::wrapped);
    }
    writer.text(line + 2, 0, list.closing, Style::plain);
    writer.freeze(heading + 1);
    writer.print({.landscape = list.orientation == documents::Orientation::landscape,
                  .repeat = spreadsheet::PrintSetup::Rows{heading, heading}});
    book.publish();
}

} // namespace

std::optional<ListKind> list_from_text(std::string_view text) {
    if (text == "blank") return ListKind::blank;
    if (text == "handover") return ListKind::handover;
    if (text == "roll") return ListKind::roll;
    return std::nullopt;
}

namespace {

// All but its columns and rows.
ClassList head_of(const storage::Database& database, ListKind kind, const std::string& title,
                  classes::ClassId in) {
    const auto taught = classes::load_class(database, in);
    const auto office = office::load_office(database);
    ClassList list;
    list.kind = kind;
    list.office_lines = {office::administration_km(office::load_area(database, office)), office.name_km,
                         institutions::load_institution(database, taught.institution).name_km};
    list.class_name = taught.name_km;
    list.titles = {title,
                   words().fill("class", {taught.name_km, classes::load_rules(database, taught).name.km}),
                   words().fill("period", {core::gregorian_line(taught.first_day),
                                           core::gregorian_line(taught.last_day)})};
    list.made_at = database.clock().now();
    list.sample = office.sample;
    return list;
}

} // namespace

core::Expected<ClassList> load_list(const storage::Database& database, ListKind kind, classes::ClassId in) {
    const std::string key = kind == ListKind::handover ? "handover_" : "roll_";
    ClassList list = head_of(database, kind, words()[key + "title"], in);
    const Counted counted =
        kind == ListKind::handover ? add_handover(database, in, list) : add_roll(database, in, list);
    if (list.rows.empty())
        return core::fail(
            core::Error{kind == ListKind::handover ? "list.no-certificate" : "list.nobody"}.with(
                "class", list.class_name));
    list.closing = words().fill(key + "closing", {khmer(counted.all), khmer(counted.women)});
    return list;
}

core::Expected<ClassList> load_blank_list(const storage::Database& database, classes::ClassId in,
                                          const std::vector<std::string>& headings) {
    if (headings.empty() || headings.size() > most_blank_columns)
        return core::fail(core::Error{"list.columns"}
                              .with("columns", std::to_string(headings.size()))
                              .with("maximum", std::to_string(most_blank_columns)));
    ClassList list = head_of(database, ListKind::blank, words()["roll_title"], in);
    if (headings.size() <= columns_in_portrait) list.orientation = documents::Orientation::portrait;
    const Counted counted = add_blank(database, in, headings, list);
    if (list.rows.empty()) return core::fail(core::Error{"list.nobody-now"}.with("class", list.class_name));
    list.closing = words().fill("roll_closing", {khmer(counted.all), khmer(counted.women)});
    return list;
}

namespace {

std::vector<documents::SignatureBlock> signatures_of(ListKind kind) {
    const std::vector<std::string> dotted = {words()["lunar_date"], words()["solar_date"]};
    return {{dotted, words()["agreed"], words()["head"], ""},
            {dotted, "", words()[kind == ListKind::handover ? "handed" : "prepared"], ""}};
}

} // namespace

documents::Sheet paper_of(const ClassList& list) {
    documents::Sheet paper;
    paper.orientation = list.orientation;
    paper.office_lines = list.office_lines;
    paper.titles = list.titles;
    paper.columns = list.columns;
    paper.rows = list.rows;
    paper.row_height = list.kind == ListKind::handover ? 40 : list.kind == ListKind::blank ? 22 : 18;
    paper.text_size = list.kind == ListKind::blank ? 9 : 8;
    paper.closing_lines = {list.closing};
    // A list to work with is signed by nobody.
    if (list.kind != ListKind::blank) paper.signatures = signatures_of(list.kind);
    paper.footer = list.titles.front() + " " + list.class_name;
    paper.sample = list.sample;
    return paper;
}

core::Expected<void> write_list(const std::filesystem::path& path, const ClassList& list,
                                const std::vector<std::filesystem::path>& font_folders) {
    if (path.extension() == ".xlsx") {
        write_workbook(path, list);
        return {};
    }
    return documents::write_sheet_paper(path, paper_of(list), font_folders, list.made_at);
}

} // namespace statements
