// SPDX-License-Identifier: GPL-3.0-or-later
#include "returns/explanation_store.hpp"

#include "returns/written_text.hpp"
#include "storage/change.hpp"

#include <algorithm>

namespace returns {
namespace {

constexpr std::string_view select_texts = R"sql(
SELECT finding, text FROM return_explanation WHERE period = ?1 ORDER BY finding)sql";

constexpr std::string_view upsert_text = R"sql(
INSERT INTO return_explanation (period, finding, text, actor, explained_at) VALUES (?1, ?2, ?3, ?4, ?5)
ON CONFLICT (period, finding) DO UPDATE
SET text = excluded.text, actor = excluded.actor, explained_at = excluded.explained_at)sql";

constexpr std::string_view delete_text = "DELETE FROM return_explanation WHERE period = ?1 AND finding = ?2";

std::optional<std::string> filled(const std::string& text) {
    return text.empty() ? std::nullopt : std::optional{text};
}

} // namespace

std::map<std::string, std::string> explanations_of(const storage::Database& database,
                                                   const std::string& period) {
    std::map<std::string, std::string> texts;
    auto row = database.query(select_texts, period);
    while (row.step())
        texts.emplace(row.get<std::string>(0), row.get<std::string>(1));
    return texts;
}

void fill_explanations(const storage::Database& database, const std::string& period,
                       std::vector<Finding>& findings) {
    const auto texts = explanations_of(database, period);
    for (Finding& finding : findings)
        if (const auto text = texts.find(finding_key(finding)); text != texts.end())
            finding.explanation = text->second;
}

core::Expected<void> explain(storage::Transaction& tx, const ReturnPeriod& period,
                             const std::vector<Finding>& known, const std::string& finding,
                             const std::string& text) {
    const auto found = std::find_if(known.begin(), known.end(),
                                    [&](const Finding& one) { return finding_key(one) == finding; });
    if (found == known.end()) return core::fail(core::Error{"finding.unknown"}.with("finding", finding));
    if (found->weight != Weight::explain)
        return core::fail(core::Error{"finding.not-to-explain"}.with("finding", finding));
    const auto is = written_text(text);
    if (!is) return core::fail(is.error());
    const auto texts = explanations_of(tx.database(), period.to_text());
    const auto before = texts.find(finding);
    const std::string was = before == texts.end() ? std::string{} : before->second;
    if (was == *is) return {};
    if (is->empty())
        tx.run(delete_text, period.to_text(), finding);
    else
        tx.run(upsert_text, period.to_text(), finding, *is, tx.actor().name, tx.now());
    tx.audit("return.explain", "return_explanation", std::nullopt,
             storage::change_json(
                 {{"period", std::nullopt, period.to_text()}, {finding, filled(was), filled(*is)}}));
    return {};
}

} // namespace returns
