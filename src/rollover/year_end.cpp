// SPDX-License-Identifier: GPL-3.0-or-later
#include "rollover/year_end.hpp"

#include "certificates/closing.hpp"
#include "programmes/pack_store.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace rollover {
namespace {

using classes::ClassId;
using storage::Database;

// That began from ?1 to ?2; ?3 an institution.
constexpr std::string_view select_classes = R"sql(
SELECT c.id, p.programme, i.name_km, i.name,
       EXISTS (SELECT 1 FROM rollover_class r JOIN rollover o ON o.id = r.rollover_id
               WHERE r.class_id = c.id AND o.undone_at IS NULL)
FROM class c JOIN pack p ON p.id = c.pack_id JOIN institution i ON i.id = c.institution_id
WHERE c.first_day BETWEEN ?1 AND ?2 AND (?3 IS NULL OR c.institution_id = ?3)
ORDER BY c.sort_key, c.id)sql";

// Where learners went from this one: they are asked about there.
constexpr std::string_view select_elsewhere = R"sql(
SELECT 1 FROM enrolment e JOIN class c ON c.id = e.class_id
WHERE e.learner_id = ?1 AND e.class_id <> ?2 AND e.last_day IS NULL AND c.first_day >= ?3)sql";

constexpr std::string_view select_present = R"sql(
SELECT learner_id FROM enrolment WHERE class_id = ?1 AND last_day IS NULL)sql";

struct Listed {
    ClassId id{};
    std::string programme;
    std::string institution_km;
    std::string institution_name;
    bool done = false;
};

std::vector<Listed> list(const Database& database, core::SchoolYear year,
                         const std::optional<institutions::InstitutionId>& institution) {
    std::vector<Listed> all;
    auto row = database.query(select_classes, year.first_day(), year.last_day(), institution);
    while (row.step())
        all.push_back({row.get<ClassId>(0), row.get<std::string>(1), row.get<std::string>(2),
                       row.get<std::string>(3), row.get<bool>(4)});
    return all;
}

std::vector<OpenedClass> opened_classes(const Database& database, const Scope& scope) {
    std::vector<OpenedClass> opened;
    for (const Listed& one : list(database, scope.year.next(), scope.institution)) {
        auto taught = load_class(database, one.id);
        if (taught.status != classes::Status::open) continue;
        OpenedClass& next = opened.emplace_back(OpenedClass{std::move(taught), one.programme});
        auto present = database.query(select_present, one.id);
        while (present.step())
            next.learners.insert(present.get<learners::LearnerId>(0));
    }
    return opened;
}

// Who died, went to another office or went on in another class is not asked about.
bool is_over(const Database& database, const classes::Enrolment& enrolment, const Scope& scope) {
    if (enrolment.open()) return false;
    if (enrolment.reason == classes::LeavingReason::died ||
        enrolment.reason == classes::LeavingReason::transferred)
        return true;
    return database.value<int>(select_elsewhere, enrolment.learner, enrolment.in, scope.year.first_day())
        .has_value();
}

class Names {
  public:
    void add(const classes::ClassLearner& learner) {
        m_who += (m_count++ == 0 ? "" : ", ") + (learner.name_km.empty() ? learner.name : learner.name_km);
    }
    void tell(const char* code, std::vector<core::Error>& findings) const {
        if (m_count > 0)
            findings.push_back(
                core::Error{code}.with("learners", std::to_string(m_count)).with("who", m_who));
    }

  private:
    int m_count = 0;
    std::string m_who;
};

std::vector<core::Error> findings_on(const Database& database, const YearClass& in) {
    std::vector<core::Error> findings;
    const bool open = in.taught.status == classes::Status::open;
    if (open) findings.push_back(core::Error{"rollover.class-open"});
    if (in.levels.size() > 1 && !in.taught.level) findings.push_back(core::Error{"rollover.level-missing"});
    auto gaps = certificates::load_gaps(database, in.taught.id);
    if (!open) gaps.to_come.clear();
    Names without_marks;
    for (const certificates::Gaps::Marks& one : gaps.marks_missing)
        without_marks.add(one.learner);
    gaps.marks_missing.clear(); // whose marks, not which
    std::ranges::move(certificates::findings_of(gaps), std::back_inserter(findings));
    without_marks.tell("rollover.marks-missing", findings);
    Names retests;
    Names unissued;
    for (const certificates::Candidate& one : in.learners) {
        if (!one.learner.enrolment.open()) continue;
        if (one.result.standing == assessment::Standing::retest) retests.add(one.learner);
        if (one.eligible() && !one.serial) unissued.add(one.learner);
    }
    retests.tell("rollover.retests-open", findings);
    unissued.tell("rollover.awards-unissued", findings);
    return findings;
}

YearClass read_class(const Database& database, const Scope& scope, Listed one,
                     std::map<programmes::PackId, std::vector<programmes::Level>>& levels) {
    YearClass in;
    in.taught = load_class(database, one.id);
    in.programme = std::move(one.programme);
    in.institution_km = std::move(one.institution_km);
    in.institution_name = std::move(one.institution_name);
    const auto [known, first] = levels.try_emplace(in.taught.pack);
    if (first) known->second = programmes::load_pack(database, in.taught.pack).levels;
    in.levels = known->second;
    in.learners = certificates::load_candidates(database, one.id);
    std::erase_if(in.learners, [&](const certificates::Candidate& candidate) {
        return is_over(database, candidate.learner.enrolment, scope);
    });
    in.findings = findings_on(database, in);
    return in;
}

} // namespace

YearEnd gather(const Database& database, const Scope& scope, core::Progress& progress) {
    YearEnd end{.scope = scope, .today = database.clock().today()};
    end.opened = opened_classes(database, scope);
    std::vector<Listed> all = list(database, scope.year, scope.institution);
    std::map<programmes::PackId, std::vector<programmes::Level>> levels;
    for (std::size_t at = 0; at < all.size(); ++at) {
        if (progress.cancelled()) throw core::WorldFailure{{"cancelled"}};
        progress.report(static_cast<std::int64_t>(at), static_cast<std::int64_t>(all.size()));
        if (all[at].done)
            end.done.push_back(load_class(database, all[at].id).name_km);
        else
            end.classes.push_back(read_class(database, scope, std::move(all[at]), levels));
    }
    return end;
}

std::vector<core::SchoolYear> years_with_classes(const Database& database) {
    std::set<core::SchoolYear, std::greater<>> years;
    auto row = database.query("SELECT DISTINCT first_day FROM class");
    while (row.step())
        years.insert(core::SchoolYear::of(row.get<core::Day>(0)));
    return {years.begin(), years.end()};
}

core::SchoolYear usual_year(const Database& database, core::Day today) {
    constexpr std::chrono::days still_the_last{122};
    const auto usual = core::SchoolYear::of(core::Day{std::chrono::sys_days{today} - still_the_last});
    const auto years = years_with_classes(database);
    if (years.empty() || std::ranges::find(years, usual) != years.end()) return usual;
    return years.front();
}

} // namespace rollover
