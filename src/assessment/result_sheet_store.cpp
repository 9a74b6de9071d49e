// SPDX-License-Identifier: GPL-3.0-or-later
#include "assessment/result_sheet_store.hpp"

#include "classes/class_store.hpp"
#include "institutions/institution_store.hpp"
#include "office/office_store.hpp"

namespace assessment {

ResultSheet load_result_sheet(const storage::Database& database, classes::ClassId class_id,
                              ClassResults results) {
    const auto office = office::load_office(database);
    const auto taught = classes::load_class(database, class_id);
    ResultSheet sheet;
    sheet.office_lines = {office::administration_km(office::load_area(database, office)), office.name_km};
    sheet.institution = institutions::load_institution(database, taught.institution).name_km;
    sheet.class_name = taught.name_km;
    sheet.results = std::move(results);
    sheet.signatures = result_signatures();
    sheet.made_at = database.clock().now();
    sheet.sample = office.sample;
    return sheet;
}

} // namespace assessment
