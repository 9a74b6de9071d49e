// SPDX-License-Identifier: GPL-3.0-or-later
#include "returns/sent_learners.hpp"

#include "returns/content_reader.hpp"
#include "returns/layout_store.hpp"
#include "returns/return_words.hpp"

#include <algorithm>
#include <array>
#include <set>

namespace returns {
namespace {

// What a learner's line says nothing of.
bool on_no_line(Attribute attribute) {
    constexpr std::array untold{Attribute::result, Attribute::standing, Attribute::grade,   Attribute::award,
                                Attribute::kind,   Attribute::site,     Attribute::contract};
    return std::find(untold.begin(), untold.end(), attribute) != untold.end();
}

// The plan's figure of that key, or the one that is spread over it: "left:moved".
const Figure* planned(const SheetPlan& plan, const std::string& key) {
    const auto found = std::find_if(plan.figures.begin(), plan.figures.end(), [&](const Figure& one) {
        return one.kind == Figure::Kind::each ? key.starts_with(one.key + ':') : one.key == key;
    });
    return found == plan.figures.end() ? nullptr : &*found;
}

bool told_by_lines(const SheetPlan& plan, const std::string& key) {
    const Figure* figure = planned(plan, key);
    if (figure == nullptr || figure->kind == Figure::Kind::heading || figure->counted != Counted::people)
        return false;
    if (figure->each && on_no_line(*figure->each)) return false;
    return std::none_of(figure->where.begin(), figure->where.end(),
                        [](const Condition& one) { return on_no_line(one.of); }) &&
           std::all_of(figure->sum_of.begin(), figure->sum_of.end(),
                       [&](const std::string& part) { return told_by_lines(plan, part); });
}

// The value whose word stands there.
template<typename Value, std::size_t count, typename Word>
std::optional<Value> value_of_word(const std::array<Value, count>& values, std::string_view text, Word word) {
    const auto found =
        std::find_if(values.begin(), values.end(), [&](Value one) { return word(one) == text; });
    return found == values.end() ? std::nullopt : std::optional{*found};
}

std::optional<classes::LeavingReason> reason_from(std::string_view text) {
    for (int at = 0;; ++at) {
        const auto reason = static_cast<classes::LeavingReason>(at);
        if (reason > classes::LeavingReason::other) return std::nullopt;
        if (words::reason(reason).km == text) return reason;
    }
}

std::optional<learners::EquityLevel> equity_from(std::string_view text) {
    constexpr std::array levels{learners::EquityLevel::very_poor, learners::EquityLevel::poor};
    return value_of_word(levels, text, [](learners::EquityLevel one) { return words::equity_km(one); });
}

std::optional<bool> disability_from(std::string_view text) {
    constexpr std::array known{true, false};
    return value_of_word(known, text, [](bool one) { return words::disability_km(one); });
}

class Lines {
  public:
    Lines(const Canonical& content, const ReturnContent& read)
        : m_content(content)
        , m_sheet(read.layout.key_of(SheetPlan::Kind::learners))
        , m_facts{.period = read.period, .layout = read.layout, .classes = {}} {
        read_classes(read);
        std::set<std::string> rows;
        for (const auto& [key, value] : content.values)
            if (ValueKey parts = split_key(key); parts.sheet == m_sheet && parts.column == "number")
                rows.insert(std::move(parts.row));
        for (const std::string& row : rows)
            if (text(row, "number") == row.substr(0, row.find('/'))) add(row);
    }

    const Facts& facts() const { return m_facts; }
    const std::vector<SentLine>& lines() const { return m_lines; }
    // Two programmes have a class of one name: a line does not say of which it is.
    bool ambiguous() const { return m_ambiguous; }

  private:
    std::string text(const std::string& row, std::string_view column) const {
        return m_content.text_at(m_sheet, row, column);
    }

    // Classes tell their programme; a group is named by its key.
    void read_classes(const ReturnContent& read) {
        const std::string sheet = read.layout.key_of(SheetPlan::Kind::classes);
        for (const auto& [key, value] : m_content.values) {
            const ValueKey parts = split_key(key);
            if (parts.sheet != sheet || parts.column != "class") continue;
            const std::string programme = m_content.text_at(sheet, parts.row, "programme");
            ClassFacts& one = m_facts.classes.emplace_back();
            one.programme = programme;
            if (const FilledSheet* main = read.main())
                for (const FilledSheet::Named& group : main->groups)
                    if (group.name.km == programme) one.programme = group.key;
            const auto [at, is_new] =
                m_classes.emplace(m_content.text_at(sheet, parts.row, "class"),
                                  static_cast<std::uint32_t>(m_facts.classes.size() - 1));
            if (!is_new && m_facts.classes[at->second].programme != one.programme) m_ambiguous = true;
        }
    }

