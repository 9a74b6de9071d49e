// SPDX-License-Identifier: GPL-3.0-or-later
#include "statements/ui/template_dialog.hpp"

#include "certificates/ui/issue_work.hpp"
#include "certificates/ui/preview_dialog.hpp"
#include "documents/file.hpp"
#include "documents/ui/paper_preview.hpp"
#include "documents/ui/program_fonts.hpp"
#include "programmes/pack_store.hpp"
#include "statements/statement.hpp"
#include "statements/ui/paper_dialog.hpp"
#include "templates/calibration.hpp"
#include "templates/template_file.hpp"
#include "templates/template_store.hpp"
#include "widgets/accessible.hpp"
#include "widgets/data_list.hpp"
#include "widgets/form.hpp"
#include "widgets/job_dialog.hpp"
#include "widgets/text.hpp"
#include "widgets/wide_dialog.hpp"

#include <wx/button.h>
#include <wx/filedlg.h>
#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/stdpaths.h>

#include <algorithm>
#include <memory>

namespace statements {
namespace {

using widgets::fill;
using widgets::Tone;
using widgets::space::large;
using widgets::space::medium;
using widgets::space::small;

constexpr const char* svg_files = "SVG (*.svg)|*.svg";

// A template that was looked at, with the pages it was tried on.
struct Looked {
    std::string name;
    std::string file; // empty: the one in use
    std::string source;
    std::vector<core::Error> problems;
    std::vector<templates::Trial> pages;
    bool good() const { return std::none_of(problems.begin(), problems.end(), templates::in_the_way); }
};

class TemplateDialog final : public widgets::JobDialog {
  public:
    TemplateDialog(wxWindow* parent, office::Session& session, const classes::ClassRow& row)
        : JobDialog(parent, fill(_("Templates: {1}"), {office::shown_name(session, row)}), "templates")
        , m_session(session)
        , m_class(row) {
        auto* rows = new wxBoxSizer(wxVERTICAL);
        rows->Add(make_form(), 0, wxEXPAND | wxALL, FromDIP(large));
        m_words = new wxStaticText(m_body, wxID_ANY, wxString(), wxDefaultPosition, wxDefaultSize,
                                   wxST_ELLIPSIZE_END);
        m_words->SetFont(widgets::strong_font(*this));
        m_words->SetMinSize(wxSize(1, -1));
        rows->Add(m_words, 0, wxEXPAND | wxLEFT | wxRIGHT | wxBOTTOM, FromDIP(large));
        rows->Add(make_list(), 1, wxEXPAND | wxLEFT | wxRIGHT, FromDIP(large));
        rows->Add(make_buttons(), 0, wxEXPAND | wxALL, FromDIP(large));
        lay_out(rows, 1100, 620);
        CallAfter([this] {
            m_document->SetFocus();
            look_at_current();
        });
    }

