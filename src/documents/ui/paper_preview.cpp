// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/ui/paper_preview.hpp"

#include "core/numerals.hpp"
#include "documents/file.hpp"
#include "documents/sheet_file.hpp"
#include "documents/ui/page_view.hpp"
#include "widgets/accessible.hpp"
#include "widgets/icons.hpp"
#include "widgets/job_dialog.hpp"
#include "widgets/memory.hpp"
#include "widgets/print_pages.hpp"
#include "widgets/saved_file.hpp"
#include "widgets/text.hpp"
#include "widgets/wide_dialog.hpp"

#include <wx/button.h>
#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>
#include <wx/translation.h>

#include <optional>
#include <string>
#include <utility>

namespace documents {

namespace {

using widgets::fill;
using widgets::Tone;
using widgets::space::hair;
using widgets::space::medium;
using widgets::space::small;

constexpr double zoom_step = 1.25;

// The printer and the window draw the same.
std::vector<widgets::PrintedPage> printed(const std::vector<Page>& pages) {
    std::vector<widgets::PrintedPage> papers;
    for (const Page& page : pages)
        papers.push_back(
            {page.size().width, page.size().height, [page](cairo_t* context) { page.draw(context); }});
    return papers;
}

std::string turn_key(std::string_view kind) {
    return "paper/" + std::string(kind);
}

class PaperPreview final : public widgets::JobDialog {
  public:
    PaperPreview(wxWindow* parent, const Paper& paper)
        : JobDialog(parent, paper.title, "preview")
        , m_paper(paper) {
        SetWindowStyleFlag(GetWindowStyleFlag() | wxMAXIMIZE_BOX);
        auto* rows = new wxBoxSizer(wxVERTICAL);
        rows->Add(make_head(), 0, wxEXPAND | wxALL, FromDIP(small));
        m_view = new PageView(m_body);
        rows->Add(m_view, 1, wxEXPAND);
        rows->Add(make_foot(), 0, wxEXPAND | wxALL, FromDIP(medium));
        lay_out(rows, 1060, 800);
        m_view->on_zoom([this] { tell_zoom(); });
        Bind(wxEVT_CHAR_HOOK, &PaperPreview::take_key, this);
        m_view->Bind(wxEVT_MOUSEWHEEL, [this](wxMouseEvent& event) {
            if (event.ControlDown())
                m_view->zoom(event.GetWheelRotation() > 0 ? zoom_step : 1 / zoom_step);
            else
                event.Skip();
        });
        CallAfter([this] {
            m_view->fit(widgets::remembered("preview/fit") == "width" ? PageView::Fit::width
                                                                      : PageView::Fit::whole);
            go(0);
            m_view->SetFocus(); // the keys of a page
        });
    }

  private:
    wxButton* add(wxBoxSizer& row, const char* id, const wxString& label, std::function<void()> run,
                  const char* icon = "") {
        wxButton* button = widgets::add_named_button(m_body, id, label, std::move(run));
        if (*icon) {
            button->SetBitmap(widgets::icon(icon, 18));
            button->SetLabel(wxString());
            button->SetToolTip(label);
            widgets::name_control(*button, id, label);
        }
        row.Add(button, 0, wxALIGN_CENTRE_VERTICAL | wxRIGHT, FromDIP(hair));
        return button;
    }

