// SPDX-License-Identifier: GPL-3.0-or-later
#include "rollover/plan.hpp"

#include "core/fold.hpp"
#include "core/tidy.hpp"
#include "rollover/next_name.hpp"

#include <algorithm>
#include <set>

namespace rollover {
namespace {

using classes::Class;

const programmes::Level* level_of(const YearClass& in) {
    const auto found =
        std::ranges::find_if(in.levels, [&](const auto& level) { return level.key == in.taught.level; });
    return found == in.levels.end() ? nullptr : &*found;
}

const programmes::Level* level_above(const YearClass& in) {
    const programmes::Level* level = level_of(in);
    return level == nullptr || level == &in.levels.back() ? nullptr : level + 1;
}

Above above(const YearClass& in) {
    if (level_above(in) != nullptr) return Above::a_level;
    return in.levels.size() > 1 && level_of(in) == nullptr ? Above::unknown : Above::nothing;
}

std::string id_text(auto id) {
    return std::to_string(static_cast<std::int64_t>(id));
}

class Planner {
  public:
    Planner(const YearEnd& end, const Choices& choices)
        : m_end(end)
        , m_choices(choices) {}

    core::Expected<Plan> make() {
        for (const OpenedClass& opened : m_end.opened)
            m_plan.next.push_back({.key = {opened.taught.id, false},
                                   .made = opened.taught,
                                   .programme = opened.programme,
                                   .capacity_before = opened.taught.capacity});
        for (std::size_t at = 0; at < m_end.classes.size(); ++at)
            m_same_level.push_back(follow(at, level_of(m_end.classes[at]), false));
        for (std::size_t at = 0; at < m_end.classes.size(); ++at)
            if (auto done = add_lines(at); !done) return core::fail(done.error());
        if (auto known = check_known(); !known) return core::fail(known.error());
        for (NextClass& next : m_plan.next)
            if (auto named = finish(next); !named) return core::fail(named.error());
        return std::move(m_plan);
    }

  private:
    // The class that follows one of the year at a level: opened before, or to be opened.
    std::size_t follow(std::size_t at, const programmes::Level* level, bool up) {
        const YearClass& was = m_end.classes[at];
        const programmes::Level* before = level_of(was);
        const programmes::Wording none{};
        NextClass next{.key = {was.taught.id, up},
                       .made = was.taught,
                       .programme = was.programme,
                       .like = at,
                       .capacity_before = was.taught.capacity};
        Class& made = next.made;
        made.id = {};
        made.uid = {};
        made.status = classes::Status::open;
        made.closed_on.reset();
        made.first_day = core::a_year_later(made.first_day);
        made.last_day = core::a_year_later(made.last_day);
        for (std::string* name : {&made.name_km, &made.name})
            *name = next_name(*name, m_end.scope.year, before == nullptr ? none : before->name,
                              level == nullptr ? none : level->name);
        if (level != nullptr) made.level = level->key;
        if (const auto opened = same_kind(next)) return *opened;
        m_plan.next.push_back(std::move(next));
        return m_plan.next.size() - 1;
    }

    // One opened before that bears the same name.
    std::optional<std::size_t> same_kind(const NextClass& wanted) const {
        for (std::size_t at = 0; at < m_plan.next.size(); ++at)
            if (m_plan.next[at].opened_before() && is_at(m_plan.next[at], wanted) &&
                core::fold_name(m_plan.next[at].made.name_km) == core::fold_name(wanted.made.name_km))
                return at;
        return std::nullopt;
    }

    static bool is_at(const NextClass& one, const NextClass& wanted) {
        return one.programme == wanted.programme && one.made.institution == wanted.made.institution &&
               one.made.level == wanted.made.level;
    }

    // Into the class of that level that is called as this one would be, else the first of that level, else
    // one more class like this.
    std::size_t promoted_into(std::size_t at) {
        const auto known = m_above.find(at);
        if (known != m_above.end()) return known->second;
        const std::size_t own = m_plan.next.size();
        std::size_t into = follow(at, level_above(m_end.classes[at]), true);
        if (into == own) {
            const NextClass wanted = m_plan.next.back();
            std::optional<std::size_t> first;
            std::optional<std::size_t> named;
            for (const std::size_t other : levels_there(own)) {
                const NextClass& one = m_plan.next[other];
                if (one.key.above || !is_at(one, wanted)) continue;
                if (!first) first = other;
                if (core::fold_name(one.made.name_km) == core::fold_name(wanted.made.name_km)) named = other;
            }
            if (named || first) {
                m_plan.next.pop_back();
                into = named ? *named : *first;
            }
        }
        return m_above.emplace(at, into).first->second;
    }

