// SPDX-License-Identifier: GPL-3.0-or-later
#include "returns/stranger_text.hpp"

#include "returns/return_workbook.hpp"
#include "returns/sheet_values.hpp"

#include <algorithm>
#include <set>

namespace returns {
namespace {

// "12", "9.5"
std::string plain_figure(std::int64_t thousandths) {
    std::string text = std::to_string(thousandths / thousand);
    if (thousandths % thousand == 0) return text;
    std::string part = std::to_string(thousand + thousandths % thousand).substr(1);
    part.erase(part.find_last_not_of('0') + 1);
    return text + '.' + part;
}

std::string facts_text(const core::Error& what) {
    std::string text;
    for (const core::Fact& fact : what.facts)
        text += (text.empty() ? "" : "\n") + fact.name + '=' + fact.value;
    return text;
}

Wording name_in(const std::vector<FigureChoice>& choices, const std::string& key) {
    for (const FigureChoice& one : choices)
        if (one.key == key) return one.name;
    const std::string value = key.substr(key.find(':') + 1); // a value that no list names
    return {value, value};
}

// The words that stand at the rows and columns of a return, by which it is read back.
void write_words(CanonicalWriter& writer, const SheetChoices& choices, const ToldFigures& values) {
    const bool table = choices.plan.kind == SheetPlan::Kind::table;
    std::set<std::string> rows;
    std::set<std::string> columns;
    for (const auto& [key, value] : values) {
        rows.insert(key.row);
        columns.insert(key.column);
    }
    const auto text = [&](const std::string& row, std::string_view column, const std::string& words) {
        writer.value(choices.plan.key, row, column, ValueType::text, words);
    };
    for (const std::string& row : rows) {
        const Wording name = name_in(choices.rows, row);
        text(row, table ? "name" : "label", name.km);
        text(row, table ? "name-en" : "label-en", name.en);
    }
    if (table) return;
    for (const std::string& column : columns) {
        const auto pair = split_column(column);
        if (!pair || pair->name == "all") continue;
        // A group is known by its column of totals or, where there is none, of women.
        if (pair->female && columns.contains(pair->name + ".total")) continue;
        const Wording name = name_in(choices.subjects, pair->name);
        text("programme", column, name.km + '\n' + name.en);
    }
}

// In the order of the layout's rows, as a return has them.
void write_values(CanonicalWriter& writer, const SheetChoices& choices, const ToldFigures& values) {
    const auto place = [&](const std::string& row) {
        const auto found = std::find_if(choices.rows.begin(), choices.rows.end(),
                                        [&](const FigureChoice& one) { return one.key == row; });
        return found - choices.rows.begin();
    };
    std::vector<std::pair<ValueKey, std::int64_t>> ordered(values.begin(), values.end());
    std::stable_sort(ordered.begin(), ordered.end(),
                     [&](const auto& a, const auto& b) { return place(a.first.row) < place(b.first.row); });
    for (const auto& [key, value] : ordered)
        writer.value(key.sheet, key.row, key.column, ValueType::number, plain_figure(value));
}

} // namespace

void write_stranger_sheet(CanonicalWriter& writer, const SheetChoices& choices, const ToldFigures& values) {
    write_words(writer, choices, values);
    write_values(writer, choices, values);
}

void write_stranger_findings(CanonicalWriter& writer, const std::vector<Finding>& findings) {
    int at = 0;
    for (const Finding& one : findings) {
        const std::string row = std::to_string(++at);
        const auto text = [&](std::string_view column, std::string_view value) {
            writer.value(sheet_keys::findings, row, column, ValueType::text, value);
        };
        text("kind", to_text(one.weight));
        text("code", one.what.code);
        text("facts", facts_text(one.what));
        text("sheet", one.about.sheet);
        text("row", one.about.row);
        text("column", one.about.column);
    }
}

} // namespace returns
