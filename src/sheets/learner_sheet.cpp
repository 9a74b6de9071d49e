// SPDX-License-Identifier: GPL-3.0-or-later
#include "learners/learner_store.hpp"
#include "office/gazetteer_store.hpp"
#include "office/office_store.hpp"
#include "sheets/class_columns.hpp"
#include "sheets/sheet_parts.hpp"

#include <fmt/format.h>

namespace sheets {
namespace {

using What = ColumnKey::What;

constexpr int spare_rows = 10;

// Day first, as people write it; what is not known is left away.
std::string written(const core::PartialDate& date) {
    const int year = static_cast<int>(date.day.year());
    const auto month = static_cast<unsigned>(date.day.month());
    switch (date.precision) {
    case core::Precision::day:
        return fmt::format("{:02}/{:02}/{}", static_cast<unsigned>(date.day.day()), month, year);
    case core::Precision::month:
        return fmt::format("{:02}/{}", month, year);
    case core::Precision::year:
        return std::to_string(year);
    case core::Precision::about:
        return '~' + std::to_string(year);
    }
    return {};
}

struct WrittenHome {
    std::string village;
    std::string commune;
};

// Village and commune by name where the import finds the very village again by them; else nothing is said,
// and an empty cell changes nothing.
WrittenHome home_of(const storage::Database& database, const std::string& area,
                    const learners::Learner& learner) {
    if (learner.village_text) return {*learner.village_text, {}};
    if (!learner.village_code) return {};
    const auto line = office::area_line(database, *learner.village_code, database.clock().today());
    if (line.size() < 2) return {};
    const auto found = office::find_village(database, area, line[0].name_km, line[1].name_km);
    if (found.code() != *learner.village_code) return {};
    return {line[0].name_km, line[1].name_km};
}

std::vector<Column> further_columns() {
    const auto open = [](What what, const std::string& heading, double width) {
        Column column = make_column(what, heading, width);
        column.open = column.words = true;
        return column;
    };
    return {open(What::name, wording().name, 22),       open(What::born, wording().born, 14),
            open(What::village, wording().village, 16), open(What::commune, wording().commune, 16),
            open(What::phone, wording().phone, 14),     open(What::guardian, wording().guardian, 20),
            open(What::note, wording().note, 14)};
}

} // namespace

core::Expected<Sheet> learner_sheet(const storage::Database& database, const classes::Class& taught) {
    const std::string area = office::load_office(database).area_code;
    Sheet sheet = begin_sheet(database, Kind::learners, taught, {});
    sheet.title = wording().learners_title;
    sheet.help = wording().learners_help;
    sheet.tab = wording().learners_tab;
    sheet.landscape = true;
    // A wrong name is put right here, and in no other sheet.
    sheet.columns[1].open = sheet.columns[2].open = true;
    for (Column& column : further_columns())
        sheet.columns.push_back(std::move(column));
    for (const classes::ClassLearner& member : classes::enrolments_in(database, taught.id)) {
        if (!member.enrolment.open()) continue;
        const auto learner = learners::load_learner(database, member.enrolment.learner);
        const WrittenHome home = home_of(database, area, learner);
        Row& row = add_learner(sheet, member);
        row.cells = {row.cells[0],
                     learner.name_km,
                     row.cells[2],
                     learner.name,
                     learner.born ? written(*learner.born) : std::string{},
                     home.village,
                     home.commune,
                     learner.phone.value_or(""),
                     learner.guardian.value_or(""),
                     {}};
    }
    finish_sheet(sheet, spare_rows);
    return sheet;
}

} // namespace sheets