    // Those before `own`, of this year's classes first.
    std::vector<std::size_t> levels_there(std::size_t own) const {
        std::vector<std::size_t> all = m_same_level;
        for (std::size_t at = 0; at < own; ++at)
            all.push_back(at);
        return all;
    }

    core::Expected<void> add_lines(std::size_t from) {
        const YearClass& in = m_end.classes[from];
        for (std::size_t at = 0; at < in.learners.size(); ++at) {
            const classes::Enrolment& enrolment = in.learners[at].learner.enrolment;
            Line line{.from = from, .at = at, .by_rule = rule(in.learners[at], above(in))};
            line.decision = line.by_rule.decision;
            line.may_promote = above(in) == Above::a_level;
            if (const auto chosen = m_choices.learners.find(enrolment.id); chosen != m_choices.learners.end())
                if (auto taken = take(line, chosen->second); !taken) return taken;
            send(line, enrolment.learner);
            m_plan.lines.push_back(std::move(line));
        }
        return {};
    }

    core::Expected<void> take(Line& line, const Choices::Chosen& chosen) {
        if (chosen.decision == line.by_rule.decision) return {};
        const YearClass& in = m_end.classes[line.from];
        const std::string& number = in.learners[line.at].learner.number;
        line.decision = chosen.decision;
        line.reason = core::tidy(chosen.reason);
        if (line.reason.empty()) return core::fail(core::Error{"rollover.no-reason"}.with("learner", number));
        if (line.decision == Decision::promote && !line.may_promote)
            return core::fail(core::Error{"rollover.no-level-above"}
                                  .with("learner", number)
                                  .with("class", in.taught.name_km));
        return {};
    }

    void send(Line& line, learners::LearnerId learner) {
        if (line.decision != Decision::promote && line.decision != Decision::repeat) return;
        line.into = already_in(m_end.classes[line.from].programme, learner);
        if (!line.into)
            line.into =
                line.decision == Decision::promote ? promoted_into(line.from) : m_same_level[line.from];
        // Out of two classes into one.
        if (m_going.insert({*line.into, learner}).second) ++m_plan.next[*line.into].going;
    }

    // The class of the programme that somebody enrolled her in before; they stand first.
    std::optional<std::size_t> already_in(const std::string& programme, learners::LearnerId learner) const {
        for (std::size_t at = 0; at < m_end.opened.size(); ++at)
            if (m_end.opened[at].programme == programme && m_end.opened[at].learners.contains(learner))
                return at;
        return std::nullopt;
    }

    core::Expected<void> check_known() const {
        std::set<classes::EnrolmentId> known;
        for (const YearClass& in : m_end.classes)
            for (const certificates::Candidate& one : in.learners)
                known.insert(one.learner.enrolment.id);
        for (const auto& [enrolment, chosen] : m_choices.learners)
            if (!known.contains(enrolment))
                return core::fail(
                    core::Error{"rollover.learner-unknown"}.with("enrolment", id_text(enrolment)));
        return {};
    }

    core::Expected<void> finish(NextClass& next) {
        next.opened_empty = !next.opened_before() && std::ranges::find(m_choices.opened_empty, next.key) !=
                                                         m_choices.opened_empty.end();
        if (next.opened_before()) return {};
        if (const auto named = m_choices.names.find(next.key); named != m_choices.names.end()) {
            next.made.name_km = core::tidy(named->second.km);
            next.made.name = core::tidy(named->second.latin);
        }
        if (next.made.name_km.empty())
            return core::fail(core::Error{"class.name-missing"}.with("field", "name_km"));
        if (next.made.capacity && *next.made.capacity < next.going)
            next.made.capacity = static_cast<int>(next.going);
        return {};
    }

    const YearEnd& m_end;
    const Choices& m_choices;
    Plan m_plan;
    std::vector<std::size_t> m_same_level; // by the year's class
    std::map<std::size_t, std::size_t> m_above;
    std::set<std::pair<std::size_t, learners::LearnerId>> m_going;
};

} // namespace

std::int64_t Plan::count(Decision decision) const {
    return std::ranges::count(lines, decision, &Line::decision);
}

core::Expected<Plan> make_plan(const YearEnd& end, const Choices& choices) {
    return Planner(end, choices).make();
}

} // namespace rollover
