// SPDX-License-Identifier: GPL-3.0-or-later
#include "parcels/plan.hpp"

#include "certificates/told_list.hpp"
#include "classes/class_store.hpp"
#include "core/words.hpp"
#include "learners/learner_store.hpp"
#include "office/key_store.hpp"
#include "office/office_store.hpp"
#include "parcels/answer_plan.hpp"
#include "parcels/gather.hpp"
#include "parcels/partner.hpp"
#include "programmes/pack_store.hpp"
#include "templates/template_store.hpp"
#include "units/outside_store.hpp"

#include <algorithm>

namespace parcels {
namespace {

constexpr core::Words<Verdict, 4> verdicts{{"new", "changed", "same", "refused"}};

constexpr std::string_view was_taken = "SELECT 1 FROM parcel WHERE direction = 'taken' AND digest = ?1";

constexpr std::string_view last_taken = R"sql(
SELECT coalesce(max(sequence), 0) FROM parcel WHERE direction = 'taken' AND way = ?1 AND institution_uid = ?2)sql";

constexpr std::string_view last_institution = R"sql(
SELECT institution_uid FROM parcel WHERE direction = 'taken' AND way = 'out' LIMIT 1)sql";

constexpr std::string_view was_sent = R"sql(
SELECT 1 FROM parcel
WHERE direction = 'sent' AND way = 'out' AND institution_uid = ?1 AND sequence = ?2 AND digest = ?3)sql";

core::Error another_office(const Head& head) {
    return core::Error{"parcel.another-office"}.with("institution", head.institution_km);
}

// Whether the file is the one that a parcel from the district is for.
core::Expected<void> check_institution(const storage::Database& database, const office::Office& office,
                                       const Head& head) {
    if (office.level != office::Level::institution) return core::fail(another_office(head));
    const auto before = database.value<core::Uid>(last_institution);
    if (before && *before != head.institution) return core::fail(another_office(head));
    if (!before && !head.institution_code.empty() && office.institution_code != head.institution_code)
        return core::fail(another_office(head));
    return {};
}

core::Expected<void> check_answer(const storage::Database& database, const Head& head) {
    if (database.value<int>(was_sent, head.institution, head.answers, head.answers_digest)) return {};
    return core::fail(core::Error{"parcel.unasked"}.with("sequence", std::to_string(head.answers)));
}

// A file that holds nothing yet becomes a sample with a sample's parcel.
bool holds_nothing(const storage::Database& database) {
    return !database.value<int>("SELECT 1 FROM institution LIMIT 1");
}

core::Expected<void> check_head(const storage::Database& database, const Head& head) {
    const office::Office office = office::load_office(database);
    if (head.sender.uid == office.uid) return core::fail(core::Error{"parcel.own"});
    const bool out = head.way == Way::out;
    if (auto fits = out ? check_institution(database, office, head) : check_answer(database, head); !fits)
        return fits;
    if (head.sample != office.sample && !(out && head.sample && holds_nothing(database)))
        return core::fail(core::Error{"parcel.sample"}.with("office", head.sender.name_km));
    const auto partner = find_partner(database, out ? head.sender.uid : head.institution);
    if (partner && partner->key != head.sender.key)
        return core::fail(core::Error{"parcel.wrong-key"}.with("office", head.sender.name_km));
    const auto taken =
        database.value<std::int64_t>(last_taken, to_text(head.way), head.institution).value_or(0);
    if (head.sequence <= taken)
        return core::fail(core::Error{"parcel.older"}
                              .with("sequence", std::to_string(head.sequence))
                              .with("taken", std::to_string(taken)));
    return {};
}

template<typename Row>
Verdict verdict_of(const Row& told, const std::vector<Row>& here) {
    for (const Row& one : here)
        if (one.uid == told.uid) return one == told ? Verdict::same : Verdict::changed;
    return Verdict::fresh;
}

const std::string& first_of(const std::string& km, const std::string& other) {
    return km.empty() ? other : km;
}

std::string field(const identity::PersonFields& fields, const char* name) {
    const auto found = fields.find(name);
    return found == fields.end() ? std::string{} : found->second;
}

