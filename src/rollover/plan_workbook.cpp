// SPDX-License-Identifier: GPL-3.0-or-later
#include "rollover/plan_workbook.hpp"

#include "attendance/list_workbook.hpp"
#include "attendance/words.hpp"
#include "core/numerals.hpp"
#include "core/resource.hpp"

namespace rollover {

// Made by the build.
const core::Resource* resources();
std::string_view resource(std::string_view path);

namespace {

using spreadsheet::Style;

const attendance::Words& words() {
    static const auto shipped = attendance::Words::shipped(resource("rollover/words.txt"));
    return shipped;
}

const std::string& first_of(const std::string& km, const std::string& other) {
    return km.empty() ? other : km;
}

std::vector<std::string> cells_of(const YearEnd& end, const Plan& plan, const Line& line) {
    const YearClass& in = end.classes[line.from];
    const certificates::Candidate& one = in.learners[line.at];
    return {one.learner.number,
            first_of(one.learner.name_km, one.learner.name),
            attendance::words()[one.learner.sex == core::Sex::female ? "woman" : "man"],
            first_of(in.taught.name_km, in.taught.name),
            first_of(in.institution_km, in.institution_name),
            one.result.average ? core::format_hundredths(*one.result.average) : std::string{},
            words()[to_text(line.by_rule.decision)],
            words()[to_text(line.decision)],
            line.reason,
            line.into ? plan.next[*line.into].made.name_km : std::string{}};
}

} // namespace

core::Expected<void> write_plan(const std::filesystem::path& path, const storage::Database& database,
                                const YearEnd& end, const Plan& plan) {
    const attendance::Words& known = attendance::words();
    const attendance::Words& say = words();
    attendance::ListSheet sheet{.title = say["title"],
                                .subtitle = {},
                                .columns = {{known["learner_number"], 17},
                                            {known["learner_name"], 24},
                                            {known["sex"], 7, Style::centred},
                                            {known["class"], 24},
                                            {known["institution"], 30},
                                            {say["average"], 11, Style::decimal2},
                                            {say["by_rule"], 18},
                                            {say["decision"], 18},
                                            {say["reason"], 30},
                                            {say["next_class"], 24}},
                                .rows = {}};
    for (const Line& line : plan.lines)
        sheet.rows.push_back(cells_of(end, plan, line));
    const core::SchoolYear year = end.scope.year;
    return attendance::write_list(path, database, {year.first_day(), year.last_day()}, std::move(sheet));
}

} // namespace rollover
