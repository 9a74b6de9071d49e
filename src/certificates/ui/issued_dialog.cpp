// SPDX-License-Identifier: GPL-3.0-or-later
#include "certificates/ui/issued_dialog.hpp"

#include "documents/ui/paper_preview.hpp"
#include "widgets/data_list.hpp"
#include "widgets/job_dialog.hpp"
#include "widgets/show_in_folder.hpp"
#include "widgets/text.hpp"
#include "widgets/theme.hpp"
#include "widgets/wide_dialog.hpp"

#include <wx/button.h>
#include <wx/sizer.h>
#include <wx/stattext.h>

namespace certificates {

namespace {

using widgets::space::large;
using widgets::space::small;

class IssuedDialog final : public widgets::JobDialog {
  public:
    IssuedDialog(wxWindow* parent, const office::Session& session, const IssuedPapers& papers)
        : JobDialog(parent, _("Certificates issued"), "issued")
        , m_session(session)
        , m_papers(papers)
        , m_folder(papers.files.front().file.parent_path()) {
        const bool one_file =
            papers.files.size() > 1 && papers.files.front().file == papers.files.back().file;
        const auto count = widgets::number(static_cast<long long>(papers.files.size()));
        auto* words = new wxStaticText(
            m_body, wxID_ANY,
            one_file ? widgets::fill(
                           _("{1} certificates stand in {2}, a page each. Print them, have them signed, and "
                             "hand them over."),
                           {count, widgets::wx_path(papers.files.front().file)})
                     : widgets::fill(
                           _("{1} certificates stand as PDF files in {2}. Print them, have them signed, and "
                             "hand them over."),
                           {count, widgets::wx_path(m_folder)}));
        words->Wrap(widgets::text_room(*this, 600));
        m_list = new widgets::DataList(m_body, "issued.files", _("Certificates issued"),
                                       {{.title = _("Serial number"), .width = 190},
                                        {.title = _("Name"), .width = 200, .grows = true},
                                        {.title = _("File"), .width = 200, .grows = true}});
        m_list->set_rows(papers.files.size(), [this](std::size_t row, std::size_t column) -> widgets::Cell {
            const IssuedFile& one = m_papers.files[row];
            if (column == 0) return {widgets::wx(one.serial)};
            return {column == 1 ? widgets::wx(one.name) : widgets::wx_path(one.file.filename())};
        });
        m_list->on_open([this](std::size_t row) { widgets::open_file(m_papers.files[row].file); });
        auto* rows = new wxBoxSizer(wxVERTICAL);
        rows->Add(words, 0, wxALL, FromDIP(large));
        rows->Add(m_list, 1, wxEXPAND | wxLEFT | wxRIGHT, FromDIP(large));
        rows->Add(make_buttons(), 0, wxEXPAND | wxALL, FromDIP(large));
        lay_out(rows, 700, 460);
    }

  private:
    wxSizer* make_buttons() {
        auto* row = new wxBoxSizer(wxHORIZONTAL);
        row->AddStretchSpacer();
        row->Add(widgets::add_named_button(m_body, "issued.folder", _("Show in folder"),
                                           [this] { widgets::show_in_folder(m_papers.files.front().file); }),
                 0, wxRIGHT, FromDIP(small));
        row->Add(widgets::add_named_button(m_body, "issued.print", _("&Print..."), [this] { print(); }), 0,
                 wxRIGHT, FromDIP(small));
        wxButton* close =
            widgets::add_named_button(m_body, "issued.close", _("Close"), [this] { EndModal(wxID_OK); });
        widgets::dress(*close, widgets::Part::primary_button);
        close->SetDefault();
        SetEscapeId(close->GetId());
        row->Add(close);
        return row;
    }

    void print() {
        std::vector<std::string> serials;
        for (const IssuedFile& one : m_papers.files)
            serials.push_back(one.serial);
        m_jobs->run(
            _("Preparing the pages"),
            [this, serials](core::Progress& progress) -> widgets::JobRunner::Finish {
                const auto pages = issued_pages(m_session.database, serials, progress);
                return [this, pages] { send(pages); };
            },
            [this](const core::Error& error) {
                m_messages->tell(widgets::Tone::bad, m_session.sentence(error));
            });
    }

    void send(const core::Expected<std::vector<documents::Page>>& pages) {
        if (!pages) {
            if (pages.error().code != "cancelled")
                m_messages->tell(widgets::Tone::bad, m_session.sentence(pages.error()));
            return;
        }
        documents::show_paper(this, {.title = _("Certificates"),
                                     .note = _("As they were issued, with the numbers and codes they have."),
                                     .pages = *pages,
                                     .facts = {.title = widgets::utf8(_("Certificates")),
                                               .author = {},
                                               .created = m_session.database.clock().now()},
                                     .file = _("Certificates"),
                                     .kind = "certificates",
                                     .sentence = m_session.sentence});
    }

    const office::Session& m_session;
    const IssuedPapers& m_papers;
    std::filesystem::path m_folder;
    widgets::DataList* m_list = nullptr;
};

} // namespace

void show_issued(wxWindow* parent, const office::Session& session, const IssuedPapers& papers) {
    IssuedDialog(parent, session, papers).ShowModal();
}

} // namespace certificates
