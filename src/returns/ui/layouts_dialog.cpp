// SPDX-License-Identifier: GPL-3.0-or-later
#include "returns/ui/layouts_dialog.hpp"

#include "documents/file.hpp"
#include "returns/layout_store.hpp"
#include "returns/ui/return_labels.hpp"
#include "returns/ui/round_labels.hpp"
#include "widgets/data_list.hpp"
#include "widgets/form.hpp"
#include "widgets/text.hpp"
#include "widgets/theme.hpp"

#include <wx/button.h>
#include <wx/filedlg.h>
#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/stdpaths.h>

namespace returns {
namespace {

using widgets::fill;
using widgets::Tone;

class LayoutsDialog final : public widgets::FormDialog {
  public:
    LayoutsDialog(wxWindow* parent, office::Session& session)
        : FormDialog(parent, "layouts", _("Layouts of returns"), _("&Take a file..."))
        , m_session(session) {
        auto* words = new wxStaticText(
            body(), wxID_ANY,
            _("A layout says which sheets, figures and rules a return has. Export one, change the file, give "
              "it a new "
              "version and take it; the districts take the same file. What was built before keeps its own."));
        words->Wrap(widgets::text_room(*this, 700));
        rows().Add(words, 0, wxBOTTOM, FromDIP(widgets::space::medium));
        m_list =
            new widgets::DataList(body(), "layouts.list", _("Layouts of returns"),
                                  {{.title = _("Layout"), .width = 270, .grows = true},
                                   {.title = _("Period"), .width = 150},
                                   {.title = _("Version"), .width = 120},
                                   // TRANSLATORS: heading: whether the program or the office made a layout.
                                   {.title = _("Whose"), .width = 150}});
        m_list->SetMinSize(widgets::text_room(*this, 720, 200));
        m_list->on_select([this] { show_buttons(); });
        rows().Add(m_list, 1, wxEXPAND);
        m_shipped = add_button("layouts.use-shipped", _("&Use the program's own"), [this] { use_shipped(); });
        m_export = add_button("layouts.export", _("&Export..."), [this] { CallAfter([this] { save(); }); });
        call_leaving(_("Close"));
        on_accept([this] {
            CallAfter([this] { take(); });
            return false;
        });
        load();
        m_list->select(0);
        show_buttons();
        fit(780);
        CallAfter([this] { m_list->focus_list(); });
    }

    bool changed() const { return m_changed; }

  private:
    void load() {
        m_layouts = current_layouts(m_session.database);
        m_list->set_rows(m_layouts.size(), [this](std::size_t row, std::size_t column) -> widgets::Cell {
            const CurrentLayout& one = m_layouts[row];
            switch (column) {
            case 0:
                return {widgets::wx(in_language(m_session, one.layout.title))};
            case 1:
                return {kind_word(one.layout.period)};
            case 2:
                return {widgets::wx(one.layout.version)};
            default:
                return one.own ? widgets::Cell{_("This office's"), Tone::info}
                               : widgets::Cell{_("The program's"), Tone::muted};
            }
        });
    }

    const CurrentLayout* chosen() const {
        const auto row = m_list->selected();
        return row && *row < m_layouts.size() ? &m_layouts[*row] : nullptr;
    }

    void show_buttons() {
        m_export->Enable(chosen() != nullptr);
        m_shipped->Enable(chosen() != nullptr && chosen()->own);
    }

    void show_again(const std::string& name) {
        m_changed = true;
        load();
        for (std::size_t at = 0; at < m_layouts.size(); ++at)
            if (m_layouts[at].layout.name == name) m_list->select(at);
        show_buttons();
    }

    void tell_bad(const core::Error& error) { bar().tell(Tone::bad, m_session.sentence(error)); }

    void take() {
        wxFileDialog files(this, _("A layout's file"), wxStandardPaths::Get().GetDocumentsDir(), {},
                           _("Layouts") + " (*.toml)|*.toml", wxFD_OPEN | wxFD_FILE_MUST_EXIST);
        if (files.ShowModal() != wxID_OK) return;
        constexpr std::uintmax_t largest = 1'000'000; // a page of text
        const auto toml = documents::read_file(widgets::path_of(files.GetPath()), largest);
        if (!toml) return tell_bad(toml.error());
        storage::Transaction tx(m_session.database, m_session.actor);
        const auto taken = use_own_layout(tx, *toml, widgets::utf8(files.GetFilename()));
        if (!taken) return tell_bad(taken.error());
        tx.commit();
        show_again(taken->name);
        // TRANSLATORS: {1} a layout's title, {2} its version.
        bar().tell(Tone::good,
                   fill(_("{1}, version {2}: returns are built with it from now on."),
                        {widgets::wx(in_language(m_session, taken->title)), widgets::wx(taken->version)}));
    }

    void use_shipped() {
        const std::string name = chosen()->layout.name;
        storage::Transaction tx(m_session.database, m_session.actor);
        if (const auto done = use_shipped_layout(tx, name); !done) return tell_bad(done.error());
        tx.commit();
        show_again(name);
        bar().tell(Tone::good, _("Returns are built with the program's own layout again."));
    }

    void save() {
        const returns::Layout& one = chosen()->layout;
        wxFileDialog files(this, _("Where to keep the layout's file"),
                           wxStandardPaths::Get().GetDocumentsDir(),
                           widgets::wx(one.name + "-" + one.version + ".toml"),
                           _("Layouts") + " (*.toml)|*.toml", wxFD_SAVE | wxFD_OVERWRITE_PROMPT);
        if (files.ShowModal() != wxID_OK) return;
        const auto source = layout_source(m_session.database, one.name);
        if (!source) return tell_bad(source.error());
        try {
            documents::write_file(widgets::path_of(files.GetPath()), *source);
        } catch (const core::WorldFailure& failure) {
            return tell_bad(failure.error());
        }
        // TRANSLATORS: {1} is a file's name.
        bar().tell_file(fill(_("{1} is written: any text editor opens it."), {files.GetFilename()}),
                        widgets::path_of(files.GetPath()));
    }

    office::Session& m_session;
    widgets::DataList* m_list = nullptr;
    wxButton* m_shipped = nullptr;
    wxButton* m_export = nullptr;
    std::vector<CurrentLayout> m_layouts;
    bool m_changed = false;
};

} // namespace

bool show_layouts(wxWindow* parent, office::Session& session) {
    LayoutsDialog dialog(wxGetTopLevelParent(parent), session);
    dialog.ShowModal();
    return dialog.changed();
}

} // namespace returns
