// SPDX-License-Identifier: GPL-3.0-or-later
#include "returns/return_check.hpp"

#include "office/key_store.hpp"
#include "office/known_keys.hpp"
#include "returns/content_reader.hpp"
#include "returns/layout_store.hpp"
#include "returns/province_content.hpp"
#include "returns/received_store.hpp"
#include "returns/register_findings.hpp"

#include <algorithm>

namespace returns {
namespace {

void add_sums(std::vector<Finding>& findings, const Canonical& content, const FilledSheet& sheet,
              const std::string& group, const Figures& figures) {
    for (const BrokenSum& broken : content.head.by_map
                                       ? broken_sums(sheet.plan, figures, told_in(content, sheet, group))
                                       : broken_sums(sheet.plan, figures))
        findings.push_back({broken.weight, core::Error{"figures.sum"}.with("figure", broken.figure),
                            cell_of(sheet.plan, group, broken.figure)});
}

// A district without Srok does not look at its own last return; the province has it.
std::optional<Finding> against_last_return(const storage::Database& database, const Canonical& content,
                                           const ReturnContent& read) {
    const FilledSheet* main = read.main();
    if (!content.head.by_map || main == nullptr) return std::nullopt;
    if (!told_in(content, *main, "all").is_told("at-start", false)) return std::nullopt;
    const auto last =
        counting(list_received(database), content.head.office, read.period.before().to_text(), true);
    if (!last) return std::nullopt;
    return against_period_before(main->plan, read.all().count("at-start").total,
                                 *load_content(database, last->id));
}

// What a stranger's program may have added up wrongly.
std::vector<Finding> recount(const storage::Database& database, const Canonical& content,
                             std::optional<ToldLearners>* learners = nullptr) {
    std::vector<Finding> findings;
    if (content.head.layout.starts_with(province_prefix) || content.head.layout == receipt_layout)
        return findings;
    const auto layout = find_layout(database, content.head.layout);
    if (!layout) {
        findings.push_back(
            {Weight::block, core::Error{"return.layout-unknown"}.with("layout", content.head.layout), {}});
        return findings;
    }
    const auto read = read_content(content, *layout);
    if (!read) {
        findings.push_back({Weight::block,
                            read.error(),
                            {std::string{read.error().fact("sheet")}, std::string{read.error().fact("row")},
                             std::string{read.error().fact("column")}}});
        return findings;
    }
    for (const FilledSheet& sheet : read->sheets) {
        for (const FilledSheet::Named& group : sheet.groups)
            add_sums(findings, content, sheet, group.key, group.figures);
        add_sums(findings, content, sheet, "all", sheet.all);
    }
    if (auto finding = against_last_return(database, content, *read)) findings.push_back(std::move(*finding));
    if (learners != nullptr)
        *learners = {read->all().count("learners").total, read->declared_beside("learners").total};
    return findings;
}

std::optional<Finding> fork_finding(const storage::Database& database, const CheckedFile& file) {
    const ReceivedReturn one = described(file);
    for (const ReceivedReturn& other : verified_of(database, one.office))
        if (other.key == one.key && contradict(one, other))
            return Finding{Weight::explain,
                           core::Error{"office.forked"}
                               .with("period", other.period)
                               .with("version", std::to_string(other.version)),
                           {}};
    return std::nullopt;
}

std::string explanation_of(const std::vector<Answer>& answers, const std::string& row) {
    const auto answer = std::find_if(answers.begin(), answers.end(), [&](const Answer& one) {
        return one.key == ValueKey{"findings", row, "explanation"};
    });
    return answer == answers.end() ? "" : answer->text;
}

// What is signed, else what was typed into the cell left open.
Finding explained(ListedFinding listed, const std::vector<Answer>& answers) {
    if (listed.finding.explanation.empty()) listed.finding.explanation = explanation_of(answers, listed.row);
    return std::move(listed.finding);
}

void judge_key(const storage::Database& database, CheckedReturn& checked) {
    const std::string& office = checked.file.canonical->head.office;
    const bool sample = checked.file.canonical->head.sample;
    if (sample) {
        checked.findings.push_back({{Weight::hint, {"sample.key"}, {}}, {}, {}});
        return;
    }
    const auto known = office::known_keys(database, office);
    const bool by_one_of_them =
        std::any_of(known.begin(), known.end(), [&](const auto& one) { return one.key == checked.file.key; });
    checked.signer_known =
        by_one_of_them || office::find_key(database, office::key_id(checked.file.key)).has_value();
    if (!known.empty() && !by_one_of_them) checked.file.verdict = FileVerdict::wrong_key;
}

} // namespace

std::vector<Finding> findings_in(const storage::Database& database, const Canonical& content) {
    return findings_in(database, content, {});
}

std::vector<Finding> findings_in(const storage::Database& database, const Canonical& content,
                                 const std::vector<Answer>& answers) {
    std::vector<Finding> findings = recount(database, content);
    for (ListedFinding& listed : listed_findings(content))
        findings.push_back(explained(std::move(listed), answers));
    return findings;
}

core::Expected<CheckedReturn> check_return(const storage::Database& database,
                                           const std::filesystem::path& path, core::Progress& progress) {
    auto file = check_file(path, progress);
    if (!file) return core::fail(file.error());
    CheckedReturn checked{std::move(*file), false, {}, {}};
    if (checked.file.canonical == nullptr) return checked;
    const auto add = [&](Finding finding, std::string explanation) {
        core::Place place = checked.file.place_of(finding.about);
        checked.findings.push_back({std::move(finding), std::move(place), std::move(explanation)});
    };
    for (Finding& finding : recount(database, *checked.file.canonical, &checked.learners))
        add(std::move(finding), {});
    for (ListedFinding& listed : listed_findings(*checked.file.canonical)) {
        Finding finding = explained(std::move(listed), checked.file.answers);
        std::string explanation = finding.explanation;
        add(std::move(finding), std::move(explanation));
    }
    if (auto forked = fork_finding(database, checked.file)) add(std::move(*forked), {});
    judge_key(database, checked);
    return checked;
}

} // namespace returns
