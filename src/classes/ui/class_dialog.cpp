// SPDX-License-Identifier: GPL-3.0-or-later
#include "classes/ui/class_dialog.hpp"

#include "classes/class_store.hpp"
#include "classes/ui/class_words.hpp"
#include "core/numerals.hpp"
#include "institutions/institution_store.hpp"
#include "programmes/pack_store.hpp"
#include "staff/educator_store.hpp"
#include "widgets/accessible.hpp"
#include "widgets/form.hpp"
#include "widgets/text.hpp"

#include <wx/checklst.h>
#include <wx/sizer.h>

#include <algorithm>
#include <array>

namespace classes {

namespace {

// Seven ticks in a row, Monday to Sunday.
class WeekdaysField final : public wxPanel {
  public:
    WeekdaysField(wxWindow* parent, const Weekdays& weekdays)
        : wxPanel(parent) {
        auto* row = new wxBoxSizer(wxHORIZONTAL);
        for (unsigned weekday = 1; weekday <= 7; ++weekday) {
            auto* tick = new wxCheckBox(this, wxID_ANY, widgets::weekday_name(weekday));
            tick->SetValue(weekdays.holds(weekday));
            widgets::name_control(*tick, "class.weekday." + std::to_string(weekday),
                                  widgets::weekday_name(weekday));
            row->Add(tick, 0, wxRIGHT, FromDIP(widgets::space::medium));
            m_ticks[weekday - 1] = tick;
        }
        SetSizer(row);
    }

    Weekdays weekdays() const {
        std::string digits;
        for (std::size_t i = 0; i < m_ticks.size(); ++i)
            if (m_ticks[i]->GetValue()) digits += static_cast<char>('1' + i);
        return Weekdays::from_text(digits).value_or(Weekdays{});
    }

  private:
    std::array<wxCheckBox*, 7> m_ticks{};
};

class ClassDialog final : public widgets::FormDialog {
  public:
    // `pack` is the class's own, or nothing for a new class, which chooses its programme here.
    ClassDialog(wxWindow* parent, office::Session& session, Class opened,
                std::optional<programmes::Pack> pack)
        : FormDialog(parent, "class", pack ? _("Class") : _("New class"),
                     pack ? _("Save") : _("Open the class"))
        , m_session(session)
        , m_class(std::move(opened))
        , m_pack(std::move(pack))
        , m_institutions(institutions::list_institutions(session.database))
        , m_educators(staff::list_educators(session.database))
        , m_form(new widgets::Form(body(), 3)) {
        add_what();
        add_when();
        add_who();
        rows().Add(m_form, 1, wxEXPAND);
        on_accept([this] { return save(); });
        fit(860);
        m_name_km->SetFocus();
    }

    ClassId kept() const { return m_class.id; }

  private:
    void add_what() {
        m_form->section(_("The class"));
        m_name_km = m_form->add_text("class.name_km", _("Name in Khmer"), m_class.name_km);
        m_name = m_form->add_text("class.name", _("Name in Latin letters"), m_class.name);
        std::vector<wxString> words;
        int here = wxNOT_FOUND;
        for (const auto& institution : m_institutions) {
            if (institution.id == m_class.institution) here = static_cast<int>(words.size());
            words.push_back(office::shown_name(m_session, institution));
        }
        if (here == wxNOT_FOUND && m_institutions.size() == 1) here = 0;
        m_institution = m_form->add_choice("class.institution", _("Institution"), words, here);
        words.clear();
        if (m_pack) {
            words.push_back(wording(m_session, m_pack->name));
        } else {
            m_packs = programmes::current_packs(m_session.database);
            for (const programmes::CurrentPack& one : m_packs)
                words.push_back(wording(m_session, one.pack.name));
        }
        m_programme = m_form->add_choice("class.programme", _("Programme"), words, 0);
        m_programme->Enable(!m_pack);
        m_level = m_form->add_choice("class.level", _("Level"), {});
        m_programme->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) { show_levels(); });
        show_levels();
    }

