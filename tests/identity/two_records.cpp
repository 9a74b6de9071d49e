// SPDX-License-Identifier: GPL-3.0-or-later
#include "identity/two_records.hpp"

#include "institutions/institution_store.hpp"
#include "office/office_store.hpp"
#include "programmes/pack_store.hpp"

#include <stdexcept>
#include <vector>

namespace test {
namespace {

classes::ClassId open(storage::Transaction& tx, std::string name_km, institutions::InstitutionId where) {
    classes::Class opened;
    opened.name_km = std::move(name_km);
    opened.pack = programmes::use_pack(tx, "literacy").value();
    opened.institution = where;
    opened.first_day = november(3);
    opened.last_day = core::Day{std::chrono::year{2026} / 4 / 30};
    opened.weekdays = classes::Weekdays::from_text("12345").value();
    opened.session_minutes = 120;
    return classes::open_class(tx, opened).value();
}

std::vector<std::string> texts(const storage::Database& database, std::string_view sql) {
    std::vector<std::string> found;
    storage::Statement row = database.query(sql);
    while (row.step())
        found.push_back(row.get<std::string>(0));
    return found;
}

} // namespace

core::Day november(unsigned day) {
    return core::Day{std::chrono::year{2025} / 11 / std::chrono::day{day}};
}

TwoRecords::TwoRecords()
    : database(office::create_office_in_memory(environment, {.area_code = "0202"}).value()) {
    const auto centre = change([](storage::Transaction& tx) {
        institutions::Institution one;
        one.name_km = "មជ្ឈមណ្ឌលសិក្សាសហគមន៍ តាពូង";
        return institutions::add_institution(tx, one).value();
    });
    morning = change([&](storage::Transaction& tx) { return open(tx, "អក្ខរកម្ម ព្រឹក", centre); });
    evening = change([&](storage::Transaction& tx) { return open(tx, "អក្ខរកម្ម ល្ងាច", centre); });
}

learners::LearnerId TwoRecords::add(const learners::Learner& learner) {
    return change([&](storage::Transaction& tx) { return learners::register_learner(tx, learner).value(); });
}

learners::LearnerId TwoRecords::add(std::string name_km, std::string name, std::string_view born) {
    learners::Learner learner;
    learner.name_km = std::move(name_km);
    learner.name = std::move(name);
    learner.sex = core::Sex::female;
    learner.born = core::partial_date_from_text(born);
    return add(learner);
}

classes::EnrolmentId TwoRecords::enrol(learners::LearnerId who, classes::ClassId in, unsigned november_day) {
    return change([&](storage::Transaction& tx) {
        return classes::enrol(tx, in, who, november(november_day)).value().id;
    });
}

void TwoRecords::mark(classes::EnrolmentId who, unsigned november_day, attendance::Mark mark) {
    change([&](storage::Transaction& tx) {
        return attendance::set_mark(tx, who, november(november_day), mark).value();
    });
}

void TwoRecords::score(classes::EnrolmentId who, std::string subject, int hundredths) {
    change([&](storage::Transaction& tx) {
        return assessment::set_score(tx, who, {"S1", std::move(subject)}, assessment::Score::of(hundredths))
            .has_value();
    });
}

core::Expected<identity::Merged> TwoRecords::merge(learners::LearnerId kept, learners::LearnerId gone,
                                                   const identity::MergeChoice& choice) {
    storage::Transaction tx(database, {"sokha"});
    auto merged = identity::merge(tx, kept, gone, choice);
    if (merged) tx.commit();
    return merged;
}

core::Expected<void> TwoRecords::undo(identity::MergeId id) {
    storage::Transaction tx(database, {"sokha"});
    auto undone = identity::undo_merge(tx, id);
    if (undone) tx.commit();
    return undone;
}

std::string digest_of(const storage::Database& database) {
    std::string digest;
    for (const std::string& table : texts(database, R"sql(
             SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%'
             AND name NOT IN ('audit', 'audit_change', 'learner_merge', 'import', 'import_row', 'certificate_event',
                              'learner_number_block', 'serial_block', 'area', 'holiday', 'pack')
             ORDER BY name)sql")) {
        std::string columns;
        storage::Statement column =
            database.query("SELECT name FROM pragma_table_info(?1) ORDER BY cid", table);
        while (column.step())
            columns += (columns.empty() ? "quote(" : " || ',' || quote(") + column.get<std::string>(0) + ")";
        for (const std::string& row :
             texts(database, "SELECT " + columns + " FROM \"" + table + "\" ORDER BY 1"))
            digest += table + ": " + row + "\n";
    }
    return digest;
}

} // namespace test
