// SPDX-License-Identifier: GPL-3.0-or-later
#include "office/ui/settings_page.hpp"

#include "core/phone.hpp"
#include "office/contact.hpp"
#include "office/key_store.hpp"
#include "office/office_store.hpp"
#include "office/screen_lock.hpp"
#include "office/ui/holiday_panel.hpp"
#include "widgets/accessible.hpp"
#include "widgets/form.hpp"
#include "widgets/text.hpp"

#include <wx/notebook.h>
#include <wx/sizer.h>
#include <wx/stattext.h>

#include <algorithm>

namespace office {

namespace {

wxString level_word(Level level) {
    switch (level) {
    // TRANSLATORS: what kind of office a file belongs to.
    case Level::province:
        return _("Provincial office");
    case Level::district:
        return _("District office");
    case Level::institution:
        return _("Institution");
    }
    return {};
}

class SettingsPage final : public widgets::Page {
  public:
    SettingsPage(wxWindow* parent, Session& session, const SettingsActions& actions)
        : Page(parent, "settings", _("Settings"))
        , m_session(session)
        , m_actions(actions)
        , m_tabs(new wxNotebook(this, wxID_ANY)) {
        widgets::name_control(*m_tabs, "settings.tabs", _("Settings"));
        m_tabs->AddPage(make_office(), _("This office"));
        m_holidays = new HolidayPanel(m_tabs, session, commands());
        m_tabs->AddPage(m_holidays, _("Holidays"));
        for (const SettingsTab& tab : m_actions.more) {
            m_tabs->AddPage(tab.create(m_tabs), tab.label);
            m_more.push_back(tab.id);
        }
        body().Add(m_tabs, 1, wxEXPAND);
    }

    void refresh() override {
        show_office();
        m_holidays->refresh();
    }

    wxWindow* first_control() override { return m_tabs; }

    // A tab by its id.
    void open(std::string_view what) override {
        if (what == "office") m_tabs->SetSelection(0);
        if (what == "holidays") m_tabs->SetSelection(1);
        for (std::size_t at = 0; at < m_more.size(); ++at)
            if (m_more[at] == what) m_tabs->SetSelection(own_tabs + at);
    }

    std::string shown() const override {
        const auto at = static_cast<std::size_t>(std::max(0, m_tabs->GetSelection()));
        if (at >= own_tabs) return m_more[at - own_tabs];
        return at == 0 ? "office" : "holidays";
    }