    void add_when() {
        m_form->section(_("Days and hours"));
        m_first = m_form->add_date("class.first_day", _("First day"));
        m_last = m_form->add_date("class.last_day", _("Last day"));
        if (m_class.first_day.ok()) m_first->set(m_class.first_day);
        if (m_class.last_day.ok()) m_last->set(m_class.last_day);
        const std::string hours =
            m_class.session_minutes > 0 ? core::format_hundredths(m_class.session_minutes * 100 / 60) : "2";
        m_hours = m_form->add_text("class.session_minutes", _("Hours a session"), hours);
        m_form->add_wide("class.weekdays", _("It meets on"), [this](wxWindow* parent) {
            return m_weekdays = new WeekdaysField(
                       parent, m_class.weekdays.empty() ? *Weekdays::from_text("12345") : m_class.weekdays);
        });
    }

    void add_who() {
        m_form->section(_("Learners and educators"));
        m_capacity = m_form->add_text("class.capacity", _("Most learners, if limited"),
                                      m_class.capacity ? std::to_string(*m_class.capacity) : std::string());
        m_open_entry =
            m_form->add_check("class.open_entry", _("Learners may join later"), m_class.open_entry);
        m_multigrade =
            m_form->add_check("class.multigrade", _("Several grades in one class"), m_class.multigrade);
        if (m_educators.empty()) return;
        m_form->add_wide("class.educators", _("Educators"), [this](wxWindow* parent) {
            m_teaching = new wxCheckListBox(parent, wxID_ANY, wxDefaultPosition, wxSize(-1, FromDIP(110)));
            for (const staff::Educator& educator : m_educators) {
                const int row = m_teaching->Append(office::shown_name(m_session, educator));
                const auto& chosen = m_class.educators;
                m_teaching->Check(static_cast<unsigned>(row),
                                  std::find(chosen.begin(), chosen.end(), educator.id) != chosen.end());
            }
            return m_teaching;
        });
    }

    const programmes::Pack& pack() const {
        if (m_pack) return *m_pack;
        return m_packs.at(static_cast<std::size_t>(m_programme->GetSelection())).pack;
    }

    void show_levels() {
        m_level->Clear();
        m_level->Append(wxString());
        int here = 0;
        for (const programmes::Level& level : pack().levels) {
            const int row = m_level->Append(wording(m_session, level.name));
            if (m_class.level == level.key) here = row;
        }
        m_level->SetSelection(here);
        m_level->Enable(!pack().levels.empty());
    }

    bool read_day(widgets::DateField* field, core::Day& day) {
        const auto read = field->day();
        if (read) {
            day = *read;
            return true;
        }
        m_form->complain(field, m_session.sentence(read.error()));
        return false;
    }

    // The form's fields as a class; false when one of them cannot be read, which is said under it.
    bool read(Class& opened) {
        opened.name_km = widgets::typed(m_name_km->GetValue());
        opened.name = widgets::typed(m_name->GetValue());
        const int institution = m_institution->GetSelection();
        if (institution != wxNOT_FOUND)
            opened.institution = m_institutions[static_cast<std::size_t>(institution)].id;
        const int level = m_level->GetSelection();
        opened.level =
            level > 0 ? std::optional(pack().levels[static_cast<std::size_t>(level - 1)].key) : std::nullopt;
        opened.weekdays = m_weekdays->weekdays();
        opened.open_entry = m_open_entry->GetValue();
        opened.multigrade = m_multigrade->GetValue();
        if (m_teaching) {
            opened.educators.clear();
            for (std::size_t i = 0; i < m_educators.size(); ++i)
                if (m_teaching->IsChecked(static_cast<unsigned>(i)))
                    opened.educators.push_back(m_educators[i].id);
        }
        const bool first = read_day(m_first, opened.first_day);
        const bool last = read_day(m_last, opened.last_day);
        return read_numbers(opened) && first && last;
    }