    wxSizer* make_head() {
        auto* row = new wxBoxSizer(wxHORIZONTAL);
        m_before = add(
            *row, "preview.before", _("Previous page"), [this] { go(m_at - 1); }, "previous");
        auto* label = new wxStaticText(m_body, wxID_ANY, _("Page"));
        row->Add(label, 0, wxALIGN_CENTRE_VERTICAL | wxLEFT | wxRIGHT, FromDIP(hair));
        m_number = new wxTextCtrl(m_body, wxID_ANY, wxString(), wxDefaultPosition, FromDIP(wxSize(52, -1)),
                                  wxTE_PROCESS_ENTER | wxTE_CENTRE);
        widgets::name_control(*m_number, "preview.number", _("Page"));
        m_number->Bind(wxEVT_TEXT_ENTER, [this](wxCommandEvent&) { go_typed(); });
        m_number->Bind(wxEVT_KILL_FOCUS, [this](wxFocusEvent& event) {
            event.Skip();
            CallAfter([this] { go_typed(); });
        });
        row->Add(m_number, 0, wxALIGN_CENTRE_VERTICAL);
        m_count = new wxStaticText(m_body, wxID_ANY, wxString());
        row->Add(m_count, 0, wxALIGN_CENTRE_VERTICAL | wxLEFT | wxRIGHT, FromDIP(small));
        m_after = add(
            *row, "preview.after", _("Next page"), [this] { go(m_at + 1); }, "next");
        row->AddStretchSpacer();
        add(*row, "preview.smaller", _("Smaller"), [this] { m_view->zoom(1 / zoom_step); });
        m_percent = new wxStaticText(m_body, wxID_ANY, "100%", wxDefaultPosition, FromDIP(wxSize(52, -1)),
                                     wxALIGN_CENTRE_HORIZONTAL | wxST_NO_AUTORESIZE);
        widgets::name_control(*m_percent, "preview.percent", _("Size"));
        row->Add(m_percent, 0, wxALIGN_CENTRE_VERTICAL);
        add(*row, "preview.larger", _("Larger"), [this] { m_view->zoom(zoom_step); });
        add(*row, "preview.whole", _("Whole page"), [this] { fit(PageView::Fit::whole); });
        // TRANSLATORS: as large as the page is wide in the window.
        add(*row, "preview.width", _("Full width"), [this] { fit(PageView::Fit::width); });
        return row;
    }

    wxSizer* make_foot() {
        auto* words = new wxStaticText(m_body, wxID_ANY, m_paper.note, wxDefaultPosition, wxDefaultSize,
                                       wxST_ELLIPSIZE_END);
        words->SetForegroundColour(widgets::colour::muted);
        words->SetMinSize(wxSize(1, -1));
        auto* row = new wxBoxSizer(wxHORIZONTAL);
        row->Add(words, 1, wxALIGN_CENTRE_VERTICAL | wxRIGHT, FromDIP(medium));
        if (m_paper.turned) add(*row, "preview.turn", _("&Turn the paper"), [this] { turn(); });
        if (m_paper.workbook)
            add(*row, "preview.workbook", _("Save as &workbook..."), [this] { save_workbook(); });
        wxButton* last = nullptr;
        if (!m_paper.only_to_look) {
            add(*row, "preview.pdf", _("Save as P&DF..."), [this] { save_pdf(); });
            last = add(*row, "preview.print", _("&Print..."), [this] { print(); });
            widgets::dress(*last, widgets::Part::primary_button);
        }
        wxButton* close = add(*row, "preview.close", _("Close"), [this] { EndModal(wxID_OK); });
        if (!last) widgets::dress(*close, widgets::Part::primary_button);
        (last ? last : close)->SetDefault();
        SetEscapeId(close->GetId());
        return row;
    }

    void take_key(wxKeyEvent& event) {
        const bool typing = wxWindow::FindFocus() == m_number;
        const bool control = event.ControlDown();
        switch (event.GetKeyCode()) {
        case WXK_PAGEDOWN:
            return m_view->scroll_by_window(true) ? void() : go(m_at + 1);
        case WXK_PAGEUP:
            return m_view->scroll_by_window(false) ? void() : go(m_at - 1);
        case WXK_HOME:
            return typing ? event.Skip() : go(0);
        case WXK_END:
            return typing ? event.Skip() : go(m_paper.pages.size() - 1);
        case '+':
        case '=':
        case WXK_NUMPAD_ADD:
            return control ? m_view->zoom(zoom_step) : event.Skip();
        case '-':
        case WXK_NUMPAD_SUBTRACT:
            return control ? m_view->zoom(1 / zoom_step) : event.Skip();
        case '0':
            return control ? fit(PageView::Fit::whole) : event.Skip();
        case 'P':
            return control && !m_paper.only_to_look ? CallAfter([this] { print(); }) : event.Skip();
        case 'S':
            return control && !m_paper.only_to_look ? CallAfter([this] { save_pdf(); }) : event.Skip();
        default:
            event.Skip();
        }
    }

    void fit(PageView::Fit fit) {
        m_view->fit(fit);
        widgets::remember("preview/fit", fit == PageView::Fit::width ? "width" : "");
    }

