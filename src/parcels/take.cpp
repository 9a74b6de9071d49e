// SPDX-License-Identifier: GPL-3.0-or-later
#include "parcels/take.hpp"

#include "assessment/told_scores.hpp"
#include "attendance/told_register.hpp"
#include "certificates/serial_block.hpp"
#include "certificates/told_list.hpp"
#include "classes/class_store.hpp"
#include "classes/told_class.hpp"
#include "identity/transfer_plan.hpp"
#include "institutions/institution_store.hpp"
#include "learners/learner_store.hpp"
#include "office/gazetteer_store.hpp"
#include "office/holiday_store.hpp"
#include "office/office_store.hpp"
#include "office/sample_mark.hpp"
#include "programmes/told_pack.hpp"
#include "staff/educator_store.hpp"
#include "templates/template_store.hpp"
#include "units/outside_store.hpp"

#include <algorithm>
#include <map>

namespace parcels {
namespace {

using Done = core::Expected<void>;

std::optional<std::string> filled(const std::string& text) {
    return text.empty() ? std::nullopt : std::optional{text};
}

// Nothing where it went well.
template<typename T>
Done only_error(const core::Expected<T>& result) {
    if (!result) return core::fail(result.error());
    return {};
}

// The signed papers of a list's steps, put together of their parts and looked at as one from a scanner is.
core::Expected<certificates::StepScans> scans_of(const Content& content, const core::Uid& list) {
    std::map<std::size_t, std::string> papers;
    for (const ToldScan& one : content.scans)
        if (one.list == list) papers[static_cast<std::size_t>(one.step)] += one.bytes;
    certificates::StepScans scans;
    for (const auto& [step, bytes] : papers) {
        auto scan = certificates::read_scan(bytes);
        if (!scan) return core::fail(scan.error());
        scans.emplace(step, *std::move(scan));
    }
    return scans;
}

Done take_with_scans(storage::Transaction& tx, const Content& content, const ToldList& told) {
    const auto scans = scans_of(content, told.uid);
    if (!scans) return core::fail(scans.error());
    return certificates::take_list(tx, list_here(tx.database(), told), *scans);
}

// Row after row, as the plan judged each.
class Taking {
  public:
    Taking(storage::Transaction& tx, const Plan& plan)
        : m_tx(tx)
        , m_parcel(plan.parcel)
        , m_content(plan.parcel.content) {
        for (const PlanRow& row : plan.rows)
            m_verdicts[{row.kind, row.uid}] = row.verdict;
    }

    Done take() {
        for (const ToldPack& pack : m_content.packs) {
            const auto id = programmes::take_pack(m_tx, pack.source);
            if (!id) return core::fail(id.error());
            m_packs[pack.digest] = *id;
        }
        if (auto done = each(m_content.institutions, "institution"); !done) return done;
        if (auto done = each(m_content.educators, "educator"); !done) return done;
        if (auto done = take_settings(); !done) return done;
        if (auto done = each(m_content.taught, "class"); !done) return done;
        if (auto done = each(m_content.learners, "learner"); !done) return done;
        if (auto done = each(m_content.enrolments, "enrolment"); !done) return done;
        take_units();
        if (auto done = each(m_content.lists, "list"); !done) return done;
        for (const ToldBlock& block : m_content.blocks)
            if (auto done = take_one(block); !done) return done;
        for (const ToldUse& use : m_content.uses)
            if (auto done = take_one(use); !done) return done;
        return {};
    }

  private:
    template<typename Row>
    Done each(const std::vector<Row>& rows, const char* kind) {
        for (const Row& row : rows) {
            const auto verdict = m_verdicts.find({kind, row.uid});
            if (verdict == m_verdicts.end()) continue;
            if (verdict->second != Verdict::fresh && verdict->second != Verdict::changed) continue;
            if (auto done = take_one(row); !done) return done;
        }
        return {};
    }

    // A row that names what is not in the parcel is no row of ours.
    static core::Error dangling(const char* field) {
        return core::Error{"parcel.field"}.with("field", field);
    }

