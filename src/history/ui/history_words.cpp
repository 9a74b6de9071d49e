// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/ui/history_words.hpp"

#include "classes/ui/class_words.hpp"
#include "core/phone.hpp"
#include "learners/need_to_know.hpp"
#include "office/gazetteer_store.hpp"
#include "widgets/date_field.hpp"
#include "widgets/text.hpp"

#include <wx/translation.h>

#include <algorithm>
#include <array>

namespace history {

namespace {

using widgets::fill;
using widgets::wx;

struct Word {
    std::string_view key;
    const char* text; // translated when it is shown
};

constexpr std::array fields{
    Word{"number", wxTRANSLATE("Learner number")},
    Word{"name_km", wxTRANSLATE("Name in Khmer")},
    Word{"name", wxTRANSLATE("Name in Latin letters")},
    Word{"sex", wxTRANSLATE("Sex")},
    Word{"born", wxTRANSLATE("Date of birth")},
    Word{"birthplace_code", wxTRANSLATE("Place of birth")},
    Word{"birthplace_text", wxTRANSLATE("Place of birth as written")},
    Word{"village_code", wxTRANSLATE("Village")},
    Word{"village_text", wxTRANSLATE("Village as written")},
    Word{"phone", wxTRANSLATE("Telephone number")},
    Word{"guardian", wxTRANSLATE("Guardian")},
    Word{"guardian_phone", wxTRANSLATE("Guardian's telephone")},
    Word{"ethnicity", wxTRANSLATE("Ethnicity")},
    Word{"home_language", wxTRANSLATE("Language at home")},
    Word{"equity_level", wxTRANSLATE("Equity card")},
    Word{"equity_valid_to", wxTRANSLATE("Card valid until")},
    Word{"wg_seeing", wxTRANSLATE("Seeing")},
    Word{"wg_hearing", wxTRANSLATE("Hearing")},
    Word{"wg_walking", wxTRANSLATE("Walking")},
    Word{"wg_remembering", wxTRANSLATE("Remembering")},
    Word{"wg_self_care", wxTRANSLATE("Caring for oneself")},
    Word{"wg_communicating", wxTRANSLATE("Communicating")},
    Word{"disability_text", wxTRANSLATE("Disability as written")},
    Word{"schooling", wxTRANSLATE("Schooling so far")},
    Word{"leaving_reason", wxTRANSLATE("Why school was left")},
    Word{"occupation", wxTRANSLATE("Occupation")},
    Word{"migration", wxTRANSLATE("Migration")},
    Word{"class_text", wxTRANSLATE("Class as the list named it")},
    Word{"note", wxTRANSLATE("Note")},
    Word{"consent_on", wxTRANSLATE("Consent given on")},
    Word{"identities", wxTRANSLATE("Identity numbers")},
    Word{"photo", wxTRANSLATE("Photo")},
    Word{"class", wxTRANSLATE("Class")},
    Word{"first_day", wxTRANSLATE("First day in the class")},
    Word{"last_day", wxTRANSLATE("Last day in the class")},
    Word{"enrolment_leaving_reason", wxTRANSLATE("Why the class was left")},
    // TRANSLATORS: what became of the learner at the school year's end: promoted, repeats ...
    Word{"year_end", wxTRANSLATE("At the year's end")},
    Word{"year_end_reason", wxTRANSLATE("Why not as the rules say")},
};

constexpr std::array year_ends{
    Word{"promote", wxTRANSLATE("Promoted")},
    Word{"repeat", wxTRANSLATE("Repeats")},
    Word{"leave", wxTRANSLATE("Leaves")},
    Word{"complete", wxTRANSLATE("Has completed")},
};

constexpr std::array identity_kinds{
    Word{"birth_certificate", wxTRANSLATE("Birth certificate")},
    Word{"national_id", wxTRANSLATE("Identity card")},
    Word{"student_id", wxTRANSLATE("Student number")},
    Word{"family_book", wxTRANSLATE("Family book")},
    // TRANSLATORS: an identity number of another kind.
    Word{"other", wxTRANSLATE("Other number")},
};

constexpr std::array difficulties{wxTRANSLATE("No difficulty"), wxTRANSLATE("Some difficulty"),
                                  wxTRANSLATE("A lot of difficulty"), wxTRANSLATE("Cannot do at all")};

template<std::size_t N>
wxString word_in(const std::array<Word, N>& words, std::string_view key) {
    for (const Word& word : words)
        if (word.key == key) return wxGetTranslation(wxString::FromUTF8(word.text));
    return wx(key);
}

wxString village(const office::Session& session, const std::string& code) {
    const auto line = office::area_line(session.database, code, session.database.clock().today());
    if (line.empty()) return wx(code);
    const bool khmer = session.language == widgets::Language::khmer;
    return wx(khmer ? office::place_km(line) : office::place_en(line));
}

// "birth_certificate 123, national_id 456"
wxString identities(const std::string& value) {
    wxString words;
    std::string_view rest = value;
    while (!rest.empty()) {
        const auto comma = std::min(rest.find(", "), rest.size());
        const std::string_view one = rest.substr(0, comma);
        const auto blank = std::min(one.find(' '), one.size());
        words += (words.empty() ? wxString() : wxString(", ")) +
                 word_in(identity_kinds, one.substr(0, blank)) + wx(one.substr(blank));
        rest.remove_prefix(std::min(rest.size(), comma + 2));
    }
    return words;
}

wxString day_or_text(const std::string& value) {
    const auto date = core::partial_date_from_text(value);
    return date ? widgets::shown(*date) : wx(value);
}

wxString level_word(const std::string& value) {
    return value == "1" ? _("Poor level 1") : value == "2" ? _("Poor level 2") : wx(value);
}

} // namespace

wxString field_word(std::string_view field) {
    return word_in(fields, field);
}

wxString value_word(const office::Session& session, std::string_view field, const std::string& value) {
    if (field == "sex") return value == "f" ? _("Female") : _("Male");
    if (field == "born" || field.ends_with("_day") || field == "equity_valid_to" || field == "consent_on")
        return day_or_text(value);
    if (field.ends_with("_code")) return village(session, value);
    if (field == "year_end") return word_in(year_ends, value);
    if (field == "equity_level") return level_word(value);
    if (field == "identities") return identities(value);
    if (field.starts_with("wg_") && value.size() == 1 && value[0] >= '1' && value[0] <= '4')
        return wxGetTranslation(difficulties.at(static_cast<std::size_t>(value[0] - '1')));
    if (field == "enrolment_leaving_reason")
        if (const auto reason = classes::leaving_reason_from_text(value))
            return classes::leaving_word(*reason);
    return wx(value);
}

wxString change_line(const office::Session& session, const storage::FieldChange& change) {
    const wxString field = field_word(change.field);
    if (change.field == "photo")
        return !change.was ? _("Photo: put in") : !change.is ? _("Photo: taken out") : _("Photo: changed");
    const auto word = [&](const std::string& value) {
        if (office::hides_need_to_know(session) && learners::is_need_to_know(change.field))
            return office::hidden_words();
        return value_word(session, change.field, value);
    };
    // What stayed as it was is told so that the others are understood.
    if (change.is && (!change.was || change.was == change.is))
        // TRANSLATORS: a field of a learner's record: {1} its name, {2} what it was given.
        return fill(_("{1}: {2}"), {field, word(*change.is)});
    if (!change.is && change.was)
        // TRANSLATORS: a field of a learner's record: {1} its name, {2} what stood there and was taken out.
        return fill(_("{1}: taken out, was {2}"), {field, word(*change.was)});
    // TRANSLATORS: a field of a learner's record: {1} its name, {2} what it is now, {3} what it was.
    return fill(_("{1}: {2}, was {3}"), {field, word(change.is.value_or("")), word(change.was.value_or(""))});
}

wxString what_happened(const Entry& entry) {
    const wxString about = wx(entry.about);
    const std::string& verb = entry.verb;
    if (verb == "learner.register") return _("Registered");
    if (verb == "learner.update") return _("Changed");
    if (verb == "learner.photo") return _("Photo changed");
    if (verb == "import.undo") return fill(_("The import of {1} was taken back"), {about});
    if (verb.starts_with("import.")) return fill(_("Imported from {1}"), {about});
    if (verb == "enrolment.open") return fill(_("Enrolled in {1}"), {about});
    if (verb == "enrolment.leave") return fill(_("Left {1}"), {about});
    if (verb == "bulk.enrol") return _("Enrolled, with others");
    if (verb == "bulk.move") return _("Moved to another class, with others");
    if (verb == "bulk.leave") return _("Left the class, with others");
    if (verb == "rollover.apply") return _("Went into the next school year");
    if (verb == "rollover.undo") return _("The roll-over was taken back");
    if (verb == "bulk.undo") return _("The change of many learners was taken back");
    // A merge's word is its room's; the second one takes it back.
    if (verb.ends_with("unmerge") || verb == "merge.undo")
        return fill(_("The merge with {1} was taken back"), {about});
    if (verb.ends_with("merge") || verb.starts_with("merge.")) return fill(_("Merged with {1}"), {about});
    if (verb == "certificate.issue") return fill(_("Certificate {1} issued"), {about});
    if (verb.starts_with("certificate."))
        return fill(_("Certificate {1}: an entry in its register"), {about});
    if (verb == "transfer.out") return _("Written as a transfer for another office");
    if (verb == "transfer.undo") return _("A transfer was taken back");
    if (verb == "record.print") return _("Record of learning printed");
    if (verb == "transcript.print") return _("Transcript printed");
    if (verb == "recognition.add") return _("Prior learning recognised");
    if (verb == "recognition.withdraw") return _("The recognition of prior learning was withdrawn");
    if (verb == "transfer.in") return _("Came with a transfer from another office");
    if (verb.ends_with("other-person")) return _("Found to be another person than a look-alike");
    return _("Changed");
}

} // namespace history
