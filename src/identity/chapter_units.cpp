// SPDX-License-Identifier: GPL-3.0-or-later
#include "identity/chapter_units.hpp"

#include <iterator>
#include <set>

namespace identity {
namespace {

// A unit is earned when its marks no longer change: the class was closed, or the learner left it.
bool settled(const PastEnrolment& enrolment) {
    return enrolment.last_day || enrolment.in.status != classes::Status::open;
}

// Each with the level of its class.
std::set<std::string> awarded_programmes(const Chapter& chapter) {
    std::set<std::string> awarded;
    for (const PastCertificate& certificate : chapter.certificates)
        for (const PastEnrolment& enrolment : chapter.enrolments)
            if (certificate.state == "issued" && certificate.enrolment == enrolment.uid)
                awarded.insert(chapter.pack_of(enrolment).programme + "\n" + enrolment.in.level);
    return awarded;
}

} // namespace

attendance::Attendance attended_of(const PastEnrolment& enrolment) {
    attendance::Attendance attended{.learner = {}};
    attended.tally = enrolment.figures.tally;
    attended.not_recorded.resize(static_cast<std::size_t>(enrolment.figures.not_recorded));
    attended.rate = enrolment.figures.rate;
    attended.hours = enrolment.figures.hours;
    return attended;
}

std::vector<units::EarnedUnit> units_of(const Chapter& chapter) {
    std::vector<units::EarnedUnit> list;
    for (const PastEnrolment& e : chapter.enrolments) {
        if (!settled(e)) continue;
        const attendance::Attendance attended = attended_of(e);
        auto earned = units::earned_by(chapter.pack_of(e),
                                       {.enrolment = e.uid,
                                        .level = e.in.level,
                                        .last_day = e.last_day.value_or(e.in.last_day),
                                        .left = e.last_day.has_value(),
                                        .scores = e.scores,
                                        .attendance = attended,
                                        .taught = {e.in.name_km, e.in.name, e.at.name_km, e.at.name}});
        list.insert(list.end(), std::make_move_iterator(earned.begin()),
                    std::make_move_iterator(earned.end()));
    }
    for (const PastRecognition& recognition : chapter.recognitions) {
        const programmes::Pack pack = chapter.pack_of(recognition);
        for (const std::string& key : recognition.units)
            if (const programmes::Unit* unit = programmes::find_unit(pack, key))
                list.push_back(
                    units::recognised(pack, recognition.level, *unit, recognition.uid, recognition.day));
    }
    const std::set<std::string> awarded = awarded_programmes(chapter);
    for (units::EarnedUnit& unit : list) {
        unit.awarded = awarded.contains(unit.programme + "\n" + unit.level);
        unit.office = units::OtherOffice{chapter.office.uid, chapter.office.code, chapter.office.name_km,
                                         chapter.office.name};
    }
    return list;
}

} // namespace identity
