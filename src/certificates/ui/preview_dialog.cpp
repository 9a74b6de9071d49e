// SPDX-License-Identifier: GPL-3.0-or-later
#include "certificates/ui/preview_dialog.hpp"

#include "certificates/issue.hpp"
#include "certificates/ui/issue_work.hpp"
#include "widgets/accessible.hpp"
#include "widgets/form.hpp"
#include "widgets/text.hpp"
#include "widgets/theme.hpp"

#include <wx/button.h>
#include <wx/dcbuffer.h>
#include <wx/dialog.h>
#include <wx/display.h>
#include <wx/image.h>
#include <wx/scrolwin.h>
#include <wx/sizer.h>
#include <wx/stattext.h>

#include <algorithm>

namespace certificates {

namespace {

using widgets::space::medium;
using widgets::space::small;

// The page in device pixels, drawn anew for each size, with scroll bars when it is larger than its window.
class PageView final : public wxScrolledCanvas {
  public:
    PageView(wxWindow* parent, documents::Page page)
        : wxScrolledCanvas(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxHSCROLL | wxVSCROLL)
        , m_page(std::move(page)) {
        SetBackgroundColour(widgets::colour::closed_tint);
        SetBackgroundStyle(wxBG_STYLE_PAINT);
        SetScrollRate(FromDIP(16), FromDIP(16));
        Bind(wxEVT_PAINT, [this](wxPaintEvent&) { paint(); });
        Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
            event.Skip();
            if (m_fits) show_whole();
            Refresh();
        });
    }

    void show_whole() {
        const wxSize room = GetSize() - FromDIP(wxSize(2 * medium, 2 * medium));
        const documents::Size size = m_page.size();
        const double scale = std::min(room.x / size.width, room.y / size.height);
        m_fits = true;
        draw_at(static_cast<int>(size.width * scale));
    }

    void zoom(double factor) {
        m_fits = false;
        draw_at(static_cast<int>(m_bitmap.GetWidth() * factor));
    }

  private:
    void draw_at(int width) {
        width = std::clamp(width, FromDIP(200), FromDIP(3000));
        if (m_bitmap.IsOk() && m_bitmap.GetWidth() == width) return;
        documents::Image drawn = m_page.render(width);
        // wxImage wants to free what it is given, the vector too: it gets a copy.
        wxImage image(drawn.width, drawn.height, false);
        std::copy(drawn.rgb.begin(), drawn.rgb.end(), image.GetData());
        m_bitmap = wxBitmap(image);
        SetVirtualSize(m_fits ? wxSize(1, 1) : m_bitmap.GetSize() + FromDIP(wxSize(2 * medium, 2 * medium)));
        Refresh();
    }

    void paint() {
        wxAutoBufferedPaintDC dc(this);
        DoPrepareDC(dc);
        dc.SetBackground(GetBackgroundColour());
        dc.Clear();
        const wxSize room = GetSize();
        const wxPoint corner(std::max(FromDIP(medium), (room.x - m_bitmap.GetWidth()) / 2),
                             std::max(FromDIP(medium), (room.y - m_bitmap.GetHeight()) / 2));
        if (m_bitmap.IsOk()) dc.DrawBitmap(m_bitmap, corner);
    }

    documents::Page m_page;
    wxBitmap m_bitmap;
    bool m_fits = true;
};

class PreviewDialog final : public wxDialog {
  public:
    PreviewDialog(wxWindow* parent, const wxString& title, const wxString& note, documents::Page page)
        : wxDialog(parent, wxID_ANY, title, wxDefaultPosition, wxDefaultSize,
                   wxDEFAULT_DIALOG_STYLE | wxRESIZE_BORDER | wxMAXIMIZE_BOX)
        , m_view(new PageView(this, std::move(page))) {
        SetName("preview");
        SetBackgroundColour(widgets::colour::paper);
        widgets::name_control(*m_view, "preview.page", GetTitle());
        auto* rows = new wxBoxSizer(wxVERTICAL);
        rows->Add(m_view, 1, wxEXPAND);
        rows->Add(make_foot(note), 0, wxEXPAND | wxALL, FromDIP(medium));
        SetSizer(rows);
        const int display = wxDisplay::GetFromWindow(parent);
        const wxSize screen =
            wxDisplay(display == wxNOT_FOUND ? 0U : static_cast<unsigned>(display)).GetClientArea().GetSize();
        SetSize(std::min(FromDIP(940), screen.x - FromDIP(40)),
                std::min(FromDIP(760), screen.y - FromDIP(40)));
        CentreOnParent();
        CallAfter([this] { m_view->show_whole(); });
    }

  private:
    wxSizer* make_foot(const wxString& note) {
        auto* words =
            new wxStaticText(this, wxID_ANY, note, wxDefaultPosition, wxDefaultSize, wxST_ELLIPSIZE_END);
        words->SetForegroundColour(widgets::colour::muted);
        words->SetMinSize(wxSize(1, -1));
        auto* row = new wxBoxSizer(wxHORIZONTAL);
        row->Add(words, 1, wxALIGN_CENTRE_VERTICAL | wxRIGHT, FromDIP(medium));
        const auto add = [&](const char* id, const wxString& label, std::function<void()> run) {
            auto* button = new wxButton(this, wxID_ANY, label);
            widgets::name_control(*button, id, label);
            button->Bind(wxEVT_BUTTON, [run = std::move(run)](wxCommandEvent&) { run(); });
            row->Add(button, 0, wxLEFT, FromDIP(small));
            return button;
        };
        add("preview.whole", _("Whole page"), [this] { m_view->show_whole(); });
        add("preview.smaller", _("Smaller"), [this] { m_view->zoom(0.8); });
        add("preview.larger", _("Larger"), [this] { m_view->zoom(1.25); });
        wxButton* close = add("preview.close", _("Close"), [this] { EndModal(wxID_OK); });
        widgets::dress(*close, widgets::Part::primary_button);
        close->SetDefault();
        SetEscapeId(close->GetId());
        return row;
    }

    PageView* m_view;
};

} // namespace

void show_page(wxWindow* parent, const wxString& title, const wxString& note, const documents::Page& page) {
    PreviewDialog(parent, title, note, page).ShowModal();
}

void show_preview(wxWindow* parent, const office::Session& session, classes::ClassId class_id,
                  const Candidate& candidate) {
    const wxString name = office::shown_name(session, candidate.learner);
    const wxString note = candidate.serial || candidate.eligible()
                              ? _("A preview: without serial number and code it is not a certificate.")
                              : _("A preview only: as things stand, this learner may not be awarded.");
    // Reading the fonts and setting the text takes longer than a click may.
    session.run_job(_("Drawing the certificate"),
                    [parent, &session, class_id, name, note, enrolment = candidate.learner.enrolment.id](
                        core::Progress&) -> widgets::JobRunner::Finish {
                        const auto page = preview_page(session.database, class_id, enrolment, load_fonts());
                        return [parent, &session, name, note, page] {
                            if (page)
                                show_page(parent, widgets::fill(_("Certificate of {1}"), {name}), note,
                                          *page);
                            else
                                widgets::tell(parent, _("The certificate cannot be drawn"),
                                              session.sentence(page.error()));
                        };
                    });
}

} // namespace certificates
