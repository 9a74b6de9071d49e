// SPDX-License-Identifier: GPL-3.0-or-later
#include "imports/outcome.hpp"

#include <nlohmann/json.hpp>

namespace imports {

std::string_view to_text(Verdict verdict) {
    switch (verdict) {
    case Verdict::accept:
        return "accept";
    case Verdict::same:
        return "same";
    case Verdict::update:
        return "update";
    case Verdict::review:
        return "review";
    case Verdict::refuse:
        return "refuse";
    }
    return "refuse";
}

std::optional<Verdict> verdict_from_text(std::string_view text) {
    for (const Verdict verdict :
         {Verdict::accept, Verdict::same, Verdict::update, Verdict::review, Verdict::refuse})
        if (to_text(verdict) == text) return verdict;
    return std::nullopt;
}

std::string to_json(const ListHead& head) {
    using nlohmann::json;
    json lines = json::array();
    for (const ListHead::Line& line : head.lines)
        lines.push_back({line.row, json::parse(to_json(line.cells))});
    json merged = json::array();
    for (const spreadsheet::Range& range : head.merged)
        merged.push_back(spreadsheet::range_name(range));
    json columns = json::array();
    for (const Column& column : head.layout.columns)
        columns.push_back({column.column, to_text(column.field), column.index, to_text(column.part)});
    json all = {{"lines", lines},
                {"merged", merged},
                {"from_1904", head.dates == spreadsheet::DateSystem::from_1904},
                {"first_row", head.layout.first_row},
                {"columns", columns}};
    if (head.layout.header_row) all["header_row"] = *head.layout.header_row;
    if (!head.layout.sex_numbers.empty()) all["sex_numbers"] = head.layout.sex_numbers;
    if (head.layout.month) all["month"] = core::to_iso(*head.layout.month);
    if (head.remembered) all["remembered"] = true;
    if (head.class_id) all["class"] = *head.class_id;
    return all.dump();
}

ListHead head_from_json(std::string_view text) {
    const auto all = nlohmann::json::parse(text);
    ListHead head;
    for (const auto& line : all.at("lines"))
        head.lines.push_back({line.at(0).get<std::uint32_t>(), cells_from_json(line.at(1).dump())});
    for (const auto& range : all.at("merged"))
        if (const auto read = spreadsheet::parse_range(range.get<std::string>()))
            head.merged.push_back(*read);
    head.dates = all.at("from_1904").get<bool>() ? spreadsheet::DateSystem::from_1904
                                                 : spreadsheet::DateSystem::from_1900;
    head.layout.first_row = all.at("first_row").get<std::uint32_t>();
    for (const auto& column : all.at("columns"))
        if (const auto field = field_from_text(column.at(1).get<std::string>()))
            head.layout.columns.push_back({column.at(0).get<std::uint32_t>(), *field,
                                           column.at(2).get<std::uint32_t>(),
                                           part_from_text(column.at(3).get<std::string>())});
    if (all.contains("header_row")) head.layout.header_row = all["header_row"].get<std::uint32_t>();
    if (all.contains("sex_numbers")) all["sex_numbers"].get_to(head.layout.sex_numbers);
    if (all.contains("month")) head.layout.month = core::month_from_iso(all["month"].get<std::string>());
    head.remembered = all.value("remembered", false);
    if (all.contains("class")) head.class_id = all["class"].get<std::int64_t>();
    return head;
}

} // namespace imports
