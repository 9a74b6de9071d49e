// SPDX-License-Identifier: GPL-3.0-or-later
#include "returns/comparison.hpp"

#include "core/ratio.hpp"
#include "core/words.hpp"
#include "returns/province_content.hpp"
#include "returns/received_store.hpp"
#include "returns/return_workbook.hpp"

#include <algorithm>
#include <charconv>
#include <map>

namespace returns {
namespace {

constexpr core::Words<Beside, 4> beside_words{{"last-version", "last-period", "last-year", "neighbours"}};

constexpr int decimals = 4;
constexpr std::int64_t unit = 10'000;
constexpr std::int64_t most_whole = 1'000'000'000'000;

ComparedFigure read_figure(std::string_view text) {
    const bool negative = text.starts_with('-');
    if (negative) text.remove_prefix(1);
    const auto point = text.find('.');
    std::int64_t whole = 0;
    const std::string_view digits = text.substr(0, point);
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), whole);
    if (error != std::errc{} || end != digits.data() + digits.size() || whole > most_whole)
        return std::nullopt;
    std::int64_t part = 0;
    if (point != std::string_view::npos) {
        std::string fraction{text.substr(point + 1)};
        if (fraction.empty() || fraction.size() > decimals) return std::nullopt;
        fraction.append(decimals - fraction.size(), '0');
        const auto [last, wrong] = std::from_chars(fraction.data(), fraction.data() + fraction.size(), part);
        if (wrong != std::errc{} || last != fraction.data() + fraction.size()) return std::nullopt;
    }
    const std::int64_t value = whole * unit + part;
    return negative ? -value : value;
}

ComparedFigure figure_in(const Canonical& content, const std::string& row, std::string_view column) {
    const auto* value = content.find(sheet_keys::figures, row, column);
    if (value == nullptr || value->type != ValueType::number) return std::nullopt;
    return read_figure(value->raw);
}

constexpr std::string_view total_column = "all.total";
constexpr std::string_view female_column = "all.female";

// The keys of the rows that have a figure of the whole office, in the order in which they were signed.
std::vector<std::string> rows_of(const Canonical& content) {
    std::vector<std::string> rows;
    for (const auto* line : content.lines) {
        const auto& [key, value] = *line;
        if (value.type != ValueType::number || sheet_of(key) != sheet_keys::figures) continue;
        ValueKey parts = split_key(key);
        if (parts.column == total_column) rows.push_back(std::move(parts.row));
    }
    return rows;
}

class Comparer {
  public:
    Comparer(const storage::Database& database, ReceivedReturn one)
        : m_database(database)
        , m_received(list_received(database))
        , m_content(load_content(database, one.id)) {
        m_comparison.one = std::move(one);
    }

    Comparison compare() {
        find_others();
        for (const std::string& row : rows_of(*m_content)) {
            ComparedRow& line = m_comparison.rows.emplace_back();
            line.key = row;
            line.label_km = m_content->text_at(sheet_keys::figures, row, "label");
            line.label = m_content->text_at(sheet_keys::figures, row, "label-en");
            line.total = cell(row, total_column);
            line.female = cell(row, female_column);
        }
        return std::move(m_comparison);
    }

  private:
    void find_others() {
        const ReceivedReturn& one = m_comparison.one;
        m_comparison.last_version = version_before(one);
        if (const auto period = ReturnPeriod::from_text(one.period)) {
            m_comparison.last_period = counting(m_received, one.office, period->before().to_text(), true);
            m_comparison.last_year =
                counting(m_received, one.office, period->a_year_before().to_text(), true);
        }
        put(Beside::last_version, m_comparison.last_version);
        put(Beside::last_period, m_comparison.last_period);
        put(Beside::last_year, m_comparison.last_year);
        std::map<std::string, bool> neighbours;
        for (const ReceivedReturn& other : m_received)
            if (!other.office.empty() && other.office != one.office && other.period == one.period)
                neighbours[other.office] = true;
        for (const auto& [office, is] : neighbours)
            if (const auto counts = counting(m_received, office, one.period, true))
                m_neighbours.push_back(load_content(m_database, counts->id));
        m_comparison.neighbours = m_neighbours.size();
    }

    void put(Beside beside, const std::optional<ReceivedReturn>& other) {
        if (other) m_others[static_cast<std::size_t>(beside)] = load_content(m_database, other->id);
    }

    std::optional<ReceivedReturn> version_before(const ReceivedReturn& one) const {
        std::optional<ReceivedReturn> best;
        for (const ReceivedReturn& other : m_received) {
            if (other.office != one.office || other.period != one.period || other.id == one.id ||
                !may_count(other) || !outranks(one, other))
                continue;
            const auto rank = [](const ReceivedReturn& of) {
                return std::tuple{of.state != ReceivedState::rejected, of.verdict == FileVerdict::verified,
                                  of.version};
            };
            if (!best || rank(other) > rank(*best)) best = other;
        }
        return best;
    }

    ComparedCell cell(const std::string& row, std::string_view column) const {
        ComparedCell cell;
        cell.value = figure_in(*m_content, row, column);
        for (std::size_t at = 0; at < m_others.size(); ++at)
            if (m_others.at(at) != nullptr) cell.others.at(at) = figure_in(*m_others.at(at), row, column);
        cell.others.at(static_cast<std::size_t>(Beside::neighbours)) = mean(row, column);
        return cell;
    }

    ComparedFigure mean(const std::string& row, std::string_view column) const {
        core::Ratio sum;
        std::int64_t count = 0;
        for (const auto& content : m_neighbours)
            if (const ComparedFigure figure = figure_in(*content, row, column)) {
                sum += core::Ratio{*figure, unit};
                ++count;
            }
        if (count == 0) return std::nullopt;
        constexpr std::int64_t of_two_decimals = unit / 100;
        return core::round_half_up(sum / core::Ratio{count}, 2) * of_two_decimals;
    }

    const storage::Database& m_database;
    std::vector<ReceivedReturn> m_received;
    std::unique_ptr<Canonical> m_content;
    std::array<std::unique_ptr<Canonical>, all_beside.size()> m_others;
    std::vector<std::unique_ptr<Canonical>> m_neighbours;
    Comparison m_comparison;
};

} // namespace

std::string_view to_text(Beside beside) {
    return beside_words.text(beside);
}

std::string figure_text(const ComparedFigure& figure) {
    if (!figure) return {};
    std::string text = core::format_decimal(*figure < 0 ? -*figure : *figure, decimals);
    text.erase(text.find_last_not_of('0') + 1);
    if (text.ends_with('.')) text.pop_back();
    return *figure < 0 ? '-' + text : text;
}

ComparedFigure ComparedCell::difference(Beside beside) const {
    const ComparedFigure& than = other(beside);
    if (!value || !than) return std::nullopt;
    return *value - *than;
}

std::string ComparedCell::difference_text(Beside beside) const {
    const ComparedFigure by = difference(beside);
    return by && *by > 0 ? '+' + figure_text(by) : figure_text(by);
}

core::Expected<Comparison> compare(const storage::Database& database, ReceivedId id) {
    auto one = find_received(database, id);
    if (!one)
        return core::fail(
            core::Error{"return.unknown"}.with("id", std::to_string(static_cast<std::int64_t>(id))));
    if (one->version == 0) return core::fail(core::Error{"return.not-signed"});
    return Comparer(database, std::move(*one)).compare();
}

} // namespace returns
