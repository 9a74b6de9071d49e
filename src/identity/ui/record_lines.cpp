// SPDX-License-Identifier: GPL-3.0-or-later
#include "identity/ui/record_lines.hpp"

#include "classes/ui/class_words.hpp"
#include "identity/ui/transfer_words.hpp"
#include "units/recognition_store.hpp"
#include "units/ui/recognition_dialog.hpp"
#include "widgets/date_field.hpp"
#include "widgets/text.hpp"

namespace identity {
namespace {

using widgets::fill;
using widgets::wx;

template<typename List, typename Text>
wxString joined(const List& list, Text text_of) {
    wxString text;
    for (const auto& one : list)
        text += (text.empty() ? wxString() : wxString("; ")) + text_of(one);
    return text;
}

class Lines {
  public:
    explicit Lines(const office::Session& session)
        : m_session(session) {}

    void add(const RecordClass& one) {
        widgets::Cell result{wx(one.average + " " + one.grade)};
        if (one.reason)
            result = {classes::leaving_word(*one.reason), widgets::Tone::muted};
        else if (one.open)
            // TRANSLATORS: a class the learner is still in.
            result = {_("Learning now"), widgets::Tone::info};
        else if (one.verdict == assessment::Verdict::pass)
            result.tone = widgets::Tone::good;
        RecordLine line{classes::wording(m_session, one.programme_name) + ", " + wx(one.name_km),
                        wx(one.institution_km) + ", " + office::shown_name(m_session, one.office),
                        widgets::shown(one.first_day) + wxString::FromUTF8(" – ") +
                            widgets::shown(one.last_day),
                        hours_words(one.hours),
                        rate_words(one.rate),
                        result};
        line.detail = line.what + "\n" + line.where;
        m_lines.push_back(std::move(line));
        for (const RecordScores& row : one.scores)
            add_scores(one, row);
    }

    void add(const RecordUnit& unit) {
        const bool recognised = unit.way == units::Way::recognition;
        RecordLine line;
        // TRANSLATORS: {1} is a unit of a programme, {2} the programme.
        line.what =
            fill(recognised ? _("Unit recognised: {1} ({2})") : _("Unit earned: {1} ({2})"),
                 {classes::wording(m_session, unit.name), classes::wording(m_session, unit.programme_name)});
        const wxString office = office::shown_name(m_session, *unit.office);
        line.where = unit.taught ? wx(unit.taught->institution_km) + ", " + office : office;
        if (unit.of_course()) line.where = wx(unit.taught->class_km) + ", " + line.where;
        line.when = widgets::shown(unit.earned_on);
        if (unit.hours) line.hours = widgets::number(*unit.hours);
        line.result = recognised ? widgets::Cell{_("Recognised"), widgets::Tone::info}
                                 : widgets::Cell{unit.marks ? wx(unit.marks->average_text) : wxString(),
                                                 widgets::Tone::good};
        line.detail = line.what + "\n" + units::way_word(unit.way) + ", " + line.where;
        if (unit.marks)
            line.detail += "\n" + joined(unit.marks->subjects, [this](const units::SubjectMark& mark) {
                               return classes::wording(m_session, mark.subject) + " " + wx(mark.mark);
                           });
        if (recognised) tell_recognition(unit, line);
        m_lines.push_back(std::move(line));
    }

    void add(const RecordCertificate& one) {
        RecordLine line{classes::wording(m_session, one.title) + " " + wx(one.serial),
                        office::shown_name(m_session, one.office),
                        widgets::shown(one.issued_on),
                        {},
                        {},
                        {certificate_state_word(one.state),
                         one.state == "issued" ? widgets::Tone::good : widgets::Tone::warning}};
        line.detail = line.what + "\n" + line.where;
        m_lines.push_back(std::move(line));
    }

    std::vector<RecordLine> take() { return std::move(m_lines); }

  private:
    void add_scores(const RecordClass& one, const RecordScores& row) {
        wxString marks;
        for (std::size_t i = 0; i < row.marks.size(); ++i)
            if (!row.marks[i].empty())
                marks += (marks.empty() ? wxString() : wxString("; ")) +
                         classes::wording(m_session, one.subjects[i]) + " " + wx(row.marks[i]);
        const wxString words = classes::wording(m_session, row.period) + ": " + marks;
        RecordLine line{"    " + words, {}, {}, {}, {}, {}};
        line.detail = words;
        m_lines.push_back(std::move(line));
    }

    void tell_recognition(const RecordUnit& unit, RecordLine& line) const {
        const auto id = units::find_by_uid(m_session.database, unit.source);
        const auto kept = id ? units::find_recognition(m_session.database, *id) : std::nullopt;
        if (!kept) return;
        line.recognition = *id;
        const units::Recognition& one = kept->recognition;
        // TRANSLATORS: of recognised prior learning; {1} is a list of what was seen, {2} two names.
        line.detail +=
            "\n" +
            fill(_("Evidence: {1}. Assessed by {2}."),
                 {joined(one.evidence, [](const std::string& piece) { return wx(piece); }),
                  joined(one.assessors, [](const units::Assessor& assessor) { return wx(assessor.name); })});
        if (!one.remark.empty()) line.detail += " " + wx(one.remark);
    }

    const office::Session& m_session;
    std::vector<RecordLine> m_lines;
};

} // namespace

std::vector<RecordLine> record_lines(const office::Session& session, const RecordOfLearning& record) {
    Lines lines(session);
    for (const RecordClass& one : record.classes)
        lines.add(one);
    for (const RecordUnit& unit : record.units)
        lines.add(unit);
    for (const RecordCertificate& one : record.certificates)
        lines.add(one);
    return lines.take();
}

} // namespace identity
