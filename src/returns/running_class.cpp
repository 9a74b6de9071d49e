// SPDX-License-Identifier: GPL-3.0-or-later
#include "returns/running_class.hpp"

namespace returns {
namespace {

const std::string& khmer_first(const std::string& km, const std::string& other) {
    return km.empty() ? other : km;
}

bool runs_in(const classes::ClassRow& listed, const classes::Class& taught, core::Month month) {
    return listed.first_day <= core::last_day(month) && listed.last_day >= core::first_day(month) &&
           (!taught.closed_on || *taught.closed_on >= core::first_day(month));
}

} // namespace

std::string RunningClass::name() const {
    return khmer_first(listed.name_km, listed.name);
}

std::string RunningClass::institution() const {
    return khmer_first(listed.institution_km, listed.institution_name);
}

std::vector<RunningClass> classes_in(const storage::Database& database, core::Month month) {
    std::vector<RunningClass> running;
    for (classes::ClassRow& listed : classes::list_classes(database)) {
        auto taught = classes::load_class(database, listed.id);
        if (!runs_in(listed, taught, month)) continue;
        const auto worths = attendance::load_worths(database, taught);
        running.push_back({std::move(listed), std::move(taught), worths});
    }
    return running;
}

attendance::Period days_of(core::Month month) {
    return {core::first_day(month), core::last_day(month)};
}

LearnerDays days_of(const attendance::Tally& tally, const attendance::Worths& worths) {
    return {tally.taken, core::round_half_up(attendance::days_present(tally, worths), 3)};
}

} // namespace returns