// A district's parcel beside what an institution's file has.
class OutPlan {
  public:
    OutPlan(const storage::Database& database, const Parcel& parcel)
        : m_database(database)
        , m_parcel(parcel)
        , m_told(parcel.content)
        , m_here(gather_same(database, parcel.content)) {}

    std::vector<PlanRow> rows() {
        for (const ToldInstitution& one : m_told.institutions)
            add("institution", one.name_km, one.uid, verdict_of(one, m_here.institutions));
        for (const ToldEducator& one : m_told.educators)
            add("educator", one.name_km, one.uid, verdict_of(one, m_here.educators));
        for (const ToldClass& one : m_told.taught)
            add_class(one);
        for (const ToldLearner& one : m_told.learners)
            add("learner", first_of(field(one.fields, "name_km"), field(one.fields, "name")), one.uid,
                verdict_of(one, m_here.learners));
        for (const ToldEnrolment& one : m_told.enrolments)
            add_enrolment(one);
        for (const UnitsTold& one : units_to_keep(m_database, m_parcel))
            add_units(one);
        for (const ToldList& one : m_told.lists)
            add_list(one);
        for (const ToldBlock& one : m_told.blocks)
            add_block(one);
        for (const ToldUse& one : m_told.uses)
            add("template", one.name, {}, use_here(m_database, one));
        return std::move(m_rows);
    }

  private:
    void add(const char* kind, const std::string& name, const core::Uid& uid, Verdict verdict) {
        m_rows.push_back({.kind = kind, .name = name, .verdict = verdict, .uid = uid});
    }

    void refuse(core::Error reason) {
        m_rows.back().verdict = Verdict::refused;
        m_rows.back().reason = std::move(reason);
    }

    // What the headteacher decided stands: the district's word of a class comes again once it has the answer.
    bool kept(const core::Uid& in) const {
        const auto id = classes::find_by_uid(m_database, in);
        if (!id) return false;
        const auto status = classes::load_class(m_database, *id).status;
        return status == classes::Status::approved || status == classes::Status::issued;
    }

    // The status alone follows the steps of the list.
    void add_class(const ToldClass& one) {
        const auto plain = [](ToldClass taught) {
            if (taught.status != classes::Status::open) taught.status = classes::Status::closed;
            return taught;
        };
        std::vector<ToldClass> here;
        for (const ToldClass& other : m_here.taught)
            here.push_back(plain(other));
        add("class", one.name_km, one.uid, verdict_of(plain(one), here));
        if (m_rows.back().verdict == Verdict::changed && kept(one.uid))
            refuse(core::Error{"parcel.class-kept"}.with("class", one.name_km));
    }

    void add_enrolment(const ToldEnrolment& one) {
        std::string name;
        for (const ToldLearner& learner : m_told.learners)
            if (learner.uid == one.learner)
                name = first_of(field(learner.fields, "name_km"), field(learner.fields, "name"));
        add("enrolment", name, one.uid, verdict_of(one, m_here.enrolments));
        if (m_rows.back().verdict == Verdict::changed && kept(one.in))
            refuse(core::Error{"parcel.class-kept"}.with("class", class_name(one.in)));
    }

    void add_units(const UnitsTold& one) {
        std::string name, units;
        for (const ToldLearner& learner : m_told.learners)
            if (learner.uid == one.learner)
                name = first_of(field(learner.fields, "name_km"), field(learner.fields, "name"));
        for (const units::EarnedUnit& unit : one.earned)
            units += (units.empty() ? "" : ", ") + first_of(unit.name.km, unit.name.en);
        add("unit", name, one.learner, one.first ? Verdict::fresh : Verdict::changed);
        m_rows.back().detail = std::move(units);
    }

    const std::string& class_name(const core::Uid& in) const {
        static const std::string none;
        for (const ToldClass& one : m_told.taught)
            if (one.uid == in) return one.name_km;
        return none;
    }

