// SPDX-License-Identifier: GPL-3.0-or-later
#include "certificates/ui/close_dialog.hpp"

#include "certificates/closing.hpp"
#include "classes/ui/class_words.hpp"
#include "widgets/data_list.hpp"
#include "widgets/date_field.hpp"
#include "widgets/form.hpp"
#include "widgets/text.hpp"
#include "widgets/theme.hpp"

#include <wx/sizer.h>
#include <wx/stattext.h>

namespace certificates {
namespace {

using widgets::fill;
using widgets::number;

// A line of the list: what is missing, and which.
struct Line {
    wxString what;
    wxString which;
};

void add_days(std::vector<Line>& lines, const wxString& what, const std::vector<core::Day>& days) {
    std::optional<core::Month> month;
    for (const core::Day day : days) {
        const wxString shown = number(static_cast<unsigned>(day.day()));
        if (month == core::month_of(day)) {
            lines.back().which += ", " + shown;
            continue;
        }
        month = core::month_of(day);
        lines.push_back({fill(what, {widgets::shown(*month)}), shown});
    }
}

std::vector<Line> lines_of(const office::Session& session, const Gaps& gaps) {
    std::vector<Line> lines;
    // TRANSLATORS: {1} is a month; the days follow in the next column.
    add_days(lines, _("Days not recorded, {1}"), gaps.not_recorded);
    // TRANSLATORS: {1} is a month; the days follow in the next column.
    add_days(lines, _("Days still to come, {1}"), gaps.to_come);
    for (const Gaps::Marks& one : gaps.marks_missing) {
        wxString subjects;
        for (const programmes::Wording& subject : one.subjects)
            subjects += (subjects.empty() ? "" : ", ") + classes::wording(session, subject);
        // TRANSLATORS: {1} is a learner; the subjects without a mark follow in the next column.
        lines.push_back({fill(_("Marks of {1}"), {office::shown_name(session, one.learner)}), subjects});
    }
    return lines;
}

class CloseDialog final : public widgets::FormDialog {
  public:
    CloseDialog(wxWindow* parent, const wxString& name, std::vector<Line> lines)
        : FormDialog(parent, "class-close", fill(_("Close {1}?"), {name}),
                     lines.empty() ? _("Close the class") : _("Close it all the same"))
        , m_lines(std::move(lines)) {
        add_words(
            m_lines.empty()
                ? _("The register and the marks are complete. After closing, nothing in them changes any "
                    "more; results and certificates follow.")
                : _("After closing, nothing in the register and the marks changes any more. This is "
                    "still missing, and stands in the way of awards:"));
        if (!m_lines.empty()) add_list();
        add_words(_("A closed class can be opened again with a reason until its award list is approved."));
        fit(m_lines.empty() ? 480 : 640);
    }

  private:
    void add_words(const wxString& sentence) {
        auto* words = new wxStaticText(body(), wxID_ANY, sentence);
        words->Wrap(FromDIP(m_lines.empty() ? 440 : 600));
        rows().Add(words, 0, wxBOTTOM, FromDIP(widgets::space::medium));
    }

    void add_list() {
        auto* list = new widgets::DataList(body(), "class-close.missing", _("What is missing"),
                                           {{.title = _("What is missing"), .width = 260, .grows = true},
                                            // TRANSLATORS: heading of a column: which days, which subjects.
                                            {.title = _("Which"), .width = 300, .grows = true}});
        list->SetMinSize(widgets::text_room(*this, 600, 220));
        list->set_rows(m_lines.size(), [this](std::size_t row, std::size_t column) -> widgets::Cell {
            if (column == 0) return {m_lines[row].what};
            return {m_lines[row].which, widgets::Tone::warning};
        });
        rows().Add(list, 1, wxEXPAND | wxBOTTOM, FromDIP(widgets::space::medium));
    }

    std::vector<Line> m_lines;
};

} // namespace

bool ask_and_close(wxWindow* parent, office::Session& session, const classes::ClassRow& row) {
    CloseDialog dialog(parent, office::shown_name(session, row),
                       lines_of(session, load_gaps(session.database, row.id)));
    if (dialog.ShowModal() != wxID_OK) return false;
    storage::Transaction tx(session.database, session.actor);
    const auto closed = close_with_gaps(tx, row.id, session.database.clock().today());
    if (!closed) {
        widgets::tell(parent, _("The class was not closed"), session.sentence(closed.error()));
        return false;
    }
    tx.commit();
    return true;
}

} // namespace certificates
