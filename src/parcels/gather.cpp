// SPDX-License-Identifier: GPL-3.0-or-later
#include "parcels/gather.hpp"

#include "certificates/award_list_store.hpp"
#include "certificates/told_list.hpp"
#include "classes/class_store.hpp"
#include "classes/enrolment_store.hpp"
#include "institutions/institution_store.hpp"
#include "learners/learner_store.hpp"
#include "office/holiday_store.hpp"
#include "office/office_store.hpp"
#include "programmes/pack_store.hpp"
#include "staff/educator_store.hpp"
#include "templates/template_store.hpp"
#include "units/earned_store.hpp"

#include <algorithm>
#include <set>

namespace parcels {
namespace {

constexpr std::string_view select_source = "SELECT source FROM pack WHERE id = ?1";

constexpr std::string_view select_days = R"sql(
SELECT day, coalesce(reason, '') FROM class_day WHERE class_id = ?1)sql";

constexpr std::string_view select_months = R"sql(
SELECT month, marks FROM attendance_month WHERE enrolment_id = ?1)sql";

constexpr std::string_view select_signers = R"sql(
SELECT key, value FROM setting WHERE key LIKE 'signer.%' AND value <> '')sql";

constexpr std::string_view select_blocks = R"sql(
SELECT id, office_code, year, first_number, last_number FROM serial_block WHERE origin = 'parcel'
ORDER BY office_code, year, first_number)sql";

ToldInstitution told(const institutions::Institution& from) {
    return {from.uid,
            std::string{to_text(from.kind)},
            from.site ? std::string{to_text(*from.site)} : std::string{},
            from.code.value_or(""),
            from.name_km,
            from.name,
            from.village_code.value_or("")};
}

// Gathers class by class, each of the others once.
class Gathering {
  public:
    explicit Gathering(const storage::Database& database)
        : m_database(database) {}

    void add_institution(institutions::InstitutionId id) {
        if (!m_institutions.insert(id).second) return;
        m_content.institutions.push_back(told(institutions::load_institution(m_database, id)));
    }

    void add_educator(staff::EducatorId id) {
        if (!m_educators.insert(id).second) return;
        const staff::Educator from = staff::load_educator(m_database, id);
        ToldEducator one{from.uid,
                         from.name_km,
                         from.name,
                         std::string{core::to_text(from.sex.value())},
                         std::string{to_text(from.contract)},
                         std::nullopt};
        // One of another institution teaches here too; that institution is none of the parcel's.
        if (from.institution && m_institutions.contains(*from.institution))
            one.institution = institutions::load_institution(m_database, *from.institution).uid;
        m_content.educators.push_back(std::move(one));
    }

    void add_class(classes::ClassId id) {
        const classes::Class from = classes::load_class(m_database, id);
        add_institution(from.institution);
        ToldClass one{.uid = from.uid,
                      .name_km = from.name_km,
                      .name = from.name,
                      .pack = add_pack(from.pack),
                      .level = from.level.value_or(""),
                      .institution = institutions::load_institution(m_database, from.institution).uid,
                      .first_day = from.first_day,
                      .last_day = from.last_day,
                      .weekdays = from.weekdays.to_text(),
                      .session_minutes = from.session_minutes,
                      .open_entry = from.open_entry,
                      .capacity = from.capacity,
                      .multigrade = from.multigrade,
                      .status = from.status,
                      .closed_on = from.closed_on,
                      .educators = {},
                      .days = {}};
        for (const staff::EducatorId educator : from.educators) {
            add_educator(educator);
            one.educators.push_back(staff::load_educator(m_database, educator).uid);
        }
        std::sort(one.educators.begin(), one.educators.end());
        storage::Statement days = m_database.query(select_days, id);
        while (days.step())
            one.days.emplace(days.get<core::Day>(0), days.get<std::string>(1));
        add_holidays(from);
        m_content.taught.push_back(std::move(one));
        for (const classes::ClassLearner& learner : classes::enrolments_in(m_database, id))
            add_enrolment(learner.enrolment, from.uid);
        for (const certificates::AwardList& list : certificates::lists_of(m_database, id))
            add_list(list, from.uid);
    }

    void add_signers() {
        storage::Statement rows = m_database.query(select_signers);
        while (rows.step())
            m_content.signers.emplace(rows.get<std::string>(0), rows.get<std::string>(1));
    }

    Content take() { return std::move(m_content); }

  private:
    office::Digest add_pack(programmes::PackId id) {
        const auto source = m_database.value<std::string>(select_source, id).value();
        const office::Digest digest = office::digest(source);
        if (m_packs.insert(digest).second) m_content.packs.push_back({digest, source});
        return digest;
    }

    void add_holidays(const classes::Class& in) {
        for (office::Holiday& one : office::holidays_between(m_database, in.first_day, in.last_day))
            if (m_holidays.insert(one.day).second) m_content.holidays.push_back(std::move(one));
    }

    void add_learner(learners::LearnerId id, core::Uid& uid) {
        const learners::Learner from = learners::load_learner(m_database, id);
        uid = from.uid;
        if (!m_learners.insert(id).second) return;
        ToldLearner one{from.uid, from.number, identity::fields_of(from)};
        std::erase_if(one.fields, [](const auto& field) { return !is_learner_field(field.first); });
        m_content.learners.push_back(std::move(one));
    }

    void add_enrolment(const classes::Enrolment& from, const core::Uid& in) {
        ToldEnrolment one{.uid = from.uid,
                          .in = in,
                          .first_day = from.first_day,
                          .last_day = from.last_day,
                          .reason = from.reason,
                          .months = {},
                          .scores = assessment::load_scores(m_database, from.id)};
        add_learner(from.learner, one.learner);
        storage::Statement months = m_database.query(select_months, from.id);
        while (months.step())
            one.months.emplace(months.get<core::Month>(0), months.get<std::string>(1));
        m_content.enrolments.push_back(std::move(one));
    }

