// SPDX-License-Identifier: GPL-3.0-or-later
#include "returns/layout_file.hpp"

#include "programmes/toml_reader.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <span>
#include <stdexcept>

namespace returns {

// Made by the build.
std::string_view resource(std::string_view path);

namespace {

using programmes::TomlReader;

constexpr programmes::TomlCodes codes{"layout.missing", "layout.unknown-key", "layout.wrong-type",
                                      "layout.out-of-range"};
constexpr programmes::Range any_age{0, 120};

// The values that an attribute can have; empty where the data say.
std::span<const std::string_view> values_of(Attribute attribute) {
    static constexpr std::array<std::string_view, 2> entry{"new", "at-start"};
    static constexpr std::array<std::string_view, 2> exit{"left", "at-end"};
    static constexpr std::array<std::string_view, 9> reason{
        "dropped_out", "moved", "transferred", "work", "illness", "marriage", "died", "other", "none"};
    static constexpr std::array<std::string_view, 3> disability{"yes", "no", "not-asked"};
    static constexpr std::array<std::string_view, 3> equity{"1", "2", "none"};
    static constexpr std::array<std::string_view, 4> result{"pass", "fail", "incomplete", "none"};
    static constexpr std::array<std::string_view, 6> standing{"promoted", "passed-by-retest",   "retest",
                                                              "repeat",   "repeat-for-absence", "none"};
    static constexpr std::array<std::string_view, 2> award{"yes", "no"};
    static constexpr std::array<std::string_view, 3> kind{"school", "clc", "site"};
    static constexpr std::array<std::string_view, 5> site{"factory", "pagoda", "prison", "other", "none"};
    static constexpr std::array<std::string_view, 4> contract{"state", "contract", "community", "volunteer"};
    switch (attribute) {
    case Attribute::entry:
        return entry;
    case Attribute::exit:
        return exit;
    case Attribute::reason:
        return reason;
    case Attribute::disability:
        return disability;
    case Attribute::equity:
        return equity;
    case Attribute::result:
        return result;
    case Attribute::standing:
        return standing;
    case Attribute::award:
        return award;
    case Attribute::kind:
        return kind;
    case Attribute::site:
        return site;
    case Attribute::contract:
        return contract;
    case Attribute::age:
    case Attribute::ethnicity:
    case Attribute::grade:
        break;
    }
    return {};
}

class LayoutReader {
  public:
    explicit LayoutReader(std::string file)
        : m_in(std::move(file), codes) {}

    core::Expected<Layout> read(const toml::table& root) {
        m_in.allow_only(root, {"name", "version", "official", "period", "title", "age-band", "sheet",
                               "indicator", "declared"});
        m_layout.name = m_in.text(root, "name");
        m_layout.version = m_in.text(root, "version");
        if (!is_name(m_layout.name)) wrong_name("name", root);
        if (m_layout.version.find(' ') != std::string::npos) wrong_name("version", root);
        m_layout.official = m_in.yes_or_no(root, "official").value_or(false);
        m_in.need(root, "period");
        m_layout.period =
            static_cast<PeriodKind>(m_in.choice(root, "period", {"month", "semester", "year"}).value_or(0));
        m_layout.title = m_in.wording(root, "title");
        m_in.need(root, "age-band");
        m_layout.bands = m_in.items<AgeBand>(root, "age-band", [&](const auto& one) { return band(one); });
        if (m_layout.bands.empty() || m_layout.bands.back().to) fail("layout.bands", "age-band", "", root);
        m_in.need(root, "sheet");
        m_layout.sheets = m_in.items<SheetPlan>(root, "sheet", [&](const auto& one) { return sheet(one); });
        m_layout.indicators =
            m_in.items<Indicator>(root, "indicator", [&](const auto& one) { return indicator(one); });
        m_layout.declarable =
            m_in.items<Declarable>(root, "declared", [&](const auto& one) { return declarable(one); });
        check_declared(root, m_layout.declarable);
        check_sheet_keys(root);
        if (m_in.error()) return core::fail(*m_in.error());
        return std::move(m_layout);
    }

