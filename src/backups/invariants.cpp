// SPDX-License-Identifier: GPL-3.0-or-later
#include "backups/invariants.hpp"

#include "certificates/register_chain.hpp"
#include "certificates/register_store.hpp"
#include "classes/enrolment_store.hpp"
#include "core/check_digit.hpp"
#include "learners/learner_list.hpp"
#include "office/gazetteer_store.hpp"
#include "office/key_store.hpp"
#include "office/office_store.hpp"
#include "statements/statement_store.hpp"
#include "storage/audit.hpp"

#include <algorithm>
#include <set>

namespace backups {
namespace {

using Findings = std::vector<core::Error>;

core::Error broken(const char* rule, std::string what) {
    return core::Error{"invariant.broken"}.with("rule", rule).with("what", std::move(what));
}

void check_office(const storage::Database& database, Findings& findings) {
    const office::Office office = office::load_office(database);
    if (!office::find_area(database, office.area_code))
        findings.push_back(broken("office-area", office.area_code));
    const office::OwnKey key = office::current_key(database);
    if (office::key_id(key.public_key) != key.id) findings.push_back(broken("key-id", to_text(key.id)));
}

void check_learners(const storage::Database& database, core::Progress& progress, Findings& findings) {
    constexpr std::int64_t page_rows = 1000;
    const std::int64_t total = learners::count_learners(database);
    std::int64_t done = 0;
    std::optional<learners::ListKey> after;
    do {
        learners::LearnerPage page = learners::list_page(database, after, page_rows);
        for (const learners::LearnerRow& row : page.rows)
            if (const auto read = core::read_learner_number(row.number); !read || *read != row.number)
                findings.push_back(broken("learner-number", row.number));
        after = std::move(page.next);
        progress.report(done += page_rows, std::max(total, done));
    } while (after);
}

void check_class(const storage::Database& database, const classes::ClassRow& row, Findings& findings) {
    std::int64_t still_in = 0;
    for (const classes::ClassLearner& one : classes::enrolments_in(database, row.id)) {
        const classes::Enrolment& enrolment = one.enrolment;
        if (enrolment.open()) ++still_in;
        if (enrolment.first_day < row.first_day || enrolment.first_day > row.last_day ||
            enrolment.last_day.value_or(row.last_day) > row.last_day)
            findings.push_back(broken("enrolment-days", row.name_km + ", " + one.number));
    }
    if (still_in != row.learners) findings.push_back(broken("class-count", row.name_km));
}

// Numbers that were given and do not stand in the register under their serial.
void check_gaps(const storage::Database& database, const std::set<std::string>& serials, Findings& findings) {
    for (const certificates::SerialBlock& block : certificates::load_blocks(database))
        for (std::int64_t number = block.first; number < block.next; ++number) {
            const std::string text = certificates::number_text(block.office, block.year, number);
            if (!serials.contains(core::with_check_character(text)))
                findings.push_back(broken("serial-gap", text));
        }
}

void check_certificates(const storage::Database& database, Findings& findings) {
    std::set<std::string> serials;
    Findings codes;
    for (const certificates::RegisterEntry& entry : certificates::load_register(database)) {
        const auto read = core::read_serial(entry.serial);
        if (!read || *read != entry.serial) {
            findings.push_back(broken("serial", entry.serial));
            continue;
        }
        serials.insert(entry.serial);
        // Spoiled and lost numbers have none.
        if (entry.code.empty()) continue;
        const auto code = certificates::decode(entry.code);
        if (!code || code->payload.serial != entry.serial)
            codes.push_back(broken("certificate-code", entry.serial));
    }
    check_gaps(database, serials, findings);
    findings.insert(findings.end(), codes.begin(), codes.end());
}

} // namespace

Findings broken_invariants(const storage::Database& database, core::Progress& progress) {
    Findings findings;
    check_office(database, findings);
    check_learners(database, progress, findings);
    for (const classes::ClassRow& row : classes::list_classes(database))
        check_class(database, row, findings);
    check_certificates(database, findings);
    for (const core::Error& altered : statements::altered_statements(database))
        findings.push_back(broken("statement", std::string{altered.fact("number")}));
    return findings;
}

Findings findings_in(const storage::Database& database, core::Progress& progress) {
    Findings findings = database.damage();
    if (const auto altered = storage::audit_damage(database)) findings.push_back(*altered);
    if (const auto altered = certificates::register_damage(database, progress)) findings.push_back(*altered);
    // Rules are only looked at where the file holds together.
    if (findings.empty()) findings = broken_invariants(database, progress);
    return findings;
}

} // namespace backups
