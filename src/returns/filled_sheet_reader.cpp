// SPDX-License-Identifier: GPL-3.0-or-later
#include "returns/filled_sheet_reader.hpp"

#include <algorithm>

namespace returns {
namespace {

Wording two_lines(const std::string& both) {
    const std::size_t end = both.find('\n');
    return {both.substr(0, end), end == std::string::npos ? both : both.substr(end + 1)};
}

// One sheet of figures or one table.
class SheetReader {
  public:
    SheetReader(const Canonical& content, const SheetPlan& plan, const Layout& layout,
                const SheetValues& values)
        : m_content(content)
        , m_values(values)
        , m_layout(layout) {
        m_sheet.plan = plan;
    }

    // The value at fault, or nothing.
    std::optional<ValueKey> read() {
        find_groups();
        spread_figures();
        for (const auto& [key, value] : m_values)
            if (value->type == ValueType::number && !take(key, value->raw)) return key;
        return std::nullopt;
    }

    FilledSheet& sheet() { return m_sheet; }

  private:
    bool is_table() const { return m_sheet.plan.kind == SheetPlan::Kind::table; }

    // Over the figures stands each group's name; in a table, at the beginning of its row.
    void find_groups() {
        for (const auto& [key, value] : m_values) {
            if (is_table() ? key.column != "name" : key.row != "programme") continue;
            const auto column = split_column(key.column);
            if (!is_table() && !column) continue;
            const std::string group = is_table() ? key.row : column->name;
            if (group == "all" || (is_table() && is_heading(group))) continue;
            Wording name = is_table() ? Wording{Canonical::plain(*value),
                                                m_content.text_at(key.sheet, key.row, "name-en")}
                                      : two_lines(Canonical::plain(*value));
            m_sheet.groups.push_back({group, std::move(name), {}});
        }
    }

    static bool is_heading(const std::string& row) {
        return row == "title" || row == "title-en" || row == "figure" || row == "part" || row == "formula";
    }

    void spread_figures() {
        std::set<std::string> keys;
        for (const auto& [key, value] : m_values)
            keys.insert(is_table() ? key.column.substr(0, key.column.rfind('.')) : key.row);
        m_sheet.figures = spread(m_sheet.plan, m_layout, keys);
    }

    Figures* figures_of(const std::string& group) {
        if (group == "all") return &m_sheet.all;
        for (FilledSheet::Named& one : m_sheet.groups)
            if (one.key == group) return &one.figures;
        return nullptr;
    }

    const Figure* figure_of(const std::string& key) const {
        const auto found = std::find_if(m_sheet.figures.begin(), m_sheet.figures.end(),
                                        [&](const Figure& one) { return one.key == key; });
        return found == m_sheet.figures.end() ? nullptr : &*found;
    }

    bool take(const ValueKey& key, std::string_view raw) {
        if (key.column.ends_with("-percent")) return true; // follows from the counts
        const auto column = split_column(key.column);
        if (!column) return false;
        Figures* figures = figures_of(is_table() ? key.row : column->name);
        const Figure* figure = figure_of(is_table() ? column->name : key.row);
        return figures != nullptr && figure != nullptr && take(*figures, *figure, column->female, raw);
    }

    static bool take(Figures& figures, const Figure& figure, bool female, std::string_view raw) {
        if (figure.counted == Counted::rate) return true; // follows from the days
        const bool present = figure.counted == Counted::days_present;
        const auto value = units(raw, present ? 3 : 0);
        if (!value || *value < 0) return false;
        LearnerDays& days = female ? figures.days_female : figures.days;
        if (present)
            days.present_thousandths = *value;
        else if (figure.counted == Counted::days_taken)
            days.taken = *value;
        else if (!whole_number(raw))
            return false;
        else if (*value != 0)
            put(figures.counts[figure.key], female, *value);
        return true;
    }

    const Canonical& m_content;
    const SheetValues& m_values;
    const Layout& m_layout;
    FilledSheet m_sheet;
};

} // namespace

FilledSheetRead read_filled_sheet(const Canonical& content, const SheetPlan& plan, const Layout& layout,
                                  const SheetValues& values) {
    SheetReader reader(content, plan, layout, values);
    auto fault = reader.read();
    return {std::move(reader.sheet()), std::move(fault)};
}

} // namespace returns
