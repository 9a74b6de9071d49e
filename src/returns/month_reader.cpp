// SPDX-License-Identifier: GPL-3.0-or-later
#include "returns/month_reader.hpp"

#include "core/ratio.hpp"

#include <algorithm>
#include <charconv>
#include <set>

namespace returns {
namespace {

core::Error unreadable(const ValueKey& key) {
    return core::Error{"return.unreadable"}
        .with("sheet", key.sheet)
        .with("row", key.row)
        .with("column", key.column);
}

// A plain decimal in units of 10^-decimals; nothing when it has more decimals, or is none.
std::optional<std::int64_t> units(std::string_view text, std::size_t decimals) {
    const std::size_t point = text.find('.');
    std::string digits{text.substr(0, point)};
    std::string_view fraction = point == std::string_view::npos ? "" : text.substr(point + 1);
    if (fraction.size() > decimals || digits.empty()) return std::nullopt;
    digits.append(fraction).append(decimals - fraction.size(), '0');
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (error != std::errc{} || end != digits.data() + digits.size()) return std::nullopt;
    return value;
}

// "literacy.female" is the women of programme "literacy".
struct Column {
    std::string name;
    bool female = false;
};

std::optional<Column> split_column(const std::string& column) {
    const std::size_t point = column.rfind('.');
    if (point == std::string::npos) return std::nullopt;
    const std::string_view side = std::string_view{column}.substr(point + 1);
    if (side != "total" && side != "female") return std::nullopt;
    return Column{column.substr(0, point), side == "female"};
}

void put(Count& count, bool female, std::int64_t value) {
    (female ? count.female : count.total) = static_cast<int>(value);
}

class Reader {
  public:
    explicit Reader(const Canonical& content)
        : m_content(content) {}

    core::Expected<MonthReturn> read() {
        const auto month = core::month_from_iso(m_content.head.period);
        if (!month) return core::fail(unreadable({"cover", "period", "value"}));
        m_month.month = *month;
        std::vector<std::pair<ValueKey, const Canonical::Value*>> values;
        for (const auto& [key, value] : m_content.values) {
            ValueKey parts = split_key(key);
            if (parts.sheet == "figures" || parts.sheet == "results")
                values.emplace_back(std::move(parts), &value);
        }
        std::sort(values.begin(), values.end(),
                  [](const auto& a, const auto& b) { return a.first < b.first; });
        find_programmes(values);
        for (const auto& [key, value] : values)
            if (value->type == ValueType::number) {
                const bool good =
                    key.sheet == "figures" ? take_figure(key, value->raw) : take_result(key, value->raw);
                if (!good) return core::fail(unreadable(key));
            }
        return std::move(m_month);
    }

  private:
    using Values = std::vector<std::pair<ValueKey, const Canonical::Value*>>;

    // The row over the figures names each programme over its two columns.
    void find_programmes(const Values& values) {
        for (const auto& [key, value] : values) {
            if (key.sheet != "figures" || key.row != "programme") continue;
            const auto column = split_column(key.column);
            if (!column || column->name == "all") continue;
            const std::string both = Canonical::plain(*value);
            const std::size_t end = both.find('\n');
            m_month.programmes.push_back(
                {column->name,
                 {both.substr(0, end), end == std::string::npos ? "" : both.substr(end + 1)},
                 {}});
        }
    }

    Figures* figures_of(const std::string& programme) {
        if (programme == "all") return &m_month.all;
        for (ProgrammeFigures& one : m_month.programmes)
            if (one.programme == programme) return &one.figures;
        return nullptr;
    }

    bool take_figure(const ValueKey& key, std::string_view raw) {
        const auto column = split_column(key.column);
        Figures* figures = column ? figures_of(column->name) : nullptr;
        if (figures == nullptr) return false;
        if (key.row == "days:rate") return true; // follows from the two above it
        const bool present = key.row == "days:present";
        const auto value = units(raw, present ? 3 : 0);
        if (!value || *value < 0 || (!present && *value > 100'000'000)) return false;
        LearnerDays& days = column->female ? figures->days_female : figures->days;
        if (key.row == "classes")
            figures->classes = *value;
        else if (key.row == "days:taken")
            days.taken = *value;
        else if (present)
            days.present_thousandths = *value;
        else if (*value != 0)
            put(figures->counts[key.row], column->female, *value);
        return true;
    }

    ResultLine& result_of(const std::string& row) {
        if (m_month.results.empty() || m_last_row != row) {
            ResultLine& line = m_month.results.emplace_back();
            line.class_name = m_content.text_at("results", row, "class");
            line.period_name = m_content.text_at("results", row, "period");
            line.period = row.substr(row.find('/') + 1);
            const std::string programme = m_content.text_at("results", row, "programme");
            while (line.programme < m_month.programmes.size() &&
                   m_month.programmes[line.programme].name.km != programme)
                ++line.programme;
            m_last_row = row;
        }
        return m_month.results.back();
    }

    bool take_result(const ValueKey& key, std::string_view raw) {
        const auto column = split_column(key.column);
        const auto value = units(raw, 0);
        if (!column || !value || *value < 0 || *value > 100'000'000) return false;
        ResultLine& line = result_of(key.row);
        constexpr std::string_view grade = "grade:";
        if (column->name.starts_with(grade)) {
            put(line.grades[column->name.substr(grade.size())], column->female, *value);
            return true;
        }
        Count* count = column->name == "learners"     ? &line.learners
                       : column->name == "pass"       ? &line.pass
                       : column->name == "fail"       ? &line.fail
                       : column->name == "incomplete" ? &line.incomplete
                                                      : nullptr;
        if (count != nullptr) put(*count, column->female, *value);
        return count != nullptr;
    }

    const Canonical& m_content;
    MonthReturn m_month;
    std::string m_last_row;
};

core::Error error_of(std::string code, std::string_view facts) {
    core::Error error{std::move(code)};
    while (!facts.empty()) {
        const std::string_view line = facts.substr(0, facts.find('\n'));
        facts.remove_prefix(std::min(facts.size(), line.size() + 1));
        const std::size_t equals = line.find('=');
        if (equals != std::string_view::npos)
            error.facts.push_back(
                {std::string{line.substr(0, equals)}, std::string{line.substr(equals + 1)}});
    }
    return error;
}

} // namespace

core::Expected<MonthReturn> read_month(const Canonical& content) {
    return Reader(content).read();
}

std::vector<ListedFinding> listed_findings(const Canonical& content) {
    std::vector<ListedFinding> listed;
    for (int at = 1;; ++at) {
        const std::string row = std::to_string(at);
        const auto text = [&](std::string_view column) { return content.text_at("findings", row, column); };
        const auto weight = weight_from_text(text("kind"));
        if (!weight) return listed;
        listed.push_back({{*weight,
                           error_of(text("code"), text("facts")),
                           {text("sheet"), text("row"), text("column")},
                           text("explanation")},
                          row});
    }
}

} // namespace returns