  private:
    wxWindow* make_form() {
        const bool khmer = m_session.language == widgets::Language::khmer;
        std::vector<wxString> kinds;
        for (const templates::DocumentKind& kind : templates::document_kinds())
            kinds.push_back(widgets::wx(khmer ? kind.name.km : kind.name.en));
        const auto programme = programmes::programme_name(m_session.database, m_class.programme);
        auto* form = new widgets::Form(m_body, 2);
        m_document = form->add_choice("templates.document", _("Document"), kinds, 0);
        // TRANSLATORS: for which programmes a template is used.
        m_for = form->add_choice("templates.for", _("Used for"),
                                 {widgets::wx(khmer || programme.en.empty() ? programme.km : programme.en),
                                  _("Every programme without one of its own")},
                                 0);
        m_document->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) { look_at_current(); });
        m_for->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) { look_at_current(); });
        return form;
    }

    wxWindow* make_list() {
        m_list = new widgets::DataList(m_body, "templates.problems", _("What is wrong with it"),
                                       {{.title = _("What is wrong with it"), .width = 560, .grows = true},
                                        // TRANSLATORS: heading: the part of a drawing, "text#name".
                                        {.title = _("Part"), .width = 150},
                                        // TRANSLATORS: heading: the person whose name does not fit.
                                        {.title = _("Whose"), .width = 190}});
        m_list->say_when_empty(_("Nothing: the longest names of the class and of the office fit."));
        return m_list;
    }

    wxSizer* make_buttons() {
        auto* row = new wxBoxSizer(wxHORIZONTAL);
        const auto add = [&](const char* id, const wxString& label, std::function<void()> run) {
            auto* button = widgets::add_named_button(m_body, id, label, std::move(run));
            row->Add(button, 0, wxRIGHT, FromDIP(small));
            return button;
        };
        add("templates.preview", _("&Preview..."), [this] { preview(); });
        add("templates.export", _("&Save to edit..."), [this] { save_to_edit(); });
        auto* take = add("templates.take", _("&Take a template..."), [this] { take_file(); });
        widgets::dress(*take, widgets::Part::primary_button);
        m_shipped = add("templates.shipped", _("The program's &own"), [this] { use_shipped(); });
        add("templates.paper", _("&Dates and paper..."),
            [this] { set_paper_of(this, m_session, document()); });
        add("templates.calibration", _("&Calibration page..."), [this] { calibrate(); });
        row->AddStretchSpacer();
        auto* close = widgets::add_named_button(m_body, "templates.close", _("Close"),
                                                [this] { EndModal(wxID_CLOSE); });
        SetEscapeId(close->GetId());
        row->Add(close);
        return row;
    }

    templates::Document document() const {
        return templates::document_kinds()[static_cast<std::size_t>(std::max(0, m_document->GetSelection()))]
            .document;
    }
    std::string programme() const { return m_for->GetSelection() == 1 ? std::string{} : m_class.programme; }

    void run(const wxString& title, widgets::JobRunner::Work work) {
        m_jobs->run(title, std::move(work), [this](const core::Error& error) {
            m_messages->tell(Tone::bad, m_session.sentence(error));
        });
    }

    void look_at_current() {
        const auto current = templates::current_template(m_session.database, document(), programme());
        m_current = current;
        m_shipped->Enable(current.own());
        look_at({current.name, {}, current.source, {}, {}});
    }

    // Reading fonts, setting a page for everyone in the class: longer than a click may take.
    void look_at(Looked looked) {
        run(_("Checking the template"),
            [this, looked = std::move(looked),
             of = document()](core::Progress&) mutable -> widgets::JobRunner::Finish {
                const auto fonts = documents::load_program_fonts();
                looked.pages = longest_pages(m_session.database, of, m_class.id, fonts);
                looked.problems = templates::check(looked.source, of, fonts, looked.pages);
                auto kept = std::make_shared<Looked>(std::move(looked));
                return [this, kept] { show(kept); };
            });
    }

    void show(const std::shared_ptr<Looked>& looked) {
        m_looked = looked;
        const wxString name = widgets::wx(looked->name);
        wxString words;
        if (!looked->file.empty())
            words = looked->good() ? fill(_("{1} may be used."), {name})
                                   : fill(_("{1} cannot be used yet."), {name});
        else if (m_current.own())
            // TRANSLATORS: {1} a template's name, {2} the number of its version.
            words = fill(_("In use: {1}, version {2}"), {name, widgets::number(m_current.version)});
        else
            words = fill(_("In use: the program's own ({1})"), {name});
        m_words->SetLabelText(words);
        widgets::name_control(*m_words, "templates.words", words);
        m_list->set_rows(looked->problems.size(),
                         [this, looked](std::size_t row, std::size_t column) -> widgets::Cell {
                             const core::Error& problem = looked->problems[row];
                             const Tone tone = templates::in_the_way(problem) ? Tone::bad : Tone::muted;
                             if (column == 0) return {m_session.sentence(problem), tone};
                             return {widgets::wx(problem.fact(column == 1 ? "element" : "who")), Tone::muted};
                         });
        if (!looked->file.empty() && looked->good()) offer(looked);
    }

    void preview() {
        if (!m_looked) return;
        run(_("Drawing the page"), [this, looked = m_looked](core::Progress&) -> widgets::JobRunner::Finish {
            auto form = documents::Template::parse(looked->source, documents::load_program_fonts());
            if (!form)
                return
                    [this, error = form.error()] { m_messages->tell(Tone::bad, m_session.sentence(error)); };
            auto page = form->fill(looked->pages.empty() ? templates::example_of(document())
                                                         : looked->pages.front().filling);
            return [this, looked, page] {
                if (!page) {
                    m_messages->tell(Tone::bad, m_session.sentence(page.error()));
                    return;
                }
                certificates::show_page(this, m_session, fill(_("Template {1}"), {widgets::wx(looked->name)}),
                                        _("With the longest name of the class. It is not a document."),
                                        *page);
            };
        });
    }

    void save_to_edit() {
        wxFileDialog dialog(this, _("Save the template"), wxStandardPaths::Get().GetDocumentsDir(),
                            widgets::wx(m_current.name + ".svg"), svg_files,
                            wxFD_SAVE | wxFD_OVERWRITE_PROMPT);
        if (dialog.ShowModal() != wxID_OK) return;
        const auto path = widgets::path_of(dialog.GetPath());
        run(_("Saving"),
            [this, path, source = m_current.source](core::Progress&) -> widgets::JobRunner::Finish {
                documents::write_file(path, source);
                return [this, path] {
                    m_messages->tell_file(
                        fill(_("Saved as {1}. Edit it in Inkscape, then take it."), {widgets::wx_path(path)}),
                        path);
                };
            });
    }

    void take_file() {
        m_messages->dismiss();
        wxFileDialog dialog(this, _("The template"), wxStandardPaths::Get().GetDocumentsDir(), wxString(),
                            svg_files, wxFD_OPEN | wxFD_FILE_MUST_EXIST);
        if (dialog.ShowModal() != wxID_OK) return;
        const auto path = widgets::path_of(dialog.GetPath());
        auto source = templates::read_template(path);
        if (!source) {
            m_messages->tell(Tone::bad, m_session.sentence(source.error()));
            return;
        }
        const auto stem = path.stem().u8string(), name = path.filename().u8string();
        look_at({{stem.begin(), stem.end()}, {name.begin(), name.end()}, *std::move(source), {}, {}});
    }

    void offer(const std::shared_ptr<Looked>& looked) {
        if (!widgets::ask(this, fill(_("Use {1} from now on?"), {widgets::wx(looked->name)}),
                          _("What was issued stays as it is, and reprints are the same as ever."),
                          _("Use it")))
            return;
        storage::Transaction tx(m_session.database, m_session.actor);
        const auto version = templates::take(
            tx, {document(), programme(), looked->name, looked->file, looked->source}, looked->problems);
        if (!version) {
            m_messages->tell(Tone::warning, m_session.sentence(version.error()));
            return;
        }
        tx.commit();
        m_messages->tell(Tone::good, fill(_("{1} is in use now."), {widgets::wx(looked->name)}));
        look_at_current();
    }

    void use_shipped() {
        storage::Transaction tx(m_session.database, m_session.actor);
        if (const auto done = templates::use_shipped(tx, document(), programme()); !done) {
            m_messages->tell(Tone::warning, m_session.sentence(done.error()));
            return;
        }
        tx.commit();
        look_at_current();
    }

    void calibrate() {
        run(_("Drawing the page"), [this](core::Progress&) -> widgets::JobRunner::Finish {
            const auto page = templates::calibration_page(templates::load_offset(m_session.database),
                                                          documents::load_program_fonts());
            return [this, page] {
                if (!page) return m_messages->tell(Tone::bad, m_session.sentence(page.error()));
                documents::show_paper(
                    this, {.title = _("Calibration page"),
                           .note = _("Print it at its own size, and measure where the crosses came."),
                           .pages = {*page},
                           .facts = {.title = "Srok calibration",
                                     .author = {},
                                     .created = m_session.database.clock().now()},
                           .file = "calibration",
                           .kind = "certificates", // it measures the printer that these go to
                           .sentence = m_session.sentence});
            };
        });
    }

    office::Session& m_session;
    classes::ClassRow m_class;
    templates::Current m_current;
    std::shared_ptr<Looked> m_looked;
    wxChoice* m_document = nullptr;
    wxChoice* m_for = nullptr;
    wxStaticText* m_words = nullptr;
    widgets::DataList* m_list = nullptr;
    wxButton* m_shipped = nullptr;
};

} // namespace

void show_templates(wxWindow* parent, office::Session& session, const classes::ClassRow& row) {
    TemplateDialog(parent, session, row).ShowModal();
}

} // namespace statements