  private:
    wxWindow* make_office() {
        auto* tab = new wxPanel(m_tabs);
        tab->SetBackgroundColour(widgets::colour::paper);
        auto* form = new widgets::Form(tab, 3);
        form->section(_("Name"));
        m_name_km = form->add_text("office.name_km", _("Name in Khmer"));
        m_name = form->add_text("office.name", _("Name in Latin letters"));
        // TRANSLATORS: a section of the office's settings: what whoever holds a document may call.
        form->section(_("On documents"));
        m_phone = form->add_text("office.phone", _("Office telephone"));
        form->section(_("Screen"));
        m_language =
            form->add_choice("office.language", _("Language"), {widgets::wx("ភាសាខ្មែរ"), wxString("English")},
                             m_session.language == widgets::Language::khmer ? 0 : 1);
        m_look = form->add_choice("office.look", _("Appearance"),
                                  // TRANSLATORS: how Srok looks: as the desktop does, light, or dark.
                                  {_("As the desktop"), _("Light"), _("Dark")},
                                  static_cast<int>(m_actions.screen.look));
        m_digits = form->add_choice("office.digits",
                                    // TRANSLATORS: 123 or the Khmer signs for them, in figures and days.
                                    _("Digits"), {wxString("0 1 2 3 4 5"), widgets::wx("០ ១ ២ ៣ ៤ ៥")},
                                    static_cast<int>(m_actions.screen.digits));
        std::vector<wxString> sizes;
        int size = 0;
        for (const int percent : widgets::text_sizes) {
            if (percent == m_actions.screen.text_size) size = static_cast<int>(sizes.size());
            sizes.push_back(widgets::number(percent) + " %");
        }
        // TRANSLATORS: how large letters are on the screen.
        m_text_size = form->add_choice("office.text-size", _("Size of text"), sizes, size);
        std::vector<wxString> minutes;
        for (const int choice : lock_choices)
            minutes.push_back(widgets::fill(_("{1} minutes without a key"), {widgets::number(choice)}));
        // TRANSLATORS: when the screen is locked by itself.
        m_lock = form->add_choice("office.lock", _("The screen is locked after"), minutes);
        m_lock->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) {
            storage::Transaction tx(m_session.database, m_session.actor);
            set_lock_minutes(tx, lock_choices.at(static_cast<std::size_t>(m_lock->GetSelection())));
            tx.commit();
        });
        for (wxTextCtrl* name : {m_name_km, m_name})
            name->Bind(wxEVT_KILL_FOCUS, [this](wxFocusEvent& event) {
                event.Skip();
                keep_names();
            });
        m_phone->Bind(wxEVT_KILL_FOCUS, [this](wxFocusEvent& event) {
            event.Skip();
            keep_phone();
        });
        m_language->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) {
            m_actions.switch_language(m_language->GetSelection() == 0 ? widgets::Language::khmer
                                                                      : widgets::Language::english);
        });
        for (wxChoice* choice : {m_look, m_digits, m_text_size})
            choice->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) {
                m_actions.use_screen({.look = static_cast<widgets::Look>(m_look->GetSelection()),
                                      .digits = static_cast<widgets::Digits>(m_digits->GetSelection()),
                                      .text_size = widgets::text_sizes[m_text_size->GetSelection()]});
            });
        m_facts = new wxStaticText(tab, wxID_ANY, wxString());
        m_facts->SetForegroundColour(widgets::colour::muted);
        auto* rows = new wxBoxSizer(wxVERTICAL);
        rows->Add(form, 0, wxEXPAND | wxALL, FromDIP(widgets::space::large));
        rows->Add(m_facts, 0, wxEXPAND | wxLEFT | wxRIGHT | wxBOTTOM, FromDIP(widgets::space::large));
        tab->SetSizer(rows);
        return tab;
    }

    void show_office() {
        const Office here = load_office(m_session.database);
        m_name_km->ChangeValue(widgets::wx(here.name_km));
        m_name->ChangeValue(widgets::wx(here.name));
        m_phone->ChangeValue(widgets::wx(core::shown_phone(office_phone(m_session.database))));
        const auto* const lock =
            std::find(lock_choices.begin(), lock_choices.end(), lock_minutes(m_session.database));
        m_lock->SetSelection(static_cast<int>(lock - lock_choices.begin()));
        // Nobody could unlock it.
        m_lock->Enable(!here.in_set_up() && m_session.may("setting.change"));
        const Area area = load_area(m_session.database, here);
        const bool khmer = m_session.language == widgets::Language::khmer;
        const OwnKey key = current_key(m_session.database);
        wxString facts =
            // TRANSLATORS: {1} the kind of office, {2} its area, {3} the area's code.
            widgets::fill(_("{1}: {2} ({3})"),
                          {level_word(here.level), widgets::wx(khmer ? unit_km(area) : unit_en(area)),
                           widgets::wx(here.area_code)});
        facts += "\n" + widgets::fill(_("File: {1}"), {widgets::wx_path(m_session.database.path())});
        facts += "\n" + widgets::fill(_("Signing key: {1}"), {widgets::wx(to_text(key.id))});
        if (here.in_set_up())
            facts += "\n" + _("The file is in set-up: one person, no log-in, everything allowed.");
        m_facts->SetLabelText(facts);
        Layout();
    }

    // A field is committed when it is left.
    void keep_names() {
        if (!m_name_km->IsModified() && !m_name->IsModified()) return;
        const Office here = load_office(m_session.database);
        const std::string name_km = widgets::typed(m_name_km->GetValue());
        const std::string name = widgets::typed(m_name->GetValue());
        if (name_km == here.name_km && name == here.name) return;
        if (name_km.empty()) {
            messages().tell(widgets::Tone::bad, _("An office needs its Khmer name: documents carry it."));
            m_name_km->ChangeValue(widgets::wx(here.name_km));
            return;
        }
        storage::Transaction tx(m_session.database, m_session.actor);
        rename_office(tx, name_km, name);
        tx.commit();
        messages().tell(widgets::Tone::good, _("The office's name is kept."));
    }

    void keep_phone() {
        if (!m_phone->IsModified()) return;
        storage::Transaction tx(m_session.database, m_session.actor);
        const auto kept = set_office_phone(tx, widgets::typed(m_phone->GetValue()));
        if (!kept) {
            messages().tell(widgets::Tone::bad, m_session.sentence(kept.error()));
            return;
        }
        tx.commit();
        m_phone->ChangeValue(widgets::wx(core::shown_phone(office_phone(m_session.database))));
        messages().tell(widgets::Tone::good,
                        _("The telephone number is kept; it stands beside the code of new documents."));
    }

    static constexpr std::size_t own_tabs = 2;

    Session& m_session;
    std::vector<std::string> m_more;
    SettingsActions m_actions;
    wxNotebook* m_tabs;
    HolidayPanel* m_holidays = nullptr;
    wxTextCtrl* m_name_km = nullptr;
    wxTextCtrl* m_name = nullptr;
    wxTextCtrl* m_phone = nullptr;
    wxChoice* m_look = nullptr;
    wxChoice* m_digits = nullptr;
    wxChoice* m_text_size = nullptr;
    wxChoice* m_language = nullptr;
    wxChoice* m_lock = nullptr;
    wxStaticText* m_facts = nullptr;
};

} // namespace

widgets::PageEntry settings_page(Session& session, SettingsActions actions) {
    return {.id = "settings",
            .label = _("Settings"),
            .icon = "settings",
            .create = [&session, actions = std::move(actions)](wxWindow* parent) {
                return new SettingsPage(parent, session, actions);
            }};
}

} // namespace office
