// SPDX-License-Identifier: GPL-3.0-or-later
#include "returns/register_findings.hpp"

#include "certificates/control_sheet.hpp"
#include "returns/built_text.hpp"

#include <charconv>

namespace returns {
namespace {

void look_at_last_period(const storage::Database& database, const ReturnContent& content,
                         std::vector<Finding>& found) {
    const FilledSheet* main = content.main();
    if (main == nullptr || main->plan.figures.empty()) return;
    const auto before = load_latest(database, content.period.before().to_text());
    if (before == nullptr) return;
    if (auto finding = against_period_before(main->plan, content.all().count("at-start").total, *before))
        found.push_back(std::move(*finding));
}

void look_at_register(const storage::Database& database, const ReturnContent& content,
                      std::vector<Finding>& found) {
    const std::string sheet = content.layout.key_of(SheetPlan::Kind::certificates);
    if (sheet.empty()) return;
    core::NoProgress progress;
    const auto control = certificates::load_control_sheet(database, progress,
                                                          static_cast<int>(content.period.last_day().year()));
    for (core::Error& error : certificates::findings_of(control))
        if (error.code == "register.gap" || error.code == "register.altered")
            found.push_back({Weight::explain, std::move(error), {sheet, "title", "class"}});
}

} // namespace

std::optional<Finding> against_period_before(const SheetPlan& main, int at_start, const Canonical& before) {
    const ValueKey at_end = cell_of(main, "all", "at-end");
    const std::string was = before.text_at(at_end.sheet, at_end.row, at_end.column);
    int at_its_end = 0;
    const auto [stopped, error] = std::from_chars(was.data(), was.data() + was.size(), at_its_end);
    if (error != std::errc{} || stopped != was.data() + was.size() || at_start <= at_its_end)
        return std::nullopt;
    return Finding{Weight::explain,
                   core::Error{"figures.last-period"}
                       .with("was", was)
                       .with("is", std::to_string(at_start))
                       .with("period", before.head.period),
                   cell_of(main, "all", "at-start")};
}

std::vector<Finding> findings_against(const storage::Database& database, const ReturnContent& content) {
    std::vector<Finding> found;
    look_at_last_period(database, content, found);
    look_at_register(database, content, found);
    return found;
}

} // namespace returns
