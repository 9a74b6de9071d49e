// SPDX-License-Identifier: GPL-3.0-or-later
#include "returns/content_reader.hpp"

#include "core/ratio.hpp"
#include "returns/return_words.hpp"

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

// "literacy.female" is the women of "literacy".
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

Wording two_lines(const std::string& both) {
    const std::size_t end = both.find('\n');
    return {both.substr(0, end), end == std::string::npos ? both : both.substr(end + 1)};
}

constexpr std::int64_t most_people = 100'000'000;

using Values = std::vector<std::pair<ValueKey, const Canonical::Value*>>;

// One sheet of figures or one table.
class SheetReader {
  public:
    SheetReader(const Canonical& content, const SheetPlan& plan, const Layout& layout, const Values& values)
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
        else if (*value > most_people)
            return false;
        else if (*value != 0)
            put(figures.counts[figure.key], female, *value);
        return true;
    }

    const Canonical& m_content;
    const Values& m_values;
    const Layout& m_layout;
    FilledSheet m_sheet;
};

class Reader {
  public:
    Reader(const Canonical& content, const Layout& layout)
        : m_content(content) {
        m_read.layout = layout;
    }

    core::Expected<ReturnContent> read() {
        const auto period = ReturnPeriod::from_text(m_content.head.period);
        if (!period) return core::fail(unreadable({"cover", "period", "value"}));
        m_read.period = *period;
        std::map<std::string, Values> by_sheet;
        for (const auto& [key, value] : m_content.values) {
            ValueKey parts = split_key(key);
            if (m_read.layout.sheet(parts.sheet) != nullptr)
                by_sheet[parts.sheet].emplace_back(std::move(parts), &value);
        }
        for (auto& [key, values] : by_sheet)
            std::sort(values.begin(), values.end(),
                      [](const auto& a, const auto& b) { return a.first < b.first; });
        for (const SheetPlan& plan : m_read.layout.sheets)
            if (auto fault = read_sheet(plan, by_sheet[plan.key])) return core::fail(unreadable(*fault));
        return std::move(m_read);
    }

  private:
    std::optional<ValueKey> read_sheet(const SheetPlan& plan, const Values& values) {
        switch (plan.kind) {
        case SheetPlan::Kind::figures:
        case SheetPlan::Kind::table: {
            SheetReader reader(m_content, plan, m_read.layout, values);
            auto fault = reader.read();
            m_read.sheets.push_back(std::move(reader.sheet()));
            return fault;
        }
        case SheetPlan::Kind::results:
            return take_each(
                values, [&](const ValueKey& key, std::string_view raw) { return take_result(key, raw); });
        case SheetPlan::Kind::scores:
            return take_each(values,
                             [&](const ValueKey& key, std::string_view raw) { return take_score(key, raw); });
        case SheetPlan::Kind::certificates:
            return take_each(values, [&](const ValueKey& key, std::string_view raw) {
                return take_certificate(key, raw);
            });
        default:
            return std::nullopt;
        }
    }

    template<typename Take>
    static std::optional<ValueKey> take_each(const Values& values, Take take) {
        for (const auto& [key, value] : values)
            if (value->type == ValueType::number && !take(key, value->raw)) return key;
        return std::nullopt;
    }

    std::string programme_named(const std::string& name) const {
        if (const FilledSheet* main = m_read.main())
            for (const FilledSheet::Named& one : main->groups)
                if (one.name.km == name) return one.key;
        return {};
    }

    // A whole number of a pair of columns.
    static std::optional<std::int64_t> whole(std::string_view raw) {
        const auto value = units(raw, 0);
        return value && *value >= 0 && *value <= most_people ? value : std::nullopt;
    }

    bool take_result(const ValueKey& key, std::string_view raw) {
        const auto column = split_column(key.column);
        const auto value = whole(raw);
        if (!column || !value) return false;
        ResultLine& line = result_of(key);
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

    ResultLine& result_of(const ValueKey& key) {
        if (m_read.results.empty() || m_last_row != key.row) {
            ResultLine& line = m_read.results.emplace_back();
            const auto text = [&](std::string_view column) {
                return m_content.text_at(key.sheet, key.row, column);
            };
            line.class_name = text("class");
            line.period_name = text("period");
            line.period = key.row.substr(key.row.find('/') + 1);
            line.programme_name = {text("programme"), {}};
            line.programme = programme_named(line.programme_name.km);
            m_last_row = key.row;
        }
        return m_read.results.back();
    }

    bool take_score(const ValueKey& key, std::string_view raw) {
        const auto column = split_column(key.column);
        const auto value = whole(raw);
        if (!column || !value) return false;
        if (m_read.scores.empty() || m_read.scores.back().key != key.row) {
            ScoreLine& line = m_read.scores.emplace_back();
            line.key = key.row;
            line.level.km = m_content.text_at(key.sheet, key.row, "level");
            line.subject.km = m_content.text_at(key.sheet, key.row, "subject");
        }
        ScoreLine& line = m_read.scores.back();
        for (std::size_t score = 0; score < line.scores.size(); ++score)
            if (column->name == "score:" + std::to_string(score)) {
                put(line.scores[score], column->female, *value);
                return true;
            }
        if (column->name != "all" && column->name != "pass") return false;
        put(column->name == "all" ? line.all : line.pass, column->female, *value);
        return true;
    }

    bool take_certificate(const ValueKey& key, std::string_view raw) {
        const auto value = whole(raw);
        if (!value) return false;
        if (m_read.certificates.empty() || m_read.certificates.back().first != key.row) {
            CertificateLine& line = m_read.certificates.emplace_back();
            line.first = key.row;
            line.last = m_content.text_at(key.sheet, key.row, "last");
            line.class_name = m_content.text_at(key.sheet, key.row, "class");
            line.programme_name.km = m_content.text_at(key.sheet, key.row, "programme");
            line.programme = programme_named(line.programme_name.km);
        }
        CertificateLine& line = m_read.certificates.back();
        if (key.column == "numbers")
            line.numbers = static_cast<int>(*value);
        else if (key.column == "ended")
            line.ended = static_cast<int>(*value);
        else if (const auto column = split_column(key.column); column && column->name == "valid")
            put(line.valid, column->female, *value);
        else
            return false;
        return true;
    }

    const Canonical& m_content;
    ReturnContent m_read;
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

core::Expected<ReturnContent> read_content(const Canonical& content, const Layout& layout) {
    return Reader(content, layout).read();
}

std::vector<ListedFinding> listed_findings(const Canonical& content) {
    std::vector<ListedFinding> listed;
    for (int at = 1;; ++at) {
        const std::string row = std::to_string(at);
        const auto text = [&](std::string_view column) { return content.text_at("findings", row, column); };
        const auto weight = weight_from_text(text("kind"));
        if (!weight) return listed;
        listed.push_back(
            {{*weight, error_of(text("code"), text("facts")), {text("sheet"), text("row"), text("column")}},
             row});
    }
}

} // namespace returns