    Done take_one(const ToldInstitution& told) {
        institutions::Institution one{.uid = told.uid,
                                      .kind = institutions::kind_from_text(told.kind).value(),
                                      .code = filled(told.code),
                                      .name_km = told.name_km,
                                      .name = told.name,
                                      .village_code = filled(told.village_code)};
        if (!told.site.empty()) one.site = institutions::site_from_text(told.site);
        if (one.village_code && !office::find_area(m_tx.database(), *one.village_code))
            one.village_code.reset();
        const auto here = institutions::find_by_uid(m_tx.database(), told.uid);
        if (!here) return only_error(institutions::add_institution(m_tx, one));
        one.id = here->id;
        one.phone = here->phone;
        one.closed_on = here->closed_on;
        return institutions::update_institution(m_tx, one);
    }

    Done take_one(const ToldEducator& told) {
        staff::Educator one{.uid = told.uid,
                            .name_km = told.name_km,
                            .name = told.name,
                            .sex = core::sex_from_text(told.sex),
                            .contract = staff::contract_from_text(told.contract).value()};
        if (told.institution)
            if (const auto at = institutions::find_by_uid(m_tx.database(), *told.institution))
                one.institution = at->id;
        const auto here = staff::find_by_uid(m_tx.database(), told.uid);
        if (!here) return only_error(staff::add_educator(m_tx, one));
        one.id = here->id;
        one.phone = here->phone;
        one.first_day = here->first_day;
        one.last_day = here->last_day;
        return staff::update_educator(m_tx, one);
    }

    // The district's holidays while the classes run, and the names that certificates are signed with.
    Done take_settings() {
        for (const auto& [key, value] : m_content.signers)
            if (office::setting(m_tx.database(), key) != value) office::set_setting(m_tx, key, value);
        std::map<core::Day, office::Holiday> told;
        for (const office::Holiday& one : m_content.holidays)
            told.emplace(one.day, one);
        for (const ToldClass& in : m_content.taught)
            for (const office::Holiday& here :
                 office::holidays_between(m_tx.database(), in.first_day, in.last_day))
                if (!told.contains(here.day))
                    if (auto done = office::remove_holiday(m_tx, here.day); !done)
                        return core::fail(done.error());
        for (const auto& [day, one] : told) {
            const auto here = office::holidays_between(m_tx.database(), day, day);
            if (here.empty() || here.front() != one)
                if (auto done = office::set_holiday(m_tx, one); !done) return done;
        }
        return {};
    }

    Done take_one(const ToldClass& told) {
        const auto at = institutions::find_by_uid(m_tx.database(), told.institution);
        const auto pack = m_packs.find(told.pack);
        if (!at) return core::fail(dangling("class.institution"));
        if (pack == m_packs.end()) return core::fail(dangling("class.pack"));
        classes::Class one{.uid = told.uid,
                           .name_km = told.name_km,
                           .name = told.name,
                           .pack = pack->second,
                           .level = filled(told.level),
                           .institution = at->id,
                           .first_day = told.first_day,
                           .last_day = told.last_day,
                           .weekdays = classes::Weekdays::from_text(told.weekdays).value(),
                           .session_minutes = told.session_minutes,
                           .open_entry = told.open_entry,
                           .capacity = told.capacity,
                           .multigrade = told.multigrade,
                           .status = told.status,
                           .closed_on = told.closed_on};
        for (const core::Uid& uid : told.educators) {
            const auto educator = staff::find_by_uid(m_tx.database(), uid);
            if (!educator) return core::fail(dangling("class.educators"));
            one.educators.push_back(educator->id);
        }
        return attendance::take_class_days(m_tx, classes::take_class(m_tx, one), told.days);
    }

    Done take_one(const ToldLearner& told) {
        auto one =
            identity::incoming_learner(m_tx.database(), {told.uid, told.number, told.fields, {}, {}, {}});
        if (!one) return core::fail(one.error());
        one->uid = told.uid;
        one->number = told.number;
        const auto id = learners::find_by_uid(m_tx.database(), told.uid);
        if (!id) return only_error(learners::register_in_bulk(m_tx, *one));
        learners::Learner here = learners::load_learner(m_tx.database(), *id);
        here.name_km = one->name_km;
        here.name = one->name;
        here.sex = one->sex;
        here.born = one->born;
        here.birthplace_code = one->birthplace_code;
        here.birthplace_text = one->birthplace_text;
        return only_error(learners::update_in_bulk(m_tx, here));
    }

