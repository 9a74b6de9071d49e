// SPDX-License-Identifier: GPL-3.0-or-later
#include "returns/figures.hpp"

#include "core/ratio.hpp"
#include "returns/attributes.hpp"
#include "returns/groups.hpp"

#include <algorithm>

namespace returns {
namespace {

std::vector<const Stint*> by_person(const std::vector<Stint>& stints) {
    std::vector<const Stint*> sorted;
    sorted.reserve(stints.size());
    for (const Stint& stint : stints)
        sorted.push_back(&stint);
    std::sort(sorted.begin(), sorted.end(), [](const Stint* a, const Stint* b) {
        return std::tie(a->learner, a->first_day, a->enrolment) <
               std::tie(b->learner, b->first_day, b->enrolment);
    });
    return sorted;
}

// Calls use(group, stints) for each person in each group, and with Groups::all for the person in all of them.
template<typename Use>
void each_person(const Facts& facts, const Groups& groups, Use use) {
    const auto sorted = by_person(facts.stints);
    std::vector<const Stint*> person;
    std::vector<const Stint*> in_one;
    for (std::size_t from = 0; from < sorted.size();) {
        std::size_t to = from;
        person.clear();
        for (; to < sorted.size() && sorted[to]->learner == sorted[from]->learner; ++to)
            if (groups.of_class(sorted[to]->class_at)) person.push_back(sorted[to]);
        from = to;
        if (person.empty()) continue;
        use(Groups::all, std::span<const Stint* const>{person});
        std::set<std::size_t> seen;
        for (const Stint* stint : person) {
            const std::size_t group = *groups.of_class(stint->class_at);
            if (!seen.insert(group).second) continue;
            in_one.clear();
            std::copy_if(person.begin(), person.end(), std::back_inserter(in_one),
                         [&](const Stint* one) { return groups.of_class(one->class_at) == group; });
            use(group, std::span<const Stint* const>{in_one});
        }
    }
}

class Filler {
  public:
    Filler(const SheetPlan& plan, const Facts& facts)
        : m_facts(facts)
        , m_groups(plan, facts) {
        m_sheet.plan = plan;
        m_sheet.figures = spread(plan, facts);
        m_has_days = std::any_of(plan.figures.begin(), plan.figures.end(),
                                 [](const Figure& one) { return one.counted == Counted::days_taken; });
        for (const Groups::Name& name : m_groups.names())
            m_sheet.groups.push_back({name.key, name.name, {}});
    }

    FilledSheet fill() {
        each_person(m_facts, m_groups, [&](std::size_t group, std::span<const Stint* const> person) {
            count(Counted::people, group, attributes_of(person, m_facts), person.front()->sex);
        });
        for (std::size_t at = 0; at < m_facts.classes.size(); ++at)
            add_class(at);
        for (const EducatorFacts& one : m_facts.educators)
            add_educator(one);
        for (FilledSheet::Named& group : m_sheet.groups)
            add_sums(group.figures);
        add_sums(m_sheet.all);
        return std::move(m_sheet);
    }

  private:
    Figures& figures(std::size_t group) {
        return group == Groups::all ? m_sheet.all : m_sheet.groups[group].figures;
    }

    // Classes have no sex: they are counted as no women.
    void count(Counted what, std::size_t group, const Attributes& attributes, core::Sex sex) {
        for (const Figure& figure : m_sheet.figures)
            if (figure.kind == Figure::Kind::count && figure.counted == what &&
                holds(figure.where, attributes))
                figures(group).counts[figure.key].add(sex);
    }

    void add_class(std::size_t at) {
        const auto group = m_groups.of_class(at);
        if (!group) return;
        const ClassFacts& one = m_facts.classes[at];
        for (const std::size_t into : {*group, Groups::all}) {
            count(Counted::classes, into, attributes_of(one), core::Sex::male);
            if (!m_has_days) continue;
            figures(into).days += one.days;
            figures(into).days_female += one.days_female;
        }
    }

    // Once in each group they teach in, and once in all.
    void add_educator(const EducatorFacts& one) {
        std::set<std::size_t> seen;
        for (const std::uint32_t taught : one.classes) {
            const auto group = m_groups.of_class(taught);
            if (!group) continue;
            const Attributes attributes = attributes_of(one, m_facts.classes[taught]);
            if (seen.empty()) count(Counted::educators, Groups::all, attributes, one.sex);
            if (seen.insert(*group).second) count(Counted::educators, *group, attributes, one.sex);
        }
    }

