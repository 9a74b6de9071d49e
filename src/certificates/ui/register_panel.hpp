// SPDX-License-Identifier: GPL-3.0-or-later
// Every serial number and its state; reprinting a certificate, making a duplicate of it, replacing it and
// making it void; the control sheet.
#pragma once

#include "certificates/register_store.hpp"
#include "certificates/ui/certificate_card.hpp"
#include "office/ui/session.hpp"
#include "widgets/data_list.hpp"
#include "widgets/empty_state.hpp"
#include "widgets/page.hpp"
#include "widgets/search_box.hpp"

#include <wx/panel.h>

#include <filesystem>
#include <optional>
#include <vector>

class wxStaticText;

namespace certificates {

class RegisterPanel : public wxPanel {
  public:
    // Adds its commands to the page, and tells in its message bar.
    RegisterPanel(wxWindow* parent, office::Session& session, widgets::Page& page);

    void refresh();
    wxWindow* first_control();
    // Narrows the list to this serial or name.
    void find(const std::string& text);

  private:
    void add_commands();
    wxSizer* make_top();
    void show_entries();
    const RegisterEntry* selected() const;
    wxSizer* make_card();
    std::optional<std::filesystem::path> ask_file(const wxString& title, const wxString& name,
                                                  const wxString& kinds);
    void tell_file(const wxString& sentence, const std::filesystem::path& file);
    void reprint_selected();
    void duplicate_selected();
    void replace_selected();
    void write_control();
    void void_selected();

    office::Session& m_session;
    widgets::Page& m_page;
    std::vector<RegisterEntry> m_entries;
    std::vector<std::size_t> m_shown; // places in m_entries
    wxPanel* m_whole;
    widgets::EmptyState* m_empty;
    widgets::SearchBox* m_search = nullptr;
    wxStaticText* m_count = nullptr;
    widgets::DataList* m_list = nullptr;
    CertificateCard* m_card = nullptr;
    bool m_told_few = false; // that numbers run short, once
};

} // namespace certificates