    void add_list(const certificates::AwardList& from, const core::Uid& in) {
        ToldList one{from.uid, in, from.number, from.lines, from.steps};
        for (certificates::ListStep& step : one.steps) {
            step.id = 0;
            step.scan.clear();
        }
        m_content.lists.push_back(std::move(one));
    }

    const storage::Database& m_database;
    Content m_content;
    std::set<institutions::InstitutionId> m_institutions;
    std::set<staff::EducatorId> m_educators;
    std::set<learners::LearnerId> m_learners;
    std::set<office::Digest> m_packs;
    std::set<core::Day> m_holidays;
};

// The papers that approvals were signed on, the newest lists first, as many as a parcel has room for: what is
// left went with an earlier one.
constexpr std::size_t room_for_scans = std::size_t{24} << 20U;

void add_scans(const storage::Database& database, Content& content) {
    std::size_t room = room_for_scans;
    for (auto list = content.lists.rbegin(); list != content.lists.rend(); ++list) {
        const auto here = certificates::find_list(database, list->uid);
        for (std::size_t at = 0; here && at < here->steps.size(); ++at) {
            if (here->steps[at].scan.empty()) continue;
            const auto scan = certificates::load_scan(database, here->steps[at].id);
            if (!scan || scan->bytes.size() > room) continue;
            room -= scan->bytes.size();
            for (std::size_t from = 0; from < scan->bytes.size(); from += scan_part)
                content.scans.push_back(
                    {list->uid, static_cast<int>(at), scan->kind, scan->bytes.substr(from, scan_part)});
        }
    }
}

void add_templates(const storage::Database& database, Content& content) {
    for (templates::Use& use : templates::uses_in_force(database)) {
        content.uses.push_back(
            {std::string{templates::kind_of(use.document).key}, use.programme, use.name, use.digest});
        const bool told = std::any_of(content.templates.begin(), content.templates.end(),
                                      [&](const auto& one) { return one.digest == use.digest; });
        if (use.digest && !told) content.templates.push_back({*use.digest, use.name, std::move(use.source)});
    }
}

units::OtherOffice here_as_told(const storage::Database& database) {
    const office::Office office = office::load_office(database);
    return {office.uid, office.area_code, office.name_km, office.name};
}

std::vector<ToldUnit> units_elsewhere(const storage::Database& database, const Content& content) {
    std::set<core::Uid> enrolments;
    for (const ToldEnrolment& one : content.enrolments)
        enrolments.insert(one.uid);
    std::set<std::pair<core::Uid, std::string>> told;
    std::vector<ToldUnit> units;
    const units::OtherOffice here = here_as_told(database);
    for (const ToldClass& taught : content.taught) {
        const auto class_id = classes::find_by_uid(database, taught.uid);
        if (!class_id) continue;
        for (auto& [learner, all] : units::load_earned_elsewhere(database, *class_id)) {
            const core::Uid uid = learners::load_learner(database, learner).uid;
            for (units::EarnedUnit& earned : all) {
                // What a class of the parcel earned is worked out from it there too.
                if (enrolments.contains(earned.source)) continue;
                if (!told.emplace(uid, earned.programme + " " + earned.level + " " + earned.unit).second)
                    continue;
                if (!earned.office) earned.office = here;
                units.push_back({uid, std::move(earned)});
            }
        }
    }
    return units;
}

} // namespace

Content gather_for(const storage::Database& database,
                   const std::vector<institutions::InstitutionId>& institutions) {
    Gathering gathering(database);
    for (const institutions::InstitutionId id : institutions)
        gathering.add_institution(id);
    for (const institutions::InstitutionId id : institutions) {
        for (const classes::ClassRow& row : classes::classes_at(database, id))
            if (row.status != classes::Status::issued) gathering.add_class(row.id);
        for (const staff::Educator& educator : staff::educators_of(database, id))
            gathering.add_educator(educator.id);
    }
    gathering.add_signers();
    Content content = gathering.take();
    content.units = units_elsewhere(database, content);
    add_scans(database, content);
    add_templates(database, content);
    return content;
}

Content gather_same(const storage::Database& database, const Content& told) {
    Gathering gathering(database);
    for (const ToldInstitution& one : told.institutions)
        if (const auto here = institutions::find_by_uid(database, one.uid))
            gathering.add_institution(here->id);
    for (const ToldClass& one : told.taught)
        if (const auto id = classes::find_by_uid(database, one.uid)) gathering.add_class(*id);
    for (const ToldEducator& one : told.educators)
        if (const auto here = staff::find_by_uid(database, one.uid)) gathering.add_educator(here->id);
    gathering.add_signers();
    return gathering.take();
}

Content gather_answers(const storage::Database& database) {
    Gathering gathering(database);
    for (const classes::ClassRow& row : classes::list_classes(database))
        gathering.add_class(row.id);
    const Content all = gathering.take();
    Content answers;
    answers.lists = all.lists;
    add_scans(database, answers);
    std::vector<std::int64_t> blocks;
    storage::Statement rows = database.query(select_blocks);
    while (rows.step()) {
        blocks.push_back(rows.get<std::int64_t>(0));
        answers.blocks.push_back({rows.get<std::string>(1), rows.get<int>(2), rows.get<std::int64_t>(3),
                                  rows.get<std::int64_t>(4)});
    }
    answers.issued = certificates::told_certificates(database, blocks);
    answers.templates = certificates::told_templates(database, answers.issued);
    return answers;
}

} // namespace parcels