    Done take_one(const ToldEnrolment& told) {
        const auto in = classes::find_by_uid(m_tx.database(), told.in);
        const auto learner = learners::find_by_uid(m_tx.database(), told.learner);
        if (!in) return core::fail(dangling("enrolment.class"));
        if (!learner) return core::fail(dangling("enrolment.learner"));
        const auto id = classes::take_enrolment(m_tx, {.uid = told.uid,
                                                       .learner = *learner,
                                                       .in = *in,
                                                       .first_day = told.first_day,
                                                       .last_day = told.last_day,
                                                       .reason = told.reason});
        if (!id) return core::fail(id.error());
        if (auto done = attendance::take_months(m_tx, *id, told.months); !done) return done;
        assessment::take_scores(m_tx, *id, told.scores);
        return {};
    }

    void take_units() {
        for (const UnitsTold& one : units_to_keep(m_tx.database(), m_parcel))
            if (const auto id = learners::find_by_uid(m_tx.database(), one.learner))
                units::keep_outside(m_tx, *id, one.office, one.learner, one.earned);
    }

    Done take_one(const ToldList& told) {
        if (!classes::find_by_uid(m_tx.database(), told.in)) return core::fail(dangling("list.class"));
        return take_with_scans(m_tx, m_content, told);
    }

    // What the district prints with is what the institution prints with.
    Done take_one(const ToldUse& told) {
        const auto document = templates::document_from_text(told.document).value();
        if (use_here(m_tx.database(), told) == Verdict::same) return {};
        if (!told.digest) return templates::use_shipped(m_tx, document, told.programme);
        const auto source = std::find_if(m_content.templates.begin(), m_content.templates.end(),
                                         [&](const auto& one) { return one.digest == *told.digest; });
        if (source == m_content.templates.end()) return core::fail(dangling("use.digest"));
        return only_error(templates::take(m_tx,
                                          {.document = document,
                                           .programme = told.programme,
                                           .name = told.name,
                                           .file = {},
                                           .source = source->source},
                                          {}));
    }

    Done take_one(const ToldBlock& told) {
        if (certificates::has_numbers(m_tx.database(), told.office_code, told.year, told.first, told.last))
            return {};
        return only_error(certificates::take_block(m_tx, {.origin = certificates::Origin::parcel,
                                                          .office = told.office_code,
                                                          .year = told.year,
                                                          .first = told.first,
                                                          .last = told.last,
                                                          .given = m_parcel.head.written}));
    }

    storage::Transaction& m_tx;
    const Parcel& m_parcel;
    const Content& m_content;
    std::map<std::pair<std::string, core::Uid>, Verdict> m_verdicts;
    std::map<office::Digest, programmes::PackId> m_packs;
};

// Of whose award a certificate was taken, that class's are issued.
void mark_issued(storage::Transaction& tx, const std::vector<certificates::ToldCertificate>& taken) {
    for (const certificates::ToldCertificate& one : taken) {
        const auto id = tx.database().value<classes::ClassId>("SELECT class_id FROM enrolment WHERE uid = ?1",
                                                              one.enrolment.value_or(core::Uid{}));
        if (!id) continue;
        const classes::Class taught = classes::load_class(tx.database(), *id);
        if (taught.status != classes::Status::approved) continue;
        classes::mark_issued(tx, *id);
        tx.audit("class.issue", "class", taught.uid, R"({"by":"parcel"})");
    }
}

} // namespace

core::Expected<void> take_rows(storage::Transaction& tx, const Plan& plan) {
    const office::Office office = office::load_office(tx.database());
    if (plan.parcel.head.sample && !office.sample) office::mark_sample(tx);
    return Taking(tx, plan).take();
}

core::Expected<void> take_answers(storage::Transaction& tx, const Plan& plan) {
    std::map<std::pair<std::string, core::Uid>, Verdict> verdicts;
    for (const PlanRow& row : plan.rows)
        verdicts[{row.kind, row.uid}] = row.verdict;
    const auto wanted = [&](const char* kind, const core::Uid& uid) {
        const Verdict verdict = verdicts.at({kind, uid});
        return verdict == Verdict::fresh || verdict == Verdict::changed;
    };
    for (const ToldList& one : plan.parcel.content.lists)
        if (wanted("list", one.uid))
            if (auto done = take_with_scans(tx, plan.parcel.content, one); !done) return done;
    std::vector<certificates::ToldCertificate> taken;
    for (const certificates::ToldCertificate& one : plan.parcel.content.issued)
        if (wanted("certificate", one.uid)) taken.push_back(one);
    certificates::take_told(tx, taken, plan.parcel.content.templates, plan.parcel.head.institution_km);
    mark_issued(tx, taken);
    return {};
}

} // namespace parcels
