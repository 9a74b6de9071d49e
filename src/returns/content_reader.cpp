// SPDX-License-Identifier: GPL-3.0-or-later
#include "returns/content_reader.hpp"

#include "returns/filled_sheet_reader.hpp"

#include <algorithm>

namespace returns {
namespace {

core::Error unreadable(const ValueKey& key) {
    return core::Error{"return.unreadable"}
        .with("sheet", key.sheet)
        .with("row", key.row)
        .with("column", key.column);
}

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
        std::map<std::string, SheetValues> by_sheet;
        std::string_view sheet; // of the line before
        bool wanted = false;
        for (const auto* line : m_content.lines) {
            const auto& [key, value] = *line;
            if (sheet_of(key) != sheet) {
                sheet = sheet_of(key);
                wanted = is_read(unescape(sheet));
            }
            if (!wanted) continue;
            ValueKey parts = split_key(key);
            by_sheet[parts.sheet].emplace_back(std::move(parts), &value);
        }
        for (auto& [key, values] : by_sheet)
            std::sort(values.begin(), values.end(),
                      [](const auto& a, const auto& b) { return a.first < b.first; });
        for (const SheetPlan& plan : m_read.layout.sheets)
            if (auto fault = read_sheet(plan, by_sheet[plan.key])) return core::fail(unreadable(*fault));
        if (auto fault =
                take_each(by_sheet[std::string{declared_sheet}],
                          [&](const ValueKey& key, std::string_view raw) { return take_declared(key, raw); }))
            return core::fail(unreadable(*fault));
        return std::move(m_read);
    }

  private:
    // Lists of learners are only read where somebody asks who stands behind a figure.
    bool is_read(const std::string& key) const {
        if (key == declared_sheet) return true;
        const SheetPlan* plan = m_read.layout.sheet(key);
        using Kind = SheetPlan::Kind;
        return plan != nullptr && plan->kind != Kind::learners && plan->kind != Kind::nominal_roll;
    }

    std::optional<ValueKey> read_sheet(const SheetPlan& plan, const SheetValues& values) {
        switch (plan.kind) {
        case SheetPlan::Kind::figures:
        case SheetPlan::Kind::table: {
            auto read = read_filled_sheet(m_content, plan, m_read.layout, values);
            m_read.sheets.push_back(std::move(read.sheet));
            return read.fault;
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
    static std::optional<ValueKey> take_each(const SheetValues& values, Take take) {
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

    bool take_result(const ValueKey& key, std::string_view raw) {
        const auto column = split_column(key.column);
        const auto value = whole_number(raw);
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
        const auto value = whole_number(raw);
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
        const auto value = whole_number(raw);
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

    // Sums stand under the lines and follow from them.
    bool take_declared(const ValueKey& key, std::string_view raw) {
        const auto value = units(raw, 0);
        const auto slash = key.row.find('/');
        if (slash == std::string::npos) return true;
        if (!value || *value < 0) return false;
        if (m_read.declared.empty() || m_read.declared.back().key() != key.row) {
            DeclaredLine& line = m_read.declared.emplace_back();
            line.figure = key.row.substr(0, slash);
            line.place = key.row.substr(slash + 1);
            const auto text = [&](std::string_view column) {
                return m_content.text_at(key.sheet, key.row, column);
            };
            line.name = {text("figure"), text("figure-en")};
            if (const Declarable* what = m_read.layout.declared(line.figure)) {
                line.name = what->name;
                line.unit = what->unit;
            }
            line.institution = text("institution");
            line.source = text("source");
            line.declared_by = text("declared-by");
            if (const auto day = core::day_from_iso(m_content.text_at(key.sheet, key.row, "source-day")))
                line.source_day = *day;
        }
        DeclaredLine& line = m_read.declared.back();
        if (key.column == "total")
            line.total = *value;
        else if (key.column == "female")
            line.female = *value;
        else
            return false;
        return line.female <= line.total || key.column == "female";
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
        listed.push_back({{*weight,
                           error_of(text("code"), text("facts")),
                           {text("sheet"), text("row"), text("column")},
                           text("explanation")},
                          row});
    }
}

} // namespace returns
