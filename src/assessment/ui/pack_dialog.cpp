// SPDX-License-Identifier: GPL-3.0-or-later
#include "assessment/ui/pack_dialog.hpp"

#include "assessment/pack_effect.hpp"
#include "assessment/ui/pack_effects.hpp"
#include "assessment/ui/pack_example_panel.hpp"
#include "assessment/ui/pack_part_panel.hpp"
#include "programmes/pack_edit.hpp"
#include "programmes/pack_file.hpp"
#include "widgets/data_list.hpp"
#include "widgets/job_panel.hpp"
#include "widgets/text.hpp"
#include "widgets/theme.hpp"

#include <fmt/format.h>
#include <wx/simplebook.h>
#include <wx/sizer.h>
#include <wx/translation.h>

#include <algorithm>

namespace assessment {
namespace {

using programmes::Pack;
using widgets::fill;
using widgets::wx;

// As packs are written today, under the version that comes next.
Pack draft_of(const storage::Database& database, const Pack& current) {
    Pack pack = current;
    programmes::keep_limits_in_one_place(pack);
    pack.version = programmes::next_version(database, current);
    // What an office changes by itself is nobody else's rule.
    pack.official = false;
    return pack;
}

class PackDialog final : public widgets::FormDialog {
  public:
    PackDialog(wxWindow* parent, office::Session& session, const Pack& pack)
        : FormDialog(parent, "pack", _("Rules of a programme"), _("Save as a new version"))
        , m_session(session)
        , m_old(pack)
        , m_draft{session, draft_of(session.database, pack)}
        , m_first(m_draft.pack) {
        // TRANSLATORS: {1} is a programme, {2} a version of its rules.
        auto* title = new wxStaticText(
            body(), wxID_ANY, fill(_("{1}, from version {2}"), {m_draft.shown(pack.name), wx(pack.version)}));
        title->SetFont(title->GetFont().Bold());
        rows().Add(title, 0, wxBOTTOM, FromDIP(widgets::space::small));
        add_pages();
        m_example = new PackExamplePanel(this, session);
        m_effects = new PackEffects(this, session);
        auto* column = new wxBoxSizer(wxVERTICAL);
        column->SetMinSize(wxSize(widgets::text_room(*this, 420), -1));
        column->Add(m_example, 1, wxEXPAND);
        column->Add(m_effects, 0, wxEXPAND);
        side().Add(column, 1, wxEXPAND | wxALL, FromDIP(widgets::space::large));
        m_jobs = new widgets::JobPanel(this, body());
        GetSizer()->Add(m_jobs, 0, wxEXPAND);
        add_button("pack.effects", _("What it would change"), [this] { look_at_classes(); });
        m_draft.changed = [this] { show_changes(); };
        on_accept([this] { return save(); });
        ask_before_leaving();
        hint(_("Classes keep their rules; open ones may go over to the new version afterwards."));
        turn_to(0);
        show_changes();
        fit(760);
    }

  private:
    void add_pages() {
        auto* columns = new wxBoxSizer(wxHORIZONTAL);
        m_pages = new widgets::DataList(body(), "pack.parts", _("Parts of the rules"),
                                        {{.title = _("Part"), .width = 170, .grows = true}});
        m_pages->keep_order();
        m_pages->SetMinSize(widgets::text_room(*this, 185, 420));
        m_book = new wxSimplebook(body());
        m_book->SetMinSize(widgets::text_room(*this, 540, 550));
        for (const auto& make :
             {programme_part, subjects_part, levels_part, periods_part, averages_part, result_part,
              grades_part, attendance_part, units_part, award_part, signers_part}) {
            auto* page = new PackPartPanel(m_book, m_draft, make());
            m_panels.push_back(page);
            m_book->AddPage(page, page->part().title);
        }
        m_pages->set_rows(m_panels.size(), [this](std::size_t row, std::size_t) -> widgets::Cell {
            return {m_panels[row]->part().title};
        });
        m_pages->on_select([this] { page_chosen(); });
        columns->Add(m_pages, 0, wxEXPAND | wxRIGHT, FromDIP(widgets::space::large));
        columns->Add(m_book, 1, wxEXPAND);
        rows().Add(columns, 1, wxEXPAND);
    }

