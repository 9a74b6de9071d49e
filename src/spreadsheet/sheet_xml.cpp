// SPDX-License-Identifier: GPL-3.0-or-later
#include "spreadsheet/sheet_xml.hpp"

#include "spreadsheet/cell_text.hpp"
#include "spreadsheet/xml_part.hpp"

#include <algorithm>

namespace spreadsheet {
namespace {

enum class Section { other, columns, rows, merges };

// Depths in a worksheet: worksheet 1, sheetData 2, row 3, c 4, v f is 5, what is inside <is> 6 and deeper.
class SheetHandler final : public XmlHandler {
  public:
    SheetHandler(const SheetContext& context, MemoryBudget& budget, const RowSink& sink)
        : m_context(context)
        , m_budget(budget)
        , m_sink(sink)
        , m_cells(&budget)
        , m_own_text(&budget)
        , m_row_text(&budget)
        , m_text(&budget)
        , m_rich(m_text) {}
    ~SheetHandler() override { m_budget.release(m_charged); }
    SheetHandler(const SheetHandler&) = delete;
    SheetHandler& operator=(const SheetHandler&) = delete;

    SheetFacts facts;

    void start(std::string_view name, const Attributes& attributes) override;
    void end() override;
    void text(std::string_view piece) override;

  private:
    // A value spelled in the sheet itself; where it lies in m_row_text, which may move until the row ends.
    struct OwnText {
        std::size_t cell = 0;
        std::size_t begin = 0;
    };

    void start_section(std::string_view name);
    void start_row(const Attributes& attributes);
    void start_cell(const Attributes& attributes);
    void start_in_cell(std::string_view name);
    void end_cell();
    void end_row();
    void add_hidden_columns(const Attributes& attributes);
    void add_merge(const Attributes& attributes);
    bool place_cell(std::string_view reference);
    bool take_value();
    bool within_limits();
    void charge(std::size_t bytes) {
        m_budget.charge(bytes);
        m_charged += bytes;
    }
    void refuse_cell(std::string_view code, std::string_view fact, std::string_view value,
                     std::uint64_t maximum = 0);
    void damaged(std::string_view why) { refuse_cell("file.damaged", "why", why); }

    const SheetContext& m_context;
    MemoryBudget& m_budget;
    const RowSink& m_sink;
    std::size_t m_charged = 0;

    int m_depth = 0;
    Section m_section = Section::other;

    bool m_in_row = false;
    bool m_row_hidden = false;
    std::uint32_t m_row = 0;
    std::uint32_t m_next_row = 0;
    std::pmr::vector<Cell> m_cells;
    std::pmr::vector<OwnText> m_own_text;
    std::pmr::string m_row_text;

