// SPDX-License-Identifier: GPL-3.0-or-later
#include "statements/ui/blank_list_dialog.hpp"

#include "certificates/ui/issue_work.hpp"
#include "core/numerals.hpp"
#include "documents/ui/paper_preview.hpp"
#include "documents/ui/program_fonts.hpp"
#include "statements/class_list.hpp"
#include "statements/learner_cards.hpp"
#include "widgets/form.hpp"
#include "widgets/memory.hpp"
#include "widgets/text.hpp"
#include "widgets/told_file.hpp"

#include <wx/sizer.h>

#include <algorithm>
#include <memory>

namespace statements {
namespace {

using widgets::fill;
using widgets::Tone;

constexpr auto headings_key = "blank-list/headings";
constexpr std::size_t columns_at_first = 5;

std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> lines;
    for (std::size_t at = 0; at <= text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        lines.push_back(text.substr(at, end - at));
        at = end + 1;
    }
    return lines;
}

std::string text_of_lines(const std::vector<std::string>& lines) {
    std::string text;
    for (std::size_t i = 0; i < lines.size(); ++i)
        text += (i == 0 ? "" : "\n") + lines[i];
    return text;
}

// One for each column, those that nobody wrote empty.
std::vector<std::string> last_headings() {
    const std::string last = widgets::remembered(headings_key);
    if (last.empty()) return std::vector<std::string>(columns_at_first);
    auto headings = lines_of(last);
    headings.resize(std::clamp<std::size_t>(headings.size(), 1, most_blank_columns));
    return headings;
}

class BlankListDialog final : public widgets::FormDialog {
  public:
    BlankListDialog(wxWindow* parent, const wxString& of)
        : FormDialog(parent, "blank-list", fill(_("Class list with blank columns: {1}"), {of}),
                     _("Show the pages"))
        , m_form(new widgets::Form(body(), 1)) {
        explain(_("The names of the class, and columns to fill in by hand: whatever the class needs today."));
        const auto headings = last_headings();
        m_count =
            m_form->add_text("blank-list.columns", _("How many columns"), std::to_string(headings.size()));
        m_headings = m_form->add_lines("blank-list.headings", _("What stands over them, a line for each"),
                                       text_of_lines(headings), 6);
        m_form->note(m_headings, _("A line left empty is for the pen too."));
        rows().Add(m_form, 1, wxEXPAND);
        on_accept([this] { return read(); });
        fit(480);
        begin_at(*m_count);
    }

    const std::vector<std::string>& headings() const { return m_read; }

  private:
    bool read() {
        m_form->forget_complaints();
        const auto count = core::read_integer(widgets::typed(m_count->GetValue()));
        if (!count || *count < 1 || *count > static_cast<std::int64_t>(most_blank_columns)) {
            m_form->complain(m_count, fill(_("A number from 1 to {1}."),
                                           {widgets::number(static_cast<long long>(most_blank_columns))}));
            return false;
        }
        m_read = lines_of(widgets::utf8(m_headings->GetValue()));
        for (std::string& heading : m_read)
            heading = widgets::typed(widgets::wx(heading));
        while (m_read.size() > static_cast<std::size_t>(*count) && m_read.back().empty())
            m_read.pop_back();
        if (m_read.size() > static_cast<std::size_t>(*count)) {
            m_form->complain(m_headings, _("There are more headings than columns."));
            return false;
        }
        m_read.resize(static_cast<std::size_t>(*count));
        widgets::remember(headings_key, text_of_lines(m_read));
        return true;
    }

    widgets::Form* m_form;
    wxTextCtrl* m_count = nullptr;
    wxTextCtrl* m_headings = nullptr;
    std::vector<std::string> m_read;
};

} // namespace

void show_blank_list(wxWindow* parent, office::Session& session, const classes::ClassRow& row) {
    const wxString of = office::shown_name(session, row);
    BlankListDialog dialog(wxGetTopLevelParent(parent), of);
    if (dialog.ShowModal() != wxID_OK) return;
    session.run_job(
        _("Preparing the pages"),
        [parent, &session, of, in = row.id,
         headings = dialog.headings()](core::Progress&) -> widgets::JobRunner::Finish {
            const auto list = load_blank_list(session.database, in, headings);
            auto paper = list ? documents::paper_of_sheet(paper_of(*list), documents::load_program_fonts(),
                                                          list->made_at)
                              : core::Expected<documents::Paper>{core::fail(list.error())};
            return [parent, &session, of, list, paper = std::move(paper)]() mutable {
                if (!paper) return widgets::tell_near(parent, Tone::warning, session.sentence(paper.error()));
                paper->title = of;
                paper->file = of;
                paper->kind = "class-list";
                paper->workbook = [list](const std::filesystem::path& path) {
                    return write_list(path, *list, documents::program_font_folders());
                };
                paper->sentence = session.sentence;
                documents::show_paper(wxGetTopLevelParent(parent), *paper);
            };
        });
}

void show_cards(wxWindow* parent, office::Session& session, const classes::ClassRow& row) {
    const wxString of = office::shown_name(session, row);
    session.run_job(
        _("Preparing the pages"),
        [parent, &session, of, in = row.id](core::Progress&) -> widgets::JobRunner::Finish {
            const auto cards = load_cards(session.database, in);
            auto pages =
                cards ? documents::lay_out_cards(cards->cards, cards->sample, documents::load_program_fonts())
                      : core::Expected<std::vector<documents::Page>>{core::fail(cards.error())};
            return [parent, &session, of, cards, pages = std::move(pages)] {
                if (!pages) return widgets::tell_near(parent, Tone::warning, session.sentence(pages.error()));
                const auto without = static_cast<unsigned>(cards->without_photo);
                documents::show_paper(
                    wxGetTopLevelParent(parent),
                    {.title = fill(_("Learner cards: {1}"), {of}),
                     .note =
                         without == 0
                             ? wxString()
                             : fill(wxPLURAL("{1} learner has no photo: there is a frame to glue one in.",
                                             "{1} learners have no photo: there are frames to glue one in.",
                                             without),
                                    {widgets::number(without)}),
                     .pages = *pages,
                     .facts = facts_of(*cards),
                     .file = fill(_("Learner cards: {1}"), {of}),
                     .kind = "cards",
                     .sentence = session.sentence});
            };
        });
}

} // namespace statements
