// SPDX-License-Identifier: GPL-3.0-or-later
#include "assessment/pack_effect.hpp"

#include "assessment/score_store.hpp"

#include <algorithm>
#include <set>

namespace assessment {
namespace {

bool same_result(const Result& a, const Result& b) {
    return a.average == b.average && a.grade == b.grade && a.verdict == b.verdict && a.standing == b.standing;
}

} // namespace

std::vector<classes::ClassRow> open_classes_of(const storage::Database& database,
                                               const programmes::Pack& pack) {
    std::vector<classes::ClassRow> all = classes::list_classes(database);
    std::erase_if(all, [&](const classes::ClassRow& one) {
        return one.status != classes::Status::open || one.programme != pack.programme;
    });
    return all;
}

PackEffect effect_on(const storage::Database& database, const classes::ClassRow& taught,
                     const programmes::Pack& pack) {
    const classes::Class in = classes::load_class(database, taught.id);
    const programmes::Pack rules = programmes::at_level(pack, in.level.value_or(""));
    const programmes::Pack own = classes::load_rules(database, in);
    PackEffect effect{taught, {}, {}, {}, 0};
    std::set<std::size_t> changed;
    bool counted = false;
    for (const programmes::Period& period : own.periods) {
        if (programmes::find_period(rules, period.key) == nullptr) continue;
        const ClassResults was = results_under(database, taught.id, own, period.key);
        const ClassResults is = results_under(database, taught.id, rules, period.key);
        const bool any = std::any_of(was.rows.begin(), was.rows.end(),
                                     [](const ResultRow& row) { return row.result.average.has_value(); });
        const bool retest = programmes::is_retest(own, period.key);
        for (std::size_t at = 0; at < was.rows.size(); ++at)
            if (!same_result(was.rows[at].result, is.rows[at].result)) changed.insert(at);
        if (retest || (counted && !any)) continue;
        counted = any;
        effect.period = period.name;
        effect.was = distribution_of(was);
        effect.is = distribution_of(is);
    }
    effect.changed = static_cast<int>(changed.size());
    return effect;
}

} // namespace assessment
