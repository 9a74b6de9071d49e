// SPDX-License-Identifier: GPL-3.0-or-later
#include "returns/findings.hpp"

#include "core/words.hpp"
#include "returns/groups.hpp"
#include "returns/return_content.hpp"

#include <algorithm>

namespace returns {
namespace {

constexpr core::Words<Weight, 3> weights{{"block", "explain", "hint"}};

// Nobody younger or older learns in a class; who is written so was written wrongly.
constexpr int youngest = 5;
constexpr int oldest = 100;

class Finder {
  public:
    explicit Finder(const ReturnContent& content)
        : m_content(content) {}

    void look_at_sums() {
        for (const FilledSheet& sheet : m_content.sheets) {
            for (const FilledSheet::Named& group : sheet.groups)
                add_broken(sheet, group.key, group.figures);
            add_broken(sheet, "all", sheet.all);
        }
    }

    void look_at(const ClassLine& line) {
        const auto about = [&](std::string_view column) {
            return about_sheet(SheetPlan::Kind::classes, core::to_text(line.uid), column);
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
            about_sheet(SheetPlan::Kind::results, result_key(line), "incomplete.total"));
    }

    void add(Weight weight, core::Error what, ValueKey about) {
        m_found.push_back({weight, std::move(what), std::move(about)});
    }

    std::vector<Finding> take() { return std::move(m_found); }

  private:
    // Nowhere, where the layout has no such sheet.
    ValueKey about_sheet(SheetPlan::Kind kind, std::string row, std::string_view column) const {
        const std::string sheet = m_content.layout.key_of(kind);
        if (sheet.empty()) return {};
        return {sheet, std::move(row), std::string{column}};
    }

    static core::Error named(std::string code, const ClassLine& line) {
        return core::Error{std::move(code)}.with("class", line.name);
    }

    void add_broken(const FilledSheet& sheet, const std::string& group, const Figures& figures) {
        for (const BrokenSum& broken : broken_sums(sheet.plan, figures))
            add(broken.weight, core::Error{"figures.sum"}.with("figure", broken.figure),
                cell_of(sheet.plan, group, broken.figure));
    }

    const ReturnContent& m_content;
    std::vector<Finding> m_found;
};

} // namespace

std::string_view to_text(Weight weight) {
    return weights.text(weight);
}

std::optional<Weight> weight_from_text(std::string_view text) {
    return weights.value(text);
}

std::vector<Finding> findings_of(const ReturnContent& content, core::Day today) {
    Finder finder(content);
    finder.look_at_sums();
    // Of classes that the return tells of.
    for (const SheetPlan& plan : content.layout.sheets) {
        if (plan.kind == SheetPlan::Kind::classes)
            for (const ClassLine& line : content.classes)
                if (concerns(plan, line.programme)) finder.look_at(line);
        if (plan.kind == SheetPlan::Kind::results)
            for (const ResultLine& line : content.results)
                if (concerns(plan, line.programme)) finder.look_at(line);
    }
    if (content.main() != nullptr && content.all().count("learners").total == 0)
        finder.add(Weight::hint, {"figures.nobody"}, cell_of(content.main()->plan, "all", "learners"));
    const core::Day last = content.period.last_day();
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
