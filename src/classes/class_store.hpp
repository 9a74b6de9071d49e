// SPDX-License-Identifier: GPL-3.0-or-later
// The office's classes: the only writer of their tables. Who is in them is in enrolment_store.hpp.
#pragma once

#include "classes/class.hpp"
#include "core/expected.hpp"
#include "learners/learner.hpp"
#include "storage/change.hpp"
#include "storage/transaction.hpp"

#include <string_view>

namespace classes {

// A new class, open, audited as "class.open"; its pack is one that programmes::use_pack gave. Errors: the
// first of faults(); institution.unknown, educator.unknown, class.level-unknown {level}, each with {field}.
core::Expected<ClassId> open_class(storage::Transaction& tx, const Class& opened);

// The same for bulk work (an import, the sample office), which the caller audits as one.
core::Expected<ClassId> open_in_bulk(storage::Transaction& tx, const Class& opened);

// Everything but id, uid, pack and status, while the class is open. Audited as "class.update" unless nothing
// changed. Errors as for opening; class.not-open {status}; class.enrolments-outside {count} when new days
// would leave enrolments outside.
core::Expected<void> update_class(storage::Transaction& tx, const Class& changed);

// The register is complete: from here on nothing in it changes, unless the class is opened again. `lacking`
// is what it is closed without, which the audit keeps; certificates/closing.hpp finds it, with the rooms that
// know. Audited as "class.close". Error: class.not-open {status}.
core::Expected<void> close_class(storage::Transaction& tx, ClassId id, core::Day on,
                                 const storage::Fields& lacking = {});

// A class closed by mistake or too early is open again; the reason stays in the audit, as "class.reopen".
// While its award list is approved it stays closed: the list is returned first. Errors: class.no-reason,
// class.open-already, class.reopen-approved, class.reopen-issued.
core::Expected<void> reopen_class(storage::Transaction& tx, ClassId id, std::string_view reason);

// The steps after closing, which certificates/ takes and audits: closed → approved → issued.
void mark_approved(storage::Transaction& tx, ClassId id);
void mark_issued(storage::Transaction& tx, ClassId id);

// The id must exist.
Class load_class(const storage::Database& database, ClassId id);
std::optional<Class> find_class(const storage::Database& database, ClassId id);
// The rules the class was opened with, as they are at its level.
programmes::Pack load_rules(const storage::Database& database, const Class& taught);
std::optional<ClassId> find_by_uid(const storage::Database& database, const core::Uid& uid);

// Classes not yet closed whose Khmer or Latin name folds as this text does. A list's class column enrols
// where there is exactly one; an end date in the past does not close a class.
std::vector<ClassId> find_open_named(const storage::Database& database, std::string_view name);

struct ClassRow {
    ClassId id{};
    core::Uid uid{};
    std::string name_km{};
    std::string name{};
    programmes::PackId pack{};
    std::string programme{}; // the pack's key
    institutions::InstitutionId institution{};
    std::string institution_km{};
    std::string institution_name{};
    core::Day first_day{};
    core::Day last_day{};
    Status status = Status::open;
    // Those who did not leave before its end.
    std::int64_t learners = 0;
    std::int64_t female = 0;
};

// In the order of their names.
std::vector<ClassRow> list_classes(const storage::Database& database);
std::vector<ClassRow> classes_at(const storage::Database& database, institutions::InstitutionId institution);
std::vector<ClassRow> classes_taught_by(const storage::Database& database, staff::EducatorId educator);

} // namespace classes
