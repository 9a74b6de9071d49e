// SPDX-License-Identifier: GPL-3.0-or-later
// How a list was read: its first lines with each column's meaning above, set right by a click.
#pragma once

#include "imports/reading.hpp"
#include "office/ui/session.hpp"
#include "widgets/register_grid.hpp"

#include <wx/panel.h>

#include <functional>
#include <memory>

class wxButton;
class wxChoice;
class wxStaticText;

namespace imports {

class ReadingView : public wxPanel {
  public:
    // `corrected` is called with all that the person has said so far; the list is then read anew and shown.
    ReadingView(wxWindow* parent, const office::Session& session,
                std::function<void(const Correction&)> corrected);
    ~ReadingView() override;

    void show(ListReading reading, const Correction& said);
    void focus();

  private:
    class Lines;
    void make_choices(wxSizer& rows);
    void make_grid(wxSizer& rows);
    wxString how_it_was_read() const;
    void show_choices();
    // The column under the grid's cursor.
    void show_column();
    std::size_t column() const;
    void offer_meanings();
    void mean(std::size_t choice);
    void choose_sheet();
    void choose_header_row();

    const office::Session& m_session;
    std::function<void(const Correction&)> m_corrected;
    ListReading m_reading;
    Correction m_said;
    std::unique_ptr<Lines> m_lines;
    wxStaticText* m_how = nullptr;
    wxChoice* m_sheet = nullptr;
    wxChoice* m_header_row = nullptr;
    wxButton* m_forget = nullptr;
    widgets::RegisterGrid* m_grid = nullptr;
    wxStaticText* m_column = nullptr;
    wxChoice* m_meaning = nullptr;
};

} // namespace imports