    bool m_in_cell = false;
    bool m_in_value = false;
    bool m_in_inline = false;
    Cell m_cell;
    std::uint32_t m_next_column = 0;
    Spelled m_spelled = Spelled::number;
    std::uint32_t m_style = 0;
    std::pmr::string m_text;
    RichText m_rich;
};

void SheetHandler::refuse_cell(std::string_view code, std::string_view fact, std::string_view value,
                               std::uint64_t maximum) {
    core::Error error{std::string{code}};
    error.with(std::string{fact}, std::string{value});
    if (maximum > 0) error.with("maximum", std::to_string(maximum));
    if (m_in_cell)
        error.place.cell = cell_name(m_row, m_cell.column);
    else if (m_in_row)
        error.place.row = m_row + 1;
    refuse(std::move(error));
}

void SheetHandler::start(std::string_view name, const Attributes& attributes) {
    switch (++m_depth) {
    case 1:
        if (name != "worksheet") damaged("not-a-sheet");
        break;
    case 2:
        start_section(name);
        break;
    case 3:
        if (m_section == Section::rows && name == "row")
            start_row(attributes);
        else if (m_section == Section::columns && name == "col")
            add_hidden_columns(attributes);
        else if (m_section == Section::merges && name == "mergeCell")
            add_merge(attributes);
        break;
    case 4:
        if (m_in_row && name == "c") start_cell(attributes);
        break;
    case 5:
        if (m_in_cell) start_in_cell(name);
        break;
    default:
        if (m_in_inline) m_rich.start(name);
        break;
    }
}

void SheetHandler::end() {
    switch (m_depth--) {
    case 3:
        if (m_in_row) end_row();
        break;
    case 4:
        if (m_in_cell) end_cell();
        break;
    case 5:
        m_in_value = m_in_inline = false;
        break;
    default:
        if (m_in_inline) m_rich.end();
        break;
    }
}

void SheetHandler::text(std::string_view piece) {
    if (m_in_value && m_depth == 5)
        m_text.append(piece);
    else if (m_in_inline)
        m_rich.text(piece);
    else
        return;
    if (m_text.size() > longest_text) refuse_cell("file.too-big", "what", "text", longest_text);
}

void SheetHandler::start_section(std::string_view name) {
    m_section = name == "sheetData"    ? Section::rows
                : name == "cols"       ? Section::columns
                : name == "mergeCells" ? Section::merges
                                       : Section::other;
}

void SheetHandler::start_row(const Attributes& attributes) {
    m_row = m_next_row;
    if (const auto number = attributes.find("r")) {
        const auto row = whole_number(*number);
        if (!row || *row == 0 || *row > sheet_rows) return damaged("cell-reference");
        if (*row - 1 < m_next_row) return damaged("cell-order");
        m_row = *row - 1;
    }
    if (m_row >= sheet_rows) return damaged("cell-reference");
    m_next_row = m_row + 1;
    m_next_column = 0;
    m_in_row = true;
    m_row_hidden = attributes.is_set("hidden");
}

void SheetHandler::start_cell(const Attributes& attributes) {
    m_cell = Cell{};
    m_spelled = Spelled::number;
    m_style = 0;
    m_text.clear();
    std::string_view reference;
    attributes.each([&](std::string_view name, std::string_view value) {
        if (name == "r")
            reference = value;
        else if (name == "t")
            m_spelled = spelled(value);
        else if (name == "s")
            m_style = whole_number(value).value_or(0);
    });
    m_in_cell = true;
    m_cell.column = m_next_column;
    if (!place_cell(reference)) return;
    m_next_column = m_cell.column + 1;
    if (m_spelled == Spelled::unknown) damaged("cell-type");
}

// Without a name a cell follows the one before it.
bool SheetHandler::place_cell(std::string_view reference) {
    if (reference.empty()) {
        if (m_next_column < sheet_columns) return true;
        return damaged("cell-reference"), false;
    }
    const auto cell = parse_cell(reference);
    if (!cell || cell->row != m_row) return damaged("cell-reference"), false;
    m_cell.column = cell->column;
    if (cell->column < m_next_column) return damaged("cell-order"), false;
    return true;
}

void SheetHandler::start_in_cell(std::string_view name) {
    if (name == "v")
        m_in_value = m_text.empty();
    else if (name == "f")
        m_cell.formula = true;
    else if (name == "is")
        m_in_inline = m_spelled == Spelled::inline_text;
}

void SheetHandler::end_cell() {
    if (take_value() && (m_cell.kind != CellKind::empty || m_cell.formula) && within_limits()) {
        m_cells.push_back(m_cell);
        facts.rows = m_row + 1;
        facts.columns = std::max(facts.columns, m_cell.column + 1);
    }
    m_in_cell = false;
}

bool SheetHandler::within_limits() {
    if (m_row >= m_context.limits.rows)
        return refuse_cell("file.too-big", "what", "rows", m_context.limits.rows), false;
    if (m_cell.column >= m_context.limits.columns)
        return refuse_cell("file.too-big", "what", "columns", m_context.limits.columns), false;
    return true;
}

bool SheetHandler::take_value() {
    const CellValue value = read_value(m_spelled, m_style, m_text, m_context.values);
    if (!value.wrong.empty()) return damaged(value.wrong), false;
    m_cell.kind = value.kind;
    m_cell.date = value.date;
    m_cell.text = value.text;
    if (!value.lasting && value.kind != CellKind::empty) {
        m_own_text.push_back({m_cells.size(), m_row_text.size()});
        m_row_text.append(value.text);
    }
    return true;
}

void SheetHandler::end_row() {
    m_in_row = false;
    for (const OwnText& own : m_own_text)
        if (own.cell < m_cells.size())
            m_cells[own.cell].text =
                std::string_view{m_row_text}.substr(own.begin, m_cells[own.cell].text.size());
    const bool go_on = m_cells.empty() || m_sink(Row{m_row, m_row_hidden, m_cells});
    m_cells.clear();
    m_own_text.clear();
    m_row_text.clear();
    if (!go_on) stop();
}

void SheetHandler::add_hidden_columns(const Attributes& attributes) {
    const auto first = whole_number(attributes.find("min").value_or(""));
    const auto last = whole_number(attributes.find("max").value_or(""));
    if (!first || !last || *first == 0 || *last > sheet_columns || *last < *first)
        return damaged("cell-reference");
    if (!attributes.is_set("hidden")) return;
    charge(sizeof(SheetFacts::Columns));
    facts.hidden_columns.push_back({*first - 1, *last - 1});
}

void SheetHandler::add_merge(const Attributes& attributes) {
    const auto range = parse_range(attributes.find("ref").value_or(""));
    if (!range) return damaged("cell-reference");
    charge(sizeof(Range));
    facts.merged.push_back(*range);
}

} // namespace

core::Expected<SheetFacts> read_sheet(PartReader part, const SheetContext& context, MemoryBudget& budget,
                                      const RowSink& sink) {
    SheetHandler handler{context, budget, sink};
    auto parsed = parse_xml(std::move(part), handler, budget);
    if (!parsed) {
        parsed.error().place.sheet = context.sheet_name;
        return tl::unexpected(std::move(parsed.error()));
    }
    return std::move(handler.facts);
}

} // namespace spreadsheet
