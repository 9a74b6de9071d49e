// SPDX-License-Identifier: GPL-3.0-or-later
#include "returns/quality.hpp"

#include "returns/content_reader.hpp"

#include <algorithm>
#include <charconv>

namespace returns {
namespace {

using What = QualityPart::What;
constexpr std::size_t most_to_mend = 10;

std::int64_t whole(const std::string& text) {
    std::int64_t value = 0;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

// Over the classes as the return lists them.
QualityPart recorded(const Canonical& text, const Layout& layout) {
    QualityPart part{What::recorded, 40, 0, 0};
    const std::string classes = layout.key_of(SheetPlan::Kind::classes);
    const std::string sheet = escape(classes);
    for (const auto& [key, value] : text.values) {
        if (classes.empty() || value.type != ValueType::number || sheet_of(key) != sheet) continue;
        const ValueKey parts = split_key(key);
        const std::int64_t days = whole(Canonical::plain(value));
        if (parts.column == "taken-days") part.has += days;
        if (parts.column == "taken-days" || parts.column == "not-recorded") part.of += days;
    }
    return part;
}

// A stranger's sheet that does not tell how many are unknown says nothing of this part.
QualityPart known(What what, int weight, const Canonical& text, const ReturnContent& content,
                  std::string_view unknown) {
    const FilledSheet* main = content.main();
    if (text.head.by_map && (main == nullptr || text.find(main->plan.key, unknown, "all.total") == nullptr))
        return {what, weight, 0, 0};
    const Figures& figures = content.all();
    const std::int64_t all = figures.count("learners").total;
    return {what, weight, all - figures.count(unknown).total, all};
}

QualityPart explained(const Canonical& text, const std::vector<ListedFinding>& findings,
                      const std::vector<Answer>& answers) {
    QualityPart part{What::explained, 15, 0, 0};
    for (const ListedFinding& one : findings) {
        if (one.finding.weight != Weight::explain) continue;
        ++part.of;
        const bool answered = std::any_of(answers.begin(), answers.end(), [&](const Answer& answer) {
            return answer.key == ValueKey{"findings", one.row, "explanation"} && !answer.text.empty();
        });
        part.has += answered || !text.text_at("findings", one.row, "explanation").empty();
    }
    return part;
}

} // namespace

Quality quality_of(const Canonical& text, const ReturnContent& content, const std::vector<Answer>& answers) {
    Quality quality;
    const auto findings = listed_findings(text);
    quality.parts = {recorded(text, content.layout), known(What::ages, 20, text, content, "age:unknown"),
                     known(What::disability, 15, text, content, "disability:not-asked"),
                     known(What::ethnicity, 10, text, content, "ethnicity:not-stated"),
                     explained(text, findings, answers)};
    // Thousandths of the weights, so that a score is a whole division at its end.
    std::int64_t reached = 0;
    std::int64_t possible = 0;
    for (const QualityPart& part : quality.parts)
        if (part.of > 0) {
            reached += part.weight * 1000 * part.has / part.of;
            possible += part.weight * 1000;
        }
    if (possible > 0) quality.score = static_cast<int>((reached * 100 + possible / 2) / possible);
    for (const Weight weight : {Weight::block, Weight::explain, Weight::hint})
        for (const ListedFinding& one : findings)
            if (one.finding.weight == weight && quality.to_mend.size() < most_to_mend)
                quality.to_mend.push_back(one.finding);
    return quality;
}

} // namespace returns