    // A long evening's changes are not lost with one key.
    void ask_before_leaving() {
        FindWindow("pack.cancel")->Bind(wxEVT_BUTTON, [this](wxCommandEvent& event) {
            if (m_draft.pack == m_first ||
                widgets::ask(this, _("Leave without saving?"), _("The rules were changed and not saved."),
                             _("Leave")))
                event.Skip();
        });
    }

    PackPartPanel& shown_page() { return *m_panels[m_at]; }

    void turn_to(std::size_t at) {
        m_at = at;
        m_pages->quietly([&] { m_pages->select(at); });
        m_panels[at]->show();
        m_book->SetSelection(at);
    }

    // A page with a field that cannot be read stays open.
    void page_chosen() {
        const auto row = m_pages->selected();
        if (!row || *row == m_at) return;
        if (shown_page().is_sound())
            turn_to(*row);
        else
            CallAfter([this] {
                m_pages->quietly([this] { m_pages->select(m_at); });
                shown_page().is_sound(); // the list took the keyboard
            });
    }

    void show_changes() {
        m_effects->forget();
        shown_page().refresh_names();
        const auto fault = programmes::find_fault(m_draft.pack);
        m_example->show(m_draft.pack, fault ? sentence(*fault) : wxString());
    }

    wxString sentence(const programmes::PackFault& fault) const {
        for (const PackPartPanel* page : m_panels)
            if (const auto& tables = page->part().tables;
                std::find(tables.begin(), tables.end(), fault.part) != tables.end()) {
                if (fault.error.code == "pack.missing")
                    // TRANSLATORS: {1} is a part of the rules: subjects, grades …
                    return fill(_("Under {1} something is still to be filled in."), {page->part().title});
                return page->part().title + ": " + m_session.sentence(fault.error);
            }
        return m_session.sentence(fault.error);
    }

    // The page, the item and the field of it; where no field is meant, the line above.
    void tell(const programmes::PackFault& fault) {
        for (std::size_t at = 0; at < m_panels.size(); ++at) {
            const auto& tables = m_panels[at]->part().tables;
            if (std::find(tables.begin(), tables.end(), fault.part) == tables.end()) continue;
            turn_to(at);
            if (m_panels[at]->complain_of(fault)) return;
        }
        bar().tell(widgets::Tone::bad, sentence(fault));
    }

    bool is_whole() {
        if (!shown_page().is_sound()) return false;
        const auto fault = programmes::find_fault(m_draft.pack);
        if (fault) tell(*fault);
        return !fault;
    }

    void look_at_classes() {
        if (m_jobs->busy() || !is_whole()) return;
        m_effects->look(*m_jobs, m_draft.pack, [this](const core::Error& error) {
            bar().tell(widgets::Tone::bad, m_session.sentence(error));
        });
        Layout();
    }

    bool save() {
        if (m_jobs->busy() || !is_whole()) return false;
        // Only another version's name is no other version.
        Pack same = m_first;
        same.version = m_draft.pack.version;
        if (m_draft.pack == same && m_draft.pack.version == m_first.version) return true;
        storage::Transaction tx(m_session.database, m_session.actor);
        const std::string comment =
            fmt::format("Not official. Made from version {} on {} by {}.", m_old.version,
                        core::to_iso(tx.today()), m_session.actor.name);
        const auto used = programmes::use_own_pack(tx, programmes::write_pack(m_draft.pack, comment),
                                                   m_draft.pack.programme);
        if (!used) {
            // A version that is there already: the first page names it.
            tell({used.error(), "", 0, "version"});
            return false;
        }
        tx.commit();
        return true;
    }

    office::Session& m_session;
    Pack m_old;
    PackDraft m_draft;
    Pack m_first; // the draft before anything was changed
    widgets::DataList* m_pages = nullptr;
    wxSimplebook* m_book = nullptr;
    std::vector<PackPartPanel*> m_panels;
    std::size_t m_at = 0;
    PackExamplePanel* m_example = nullptr;
    PackEffects* m_effects = nullptr;
    widgets::JobPanel* m_jobs = nullptr;
};

} // namespace

bool edit_pack(wxWindow* parent, office::Session& session, const programmes::CurrentPack& current) {
    PackDialog dialog(parent, session, current.pack);
    return dialog.ShowModal() == wxID_OK;
}

} // namespace assessment
