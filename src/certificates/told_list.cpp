// SPDX-License-Identifier: GPL-3.0-or-later
#include "certificates/told_list.hpp"

#include "certificates/award_list_rows.hpp"
#include "certificates/award_list_store.hpp"
#include "classes/class_store.hpp"

#include <algorithm>

namespace certificates {
namespace {

// What was done, whoever recorded it in which file.
bool same_step(ListStep here, const ListStep& told) {
    here.id = told.id;
    here.scan = told.scan;
    return here == told;
}

core::Error other_history(const storage::Database& database, classes::ClassId id) {
    return core::Error{"award-list.other-history"}.with("class", classes::load_class(database, id).name_km);
}

} // namespace

std::optional<AwardList> find_list(const storage::Database& database, const core::Uid& uid) {
    const auto class_id =
        database.value<classes::ClassId>("SELECT class_id FROM award_list WHERE uid = ?1", uid);
    if (!class_id) return std::nullopt;
    for (AwardList& list : lists_of(database, *class_id))
        if (list.uid == uid) return std::move(list);
    return std::nullopt;
}

core::Expected<std::vector<ListStep>> steps_not_here(const storage::Database& database,
                                                     const AwardList& told) {
    const auto here = find_list(database, told.uid);
    if (!here) {
        for (const AwardList& other : lists_of(database, told.class_id))
            if (other.number == told.number) return core::fail(other_history(database, told.class_id));
        return told.steps;
    }
    const std::size_t common = std::min(here->steps.size(), told.steps.size());
    for (std::size_t at = 0; at < common; ++at)
        if (!same_step(here->steps[at], told.steps[at]))
            return core::fail(other_history(database, told.class_id));
    if (here->lines != told.lines || here->class_id != told.class_id)
        return core::fail(other_history(database, told.class_id));
    return std::vector<ListStep>(told.steps.begin() + static_cast<std::ptrdiff_t>(common), told.steps.end());
}

core::Expected<void> take_list(storage::Transaction& tx, const AwardList& told, const StepScans& scans) {
    const storage::Database& database = tx.database();
    const auto steps = steps_not_here(database, told);
    if (!steps) return core::fail(steps.error());
    if (steps->empty()) return {};
    const auto here = find_list(database, told.uid);
    const AwardListId id = here ? here->id : write_list(tx, told.uid, told.class_id, told.number, told.lines);
    std::size_t place = told.steps.size() - steps->size();
    for (const ListStep& step : *steps) {
        const std::int64_t written = write_step(tx, id, step);
        if (const auto scan = scans.find(place++); scan != scans.end()) write_scan(tx, written, scan->second);
        const classes::Class taught = classes::load_class(database, told.class_id);
        if (step.step == Step::approve && taught.status == classes::Status::closed)
            write_approval(tx, told.class_id, told.lines, step);
        if (step.step == Step::return_ && taught.status == classes::Status::approved)
            withdraw_approval(tx, told.class_id);
        audit_step(tx, told.uid, taught.name_km, step, told.lines);
    }
    return {};
}

} // namespace certificates
