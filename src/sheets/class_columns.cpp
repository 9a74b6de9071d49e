// SPDX-License-Identifier: GPL-3.0-or-later
#include "sheets/class_columns.hpp"

#include "institutions/institution_store.hpp"
#include "office/office_store.hpp"

#include <fmt/format.h>

namespace sheets {
namespace {

using What = ColumnKey::What;

std::string first_of(const std::string& one, const std::string& other) {
    return one.empty() ? other : one;
}

Row& add_row(Sheet& sheet) {
    Row row;
    row.cells.resize(sheet.columns.size());
    row.cells.front() = std::to_string(sheet.rows.size() + 1);
    sheet.rows.push_back(std::move(row));
    return sheet.rows.back();
}

} // namespace

Column make_column(ColumnKey::What what, const std::string& heading, double width) {
    Column column;
    column.key.what = what;
    column.heading = heading;
    column.width = width;
    return column;
}

Sheet begin_sheet(const storage::Database& database, Kind kind, const classes::Class& taught,
                  const std::string& period) {
    const auto office = office::load_office(database);
    const std::string class_name = first_of(taught.name_km, taught.name);
    const auto institution = institutions::load_institution(database, taught.institution);
    Sheet sheet;
    sheet.key = {kind, period, taught.uid, class_name, office.uid, office.name_km, {}};
    sheet.office_lines = {office::administration_km(office::load_area(database, office)), office.name_km};
    sheet.subtitles = {fmt::format(fmt::runtime(wording().class_line),
                                   first_of(institution.name_km, institution.name), class_name)};
    sheet.made_at = database.clock().now();
    sheet.sample = office.sample;
    sheet.closed = taught.status != classes::Status::open;
    Column row_number = make_column(What::row_number, wording().row_number, 5);
    row_number.figure = true;
    Column name = make_column(What::name_km, wording().name_km, 26);
    name.words = true;
    Column sex = make_column(What::sex, wording().sex, 5);
    sex.choices = {wording().man, wording().woman};
    sheet.columns = {std::move(row_number), std::move(name), std::move(sex)};
    return sheet;
}

Row& add_learner(Sheet& sheet, const classes::ClassLearner& learner) {
    const bool woman = learner.sex == core::Sex::female;
    Row& row = add_row(sheet);
    row.number = learner.number;
    row.cells[1] = first_of(learner.name_km, learner.name);
    row.cells[2] = woman ? wording().woman : wording().man;
    ++sheet.learners;
    sheet.women += woman ? 1 : 0;
    return row;
}

void finish_sheet(Sheet& sheet, int spare_rows) {
    for (const Row& row : sheet.rows)
        sheet.key.roll.push_back(row.number);
    // Nobody joins a closed class, and nobody fills anything in.
    if (sheet.closed) {
        sheet.help.clear();
        return;
    }
    for (int nth = 0; nth < spare_rows; ++nth)
        add_row(sheet).spare = true;
}

} // namespace sheets
