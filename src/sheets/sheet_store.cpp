// SPDX-License-Identifier: GPL-3.0-or-later
#include "sheets/sheet_store.hpp"

#include "sheets/sheet_parts.hpp"

namespace sheets {
namespace {

core::Expected<Sheet> load_kind(const storage::Database& database, Kind kind, const classes::Class& taught,
                                const std::string& period) {
    switch (kind) {
    case Kind::learners:
        return learner_sheet(database, taught);
    case Kind::attendance:
        if (const auto month = core::month_from_iso(period)) return register_sheet(database, taught, *month);
        return core::fail(core::Error{"sheet.month-needed"}.with("text", period));
    case Kind::scores:
        return score_sheet(database, taught, period);
    }
    return core::fail(core::Error{"sheet.month-needed"}.with("text", period));
}

} // namespace

core::Expected<Sheet> load_sheet(const storage::Database& database, Kind kind, classes::ClassId class_id,
                                 const std::string& period) {
    const auto taught = classes::find_class(database, class_id);
    if (!taught)
        return core::fail(core::Error{"class.not-found"}.with(
            "class", std::to_string(static_cast<std::int64_t>(class_id))));
    auto sheet = load_kind(database, kind, *taught, period);
    // A list of learners is where the first of them may be written.
    if (sheet && sheet->learners == 0 && kind != Kind::learners)
        return core::fail(core::Error{"sheet.nobody"}.with("class", taught->name_km));
    return sheet;
}

} // namespace sheets