    // A list of what can be declared, without a layout around it.
    core::Expected<std::vector<Declarable>> read_declarable(const toml::table& root) {
        m_in.allow_only(root, {"declared"});
        m_in.need(root, "declared");
        auto list =
            m_in.items<Declarable>(root, "declared", [&](const auto& one) { return declarable(one); });
        check_declared(root, list);
        if (m_in.error()) return core::fail(*m_in.error());
        return list;
    }

  private:
    void fail(std::string code, std::string_view key, std::string value, const toml::node& where) {
        m_in.fail(core::Error{std::move(code)}.with("key", std::string{key}).with("value", std::move(value)),
                  where);
    }

    void wrong_name(std::string_view key, const toml::table& root) {
        if (const toml::node* node = root.get(key))
            m_in.fail(core::Error{"layout.wrong-type"}
                          .with("key", std::string{key})
                          .with("wanted", key == "name" ? "a-z 0-9 -" : "a word without blanks"),
                      *node);
    }

    AgeBand band(const toml::table& table) {
        m_in.allow_only(table, {"key", "from", "to", "name"});
        AgeBand one{m_in.text(table, "key"), m_in.whole(table, "from", any_age).value_or(0),
                    m_in.whole(table, "to", any_age), m_in.wording(table, "name")};
        m_in.need(table, "from");
        const bool follows = m_last_age ? one.from == *m_last_age + 1 : m_bands == 0;
        if (!follows || (one.to && *one.to < one.from)) fail("layout.bands", "age-band", one.key, table);
        m_last_age = one.to;
        ++m_bands;
        return one;
    }

    SheetPlan sheet(const toml::table& table) {
        m_in.allow_only(table, {"kind", "key", "name", "title", "group", "programmes", "figure", "sum"});
        SheetPlan plan;
        m_in.need(table, "kind");
        plan.kind = static_cast<SheetPlan::Kind>(
            m_in.choice(table, "kind",
                        {"cover", "figures", "table", "classes", "results", "scores", "certificates",
                         "educators", "learners", "nominal-roll"})
                .value_or(0));
        plan.key = m_in.text(table, "key");
        plan.name = m_in.wording(table, "name");
        plan.title = table.contains("title") ? m_in.wording(table, "title") : plan.name;
        plan.group = static_cast<Group>(
            m_in.choice(table, "group", {"programme", "institution", "level"}).value_or(0));
        plan.programmes = m_in.texts(table, "programmes");
        const bool counts = plan.kind == SheetPlan::Kind::figures || plan.kind == SheetPlan::Kind::table;
        if (counts) m_in.need(table, "figure");
        plan.figures = m_in.items<Figure>(table, "figure", [&](const auto& one) { return figure(one); });
        plan.sums = m_in.items<SumRule>(table, "sum", [&](const auto& one) { return sum(one); });
        check_references(plan, table);
        return plan;
    }

    Figure figure(const toml::table& table) {
        m_in.allow_only(table, {"key", "name", "heading", "count", "where", "each", "sum", "equals",
                                "percent-of", "indented"});
        Figure one;
        one.key = m_in.text(table, "key");
        one.name = m_in.wording(table, "name");
        one.counted = static_cast<Counted>(
            m_in.choice(table, "count",
                        {"people", "classes", "educators", "days-taken", "days-present", "rate"})
                .value_or(0));
        one.where = conditions(table);
        one.sum_of = m_in.texts(table, "sum");
        one.equals = m_in.texts(table, "equals");
        if (table.contains("percent-of")) one.percent_of = m_in.text(table, "percent-of");
        one.indented = m_in.yes_or_no(table, "indented").value_or(false);
        if (table.contains("each")) {
            one.kind = Figure::Kind::each;
            one.each = attribute(m_in.text(table, "each"), *table.get("each"));
        } else if (!one.sum_of.empty()) {
            one.kind = Figure::Kind::sum;
        } else if (m_in.yes_or_no(table, "heading").value_or(false)) {
            one.kind = Figure::Kind::heading;
        }
        return one;
    }