    bool read_numbers(Class& opened) {
        bool readable = true;
        if (const auto hours = core::read_hundredths(widgets::typed(m_hours->GetValue())))
            opened.session_minutes = static_cast<int>((*hours * 60 + 50) / 100);
        else {
            m_form->complain(m_hours, m_session.sentence(hours.error()));
            readable = false;
        }
        opened.capacity.reset();
        const std::string capacity = widgets::typed(m_capacity->GetValue());
        if (capacity.empty()) return readable;
        const auto most = core::read_integer(capacity);
        if (!most) {
            m_form->complain(m_capacity, m_session.sentence(most.error()));
            return false;
        }
        opened.capacity = static_cast<int>(std::clamp<std::int64_t>(*most, -1, 100'000));
        return readable;
    }

    bool save() {
        m_form->forget_complaints();
        Class opened = m_class;
        bool sound = read(opened);
        if (m_institution->GetSelection() == wxNOT_FOUND) {
            m_form->complain(m_institution, m_institutions.empty()
                                                ? _("Register an institution first: a class has its place.")
                                                : _("Choose the institution."));
            sound = false;
        }
        opened = tidied(std::move(opened));
        // Unreadable fields have said so already, and their rules would only repeat it.
        for (const core::Error& fault : sound ? faults(opened) : std::vector<core::Error>{}) {
            complain(fault);
            sound = false;
        }
        if (!sound) return false;
        storage::Transaction tx(m_session.database, m_session.actor);
        const auto kept = write(tx, opened);
        if (!kept) {
            complain(kept.error());
            return false;
        }
        tx.commit();
        m_class.id = *kept;
        return true;
    }

    core::Expected<ClassId> write(storage::Transaction& tx, Class& opened) const {
        if (m_pack) return update_class(tx, opened).map([&] { return opened.id; });
        const auto used = programmes::use_pack(tx, pack().programme);
        if (!used) return tl::make_unexpected(used.error());
        opened.pack = *used;
        return classes::open_class(tx, opened);
    }

    void complain(const core::Error& error) {
        const wxString sentence = m_session.sentence(error);
        if (!m_form->complain_about(error.fact("field"), sentence)) m_form->complain(m_name_km, sentence);
    }

    office::Session& m_session;
    Class m_class;
    std::optional<programmes::Pack> m_pack;
    std::vector<programmes::CurrentPack> m_packs; // to choose from for a new class
    std::vector<institutions::Institution> m_institutions;
    std::vector<staff::Educator> m_educators;
    widgets::Form* m_form;
    wxTextCtrl* m_name_km = nullptr;
    wxTextCtrl* m_name = nullptr;
    wxChoice* m_institution = nullptr;
    wxChoice* m_programme = nullptr;
    wxChoice* m_level = nullptr;
    widgets::DateField* m_first = nullptr;
    widgets::DateField* m_last = nullptr;
    wxTextCtrl* m_hours = nullptr;
    WeekdaysField* m_weekdays = nullptr;
    wxTextCtrl* m_capacity = nullptr;
    wxCheckBox* m_open_entry = nullptr;
    wxCheckBox* m_multigrade = nullptr;
    wxCheckListBox* m_teaching = nullptr;
};

} // namespace

std::optional<ClassId> open_class(wxWindow* parent, office::Session& session) {
    ClassDialog dialog(parent, session, Class{}, std::nullopt);
    if (dialog.ShowModal() != wxID_OK) return std::nullopt;
    return dialog.kept();
}

bool edit_class(wxWindow* parent, office::Session& session, ClassId id) {
    Class opened = load_class(session.database, id);
    programmes::Pack pack = programmes::load_pack(session.database, opened.pack);
    ClassDialog dialog(parent, session, std::move(opened), std::move(pack));
    return dialog.ShowModal() == wxID_OK;
}

} // namespace classes
