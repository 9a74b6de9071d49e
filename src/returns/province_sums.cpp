// SPDX-License-Identifier: GPL-3.0-or-later
#include "returns/province_sums.hpp"

#include <algorithm>
#include <iterator>
#include <set>

namespace returns {
namespace {

// What is not told of a figure that the plan has.
Count nothing_told(const Figure& figure) {
    return {not_told, figure.counted == Counted::classes ? 0 : not_told}; // classes have no women
}

bool is_count(const Figure& figure) {
    return figure.kind != Figure::Kind::heading &&
           (figure.counted == Counted::classes || figure.counted == Counted::people ||
            figure.counted == Counted::educators);
}

void mark_not_told(Figures& figures, const FilledSheet& sheet, const Told& told) {
    for (const Figure& figure : sheet.figures) {
        if (figure.kind == Figure::Kind::heading) continue;
        const bool total = told.is_told(figure.key, false);
        const bool female = told.is_told(figure.key, true);
        if (figure.counted == Counted::days_taken) {
            if (!total) figures.days.taken = not_told;
            if (!female) figures.days_female.taken = not_told;
        } else if (is_count(figure)) {
            Count& count = figures.counts[figure.key];
            if (!total) count.total = nothing_told(figure).total;
            if (!female) count.female = nothing_told(figure).female;
        }
    }
}

template<typename Number>
void add_told(Number& sum, Number more) {
    if (more == not_told) return;
    sum = sum == not_told ? more : sum + more;
}

void add_told(LearnerDays& sum, const LearnerDays& more) {
    if (more.taken == not_told) return;
    if (sum.taken == not_told) sum = {};
    sum += more;
}

template<typename Number>
void tell(Number& number) {
    if (number == not_told) number = 0;
}

// Nobody told anything of it.
void mark_untouched(Figures& figures, const FilledSheet& sheet) {
    for (const Figure& figure : sheet.figures)
        if (is_count(figure)) figures.counts.try_emplace(figure.key, nothing_told(figure));
}

} // namespace

void mark_not_told(ReturnContent& content, const Canonical& text) {
    for (FilledSheet& sheet : content.sheets) {
        for (FilledSheet::Named& group : sheet.groups)
            mark_not_told(group.figures, sheet, told_in(text, sheet, group.key));
        mark_not_told(sheet.all, sheet, told_in(text, sheet, "all"));
    }
}

void ToldSum::add(const Figures& figures, bool all_told) {
    if (!m_any) m_sum.days.taken = m_sum.days_female.taken = not_told;
    m_any = true;
    m_all_told = m_all_told || all_told;
    for (const auto& [key, count] : figures.counts) {
        Count& sum = m_sum.counts.try_emplace(key, Count{not_told, not_told}).first->second;
        add_told(sum.total, count.total);
        add_told(sum.female, count.female);
    }
    add_told(m_sum.days, figures.days);
    add_told(m_sum.days_female, figures.days_female);
}

Figures ToldSum::sum() const {
    Figures sum = m_sum;
    if (!m_any) sum.days.taken = sum.days_female.taken = not_told;
    if (!m_all_told) return sum;
    for (auto& [key, count] : sum.counts) {
        tell(count.total);
        tell(count.female);
    }
    tell(sum.days.taken);
    tell(sum.days_female.taken);
    return sum;
}

ProvinceSum::ProvinceSum(const ReturnPeriod& period, const Layout& layout) {
    m_total.period = period;
    m_total.layout = layout;
    for (const SheetPlan& plan : layout.sheets)
        if (plan.kind == SheetPlan::Kind::figures || plan.kind == SheetPlan::Kind::table)
            m_sheets.push_back({plan, {}, {}, false});
}

// The programmes and levels in the order of their keys; institutions as the districts name them.
ToldSum& ProvinceSum::sum_for(Sheet& sheet, const FilledSheet::Named& group) {
    auto at = std::find_if(sheet.groups.begin(), sheet.groups.end(),
                           [&](const auto& one) { return one.first.key == group.key; });
    if (at == sheet.groups.end()) {
        if (sheet.plan.group != Group::institution)
            at = std::find_if(sheet.groups.begin(), sheet.groups.end(),
                              [&](const auto& one) { return one.first.key > group.key; });
        at = sheet.groups.insert(at, {{group.key, group.name, {}}, {}});
    }
    return at->second;
}

void ProvinceSum::add(const ReturnContent& one, bool all_told) {
    for (Sheet& sheet : m_sheets)
        for (const FilledSheet& other : one.sheets) {
            if (other.plan.key != sheet.plan.key) continue;
            for (const FilledSheet::Named& group : other.groups)
                sum_for(sheet, group).add(group.figures, all_told);
            sheet.all.add(other.all, all_told);
            sheet.all_told = sheet.all_told || all_told;
        }
    for (const std::string& letter : one.letters)
        if (std::find(m_total.letters.begin(), m_total.letters.end(), letter) == m_total.letters.end())
            m_total.letters.push_back(letter);
    std::copy(one.certificates.begin(), one.certificates.end(), std::back_inserter(m_total.certificates));
    add_scores(one);
}

void ProvinceSum::add_scores(const ReturnContent& one) {
    const auto plus = [](Count& sum, const Count& more) {
        sum.total += more.total;
        sum.female += more.female;
    };
    for (const ScoreLine& line : one.scores) {
        ScoreLine& sum = m_scores[line.key];
        sum.key = line.key;
        sum.level = line.level;
        sum.subject = line.subject;
        for (std::size_t score = 0; score < line.scores.size(); ++score)
            plus(sum.scores[score], line.scores[score]);
        plus(sum.all, line.all);
        plus(sum.pass, line.pass);
    }
}

ReturnContent ProvinceSum::sum() const {
    ReturnContent total = m_total;
    for (const Sheet& sheet : m_sheets) {
        FilledSheet& filled = total.sheets.emplace_back(FilledSheet{sheet.plan, {}, {}, {}});
        filled.all = sheet.all.sum();
        std::set<std::string> keys;
        for (const auto& [key, count] : filled.all.counts)
            keys.insert(key);
        filled.figures = spread(sheet.plan, total.layout, keys);
        if (!sheet.all_told) mark_untouched(filled.all, filled);
        for (const auto& [group, told] : sheet.groups) {
            // Who tells of every group tells by leaving one out that nobody is in it.
            ToldSum figures = told;
            if (sheet.all_told) figures.add({}, true);
            filled.groups.push_back({group.key, group.name, figures.sum()});
        }
    }
    for (const auto& [key, line] : m_scores)
        total.scores.push_back(line);
    return total;
}

} // namespace returns
