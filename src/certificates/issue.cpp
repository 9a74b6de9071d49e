// SPDX-License-Identifier: GPL-3.0-or-later
#include "certificates/issue.hpp"

#include "certificates/award_list_store.hpp"
#include "certificates/printer.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

namespace certificates {
namespace {

constexpr std::string_view on_award_list = R"sql(
SELECT 1 FROM award_list_row WHERE class_id = ?1 AND enrolment_id = ?2)sql";

core::Expected<Issued> issue_one(storage::Transaction& tx, const Printer& printer, const Candidate& candidate,
                                 const office::SigningKey& key) {
    const AwardContext& context = printer.context();
    auto serial = take_serial(tx, context.issued);
    if (!serial) return core::fail(serial.error());
    const CertificatePayload payload = payload_of(context, candidate, serial->text);
    auto printed = printer.print(candidate, payload, key);
    if (!printed) return core::fail(printed.error());
    Issued issued = issued_to(candidate, payload, *printed);
    issued.id = keep_issued(tx, {*serial, candidate.learner.enrolment.id, printed->code, printer.look().name,
                                 printer.look().source, std::move(printed->words), std::move(printed->pdf)});
    keep_award_units(tx, issued.id, candidate.units);
    return issued;
}

// Nothing when the class may go on to be issued.
std::optional<core::Error> standing_in_the_way(const classes::Class& taught, bool at_once) {
    const auto about = [&](const char* code) { return core::Error{code}.with("class", taught.name_km); };
    switch (taught.status) {
    case classes::Status::open:
        return about("class.open");
    case classes::Status::issued:
        return about("class.issued-already");
    case classes::Status::closed:
        return at_once ? std::nullopt : std::optional{about("class.not-approved")};
    case classes::Status::approved:
        return std::nullopt;
    }
    return std::nullopt;
}

// A mark may be corrected after the approval; the certificate would say what nobody approved.
std::optional<core::Error> other_than_approved(const storage::Database& database,
                                               const classes::Class& taught) {
    const auto list = latest_list(database, taught.id);
    if (!list) return std::nullopt; // approved before lists were kept
    auto changes = changes_since(database, *list);
    std::erase_if(changes, [](const ListChange& change) { return !change.grave; });
    if (changes.empty()) return std::nullopt;
    return core::Error{"award-list.changed"}
        .with("class", taught.name_km)
        .with("learner", std::string{changes.front().what.fact("learner")})
        .with("changes", std::to_string(changes.size()));
}

} // namespace

bool approves_at_once(const office::Office& office) {
    return office.in_set_up() && office.level != office::Level::institution;
}

core::Expected<IssueResult> issue_class(storage::Transaction& tx, classes::ClassId class_id,
                                        const office::SigningKey& key, const documents::Fonts& fonts,
                                        core::Progress& progress) {
    const storage::Database& database = tx.database();
    AwardContext context = load_award_context(database, class_id);
    IssueResult result;
    result.nobody = standing_in_the_way(context.taught, approves_at_once(context.office));
    if (result.nobody) return result;
    if (context.taught.status == classes::Status::closed) {
        const auto approved = approve_at_once(tx, class_id, tx.actor().name);
        if (!approved) {
            result.nobody = approved.error();
            return result;
        }
        result.approved_in_same_step = true;
    } else if (auto other = other_than_approved(database, context.taught)) {
        result.nobody = *std::move(other);
        return result;
    }
    const Printer printer(database, std::move(context), fonts);
    auto candidates = load_candidates(database, class_id);
    std::erase_if(candidates, [&](const Candidate& candidate) {
        return candidate.serial ||
               !database.value<int>(on_award_list, class_id, candidate.learner.enrolment.id);
    });
    for (const Candidate& candidate : candidates) {
        progress.report(static_cast<std::int64_t>(result.issued.size()),
                        static_cast<std::int64_t>(candidates.size()));
        if (progress.cancelled()) return core::fail(core::Error{"cancelled"});
        auto issued = issue_one(tx, printer, candidate, key);
        if (!issued) return core::fail(issued.error());
        result.issued.push_back(std::move(*issued));
    }
    classes::mark_issued(tx, class_id);
    tx.audit("class.issue", "class", printer.context().taught.uid,
             fmt::format(R"({{"certificates":{}}})", result.issued.size()));
    return result;
}

std::vector<classes::ClassRow> classes_to_issue(const storage::Database& database,
                                                std::optional<institutions::InstitutionId> at) {
    auto rows = at ? classes::classes_at(database, *at) : classes::list_classes(database);
    std::erase_if(rows, [](const classes::ClassRow& row) {
        return row.status != classes::Status::closed && row.status != classes::Status::approved;
    });
    std::stable_sort(rows.begin(), rows.end(), [](const auto& a, const auto& b) {
        return std::tie(a.institution_km, a.institution) < std::tie(b.institution_km, b.institution);
    });
    return rows;
}

core::Expected<documents::Page> preview_page(const storage::Database& database, classes::ClassId class_id,
                                             classes::EnrolmentId enrolment, const documents::Fonts& fonts) {
    const Printer printer(database, load_award_context(database, class_id), fonts);
    for (const Candidate& candidate : load_candidates(database, class_id)) {
        if (candidate.learner.enrolment.id != enrolment) continue;
        CertificatePayload payload = payload_of(printer.context(), candidate, "");
        payload.serial = fmt::format("{}-{:04}-······-·", printer.context().office.area_code,
                                     static_cast<int>(printer.context().issued.year()));
        return printer.page(printer.filling(candidate, payload, ""));
    }
    return core::fail(core::Error{"enrolment.unknown"});
}

} // namespace certificates
