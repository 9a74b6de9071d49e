// SPDX-License-Identifier: GPL-3.0-or-later
#include "certificates/ui/issued_dialog.hpp"

#include "widgets/accessible.hpp"
#include "widgets/data_list.hpp"
#include "widgets/text.hpp"

#include <wx/button.h>
#include <wx/dialog.h>
#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/utils.h>

namespace certificates {

namespace {

using widgets::space::large;
using widgets::space::small;

class IssuedDialog final : public wxDialog {
  public:
    IssuedDialog(wxWindow* parent, const std::filesystem::path& folder, const std::vector<IssuedFile>& files)
        : wxDialog(parent, wxID_ANY, _("Certificates issued"), wxDefaultPosition, wxDefaultSize,
                   wxDEFAULT_DIALOG_STYLE | wxRESIZE_BORDER) {
        SetName("issued");
        SetBackgroundColour(widgets::colour::paper);
        auto* words = new wxStaticText(
            this, wxID_ANY,
            widgets::fill(_("{1} certificates stand as PDF files in {2}. Print them, have them signed, and "
                            "hand them over."),
                          {widgets::number(static_cast<long long>(files.size())), widgets::wx_path(folder)}));
        words->Wrap(FromDIP(600));
        auto* list = new widgets::DataList(this, "issued.files", _("Certificates issued"),
                                           {{.title = _("Serial number"), .width = 190},
                                            {.title = _("Name"), .width = 200, .grows = true},
                                            {.title = _("File"), .width = 200, .grows = true}});
        list->SetMinSize(FromDIP(wxSize(640, 280)));
        list->set_rows(files.size(), [&files](std::size_t row, std::size_t column) -> widgets::Cell {
            const IssuedFile& one = files[row];
            if (column == 0) return {widgets::wx(one.serial)};
            return {column == 1 ? widgets::wx(one.name) : widgets::wx_path(one.file.filename())};
        });
        list->on_open(
            [&files](std::size_t row) { wxLaunchDefaultApplication(widgets::wx_path(files[row].file)); });
        auto* rows = new wxBoxSizer(wxVERTICAL);
        rows->Add(words, 0, wxALL, FromDIP(large));
        rows->Add(list, 1, wxEXPAND | wxLEFT | wxRIGHT, FromDIP(large));
        rows->Add(make_buttons(folder), 0, wxEXPAND | wxALL, FromDIP(large));
        SetSizerAndFit(rows);
        CentreOnParent();
    }

  private:
    wxSizer* make_buttons(const std::filesystem::path& folder) {
        auto* open = new wxButton(this, wxID_ANY, _("Open the folder"));
        widgets::name_control(*open, "issued.folder", _("Open the folder"));
        open->Bind(wxEVT_BUTTON,
                   [folder](wxCommandEvent&) { wxLaunchDefaultApplication(widgets::wx_path(folder)); });
        auto* close = new wxButton(this, wxID_ANY, _("Close"));
        widgets::name_control(*close, "issued.close", _("Close"));
        widgets::dress(*close, widgets::Part::primary_button);
        close->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { EndModal(wxID_OK); });
        close->SetDefault();
        SetEscapeId(close->GetId());
        auto* row = new wxBoxSizer(wxHORIZONTAL);
        row->AddStretchSpacer();
        row->Add(open, 0, wxRIGHT, FromDIP(small));
        row->Add(close);
        return row;
    }
};

} // namespace

void show_issued(wxWindow* parent, const std::filesystem::path& folder,
                 const std::vector<IssuedFile>& files) {
    IssuedDialog(parent, folder, files).ShowModal();
}

} // namespace certificates
