// SPDX-License-Identifier: GPL-3.0-or-later
#include "spreadsheet/table.hpp"

#include "spreadsheet/arena.hpp"

#include <algorithm>
#include <deque>

namespace spreadsheet {

bool SheetFacts::column_hidden(std::uint32_t column) const {
    return std::ranges::any_of(hidden_columns,
                               [&](const Columns& c) { return column >= c.first && column <= c.last; });
}

const Range* SheetFacts::merged_at(CellRef cell) const {
    const auto at = std::ranges::find_if(merged, [&](const Range& range) { return range.contains(cell); });
    return at == merged.end() ? nullptr : &*at;
}

struct Table::Store {
    explicit Store(std::shared_ptr<MemoryBudget> account)
        : budget(std::move(account))
        , arena(*budget)
        , rows(budget.get()) {}
    std::shared_ptr<MemoryBudget> budget;
    Arena arena;
    std::pmr::deque<Row> rows;
};

Table::Table(std::shared_ptr<MemoryBudget> budget)
    : m_store(std::make_unique<Store>(std::move(budget))) {}
Table::~Table() = default;
Table::Table(Table&&) noexcept = default;
Table& Table::operator=(Table&&) noexcept = default;

std::size_t Table::size() const {
    return m_store->rows.size();
}

Row Table::row(std::size_t nth) const {
    return m_store->rows.at(nth);
}

const Cell* Table::find(std::uint32_t row, std::uint32_t column) const {
    const auto at = std::ranges::lower_bound(m_store->rows, row, {}, &Row::index);
    return at != m_store->rows.end() && at->index == row ? at->find(column) : nullptr;
}

std::string_view Table::text(std::uint32_t row, std::uint32_t column) const {
    const Cell* cell = find(row, column);
    return cell ? cell->text : std::string_view{};
}

void Table::append(const Row& row) {
    std::byte* at = m_store->arena.take(row.cells.size_bytes(), alignof(Cell));
    Cell* kept = reinterpret_cast<Cell*>(at);
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
        Cell cell = row.cells[i];
        cell.text = m_store->arena.keep(cell.text);
        new (kept + i) Cell{cell};
    }
    m_store->rows.push_back({row.index, row.hidden, {kept, row.cells.size()}});
}

} // namespace spreadsheet
