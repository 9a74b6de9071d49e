// SPDX-License-Identifier: GPL-3.0-or-later
#include "assessment/pack_effect.hpp"

#include "assessment/score_store.hpp"

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
    const ClassResults was = load_results(database, taught.id).value();
    const ClassResults is = results_under(database, taught.id, rules, final_period(rules));
    PackEffect effect{taught, distribution_of(was), distribution_of(is), 0};
    for (std::size_t at = 0; at < was.rows.size(); ++at)
        if (!same_result(was.rows[at].result, is.rows[at].result)) ++effect.changed;
    return effect;
}

} // namespace assessment