    // One before the first is the largest number there is, and stays at the first.
    void go(std::size_t at) {
        if (at >= m_paper.pages.size()) at = at > m_paper.pages.size() ? m_at : m_paper.pages.size() - 1;
        m_at = at;
        m_view->show(m_paper.pages[m_at]);
        const wxString number = widgets::number(static_cast<long long>(m_at) + 1);
        const wxString count = widgets::number(static_cast<long long>(m_paper.pages.size()));
        m_number->ChangeValue(number);
        // TRANSLATORS: behind the number of the page that is shown: of so many.
        m_count->SetLabelText(fill(_("of {1}"), {count}));
        widgets::name_control(*m_view, "preview.page", fill(_("Page {1} of {2}"), {number, count}));
        m_before->Enable(m_at > 0);
        m_after->Enable(m_at + 1 < m_paper.pages.size());
        m_number->Enable(m_paper.pages.size() > 1);
        Layout();
    }

    void go_typed() {
        const auto wanted = core::read_integer(widgets::typed(m_number->GetValue()));
        if (!wanted || *wanted < 1) return go(m_at);
        if (static_cast<std::size_t>(*wanted) - 1 != m_at) go(static_cast<std::size_t>(*wanted) - 1);
    }

    void tell_zoom() {
        m_percent->SetLabelText(widgets::number(m_view->percent()) + "%");
        widgets::name_control(*m_percent, "preview.percent", m_percent->GetLabelText());
    }

    void turn() {
        const bool landscape = m_paper.pages.front().size().width > m_paper.pages.front().size().height;
        const auto pages = m_paper.turned(!landscape);
        if (!pages) return m_messages->tell(Tone::bad, m_paper.sentence(pages.error()));
        widgets::remember(turn_key(m_paper.kind), landscape ? "portrait" : "landscape");
        m_paper.pages = *pages;
        go(0);
    }

    void print() {
        wxString reason;
        const auto pages = printed(m_paper.pages);
        switch (widgets::print_pages(this, m_paper.kind, m_paper.title, pages, reason)) {
        case widgets::Printing::sent:
            return m_messages->tell(Tone::good, _("The pages went to the printer."));
        case widgets::Printing::failed:
            // TRANSLATORS: {1} is what the desktop's printing said.
            return m_messages->tell(Tone::bad, fill(_("The printer did not take the pages: {1}"), {reason}));
        case widgets::Printing::gone_back:
            return;
        }
    }

    // Many pages take a while.
    void save(const std::optional<std::filesystem::path>& path,
              std::function<core::Expected<void>(const std::filesystem::path&)> write) {
        if (!path) return;
        m_jobs->run(
            _("Writing the file"),
            [this, path = *path, write = std::move(write)](core::Progress&) -> widgets::JobRunner::Finish {
                const auto written = write(path);
                return [this, path, written] {
                    if (written)
                        m_messages->tell_file(fill(_("Saved as {1}."), {widgets::wx_path(path)}), path);
                    else
                        m_messages->tell(Tone::bad, m_paper.sentence(written.error()));
                };
            },
            [this](const core::Error& error) { m_messages->tell(Tone::bad, m_paper.sentence(error)); });
    }

    void save_pdf() {
        save(widgets::ask_save(this, _("Save as PDF"), m_paper.file, ".pdf", "PDF (*.pdf)|*.pdf"),
             [pages = m_paper.pages, facts = m_paper.facts](const std::filesystem::path& path) {
                 write_file(path, to_pdf(pages, facts));
                 return core::Expected<void>{};
             });
    }

    void save_workbook() {
        save(widgets::ask_save(this, _("Save as workbook"), m_paper.file, ".xlsx",
                               _("Workbook (*.xlsx)|*.xlsx")),
             m_paper.workbook);
    }

    Paper m_paper;
    std::size_t m_at = 0;
    PageView* m_view = nullptr;
    wxButton* m_before = nullptr;
    wxButton* m_after = nullptr;
    wxTextCtrl* m_number = nullptr;
    wxStaticText* m_count = nullptr;
    wxStaticText* m_percent = nullptr;
};

} // namespace

core::Expected<Paper> paper_of_sheet(const Sheet& sheet, const Fonts& fonts, core::Moment made_at) {
    auto pages = lay_out(sheet, fonts);
    if (!pages) return core::fail(pages.error());
    Paper paper;
    paper.pages = *std::move(pages);
    paper.facts = facts_of(sheet, made_at);
    return paper;
}

bool prefers_landscape(std::string_view kind, bool first) {
    const std::string last = widgets::remembered(turn_key(kind));
    return last.empty() ? first : last == "landscape";
}

void show_paper(wxWindow* parent, const Paper& paper) {
    if (paper.pages.empty()) return;
    PaperPreview(parent, paper).ShowModal();
}

} // namespace documents
