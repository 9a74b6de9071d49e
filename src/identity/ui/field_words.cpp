// SPDX-License-Identifier: GPL-3.0-or-later
#include "identity/ui/field_words.hpp"

#include "office/gazetteer_store.hpp"
#include "widgets/date_field.hpp"
#include "widgets/text.hpp"

#include <wx/translation.h>

#include <algorithm>
#include <array>

namespace identity {
namespace {

using learners::Learner;

wxString plain(const std::optional<std::string>& text) {
    return text ? widgets::wx(*text) : wxString();
}

wxString place(const office::Session& session, const std::optional<std::string>& code,
               const std::optional<std::string>& text) {
    if (!code) return plain(text);
    const auto area = office::find_area(session.database, *code);
    return area ? office::shown_name(session, *area) + " (" + widgets::wx(*code) + ")" : widgets::wx(*code);
}

wxString equity(const Learner& learner) {
    if (!learner.equity_level) return {};
    const bool first = *learner.equity_level == learners::EquityLevel::very_poor;
    wxString text = first ? _("Poor level 1") : _("Poor level 2");
    if (learner.equity_valid_to) text += ", " + widgets::shown(*learner.equity_valid_to);
    return text;
}

// What only some need to know: that there is something, and nothing more.
wxString hidden(const office::Session& session, const wxString& words) {
    return words.empty() || !office::hides_need_to_know(session) ? words : office::hidden_words();
}

wxString difficulties(const Learner& learner) {
    const std::array<wxString, 6> domains = {
        _("Seeing"),       _("Hearing"), _("Walking"), _("Remembering"), _("Caring for oneself"),
        _("Communicating")};
    const auto answers = learner.washington.answers();
    wxString text;
    for (std::size_t i = 0; i < domains.size(); ++i)
        if (answers[i])
            text += (text.empty() ? "" : ", ") + domains[i] + " " +
                    widgets::number(static_cast<int>(*answers[i]));
    return text;
}

wxString kind_word(learners::IdentityKind kind) {
    switch (kind) {
    case learners::IdentityKind::birth_certificate:
        return _("Birth certificate");
    case learners::IdentityKind::national_id:
        return _("National ID card");
    case learners::IdentityKind::student_id:
        return _("Student number");
    case learners::IdentityKind::family_book:
        return _("Family book");
    case learners::IdentityKind::other:
        return _("Other number");
    }
    return {};
}

struct Words {
    std::string_view key;
    wxString (*label)();
    wxString (*text)(const office::Session&, const Learner&);
};

using Session = const office::Session&;

const std::array fields{
    Words{"name_km", [] { return _("Name in Khmer"); },
          [](Session, const Learner& l) { return widgets::wx(l.name_km); }},
    Words{"name", [] { return _("Name in Latin letters"); },
          [](Session, const Learner& l) { return widgets::wx(l.name); }},
    Words{"sex", [] { return _("Sex"); },
          [](Session, const Learner& l) {
              if (!l.sex) return wxString();
              return *l.sex == core::Sex::female ? _("Female") : _("Male");
          }},
    Words{"born", [] { return _("Date of birth"); },
          [](Session, const Learner& l) { return l.born ? widgets::shown(*l.born) : wxString(); }},
    Words{"birthplace", [] { return _("Place of birth"); },
          [](Session s, const Learner& l) { return place(s, l.birthplace_code, l.birthplace_text); }},
    Words{"village", [] { return _("Village"); },
          [](Session s, const Learner& l) { return place(s, l.village_code, l.village_text); }},
    Words{"phone", [] { return _("Telephone number"); },
          [](Session, const Learner& l) { return plain(l.phone); }},
    Words{"guardian", [] { return _("Guardian"); },
          [](Session, const Learner& l) { return plain(l.guardian); }},
    Words{"guardian_phone", [] { return _("Guardian's telephone"); },
          [](Session, const Learner& l) { return plain(l.guardian_phone); }},
    Words{"ethnicity", [] { return _("Ethnicity"); },
          [](Session, const Learner& l) { return plain(l.ethnicity); }},
    Words{"home_language", [] { return _("Language at home"); },
          [](Session, const Learner& l) { return plain(l.home_language); }},
    Words{"equity", [] { return _("Equity card"); }, [](Session, const Learner& l) { return equity(l); }},
    Words{"washington", [] { return _("Difficulties"); },
          [](Session s, const Learner& l) { return hidden(s, difficulties(l)); }},
    Words{"disability_text", [] { return _("Disability, as a list said"); },
          [](Session s, const Learner& l) { return hidden(s, plain(l.disability_text)); }},
    Words{"schooling", [] { return _("Schooling so far"); },
          [](Session, const Learner& l) { return plain(l.schooling); }},
    Words{"leaving_reason", [] { return _("Why school was left"); },
          [](Session, const Learner& l) { return plain(l.leaving_reason); }},
    Words{"occupation", [] { return _("Occupation"); },
          [](Session, const Learner& l) { return plain(l.occupation); }},
    Words{"migration", [] { return _("Migration"); },
          [](Session, const Learner& l) { return plain(l.migration); }},
    Words{"class_text", [] { return _("Class, as a list said"); },
          [](Session, const Learner& l) { return plain(l.class_text); }},
    Words{"note", [] { return _("Note"); }, [](Session, const Learner& l) { return plain(l.note); }},
    Words{
        "consent_on", [] { return _("Consent given on"); },
        [](Session, const Learner& l) { return l.consent_on ? widgets::shown(*l.consent_on) : wxString(); }},
};

const Words* words_of(std::string_view key) {
    const auto found =
        std::find_if(fields.begin(), fields.end(), [&](const Words& one) { return one.key == key; });
    return found == fields.end() ? nullptr : &*found;
}

} // namespace

wxString field_label(std::string_view key) {
    const Words* words = words_of(key);
    return words != nullptr ? words->label() : widgets::wx(key);
}

wxString field_text(const office::Session& session, std::string_view key, const Learner& learner) {
    const Words* words = words_of(key);
    return words != nullptr ? words->text(session, learner) : wxString();
}

wxString identities_text(const Learner& learner) {
    wxString text;
    for (const learners::IdentityNumber& one : learner.identities)
        text += (text.empty() ? "" : ", ") + kind_word(one.kind) + " " + widgets::wx(one.number);
    return text;
}

} // namespace identity
