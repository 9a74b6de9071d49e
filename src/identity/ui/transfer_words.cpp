// SPDX-License-Identifier: GPL-3.0-or-later
#include "identity/ui/transfer_words.hpp"

#include "widgets/text.hpp"

namespace identity {

wxString novelty_word(Novelty novelty) {
    switch (novelty) {
    case Novelty::fresh:
        // TRANSLATORS: part of a transfer file that is not here yet.
        return _("New");
    case Novelty::newer:
        return _("Newer than here");
    case Novelty::same:
        return _("Here already");
    case Novelty::older:
        return _("Older than here");
    case Novelty::own:
        // TRANSLATORS: part of a transfer file that this office itself recorded.
        return _("This office's own");
    }
    return {};
}

widgets::Tone novelty_tone(Novelty novelty) {
    switch (novelty) {
    case Novelty::fresh:
        return widgets::Tone::good;
    case Novelty::newer:
        return widgets::Tone::info;
    default:
        return widgets::Tone::muted;
    }
}

wxString field_word(const std::string& field) {
    if (field == "name_km") return _("Name in Khmer");
    if (field == "name") return _("Name in Latin letters");
    if (field == "sex") return _("Sex");
    if (field == "born") return _("Born");
    if (field == "birthplace_code" || field == "birthplace_text") return _("Birthplace");
    if (field == "village_code" || field == "village_text") return _("Village");
    if (field == "phone") return _("Phone");
    if (field == "guardian") return _("Guardian");
    if (field == "guardian_phone") return _("Guardian's phone");
    if (field == "ethnicity") return _("Ethnicity");
    if (field == "home_language") return _("Home language");
    if (field == "equity_level" || field == "equity_valid_to") return _("Equity card");
    if (field.starts_with("wg_") || field == "disability_text") return _("Disability");
    if (field == "schooling") return _("Schooling before");
    if (field == "leaving_reason") return _("Reason for leaving school");
    if (field == "occupation") return _("Occupation");
    if (field == "migration") return _("Migration");
    if (field == "consent_on") return _("Consent");
    if (field == "identities") return _("Identity numbers");
    if (field == "photo") return _("Photo");
    return _("Note");
}

wxString office_words(const office::Session& session, const ChapterOffice& office) {
    return office::shown_name(session, office) + " (" + widgets::wx(office.code) + ")";
}

wxString hours_words(const core::Ratio& hours) {
    return widgets::figure(core::format_decimal(core::round_half_up(hours, 2), 2));
}

wxString rate_words(const std::optional<core::Ratio>& rate) {
    return rate ? widgets::figure(core::format_percent(*rate)) + " %" : wxString();
}

wxString certificate_state_word(const std::string& state) {
    if (state == "issued") return _("Issued");
    if (state == "void") return _("Void");
    if (state == "replaced") return _("Replaced");
    return _("Lost");
}

} // namespace identity