    void add_list(const ToldList& one) {
        add("list", class_name(one.in) + " " + std::to_string(one.number), one.uid, Verdict::fresh);
        PlanRow& row = m_rows.back();
        row.detail = steps_text(one.steps);
        if (!classes::find_by_uid(m_database, one.in)) return;
        const auto steps = certificates::steps_not_here(m_database, list_here(m_database, one));
        if (!steps) return refuse(steps.error());
        row.detail = steps_text(*steps);
        if (steps->empty())
            row.verdict = Verdict::same;
        else if (certificates::find_list(m_database, one.uid))
            row.verdict = Verdict::changed;
    }

    void add_block(const ToldBlock& one) {
        const std::string name = one.office_code + "-" + std::to_string(one.year) + " " +
                                 std::to_string(one.first) + "–" + std::to_string(one.last);
        const bool here =
            certificates::has_numbers(m_database, one.office_code, one.year, one.first, one.last);
        add("block", name, {}, here ? Verdict::same : Verdict::fresh);
    }

    const storage::Database& m_database;
    const Parcel& m_parcel;
    const Content& m_told;
    Content m_here;
    std::vector<PlanRow> m_rows;
};

} // namespace

std::string_view to_text(Verdict verdict) {
    return verdicts.text(verdict);
}

std::int64_t Plan::count(Verdict verdict) const {
    return std::count_if(rows.begin(), rows.end(),
                         [verdict](const PlanRow& row) { return row.verdict == verdict; });
}

certificates::AwardList list_here(const storage::Database& database, const ToldList& told) {
    return {.uid = told.uid,
            .class_id = classes::find_by_uid(database, told.in).value(),
            .number = told.number,
            .lines = told.lines,
            .steps = told.steps};
}

std::vector<UnitsTold> units_to_keep(const storage::Database& database, const Parcel& parcel) {
    const Sender& sender = parcel.head.sender;
    std::vector<UnitsTold> changed;
    for (const ToldLearner& learner : parcel.content.learners) {
        std::vector<UnitsTold> told{
            {learner.uid, {sender.uid, sender.code, sender.name_km, sender.name}, {}, true}};
        for (const ToldUnit& one : parcel.content.units) {
            if (one.learner != learner.uid || !one.earned.office) continue;
            const auto at = std::find_if(told.begin(), told.end(), [&](const UnitsTold& other) {
                return other.office.uid == one.earned.office->uid;
            });
            if (at != told.end())
                at->earned.push_back(one.earned);
            else
                told.push_back({learner.uid, *one.earned.office, {one.earned}, true});
        }
        std::vector<units::EarnedUnit> here;
        if (const auto id = learners::find_by_uid(database, learner.uid))
            for (units::OutsideUnit& one : units::outside_units(database, *id))
                here.push_back(std::move(one.earned));
        for (UnitsTold& one : told) {
            std::stable_sort(one.earned.begin(), one.earned.end(),
                             [](const auto& a, const auto& b) { return a.earned_on < b.earned_on; });
            std::vector<units::EarnedUnit> of_office;
            for (units::EarnedUnit known : here) {
                if (known.office->uid != one.office.uid) continue;
                if (known.marks) known.marks->subjects.clear();
                of_office.push_back(std::move(known));
            }
            one.first = of_office.empty();
            if (of_office != one.earned) changed.push_back(std::move(one));
        }
    }
    return changed;
}

Verdict use_here(const storage::Database& database, const ToldUse& told) {
    if (!told.programme.empty() && !programmes::find_current_pack(database, told.programme))
        return Verdict::same;
    for (const templates::Use& here : templates::uses_in_force(database))
        if (templates::kind_of(here.document).key == told.document && here.programme == told.programme)
            return here.digest == told.digest ? Verdict::same : Verdict::changed;
    // Who never had another has the program's own.
    return told.digest ? Verdict::fresh : Verdict::same;
}

core::Expected<Plan> plan_parcel(const storage::Database& database, Parcel parcel) {
    Plan plan{std::move(parcel), {}};
    const Head& head = plan.parcel.head;
    if (database.value<int>(was_taken, plan.parcel.digest)) {
        plan.taken_before = true;
        return plan;
    }
    if (auto fits = check_head(database, head); !fits) return core::fail(fits.error());
    plan.rows =
        head.way == Way::out ? OutPlan(database, plan.parcel).rows() : answer_rows(database, plan.parcel);
    return plan;
}

} // namespace parcels
