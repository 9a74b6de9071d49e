// SPDX-License-Identifier: GPL-3.0-or-later
#include "returns/running_class.hpp"

namespace returns {
namespace {

const std::string& khmer_first(const std::string& km, const std::string& other) {
    return km.empty() ? other : km;
}

bool runs_in(const classes::ClassRow& listed, const classes::Class& taught, const ReturnPeriod& period) {
    return listed.first_day <= period.last_day() && listed.last_day >= period.first_day() &&
           (!taught.closed_on || *taught.closed_on >= period.first_day());
}

} // namespace

std::string RunningClass::name() const {
    return khmer_first(listed.name_km, listed.name);
}

std::string RunningClass::institution() const {
    return khmer_first(listed.institution_km, listed.institution_name);
}

std::vector<RunningClass> classes_in(const storage::Database& database, const ReturnPeriod& period) {
    std::vector<RunningClass> running;
    for (classes::ClassRow& listed : classes::list_classes(database)) {
        auto taught = classes::load_class(database, listed.id);
        if (!runs_in(listed, taught, period)) continue;
        const auto worths = attendance::load_worths(database, taught);
        running.push_back({std::move(listed), std::move(taught), worths});
    }
    return running;
}

attendance::Period days_of(const ReturnPeriod& period) {
    return {period.first_day(), period.last_day()};
}

LearnerDays days_of(const attendance::Tally& tally, const attendance::Worths& worths) {
    return {tally.taken, core::round_half_up(attendance::days_present(tally, worths), 3)};
}

} // namespace returns