    std::optional<Attribute> attribute(const std::string& text, const toml::node& where) {
        const auto found = attribute_from_text(text);
        if (!found) unknown_word("where", text, where);
        return found;
    }

    void unknown_word(std::string_view key, const std::string& value, const toml::node& where) {
        fail("layout.unknown-word", key, value, where);
    }

    std::vector<Condition> conditions(const toml::table& table) {
        std::vector<Condition> all;
        const toml::table* where = m_in.find_table(table, "where");
        if (where == nullptr) return all;
        for (const auto& [name, node] : *where) {
            const std::string key{name.str()};
            const auto of = attribute(key, node);
            Condition one{of.value_or(Attribute::entry), m_in.texts(*where, key)};
            if (of)
                for (const std::string& value : one.among)
                    if (!known(*of, value)) unknown_word(key, value, node);
            all.push_back(std::move(one));
        }
        return all;
    }

    bool known(Attribute of, const std::string& value) const {
        const auto values = values_of(of);
        if (of == Attribute::age)
            return value == "unknown" || std::any_of(m_layout.bands.begin(), m_layout.bands.end(),
                                                     [&](const AgeBand& band) { return band.key == value; });
        return values.empty() || std::find(values.begin(), values.end(), value) != values.end();
    }

    SumRule sum(const toml::table& table) {
        m_in.allow_only(table, {"weight", "parts", "whole", "at-most"});
        SumRule rule;
        rule.weight =
            static_cast<Weight>(m_in.choice(table, "weight", {"block", "explain", "hint"}).value_or(0));
        m_in.need(table, "parts");
        rule.parts = m_in.texts(table, "parts");
        rule.whole = m_in.text(table, "whole");
        rule.at_most = m_in.yes_or_no(table, "at-most").value_or(false);
        return rule;
    }

    // Every key once. A province writes the tables and the scores beside sheets of its own, and makes a sheet
    // of each section of the main figures that counts people.
    void check_sheet_keys(const toml::node& root) {
        std::set<std::string> office{"declared", "findings", "changes"};
        std::set<std::string> province{"cover", "districts", "programmes", "indicators", "declared",
                                       "trend", "quality",   "sent",       "results",    "changes"};
        const auto take = [&](std::set<std::string>& taken, const std::string& key) {
            if (!taken.insert(key).second) fail("layout.repeated", "sheet", key, root);
        };
        const SheetPlan* main = nullptr;
        for (const SheetPlan& sheet : m_layout.sheets) {
            take(office, sheet.key);
            if (sheet.kind == SheetPlan::Kind::table || sheet.kind == SheetPlan::Kind::scores)
                take(province, sheet.key);
            if (main == nullptr && sheet.kind == SheetPlan::Kind::figures && sheet.group == Group::programme)
                main = &sheet;
        }
        if (main == nullptr) return;
        std::string section;
        for (const Figure& figure : main->figures) {
            if (figure.kind == Figure::Kind::heading) {
                section = figure.key.substr(figure.key.find(':') + 1);
            } else if (!section.empty() && figure.counted == Counted::people) {
                take(province, section);
                section.clear();
            }
        }
    }

    Indicator indicator(const toml::table& table) {
        m_in.allow_only(table, {"key", "name", "numerator", "denominator", "rest"});
        m_in.need(table, "numerator");
        Indicator one{m_in.text(table, "key"), m_in.wording(table, "name"), m_in.texts(table, "numerator"),
                      m_in.text(table, "denominator"), m_in.yes_or_no(table, "rest").value_or(false)};
        for (const std::string& key : one.numerator)
            demand_figure("numerator", key, table);
        demand_figure("denominator", one.denominator, table);
        return one;
    }

    Declarable declarable(const toml::table& table) {
        m_in.allow_only(table, {"key", "name", "unit", "beside"});
        Declarable one;
        one.key = m_in.text(table, "key");
        one.name = m_in.wording(table, "name");
        m_in.need(table, "unit");
        one.unit = static_cast<Declarable::Unit>(
            m_in.choice(table, "unit", {"people", "number", "riel"}).value_or(0));
        if (table.contains("beside")) {
            one.beside = m_in.text(table, "beside");
            if (!m_layout.sheets.empty()) demand_figure("beside", one.beside, table);
        }
        return one;
    }

