// SPDX-License-Identifier: GPL-3.0-or-later
#include "parcels/answer_plan.hpp"

#include "certificates/award_list_store.hpp"
#include "certificates/code.hpp"
#include "certificates/told_list.hpp"
#include "classes/class_store.hpp"

#include <algorithm>
#include <map>

namespace parcels {
namespace {

using certificates::AwardList;
using certificates::ListStep;
using certificates::Step;
using certificates::ToldCertificate;

constexpr std::string_view holds_number = R"sql(
SELECT 1 FROM serial_block b JOIN institution i ON i.id = b.held_by
WHERE i.uid = ?1 AND b.office_code = ?2 AND b.year = ?3 AND b.first_number <= ?4 AND b.last_number >= ?4)sql";

constexpr std::string_view used_otherwise = R"sql(
SELECT 1 FROM certificate WHERE uid <> ?1 AND (serial = ?2 OR (?3 <> '' AND code = ?3)))sql";

constexpr std::string_view other_code = R"sql(
SELECT 1 FROM certificate WHERE uid = ?1 AND (serial <> ?2 OR coalesce(code, '') <> ?3))sql";

class AnswerPlan {
  public:
    AnswerPlan(const storage::Database& database, const Parcel& parcel)
        : m_database(database)
        , m_parcel(parcel) {}

    std::vector<PlanRow> rows() {
        for (const ToldList& one : m_parcel.content.lists)
            add_list(one);
        for (const ToldCertificate& one : m_parcel.content.issued)
            add_certificate(one);
        return std::move(m_rows);
    }

  private:
    void refuse(core::Error reason) {
        m_rows.back().verdict = Verdict::refused;
        m_rows.back().reason = std::move(reason);
    }

    void add_list(const ToldList& one) {
        const auto class_id = classes::find_by_uid(m_database, one.in);
        const std::string name =
            class_id ? classes::load_class(m_database, *class_id).name_km : std::string{};
        m_rows.push_back({.kind = "list", .name = name + " " + std::to_string(one.number), .uid = one.uid});
        if (!class_id) return refuse(core::Error{"parcel.stale"}.with("class", name));
        const AwardList told = list_here(m_database, one);
        const auto steps = certificates::steps_not_here(m_database, told);
        if (!steps) return refuse(steps.error());
        m_rows.back().detail = steps_text(*steps);
        if (!steps->empty()) {
            if (stale(told, *steps)) return refuse(core::Error{"parcel.stale"}.with("class", name));
            m_rows.back().verdict =
                certificates::find_list(m_database, one.uid) ? Verdict::changed : Verdict::fresh;
        }
        remember_approved(one);
    }

    // The list here went on without the institution, or does not say any more what was approved.
    bool stale(const AwardList& told, const std::vector<ListStep>& steps) const {
        const auto latest = certificates::latest_list(m_database, told.class_id);
        if (latest && latest->number > told.number) return true;
        const bool approves = std::any_of(steps.begin(), steps.end(),
                                          [](const ListStep& step) { return step.step == Step::approve; });
        const auto status = classes::load_class(m_database, told.class_id).status;
        if (approves && status != classes::Status::closed) return true;
        return approves && !certificates::changes_since(m_database, told).empty();
    }

    void remember_approved(const ToldList& told) {
        if (told.steps.back().step != Step::approve) return;
        for (const certificates::ListLine& line : told.lines)
            if (line.awarded()) m_approved[line.enrolment] = &line;
    }

    void add_certificate(const ToldCertificate& one) {
        m_rows.push_back({.kind = "certificate", .name = one.serial, .uid = one.uid});
        const auto about = [&](const char* code) { return core::Error{code}.with("serial", one.serial); };
        if (m_database.value<int>(used_otherwise, one.uid, one.serial, one.code) ||
            m_database.value<int>(other_code, one.uid, one.serial, one.code))
            return refuse(about("parcel.number-used"));
        if (!m_database.value<int>(holds_number, m_parcel.head.institution, one.office_code, one.year,
                                   one.number))
            return refuse(about("parcel.number-not-held"));
        const auto fresh = certificates::events_not_here(m_database, one);
        for (const std::size_t at : fresh)
            m_rows.back().detail += (m_rows.back().detail.empty() ? "" : ", ") + one.events[at].verb;
        const bool here =
            m_database.value<int>("SELECT 1 FROM certificate WHERE uid = ?1", one.uid).has_value();
        m_rows.back().verdict = fresh.empty() ? Verdict::same : here ? Verdict::changed : Verdict::fresh;
        if (here || one.code.empty()) return;
        // A replacement stands on the approval of the one whose place it takes.
        const auto line = m_approved.find(one.enrolment.value_or(core::Uid{}));
        if (line == m_approved.end()) return refuse(about("parcel.not-approved"));
        const auto code = certificates::decode(one.code);
        if (!code || !certificates::verify_signature(*code, m_parcel.head.sender.key))
            return refuse(about("parcel.code-key"));
        if (code->payload.name_km != line->second->name_km || code->payload.name_latin != line->second->name)
            return refuse(about("parcel.code-other"));
    }

    const storage::Database& m_database;
    const Parcel& m_parcel;
    std::vector<PlanRow> m_rows;
    std::map<core::Uid, const certificates::ListLine*> m_approved;
};

} // namespace

std::vector<PlanRow> answer_rows(const storage::Database& database, const Parcel& parcel) {
    return AnswerPlan(database, parcel).rows();
}

std::string steps_text(const std::vector<ListStep>& steps) {
    std::string text;
    for (const ListStep& step : steps)
        text += (text.empty() ? "" : ", ") + std::string{to_text(step.step)};
    return text;
}

} // namespace parcels
