// SPDX-License-Identifier: GPL-3.0-or-later
#include "returns/findings.hpp"

#include "core/words.hpp"
#include "returns/month_return.hpp"

#include <algorithm>

namespace returns {
namespace {

constexpr core::Words<Weight, 3> weights{{"block", "explain", "hint"}};

// Nobody younger or older learns in a class; who is written so was written wrongly.
constexpr int youngest = 5;
constexpr int oldest = 100;

class Finder {
  public:
    explicit Finder(const MonthReturn& content)
        : m_content(content) {}

    void look_at_sums() {
        for (const ProgrammeFigures& one : m_content.programmes)
            add_broken(one.figures, one.programme + ".total");
        add_broken(m_content.all, "all.total");
    }

    void look_at(const ClassLine& line) {
        const auto about = [&](std::string_view column) {
            return ValueKey{"attendance", core::to_text(line.uid), std::string{column}};
        };
        if (line.not_recorded > 0)
            add(Weight::explain,
                named("register.not-recorded", line).with("days", std::to_string(line.not_recorded)),
                about("not-recorded"));
        if (line.ended && !line.has_results && line.learners.total > 0)
            add(Weight::explain, named("results.missing", line), about("class"));
        if (line.learners.total == 0) add(Weight::hint, named("class.empty", line), about("learners.total"));
    }

    void look_at(const ResultLine& line) {
        const auto at = std::find_if(m_content.classes.begin(), m_content.classes.end(),
                                     [&](const ClassLine& one) { return one.uid == line.class_uid; });
        if (at == m_content.classes.end() || !at->ended || line.incomplete.total == 0) return;
        add(Weight::hint,
            named("results.incomplete", *at).with("learners", std::to_string(line.incomplete.total)),
            {"results", result_key(line), "incomplete.total"});
    }

    void add(Weight weight, core::Error what, ValueKey about) {
        m_found.push_back({weight, std::move(what), std::move(about)});
    }

    std::vector<Finding> take() { return std::move(m_found); }

  private:
    static core::Error named(std::string code, const ClassLine& line) {
        return core::Error{std::move(code)}.with("class", line.name);
    }

    void add_broken(const Figures& figures, const std::string& column) {
        for (const std::string& key : broken_sums(figures))
            add(Weight::block, core::Error{"figures.sum"}.with("figure", key), {"figures", key, column});
    }

    const MonthReturn& m_content;
    std::vector<Finding> m_found;
};

} // namespace

std::string_view to_text(Weight weight) {
    return weights.text(weight);
}

std::optional<Weight> weight_from_text(std::string_view text) {
    return weights.value(text);
}

std::vector<Finding> findings_of(const MonthReturn& content, core::Day today) {
    Finder finder(content);
    finder.look_at_sums();
    for (const ClassLine& line : content.classes)
        finder.look_at(line);
    for (const ResultLine& line : content.results)
        finder.look_at(line);
    if (content.all.count("learners").total == 0)
        finder.add(Weight::hint, {"figures.nobody"}, {"figures", "learners", "all.total"});
    const core::Day last = core::last_day(content.month);
    if (today <= last)
        finder.add(Weight::hint, core::Error{"period.not-over"}.with("last", core::to_iso(last)),
                   {"cover", "period", "value"});
    return finder.take();
}

std::optional<Finding> age_finding(std::string_view row_key, std::string_view number, int age) {
    if (age >= youngest && age <= oldest) return std::nullopt;
    return Finding{
        Weight::hint,
        core::Error{"age.unlikely"}.with("number", std::string{number}).with("age", std::to_string(age)),
        {"learners", std::string{row_key}, "born"}};
}

std::string finding_key(const Finding& finding) {
    return finding.about.row.empty() ? finding.what.code : finding.what.code + '/' + finding.about.row;
}

std::int64_t unexplained(const std::vector<Finding>& findings) {
    return std::count_if(findings.begin(), findings.end(), [](const Finding& finding) {
        return finding.weight == Weight::explain && finding.explanation.empty();
    });
}

bool blocked(const std::vector<Finding>& findings) {
    return std::any_of(findings.begin(), findings.end(),
                       [](const Finding& finding) { return finding.weight == Weight::block; });
}

} // namespace returns
