// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/list_files.hpp"

#include "app/preferences.hpp"
#include "core/clock.hpp"
#include "documents/ui/paper_preview.hpp"
#include "documents/ui/program_fonts.hpp"
#include "spreadsheet/simple_table.hpp"
#include "widgets/job_dialog.hpp"
#include "widgets/list_gate.hpp"
#include "widgets/memory.hpp"
#include "widgets/saved_file.hpp"
#include "widgets/text.hpp"
#include "widgets/told_file.hpp"

#include <wx/dialog.h>
#include <wx/translation.h>
#include <wx/window.h>

#include <algorithm>
#include <memory>
#include <utility>

namespace app {

namespace {

using Rows = std::vector<std::vector<std::string>>;

// A line of a page in landscape takes about so many design pixels of the screen; wider lists are set smaller.
constexpr int wide_list = 620;
constexpr double pixels_a_character = 7;

core::SystemClock& clock() {
    static core::SystemClock system;
    return system;
}

// Runs `work` and gives what came of it to `show`. Shown in the dialog's own strip or the main window's; no
// window in which the list stands takes input meanwhile, so that it is there when the job ends.
template<typename Result>
void run(wxWindow* from, const ListDesk& desk, const wxString& title,
         std::function<Result(core::Progress&)> work, std::function<void(wxWindow*, const Result&)> show) {
    wxWindow* top = wxGetTopLevelParent(from);
    auto* with_strip = dynamic_cast<widgets::JobDialog*>(top);
    wxWindow* shut = with_strip || !dynamic_cast<wxDialog*>(top) ? nullptr : top;
    if (shut) shut->Disable();
    widgets::JobPanel& panel = with_strip ? with_strip->jobs() : desk.jobs();
    panel.run(
        title,
        [from, shut, work = std::move(work),
         show = std::move(show)](core::Progress& progress) -> widgets::JobRunner::Finish {
            const auto result = std::make_shared<const Result>(work(progress));
            return [from, shut, show, result] {
                if (shut) shut->Enable();
                show(from, *result);
            };
        },
        [from, shut, desk](const core::Error& error) {
            if (shut) shut->Enable();
            if (error.code != "cancelled") widgets::tell_near(from, widgets::Tone::bad, desk.sentence(error));
        });
}

spreadsheet::Style style_of(const widgets::SeenList::SeenColumn& column, const Rows& rows, std::size_t at) {
    std::vector<std::string> cells;
    for (const auto& row : rows)
        cells.push_back(row[at]);
    switch (widgets::kind_of_cells(cells)) {
    case widgets::CellKind::number:
        // What stands at the left may be a code, whose zeros count.
        return column.right ? spreadsheet::Style::number : spreadsheet::Style::text;
    case widgets::CellKind::day:
        return spreadsheet::Style::date;
    case widgets::CellKind::text:
        break;
    }
    return spreadsheet::Style::text;
}

// The cell as the workbook wants it; what is no plain figure or day stays the text that was seen.
std::string value_of(const std::string& seen, spreadsheet::Style style) {
    std::string value;
    if (style == spreadsheet::Style::number) value = widgets::plain_figure(seen);
    if (style == spreadsheet::Style::date) value = widgets::iso_day(seen);
    return value.empty() ? seen : value;
}

spreadsheet::SimpleTable table_of(const widgets::SeenList& list, Rows rows) {
    spreadsheet::SimpleTable table;
    table.sheet = list.titles.empty() ? std::string{} : list.titles.back();
    table.titles = list.titles;
    int width = 0;
    for (std::size_t at = 0; at < list.columns.size(); ++at) {
        const auto& column = list.columns[at];
        const auto style = style_of(column, rows, at);
        table.columns.push_back({column.title, std::max(8.0, column.width / pixels_a_character), style});
        for (auto& row : rows)
            row[at] = value_of(row[at], style);
        width += column.width;
    }
    table.rows = std::move(rows);
    table.landscape = width > wide_list;
    return table;
}

documents::Sheet sheet_of(const widgets::SeenList& list, const Rows& rows, const std::string& office,
                          bool landscape) {
    documents::Sheet sheet;
    sheet.orientation = landscape ? documents::Orientation::landscape : documents::Orientation::portrait;
    sheet.office_lines = {office};
    sheet.titles = list.titles;
    for (const auto& column : list.columns)
        sheet.columns.push_back({column.title, static_cast<double>(column.width),
                                 column.right ? documents::Align::right : documents::Align::left});
    sheet.rows = rows;
    sheet.text_size = 8;
    sheet.footer = list.titles.empty() ? std::string{} : list.titles.front();
    return sheet;
}

// So many are some hundred pages: more nobody prints, and laying them out would fill the memory.
constexpr std::size_t most_printed = 10'000;

Rows rows_of(const widgets::SeenList& list, core::Progress& progress) {
    Rows rows = list.rows(progress);
    if (progress.cancelled()) throw core::WorldFailure{{"cancelled"}};
    return rows;
}

wxString name_of(const widgets::SeenList& list) {
    return list.titles.empty() ? wxString() : widgets::wx(list.titles.front());
}

void save(wxWindow* from, const widgets::SeenList& list, const ListDesk& desk) {
    const auto path = widgets::ask_save(from, _("Save the list as a workbook"), name_of(list), ".xlsx",
                                        _("Workbook (*.xlsx)|*.xlsx"));
    if (!path) return;
    run<std::filesystem::path>(
        from, desk, _("Writing the workbook"),
        [list, path = *path, office = desk.office()](core::Progress& progress) {
            const auto table = table_of(list, rows_of(list, progress));
            spreadsheet::write_table(
                path, table, {table.titles.empty() ? "" : table.titles.front(), office, clock().now()});
            return path;
        },
        [](wxWindow* window, const std::filesystem::path& made) {
            widgets::tell_file_near(window, widgets::fill(_("Saved as {1}."), {widgets::wx_path(made)}),
                                    made);
        });
}

void print(wxWindow* from, const widgets::SeenList& list, const ListDesk& desk) {
    int width = 0;
    for (const auto& column : list.columns)
        width += column.width;
    const bool landscape = documents::prefers_landscape(list.id, width > wide_list);
    struct Made {
        core::Expected<documents::Paper> paper;
        std::shared_ptr<const Rows> rows;
    };
    run<Made>(
        from, desk, _("Preparing the pages"),
        [list, landscape, office = desk.office()](core::Progress& progress) {
            const auto rows = std::make_shared<const Rows>(rows_of(list, progress));
            if (rows->size() > most_printed)
                throw core::WorldFailure{core::Error{"list.too-long"}
                                             .with("rows", std::to_string(rows->size()))
                                             .with("maximum", std::to_string(most_printed))};
            auto paper = documents::paper_of_sheet(sheet_of(list, *rows, office, landscape),
                                                   documents::load_program_fonts(), clock().now());
            return Made{std::move(paper), rows};
        },
        [list, desk](wxWindow* window, const Made& made) {
            if (!made.paper)
                return widgets::tell_near(window, widgets::Tone::bad, desk.sentence(made.paper.error()));
            documents::Paper paper = *made.paper;
            paper.title = name_of(list);
            paper.file = name_of(list);
            paper.kind = list.id;
            paper.sentence = desk.sentence;
            paper.turned = [list, rows = made.rows, office = desk.office()](bool turned) {
                return documents::lay_out(sheet_of(list, *rows, office, turned),
                                          documents::load_program_fonts());
            };
            paper.workbook = [list, rows = made.rows,
                              office = desk.office()](const std::filesystem::path& path) {
                const auto table = table_of(list, *rows);
                spreadsheet::write_table(path, table, {widgets::utf8(name_of(list)), office, clock().now()});
                return core::Expected<void>{};
            };
            documents::show_paper(wxGetTopLevelParent(window), paper);
        });
}

} // namespace

void open_list_desk(ListDesk desk) {
    widgets::set_list_gate(
        {.print = [desk](wxWindow* from, const widgets::SeenList& list) { print(from, list, desk); },
         .save = [desk](wxWindow* from, const widgets::SeenList& list) { save(from, list, desk); }});
}

void close_list_desk() {
    widgets::set_list_gate({});
}

void install_memory() {
    widgets::set_memory({.read = read_remembered, .write = write_remembered});
}

} // namespace app