    void check_declared(const toml::node& root, const std::vector<Declarable>& list) {
        std::set<std::string> keys;
        for (const Declarable& one : list) {
            if (!is_name(one.key)) fail("layout.unknown-word", "declared", one.key, root);
            if (!keys.insert(one.key).second) fail("layout.repeated", "declared", one.key, root);
        }
    }

    // A figure of the main sheet, or its women.
    void demand_figure(std::string_view key, std::string value, const toml::node& where) {
        if (constexpr std::string_view women = ".female"; value.ends_with(women))
            value.resize(value.size() - women.size());
        for (const SheetPlan& sheet : m_layout.sheets) {
            if (sheet.kind != SheetPlan::Kind::figures || sheet.group != Group::programme) continue;
            for (const Figure& figure : sheet.figures)
                if (figure.key == value ||
                    (figure.kind == Figure::Kind::each && value.starts_with(figure.key + ':')))
                    return;
        }
        fail("layout.unknown-reference", key, value, where);
    }

    void check_references(const SheetPlan& plan, const toml::table& where) {
        std::set<std::string> keys;
        std::set<std::string> beginnings;
        for (const Figure& one : plan.figures) {
            const bool many = one.kind == Figure::Kind::each;
            if (many) beginnings.insert(one.key + ':');
            if (!many && !keys.insert(one.key).second) fail("layout.repeated", "figure", one.key, where);
            if (const auto colon = one.key.find(':'); colon != std::string::npos)
                beginnings.insert(one.key.substr(0, colon + 1));
        }
        const auto demand = [&](std::string_view key, const std::string& value, bool may_begin) {
            const bool begins = may_begin && value.ends_with(':');
            if (begins ? !beginnings.contains(value) : !keys.contains(value))
                fail("layout.unknown-reference", key, value, where);
        };
        const auto counts = [&](Counted what) {
            return std::any_of(plan.figures.begin(), plan.figures.end(),
                               [&](const Figure& one) { return one.counted == what; });
        };
        if (counts(Counted::rate) && !(counts(Counted::days_taken) && counts(Counted::days_present)))
            fail("layout.unknown-reference", "rate", "days-taken, days-present", where);
        for (const Figure& one : plan.figures) {
            for (const std::string& part : one.sum_of)
                demand("sum", part, false);
            for (const std::string& part : one.equals)
                demand("equals", part, false);
            if (!one.percent_of.empty()) demand("percent-of", one.percent_of, false);
        }
        for (const SumRule& rule : plan.sums) {
            for (const std::string& part : rule.parts)
                demand("parts", part, true);
            demand("whole", rule.whole, false);
        }
    }

    TomlReader m_in;
    Layout m_layout;
    std::optional<int> m_last_age;
    std::size_t m_bands = 0;
};

const std::vector<Declarable>& usually_declarable() {
    static const std::vector<Declarable> list = [] {
        constexpr std::string_view path = "returns/declared.toml";
        auto read = LayoutReader(std::string{path}).read_declarable(toml::parse(resource(path)));
        if (!read) throw std::logic_error(std::string{path} + ": " + read.error().code);
        return std::move(*read);
    }();
    return list;
}

} // namespace

core::Expected<Layout> parse_layout(std::string_view text, std::string file) {
    try {
        const toml::table root = toml::parse(text);
        auto layout = LayoutReader(std::move(file)).read(root);
        if (layout && layout->declarable.empty()) layout->declarable = usually_declarable();
        return layout;
    } catch (const toml::parse_error& error) {
        return core::fail(
            core::Error{"layout.not-toml"}
                .with("reason", std::string{error.description()})
                .at({.file = std::move(file), .row = static_cast<std::int64_t>(error.source().begin.line)}));
    }
}

} // namespace returns