    std::uint32_t class_named(const std::string& name) {
        const auto [at, is_new] = m_classes.emplace(name, static_cast<std::uint32_t>(m_facts.classes.size()));
        if (is_new) m_facts.classes.emplace_back();
        return at->second;
    }

    void add(const std::string& row) {
        const SentLine& line = m_lines.emplace_back(SentLine{.number = text(row, "number"),
                                                             .name_km = text(row, "name-km"),
                                                             .name = text(row, "name"),
                                                             .sex = text(row, "sex"),
                                                             .born = text(row, "born"),
                                                             .class_name = text(row, "class"),
                                                             .from = text(row, "from"),
                                                             .until = text(row, "until"),
                                                             .reason = text(row, "reason")});
        Stint& stint = m_facts.stints.emplace_back();
        const auto [person, is_new] =
            m_people.emplace(line.number, static_cast<learners::LearnerId>(m_people.size() + 1));
        stint.learner = person->second;
        stint.enrolment = static_cast<classes::EnrolmentId>(m_facts.stints.size());
        stint.class_at = class_named(line.class_name);
        stint.sex = line.sex == words::sex_km(core::Sex::female) ? core::Sex::female : core::Sex::male;
        if (const auto day = core::day_from_iso(line.from)) stint.first_day = *day;
        if (const auto day = core::day_from_iso(line.until)) stint.last_day = *day;
        stint.reason = reason_from(line.reason);
        stint.disability = disability_from(text(row, "disability"));
        stint.equity = equity_from(text(row, "equity"));
        if (const auto born = core::partial_date_from_text(line.born))
            if (const auto band =
                    band_of(m_facts.layout.bands, core::age_on(*born, m_facts.period.last_day())))
                stint.age_band = static_cast<std::uint32_t>(*band);
        if (const std::string ethnicity = text(row, "ethnicity"); !ethnicity.empty()) {
            const auto [at, unseen] =
                m_ethnicities.emplace(ethnicity, static_cast<std::uint32_t>(m_facts.ethnicities.size()));
            if (unseen) m_facts.ethnicities.push_back(ethnicity);
            stint.ethnicity = at->second;
        }
    }

    const Canonical& m_content;
    std::string m_sheet;
    Facts m_facts;
    std::vector<SentLine> m_lines; // beside m_facts.stints
    std::map<std::string, std::uint32_t> m_classes;
    bool m_ambiguous = false;
    std::map<std::string, learners::LearnerId> m_people;
    std::map<std::string, std::uint32_t> m_ethnicities;
};

} // namespace

core::Expected<std::vector<SentLine>> lines_behind(const storage::Database& database, ReceivedId id,
                                                   const std::string& figure, const std::string& group) {
    const auto one = find_received(database, id);
    if (!one)
        return core::fail(
            core::Error{"return.unknown"}.with("id", std::to_string(static_cast<std::int64_t>(id))));
    if (one->version == 0) return core::fail(core::Error{"return.not-signed"});
    const auto content = load_content(database, id);
    const auto layout = find_layout(database, content->head.layout);
    if (!layout) return core::fail(core::Error{"return.layout-unknown"}.with("layout", content->head.layout));
    const auto read = read_content(*content, *layout);
    if (!read) return core::fail(read.error());
    const FilledSheet* main = read->main();
    if (main == nullptr || layout->key_of(SheetPlan::Kind::learners).empty() ||
        !told_by_lines(main->plan, figure))
        return core::fail(core::Error{"return.no-lines"}.with("figure", figure));
    const Lines lines(*content, *read);
    // A stranger's file has figures alone.
    if (lines.lines().empty() || (group != "all" && lines.ambiguous()))
        return core::fail(core::Error{"return.no-lines"}.with("figure", figure));
    const auto people = people_behind(main->plan, lines.facts(), group, figure);
    std::vector<SentLine> behind;
    for (std::size_t at = 0; at < lines.lines().size(); ++at) {
        const Stint& stint = lines.facts().stints[at];
        const bool of_group = group == "all" || lines.facts().classes[stint.class_at].programme == group;
        if (of_group && people.contains(stint.learner)) behind.push_back(lines.lines()[at]);
    }
    return behind;
}

} // namespace returns
