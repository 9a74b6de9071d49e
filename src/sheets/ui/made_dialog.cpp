// SPDX-License-Identifier: GPL-3.0-or-later
#include "sheets/ui/made_dialog.hpp"

#include "widgets/accessible.hpp"
#include "widgets/data_list.hpp"
#include "widgets/show_in_folder.hpp"
#include "widgets/text.hpp"
#include "widgets/theme.hpp"

#include <wx/button.h>
#include <wx/dialog.h>
#include <wx/sizer.h>
#include <wx/stattext.h>

namespace sheets {
namespace {

using widgets::space::large;
using widgets::space::small;

class MadeDialog final : public wxDialog {
  public:
    MadeDialog(wxWindow* parent, const office::Session& session, const std::filesystem::path& folder,
               const MadeSheets& all)
        : wxDialog(parent, wxID_ANY, _("Sheets for centres"), wxDefaultPosition, wxDefaultSize,
                   wxDEFAULT_DIALOG_STYLE | wxRESIZE_BORDER) {
        SetName("made");
        SetBackgroundColour(widgets::colour::paper);
        auto* words = new wxStaticText(
            this, wxID_ANY, widgets::fill(_("The sheets lie in {1}."), {widgets::wx_path(folder)}));
        words->Wrap(widgets::text_room(*this, 700));
        auto* list = new widgets::DataList(
            this, "made.classes", _("Classes"),
            {{.title = _("Class"), .width = 230}, {.title = _("File"), .width = 430, .grows = true}});
        list->SetMinSize(widgets::text_room(*this, 720, 320));
        const std::size_t left_out = all.left_out.size();
        // Those without a sheet come first: they need a person.
        list->set_rows(left_out + all.made.size(), [&, left_out](std::size_t row, std::size_t column) {
            return row < left_out ? cell_of(session, all.left_out[row], column)
                                  : cell_of(all.made[row - left_out], column);
        });
        list->on_open([&all, left_out](std::size_t row) {
            if (row >= left_out) widgets::open_file(all.made[row - left_out].file);
        });
        auto* rows = new wxBoxSizer(wxVERTICAL);
        rows->Add(words, 0, wxALL, FromDIP(large));
        rows->Add(list, 1, wxEXPAND | wxLEFT | wxRIGHT, FromDIP(large));
        rows->Add(make_buttons(folder), 0, wxEXPAND | wxALL, FromDIP(large));
        SetSizerAndFit(rows);
        CentreOnParent();
    }

  private:
    static widgets::Cell cell_of(const office::Session& session, const MadeSheets::LeftOut& one,
                                 std::size_t column) {
        if (column == 0) return {widgets::wx(one.class_name)};
        return {session.sentence(one.why), widgets::Tone::warning};
    }

    static widgets::Cell cell_of(const MadeSheets::Made& one, std::size_t column) {
        if (column == 0) return {widgets::wx(one.class_name)};
        return {widgets::wx_path(one.file.filename())};
    }

    wxSizer* make_buttons(const std::filesystem::path& folder) {
        auto* open = new wxButton(this, wxID_ANY, _("Open the folder"));
        widgets::name_control(*open, "made.folder", _("Open the folder"));
        open->Bind(wxEVT_BUTTON, [folder](wxCommandEvent&) { widgets::open_file(folder); });
        auto* close = new wxButton(this, wxID_ANY, _("Close"));
        widgets::name_control(*close, "made.close", _("Close"));
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

void show_made(wxWindow* parent, const office::Session& session, const std::filesystem::path& folder,
               const MadeSheets& all) {
    MadeDialog(parent, session, folder, all).ShowModal();
}

} // namespace sheets
