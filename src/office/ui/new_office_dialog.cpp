// SPDX-License-Identifier: GPL-3.0-or-later
#include "office/ui/new_office_dialog.hpp"

#include "office/gazetteer_file.hpp"
#include "office/office_store.hpp"
#include "widgets/form.hpp"
#include "widgets/text.hpp"

#include <wx/filedlg.h>
#include <wx/sizer.h>
#include <wx/stdpaths.h>

namespace office {

namespace {

class NewOfficeDialog final : public widgets::FormDialog {
  public:
    NewOfficeDialog(wxWindow* parent, widgets::Language language)
        : FormDialog(parent, "new-office", _("New office file"), _("Choose where to keep it..."))
        , m_khmer(language == widgets::Language::khmer)
        , m_form(new widgets::Form(body(), 2)) {
        for (const Area& area : shipped_gazetteer().areas) {
            if (area.valid_to) continue;
            if (area.code.size() == 2) m_provinces.push_back(area);
            if (area.code.size() == 4) m_districts.push_back(area);
        }
        m_form->section(_("Whose register is it?"));
        std::vector<wxString> words;
        for (const Area& area : m_provinces)
            words.push_back(name_of(area));
        m_province = m_form->add_choice("office.province", _("Province"), words, 0);
        m_district = m_form->add_choice("office.district", _("District"), {});
        m_name_km = m_form->add_text("office.name_km", _("Name in Khmer"));
        m_name = m_form->add_text("office.name", _("Name in Latin letters"));
        m_province->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) { show_districts(); });
        m_district->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) { show_names(); });
        show_districts();
        rows().Add(m_form, 1, wxEXPAND);
        fit(640);
        m_province->SetFocus();
    }

    NewOffice wanted() const {
        return {.area_code = area().code,
                .institution_code = {},
                .name_km = widgets::typed(m_name_km->GetValue()),
                .name = widgets::typed(m_name->GetValue())};
    }

  private:
    wxString name_of(const Area& area) const {
        return widgets::wx(area.code) + "  " + widgets::wx(m_khmer ? area.name_km : area.name);
    }

    // The first choice is the province's own office; then its districts.
    void show_districts() {
        const Area& province = m_provinces[static_cast<std::size_t>(m_province->GetSelection())];
        m_here.clear();
        wxArrayString words;
        words.Add(_("The province's own office"));
        for (const Area& area : m_districts)
            if (area.code.starts_with(province.code)) {
                m_here.push_back(area);
                words.Add(name_of(area));
            }
        m_district->Set(words);
        m_district->SetSelection(m_here.empty() ? 0 : 1);
        show_names();
    }

    void show_names() {
        m_name_km->ChangeValue(widgets::wx(default_name_km(area())));
        m_name->ChangeValue(widgets::wx(default_name(area())));
    }

    const Area& area() const {
        const int row = m_district->GetSelection();
        return row > 0 ? m_here[static_cast<std::size_t>(row - 1)]
                       : m_provinces[static_cast<std::size_t>(m_province->GetSelection())];
    }

    bool m_khmer;
    std::vector<Area> m_provinces;
    std::vector<Area> m_districts;
    std::vector<Area> m_here; // the districts of the province chosen
    widgets::Form* m_form;
    wxChoice* m_province;
    wxChoice* m_district;
    wxTextCtrl* m_name_km;
    wxTextCtrl* m_name;
};

} // namespace

std::optional<std::filesystem::path>
make_new_office(wxWindow* parent, storage::Environment environment, widgets::Language language,
                const std::function<wxString(const core::Error&)>& sentence) {
    NewOfficeDialog dialog(parent, language);
    if (dialog.ShowModal() != wxID_OK) return std::nullopt;
    const NewOffice wanted = dialog.wanted();
    wxFileDialog files(parent, _("Where to keep the office file"), wxStandardPaths::Get().GetDocumentsDir(),
                       widgets::wx(wanted.area_code + ".srok"), _("Office files") + " (*.srok)|*.srok",
                       wxFD_SAVE);
    if (files.ShowModal() != wxID_OK) return std::nullopt;
    std::filesystem::path path = widgets::path_of(files.GetPath());
    if (path.extension() != ".srok") path += ".srok";
    // The file is made and closed: opening it is the same as for any other.
    const auto made = create_office(path, environment, wanted);
    if (made) return path;
    widgets::tell(parent, _("The office file was not made"), sentence(made.error()));
    return std::nullopt;
}

} // namespace office
