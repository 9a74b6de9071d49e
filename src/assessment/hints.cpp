// SPDX-License-Identifier: GPL-3.0-or-later
#include "assessment/hints.hpp"

#include "core/numerals.hpp"

#include <algorithm>

namespace assessment {
namespace {

using core::Ratio;
using programmes::Subject;

constexpr std::size_t fewest_marks = 4;    // of a learner, before they say anything of one another
constexpr std::size_t fewest_learners = 5; // of a class
const Ratio far_mark{2, 5};
const Ratio far_class{1, 5};

Ratio distance(const Ratio& a, const Ratio& b) {
    const Ratio difference = a + b * Ratio{-1};
    return difference < Ratio{0} ? difference * Ratio{-1} : difference;
}

// A mark with its subject, as a share of the maximum.
struct Marked {
    const Subject* subject;
    Hundredths mark;
    Ratio share;
};

std::vector<Marked> marks_of(const ClassResults& results, const ResultRow& row) {
    std::vector<Marked> marks;
    for (const Subject& subject : results.pack.subjects) {
        const auto found = row.scores.find({results.period, subject.key});
        if (found == row.scores.end() || found->second.state != Score::State::mark) continue;
        marks.push_back({&subject, found->second.hundredths, {found->second.hundredths, subject.maximum}});
    }
    return marks;
}

// Of an even number the lower of the two in the middle: it is a mark that was given.
const Marked& median_of(std::vector<Marked>& marks) {
    const auto middle = marks.begin() + static_cast<std::ptrdiff_t>((marks.size() - 1) / 2);
    std::nth_element(marks.begin(), middle, marks.end(),
                     [](const Marked& a, const Marked& b) { return a.share < b.share; });
    return *middle;
}

void look_at_learner(const ClassResults& results, std::size_t row, std::vector<Hint>& hints) {
    const std::vector<Marked> marks = marks_of(results, results.rows[row]);
    const bool equal = std::all_of(marks.begin(), marks.end(),
                                   [&](const Marked& one) { return one.share == marks.front().share; });
    if (marks.size() >= fewest_marks && equal)
        hints.push_back(
            {core::Error{"hint.all-equal"}.with("mark", core::format_hundredths(marks.front().mark)), row});
    for (const Marked& one : marks) {
        std::vector<Marked> others;
        std::copy_if(marks.begin(), marks.end(), std::back_inserter(others),
                     [&](const Marked& other) { return other.subject != one.subject; });
        if (others.size() < fewest_marks) return;
        const Marked& median = median_of(others);
        if (distance(one.share, median.share) < far_mark) continue;
        hints.push_back({core::Error{"hint.mark-far"}
                             .with("subject", one.subject->name.km)
                             .with("mark", core::format_hundredths(one.mark))
                             .with("others", core::format_hundredths(median.mark)),
                         row, one.subject->key});
    }
}

void look_at_subject(const ClassResults& results, const Subject& subject, std::vector<Hint>& hints) {
    std::vector<Hundredths> marks;
    for (const ResultRow& row : results.rows) {
        const auto found = row.scores.find({results.period, subject.key});
        if (found != row.scores.end() && found->second.state == Score::State::mark)
            marks.push_back(found->second.hundredths);
    }
    if (marks.size() < fewest_learners) return;
    if (std::any_of(marks.begin(), marks.end(), [&](Hundredths mark) { return mark != marks.front(); }))
        return;
    hints.push_back({core::Error{"hint.same-for-all"}
                         .with("subject", subject.name.km)
                         .with("mark", core::format_hundredths(marks.front())),
                     std::nullopt, subject.key});
}

// Of everyone who has all marks of the period; nothing where they are too few.
std::optional<Ratio> class_mean(const ClassResults& results, const std::string& period) {
    Ratio sum;
    std::int64_t learners = 0;
    for (const ResultRow& row : results.rows)
        if (const auto average = average_of(results.pack, period, row.scores)) {
            // Rounded, so that a sum of many fractions stays a small one.
            sum += Ratio{core::round_half_up(*average, 2), 100};
            ++learners;
        }
    if (learners < static_cast<std::int64_t>(fewest_learners)) return std::nullopt;
    return sum / Ratio{learners};
}

void look_at_class(const ClassResults& results, std::vector<Hint>& hints) {
    const auto now = class_mean(results, results.period);
    if (!now) return;
    const programmes::Period* before = nullptr;
    std::optional<Ratio> then;
    for (const programmes::Period& period : results.pack.periods) {
        if (period.key == results.period) break;
        if (!period.takes_marks()) continue;
        if (const auto mean = class_mean(results, period.key)) {
            before = &period;
            then = mean;
        }
    }
    if (!then) return;
    const Ratio maximum{results.pack.averaging.maximum, 100};
    if (distance(*now, *then) < maximum * far_class) return;
    const auto text = [](const Ratio& mean) { return core::format_decimal(core::round_half_up(mean, 2), 2); };
    hints.push_back({core::Error{"hint.class-far"}
                         .with("is", text(*now))
                         .with("before", before->name.km)
                         .with("was", text(*then))});
}

} // namespace

std::vector<Hint> hints_of(const ClassResults& results) {
    std::vector<Hint> hints;
    const auto* period = programmes::find_period(results.pack, results.period);
    if (period == nullptr || !period->takes_marks()) return hints;
    // Who sits a retest is weak on purpose.
    if (!programmes::is_retest(results.pack, results.period)) look_at_class(results, hints);
    for (const Subject& subject : results.pack.subjects)
        look_at_subject(results, subject, hints);
    for (std::size_t row = 0; row < results.rows.size(); ++row)
        look_at_learner(results, row, hints);
    return hints;
}

} // namespace assessment
