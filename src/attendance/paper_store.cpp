// SPDX-License-Identifier: GPL-3.0-or-later
#include "attendance/paper_store.hpp"

#include "attendance/counted_class.hpp"
#include "attendance/members.hpp"
#include "classes/class_store.hpp"
#include "institutions/institution_store.hpp"
#include "learners/learner_store.hpp"
#include "office/office_store.hpp"
#include "programmes/pack_store.hpp"
#include "staff/educator_store.hpp"

#include <algorithm>

namespace attendance {
namespace {

void add_class(AttendancePaper& paper, const storage::Database& database, const classes::Class& taught) {
    const programmes::Pack pack = programmes::load_pack(database, taught.pack);
    paper.class_name = taught.name_km;
    paper.programme = pack.name.km;
    paper.worths = {pack.attendance.late_present, pack.attendance.half_day_present};
    paper.minimum = {pack.attendance.minimum_percent, 10'000};
    paper.session_minutes = taught.session_minutes;
    if (!taught.educators.empty()) {
        const auto educator = staff::load_educator(database, taught.educators.front());
        paper.teacher = educator.name_km.empty() ? educator.name : educator.name_km;
    }
}

void add_office(AttendancePaper& paper, const storage::Database& database,
                institutions::InstitutionId institution) {
    const auto office = office::load_office(database);
    const auto area = office::load_area(database, office);
    paper.office_lines = {office::administration_km(area), office.name_km,
                          institutions::load_institution(database, institution).name_km};
    paper.place = area.name_km;
    paper.made_at = database.clock().now();
    paper.sample = office.sample;
}

std::vector<Member> stays_of(learners::LearnerId learner, std::vector<Member> members) {
    std::erase_if(members, [&](const Member& member) { return member.learner.enrolment.learner != learner; });
    return members;
}

void add_stay(AttendancePaper& paper, const Member& member, const ClassDays& days, core::Day today) {
    std::vector<CountedMonth> counted;
    for (std::size_t at = 0; at < days.months.size(); ++at) {
        const MonthDays& month = days.months[at];
        const DaySet enrolled = member.enrolled(month.month, paper.period);
        const MonthMarks marks = member.marks_of(month.month);
        const Tally tally = count(marks, month, enrolled);
        paper.months[at].tally += tally;
        paper.tally += tally;
        paper.not_recorded += (month.not_recorded(today) & enrolled).count();
        counted.push_back({marks, month.counted() & enrolled});
    }
    const auto absent = absent_days(counted);
    paper.absences.insert(paper.absences.end(), absent.begin(), absent.end());
}

} // namespace

core::Expected<AttendancePaper> load_paper(const storage::Database& database, PaperOf of,
                                           std::optional<Period> wanted) {
    const auto taught = classes::load_class(database, of.in);
    const core::Day today = database.clock().today();
    const Period course{taught.first_day, taught.last_day};
    AttendancePaper paper{};
    paper.period = within(
        course, wanted.value_or(Period{course.first, std::max(course.first, std::min(today, course.last))}));
    const auto nobody = [&] {
        return core::fail(core::Error{"attendance.not-enrolled"}.with("class", taught.name_km));
    };
    if (paper.period.last < paper.period.first) return nobody();
    const ClassDays days = load_class_days(database, taught, paper.period);
    for (const MonthDays& month : days.months)
        paper.months.push_back({month.month, {}});
    const auto stays = stays_of(of.learner, load_members(database, of.in, paper.period));
    if (stays.empty()) return nobody();
    for (const Member& member : stays)
        add_stay(paper, member, days, today);
    // It tells of the days the learner was there.
    Period there{paper.period.last, paper.period.first};
    for (const Member& member : stays) {
        const auto& enrolment = member.learner.enrolment;
        there.first = std::min(there.first, enrolment.first_day);
        there.last = std::max(there.last, enrolment.last_day.value_or(paper.period.last));
    }
    paper.period = within(paper.period, there);
    std::sort(paper.absences.begin(), paper.absences.end(),
              [](const AbsentDay& a, const AbsentDay& b) { return a.day < b.day; });
    paper.learner = learners::load_learner(database, of.learner);
    add_class(paper, database, taught);
    add_office(paper, database, taught.institution);
    return paper;
}

} // namespace attendance