    void add_sums(Figures& figures) {
        for (const Figure& figure : m_sheet.figures) {
            if (figure.kind != Figure::Kind::sum) continue;
            Count sum;
            for (const std::string& part : figure.sum_of) {
                const Count more = figures.count(part);
                sum.total += more.total;
                sum.female += more.female;
            }
            if (sum.total != 0) figures.counts[figure.key] = sum;
        }
    }

    const Facts& m_facts;
    Groups m_groups;
    FilledSheet m_sheet;
    bool m_has_days = false;
};

} // namespace

LearnerDays& LearnerDays::operator+=(const LearnerDays& other) {
    taken += other.taken;
    present_thousandths += other.present_thousandths;
    return *this;
}

std::string LearnerDays::rate() const {
    return taken <= 0 ? "" : core::format_percent({present_thousandths, taken * 1000});
}

Count Figures::count(std::string_view key) const {
    const auto found = counts.find(key);
    return found == counts.end() ? Count{} : found->second;
}

Figures& Figures::operator+=(const Figures& other) {
    for (const auto& [key, count] : other.counts) {
        Count& sum = counts[key];
        sum.total += count.total;
        sum.female += count.female;
    }
    days += other.days;
    days_female += other.days_female;
    return *this;
}

std::vector<Figure> spread(const SheetPlan& plan, const Facts& facts) {
    std::vector<Figure> all;
    for (const Figure& one : plan.figures) {
        if (one.kind != Figure::Kind::each) {
            all.push_back(one);
            continue;
        }
        for (Value& value : values_of(*one.each, facts)) {
            Figure part = one;
            part.kind = Figure::Kind::count;
            part.key += ':' + value.key;
            part.name = std::move(value.name);
            part.where.push_back({*one.each, {std::move(value.key)}});
            all.push_back(std::move(part));
        }
    }
    return all;
}

std::vector<Figure> spread(const SheetPlan& plan, const Layout& layout, const std::set<std::string>& keys) {
    std::set<std::string> ethnicities;
    std::set<std::string> letters;
    for (const Figure& figure : plan.figures) {
        if (figure.kind != Figure::Kind::each) continue;
        const std::string beginning = figure.key + ':';
        for (const std::string& key : keys) {
            if (!key.starts_with(beginning)) continue;
            const std::string found = key.substr(beginning.size());
            if (*figure.each == Attribute::ethnicity && found != "not-stated") ethnicities.insert(found);
            if (*figure.each == Attribute::grade) letters.insert(found);
        }
    }
    Facts facts{.period = ReturnPeriod{core::Month{}}, .layout = layout, .classes = {}};
    facts.ethnicities.assign(ethnicities.begin(), ethnicities.end());
    facts.letters.assign(letters.begin(), letters.end());
    return spread(plan, facts);
}

FilledSheet fill(const SheetPlan& plan, const Facts& facts) {
    return Filler(plan, facts).fill();
}

ValueKey cell_of(const SheetPlan& plan, const std::string& group, const std::string& figure, bool female) {
    const std::string side = female ? ".female" : ".total";
    if (plan.kind == SheetPlan::Kind::table) return {plan.key, group, figure + side};
    return {plan.key, figure, group + side};
}

std::set<learners::LearnerId> people_behind(const SheetPlan& plan, const Facts& facts, std::string_view group,
                                            std::string_view figure) {
    std::set<learners::LearnerId> people;
    const auto figures = spread(plan, facts);
    const auto find = [&](std::string_view key) -> const Figure* {
        const auto found =
            std::find_if(figures.begin(), figures.end(), [&](const Figure& one) { return one.key == key; });
        return found == figures.end() ? nullptr : &*found;
    };
    const Figure* asked = find(figure);
    if (asked == nullptr) return people;
    std::vector<const Figure*> counted{asked};
    if (asked->kind == Figure::Kind::sum) {
        counted.clear();
        for (const std::string& part : asked->sum_of)
            if (const Figure* one = find(part)) counted.push_back(one);
    }
    std::erase_if(counted, [](const Figure* one) {
        return one->kind != Figure::Kind::count || one->counted != Counted::people;
    });
    const Groups groups(plan, facts);
    each_person(facts, groups, [&](std::size_t at, std::span<const Stint* const> person) {
        const std::string_view key =
            at == Groups::all ? std::string_view{"all"} : std::string_view{groups.names()[at].key};
        if (key != group) return;
        const Attributes attributes = attributes_of(person, facts);
        if (std::any_of(counted.begin(), counted.end(),
                        [&](const Figure* one) { return holds(one->where, attributes); }))
            people.insert(person.front()->learner);
    });
    return people;
}

} // namespace returns
