// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/ui/chart_dialog.hpp"

#include "documents/chart.hpp"
#include "documents/ui/chart_view.hpp"
#include "documents/ui/program_fonts.hpp"
#include "widgets/message_bar.hpp"
#include "widgets/text.hpp"
#include "widgets/wide_dialog.hpp"

#include <wx/button.h>
#include <wx/dialog.h>
#include <wx/filedlg.h>
#include <wx/scrolwin.h>
#include <wx/sizer.h>
#include <wx/stdpaths.h>
#include <wx/translation.h>
#include <wx/utils.h>

namespace documents {

namespace {

class ChartDialog final : public wxDialog {
  public:
    ChartDialog(wxWindow* parent, const wxString& id, const wxString& title,
                const std::vector<core::Chart>& charts, const ChartSource& source)
        : wxDialog(parent, wxID_ANY, title, wxDefaultPosition, wxDefaultSize,
                   wxDEFAULT_DIALOG_STYLE | wxRESIZE_BORDER) {
        SetName(id);
        SetBackgroundColour(widgets::colour::paper);
        auto* messages = new widgets::MessageBar(this);
        auto* area = new wxScrolledWindow(this, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxVSCROLL);
        area->SetScrollRate(0, FromDIP(20));
        area->SetBackgroundColour(widgets::colour::paper);
        auto* two = new wxFlexGridSizer(2, FromDIP(widgets::space::medium), FromDIP(widgets::space::medium));
        two->AddGrowableCol(0, 1);
        two->AddGrowableCol(1, 1);
        for (std::size_t at = 0; at < charts.size(); ++at) {
            auto* view = new ChartView(area, widgets::utf8(id) + ".chart." + std::to_string(at + 1));
            view->show(charts[at]);
            two->Add(view, 1, wxEXPAND);
        }
        area->SetSizer(two);
        area->FitInside();

        auto* buttons = new wxBoxSizer(wxHORIZONTAL);
        wxButton* save = widgets::add_named_button(
            this, widgets::utf8(id) + ".pdf", _("&Save as PDF..."),
            [this, messages, title, charts, source] { save_charts(this, *messages, title, charts, source); });
        wxButton* close =
            widgets::add_named_button(this, widgets::utf8(id) + ".close", _("Close"), [this] { Close(); });
        buttons->Add(save);
        buttons->AddStretchSpacer();
        buttons->Add(close);
        auto* rows = new wxBoxSizer(wxVERTICAL);
        rows->Add(messages, 0, wxEXPAND);
        rows->Add(area, 1, wxEXPAND | wxALL, FromDIP(widgets::space::large));
        rows->Add(buttons, 0, wxEXPAND | wxLEFT | wxRIGHT | wxBOTTOM, FromDIP(widgets::space::large));
        SetSizer(rows);
        widgets::on_leaving(*this, [this] { EndModal(wxID_CLOSE); });
        widgets::size_to_screen(*this, 1120, 700);
        save->SetFocus();
    }
};

} // namespace

void save_charts(wxWindow* parent, widgets::MessageBar& messages, const wxString& title,
                 const std::vector<core::Chart>& charts, const ChartSource& source) {
    wxFileDialog dialog(parent, _("Save as PDF"), wxStandardPaths::Get().GetDocumentsDir(), title + ".pdf",
                        "PDF (*.pdf)|*.pdf", wxFD_SAVE | wxFD_OVERWRITE_PROMPT);
    if (dialog.ShowModal() != wxID_OK) return;
    auto file = widgets::path_of(dialog.GetPath());
    if (file.extension() != ".pdf") file += ".pdf";
    const auto written = write_chart_paper(file,
                                           {.office = widgets::utf8(source.office),
                                            .title = widgets::utf8(title),
                                            .charts = charts,
                                            .sample = source.sample},
                                           screen_fonts(), source.now);
    if (!written) {
        messages.tell(widgets::Tone::bad, source.sentence(written.error()));
        return;
    }
    // The system's own viewer prints it.
    messages.tell(widgets::Tone::good, widgets::fill(_("Saved as {1}."), {widgets::wx_path(file)}),
                  _("Open the file"), [file] { wxLaunchDefaultApplication(widgets::wx_path(file)); });
}

void show_charts(wxWindow* parent, const wxString& id, const wxString& title,
                 const std::vector<core::Chart>& charts, const ChartSource& source) {
    ChartDialog(parent, id, title, charts, source).ShowModal();
}

} // namespace documents
