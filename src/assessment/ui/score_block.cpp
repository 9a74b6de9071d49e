// SPDX-License-Identifier: GPL-3.0-or-later
#include "assessment/ui/score_block.hpp"

#include "widgets/text.hpp"

#include <wx/translation.h>

namespace assessment {

using widgets::fill;
using widgets::number;

TypedBlock typed_block(const ScoreTable& table, int row, int column, const core::CellBlock& block) {
    TypedBlock typed;
    for (std::size_t down = 0; down < block.size(); ++down)
        for (std::size_t across = 0; across < block[down].size(); ++across) {
            const int at_row = row + static_cast<int>(down);
            const auto* subject = table.subject_of(column + static_cast<int>(across));
            if (at_row < table.rows() && subject != nullptr)
                typed.marks.push_back(
                    {table.results().rows[static_cast<std::size_t>(at_row)].learner.enrolment.id,
                     subject->key, widgets::typed(widgets::wx(block[down][across]))});
            else if (!block[down][across].empty())
                ++typed.outside;
        }
    return typed;
}

wxString refusal(const office::Session& session, const ScoreTable& table, const TypedMark& mark,
                 const core::Error& why) {
    wxString words = session.sentence(why);
    for (const ResultRow& row : table.results().rows)
        if (row.learner.enrolment.id == mark.enrolment) {
            const auto* subject = programmes::find_subject(table.results().pack, mark.subject);
            words = office::shown_name(session, row.learner) + ", " +
                    (subject ? table.name_of(subject->name) + ": " : wxString()) + words;
        }
    return words;
}

wxString pasted_words(const office::Session& session, const ScoreTable& table, const Pasted& pasted,
                      int outside) {
    constexpr std::size_t most_named = 3;
    wxString words =
        fill(wxPLURAL("{1} mark written.", "{1} marks written.", static_cast<unsigned>(pasted.written)),
             {number(pasted.written)});
    for (std::size_t at = 0; at < pasted.refused.size() && at < most_named; ++at)
        words += "\n" + refusal(session, table, pasted.refused[at].mark, pasted.refused[at].why);
    if (pasted.refused.size() > most_named)
        words += "\n" + fill(_("{1} more cells were refused."),
                             {number(static_cast<long long>(pasted.refused.size() - most_named))});
    if (outside > 0)
        words += "\n" + fill(_("{1} cells lay beside the score sheet and were left out."), {number(outside)});
    return words;
}

} // namespace assessment
