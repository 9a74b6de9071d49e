// SPDX-License-Identifier: GPL-3.0-or-later
#include "returns/figures.hpp"

#include <algorithm>

namespace returns {
namespace {

// A person's stints in one programme, or in all of them.
struct Person {
    std::span<const Stint* const> stints;
    core::Month month;

    // Whoever was here before the month is not new, whatever other class they joined.
    bool is_new() const {
        return std::all_of(stints.begin(), stints.end(),
                           [&](const Stint* stint) { return stint->first_day >= core::first_day(month); });
    }
    // The stint that ended last, when all of them ended within the month.
    const Stint* left() const {
        const Stint* latest = nullptr;
        for (const Stint* stint : stints) {
            if (!stint->last_day || *stint->last_day > core::last_day(month)) return nullptr;
            if (latest == nullptr || *stint->last_day >= *latest->last_day) latest = stint;
        }
        return latest;
    }
};

void add_movement(Figures& figures, const Person& person, core::Sex sex) {
    figures.counts["learners"].add(sex);
    figures.counts[person.is_new() ? "new" : "at-start"].add(sex);
    const Stint* last = person.left();
    figures.counts[last != nullptr ? "left" : "at-end"].add(sex);
    if (last != nullptr && last->reason)
        figures.counts["left:" + std::string{classes::to_text(*last->reason)}].add(sex);
}

void add_description(Figures& figures, const Stint& who, const StintLists& lists) {
    figures.counts[who.age_band ? "age:" + lists.bands->bands.at(*who.age_band).key : "age:unknown"].add(
        who.sex);
    if (!who.disability)
        figures.counts["disability:not-asked"].add(who.sex);
    else if (*who.disability)
        figures.counts["disability:yes"].add(who.sex);
    if (who.equity)
        figures.counts[*who.equity == learners::EquityLevel::very_poor ? "equity:1" : "equity:2"].add(
            who.sex);
    figures.counts["ethnicity:" + (who.ethnicity ? lists.ethnicities.at(*who.ethnicity) : "not-stated")].add(
        who.sex);
}

void add_person(Figures& figures, const Person& person, const StintLists& lists) {
    const Stint& who = *person.stints.front();
    add_movement(figures, person, who.sex);
    add_description(figures, who, lists);
}

std::vector<const Stint*> by_person(std::span<const Stint> stints) {
    std::vector<const Stint*> sorted;
    sorted.reserve(stints.size());
    for (const Stint& stint : stints)
        sorted.push_back(&stint);
    std::sort(sorted.begin(), sorted.end(), [](const Stint* a, const Stint* b) {
        return std::tie(a->learner, a->programme, a->first_day, a->enrolment) <
               std::tie(b->learner, b->programme, b->first_day, b->enrolment);
    });
    return sorted;
}

// Calls use(from, to) for each run of equal keys.
template<typename Key, typename Use>
void each_run(std::span<const Stint* const> stints, Key key, Use use) {
    for (std::size_t from = 0; from < stints.size();) {
        std::size_t to = from + 1;
        while (to < stints.size() && key(*stints[to]) == key(*stints[from]))
            ++to;
        use(stints.subspan(from, to - from));
        from = to;
    }
}

Count sum_of(const Figures& figures, std::string_view prefix) {
    Count sum;
    for (auto at = figures.counts.lower_bound(prefix);
         at != figures.counts.end() && at->first.starts_with(prefix); ++at) {
        sum.total += at->second.total;
        sum.female += at->second.female;
    }
    return sum;
}

Count plus(Count a, Count b) {
    return {a.total + b.total, a.female + b.female};
}

bool no_more_than(Count part, Count whole) {
    return part.total <= whole.total && part.female <= whole.female &&
           part.total - part.female <= whole.total - whole.female;
}

} // namespace

LearnerDays& LearnerDays::operator+=(const LearnerDays& other) {
    taken += other.taken;
    present_thousandths += other.present_thousandths;
    return *this;
}

std::string LearnerDays::rate() const {
    return taken == 0 ? "" : core::format_percent({present_thousandths, taken * 1000});
}

Count Figures::count(std::string_view key) const {
    const auto found = counts.find(key);
    return found == counts.end() ? Count{} : found->second;
}

Figures& Figures::operator+=(const Figures& other) {
    classes += other.classes;
    for (const auto& [key, count] : other.counts)
        counts[key] = plus(counts[key], count);
    days += other.days;
    days_female += other.days_female;
    return *this;
}

std::vector<Figures> figures_of(std::span<const Stint> stints, const StintLists& lists, core::Month month) {
    std::vector<Figures> figures(lists.programmes + 1);
    const std::vector<const Stint*> sorted = by_person(stints);
    each_run(
        std::span{sorted}, [](const Stint& stint) { return stint.learner; },
        [&](std::span<const Stint* const> person) {
            add_person(figures.back(), {person, month}, lists);
            each_run(
                person, [](const Stint& stint) { return stint.programme; },
                [&](std::span<const Stint* const> in_one) {
                    add_person(figures.at(in_one.front()->programme), {in_one, month}, lists);
                });
        });
    return figures;
}

std::vector<std::string> broken_sums(const Figures& figures) {
    std::vector<std::string> broken;
    const auto demand = [&](std::string_view key, bool holds) {
        if (!holds) broken.emplace_back(key);
    };
    for (const auto& [key, count] : figures.counts)
        demand(key, count.female >= 0 && count.female <= count.total);
    const Count learners = figures.count("learners");
    demand("at-start", plus(figures.count("at-start"), figures.count("new")) == learners);
    demand("at-end", plus(figures.count("at-end"), figures.count("left")) == learners);
    demand("left", sum_of(figures, "left:") == figures.count("left"));
    demand("age", sum_of(figures, "age:") == learners);
    demand("ethnicity", sum_of(figures, "ethnicity:") == learners);
    demand("disability", no_more_than(sum_of(figures, "disability:"), learners));
    demand("equity", no_more_than(sum_of(figures, "equity:"), learners));
    return broken;
}

} // namespace returns
