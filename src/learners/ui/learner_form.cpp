// SPDX-License-Identifier: GPL-3.0-or-later
#include "learners/ui/learner_form.hpp"

#include "learners/choices.hpp"
#include "learners/need_to_know.hpp"
#include "learners/ui/identity_rows.hpp"
#include "office/ui/village_field.hpp"
#include "widgets/keyboard.hpp"
#include "widgets/suggest_field.hpp"
#include "widgets/text.hpp"

#include <wx/button.h>
#include <wx/sizer.h>

#include <algorithm>
#include <utility>

namespace learners {

namespace {

constexpr int columns = 3;

// Empty first, so that "not asked" is not taken for "no"; the digit is the key that takes it.
std::vector<wxString> difficulty_words() {
    return {wxString(),
            // TRANSLATORS: an answer to "Do you have difficulty seeing?" and the like (Washington Group
            // questions).
            _("1 No difficulty"), _("2 Some difficulty"), _("3 A lot of difficulty"),
            _("4 Cannot do at all")};
}

bool holds(const wxWindow* outer, const wxWindow* inner) {
    for (; inner; inner = inner->GetParent())
        if (inner == outer) return true;
    return false;
}

} // namespace

LearnerForm::LearnerForm(wxWindow* parent, const office::Session& session)
    : Form(parent, columns)
    , m_session(session) {
    add_person();
    add_home();
    add_circumstances();
    add_schooling();
    add_papers();
    add_washington();
    add_consent();
}

void LearnerForm::begin_section(const wxString& title) {
    section(title);
    m_section_begins = true;
}

wxWindow* LearnerForm::note_first(wxWindow* field) {
    if (m_section_begins) m_firsts.push_back(field);
    m_section_begins = false;
    return field;
}

wxTextCtrl* LearnerForm::add_plain(const std::string& name, const wxString& label) {
    auto* field = add_text("learner." + name, label);
    note_first(field);
    m_fields.push_back({name, [field] { return widgets::utf8(field->GetValue()); },
                        [field](const std::string& text) { field->ChangeValue(widgets::wx(text)); }});
    return field;
}

void LearnerForm::add_offered(const std::string& name, const wxString& label) {
    auto* field = add_plain(name, label);
    field->SetHint(_("Type, or choose with the Down key"));
    widgets::suggest(*field, "learner." + name, label, [name](const std::string& typed) {
        std::vector<widgets::Suggestion> offered;
        for (const Choice& choice : choices_like(name, typed)) {
            wxString detail = widgets::wx(choice.name);
            // TRANSLATORS: {1} is the Latin name of a group of people, beside its Khmer name.
            if (choice.unofficial) detail = widgets::fill(_("{1} (spelling not official)"), {detail});
            // The register keeps the Khmer name, whatever the language of the screen.
            offered.push_back({choice.name_km, widgets::wx(choice.name_km), detail});
        }
        return offered;
    });
}

widgets::DateField* LearnerForm::add_dated(const std::string& name, const wxString& label,
                                           widgets::DateField::Kind kind) {
    auto* field = add_date("learner." + name, label, kind);
    note_first(field);
    m_fields.push_back({name, [field] { return widgets::utf8(field->text().GetValue()); },
                        [field](const std::string& text) { field->set_typed(widgets::wx(text)); }});
    check(field, name);
    return field;
}

wxChoice* LearnerForm::add_chosen(const std::string& name, const wxString& label,
                                  const std::vector<wxString>& words,
                                  const std::vector<std::string>& values) {
    auto* field = add_choice("learner." + name, label, words);
    note_first(field);
    m_fields.push_back({name,
                        [field, values] {
                            const int row = field->GetSelection();
                            return row == wxNOT_FOUND ? std::string() : values[static_cast<std::size_t>(row)];
                        },
                        [field, values](const std::string& value) {
                            const auto at = std::find(values.begin(), values.end(), value);
                            field->SetSelection(at == values.end() ? wxNOT_FOUND
                                                                   : static_cast<int>(at - values.begin()));
                        }});
    if (is_need_to_know(name)) m_fields.back().control = field;
    return field;
}

office::VillageField* LearnerForm::add_village(const std::string& name, const wxString& label) {
    const std::string id = "learner." + name + "_code";
    auto* field = static_cast<office::VillageField*>(add_custom(
        id, label, [&](wxWindow* parent) { return new office::VillageField(parent, m_session, id, label); }));
    note_first(field);
    // A neighbour's longer note must not make the field higher.
    if (wxSizerItem* item = field->GetContainingSizer()->GetItem(field)) item->SetProportion(0);
    expect_note(field);
    field->on_understood([this, field](const wxString& words, bool certain) {
        note(field, words, certain ? widgets::Tone::muted : widgets::Tone::warning);
    });
    m_villages.push_back(field);
    // A code or a text, never both.
    m_fields.push_back({name + "_code", [field] { return field->known_code().value_or(""); },
                        [field](const std::string& code) {
                            field->set(code.empty() ? std::nullopt : std::optional{code}, std::nullopt);
                        }});
    m_fields.push_back(
        {name + "_text",
         [field] { return field->known_code() ? std::string() : widgets::utf8(field->field().GetValue()); },
         [field](const std::string& text) {
             if (!text.empty()) field->set(std::nullopt, text);
         }});
    return field;
}

void LearnerForm::add_person() {
    begin_section(_("The person"));
    m_name_km = add_plain("name_km", _("Name in Khmer"));
    check(m_name_km, "name_km");
    auto* name = add_plain("name", _("Name in Latin letters"));
    check(name, "name");
    // Only now is it known that there is no name at all.
    name->Bind(wxEVT_KILL_FOCUS, [this](wxFocusEvent& event) {
        event.Skip();
        CallAfter([this] { mark(m_name_km, fault_of("name_km", true)); });
    });
    check(add_chosen("sex", _("Sex"), {_("Female"), _("Male")}, {"f", "m"}), "sex");
    add_dated("born", _("Date of birth"), widgets::DateField::Kind::partial);
    add_village("birthplace", _("Place of birth"));
}

void LearnerForm::add_home() {
    begin_section(_("Home and contact"));
    add_village("village", _("Village"));
    check(add_plain("phone", _("Telephone number")), "phone");
    add_plain("migration", _("Migration"));
    check(add_plain("guardian", _("Guardian")), "guardian");
    check(add_plain("guardian_phone", _("Guardian's telephone")), "guardian_phone");
}

void LearnerForm::add_circumstances() {
    begin_section(_("Circumstances"));
    add_offered("ethnicity", _("Ethnicity"));
    add_offered("home_language", _("Language at home"));
    add_offered("occupation", _("Occupation"));
    add_chosen("equity_level", _("Equity card"), {_("None"), _("Poor level 1"), _("Poor level 2")},
               {"", "1", "2"});
    add_dated("equity_valid_to", _("Card valid until"), widgets::DateField::Kind::day);
}

void LearnerForm::add_schooling() {
    begin_section(_("Schooling"));
    add_offered("schooling", _("Schooling so far"));
    // TRANSLATORS: why the learner left school.
    add_offered("leaving_reason", _("Why school was left"));
}

void LearnerForm::add_papers() {
    begin_section(_("Identity papers"));
    m_identities = static_cast<IdentityRows*>(
        add_wide("learner.identities", _("Any number of papers, or none"),
                 [this](wxWindow* parent) { return new IdentityRows(parent, [this] { make_room(); }); }));
    note_first(m_identities);
}

void LearnerForm::add_washington() {
    begin_section(_("Does the learner have difficulty..."));
    const auto ask = [this](const std::string& name, const wxString& label) {
        add_chosen(name, label, difficulty_words(), {"", "1", "2", "3", "4"});
    };
    ask("wg_seeing", _("Seeing"));
    ask("wg_hearing", _("Hearing"));
    ask("wg_walking", _("Walking"));
    ask("wg_remembering", _("Remembering"));
    ask("wg_self_care", _("Caring for oneself"));
    ask("wg_communicating", _("Communicating"));
    const wxString label = _("Show the answers; it is written in the record");
    m_reveal = static_cast<wxButton*>(
        add_wide("learner.reveal", _("Only for those who need to know"),
                 [&](wxWindow* parent) { return new wxButton(parent, wxID_ANY, label); }));
    m_reveal->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) {
        CallAfter([this] {
            if (!m_ask_reveal || !m_ask_reveal()) return;
            m_ask_reveal = nullptr;
            show_hidden();
        });
    });
    show_hidden();
}

void LearnerForm::hide_need_to_know(std::function<bool()> reveal) {
    m_ask_reveal = std::move(reveal);
    for (Field& field : m_fields)
        if (field.control && m_ask_reveal) {
            field.hidden = field.get();
            field.set({});
            field.control->Disable();
        }
    show_hidden();
}

void LearnerForm::show_hidden() {
    for (Field& field : m_fields)
        if (field.control && !m_ask_reveal && !field.control->IsEnabled()) {
            field.set(std::exchange(field.hidden, {}));
            field.control->Enable();
        }
    // The label stands beside it in the same cell.
    if (wxSizer* cell = m_reveal->GetContainingSizer()) cell->ShowItems(bool(m_ask_reveal));
    make_room();
}

void LearnerForm::add_consent() {
    begin_section(_("Agreement and note"));
    auto* agreed = add_check("learner.consent", _("Agrees that the register keeps this"), false);
    note_first(agreed);
    // TRANSLATORS: the day on which the learner or the guardian agreed.
    auto* day = add_dated("consent_on", _("Agreed on"), widgets::DateField::Kind::day);
    agreed->Bind(wxEVT_CHECKBOX, [this, agreed, day](wxCommandEvent& event) {
        event.Skip();
        day->set(agreed->GetValue() ? std::optional{m_session.database.clock().today()} : std::nullopt);
    });
    day->on_understood([this, agreed, day](const wxString& words) {
        agreed->SetValue(!day->empty());
        note(day, words);
    });
    add_plain("note", _("Note"));
}

void LearnerForm::check(wxWindow* field, const std::string& name) {
    check_on_leaving(field, [this, name] { return fault_of(name, false); });
}

wxString LearnerForm::fault_of(std::string_view name, bool with_missing) const {
    const auto reading = read_values(values(), {}, m_session.database.clock().today());
    for (const core::Error& fault : reading.faults)
        if (fault.fact("field") == name && (with_missing || fault.code != "learner.name-missing"))
            return m_session.sentence(fault);
    return {};
}

void LearnerForm::show(const FormValues& values) {
    forget_complaints();
    for (Field& field : m_fields) {
        const auto found = values.find(field.name);
        std::string value = found == values.end() ? std::string() : found->second;
        if (field.control && m_ask_reveal)
            field.hidden = std::move(value);
        else
            field.set(value);
    }
    m_identities->set(read_values(values, {}, m_session.database.clock().today()).learner.identities);
}

FormValues LearnerForm::values() const {
    FormValues values;
    for (const Field& field : m_fields)
        if (std::string text = field.control && m_ask_reveal ? field.hidden : field.get(); !text.empty())
            values.emplace(field.name, std::move(text));
    std::size_t row = 0;
    for (const IdentityNumber& identity : m_identities->typed())
        values.emplace("identity." + std::to_string(row++),
                       std::string{to_text(identity.kind)} + " " + identity.number);
    return values;
}

void LearnerForm::finish_fields() {
    for (office::VillageField* village : m_villages)
        village->code();
}

void LearnerForm::complain_of(const core::Error& fault) {
    const wxString sentence = m_session.sentence(fault);
    if (!complain_about(fault.fact("field"), sentence)) complain(m_name_km, sentence);
}

void LearnerForm::focus_first() {
    m_name_km->SetFocus();
}

void LearnerForm::go_to_section(int step) {
    // The windows stand in the order of the paper: the section is that of the last first field at or before
    // the one with the keyboard.
    const auto* top = dynamic_cast<wxTopLevelWindow*>(wxGetTopLevelParent(this));
    const wxWindow* here = top ? widgets::with_keyboard(*top) : FindFocus();
    int section = -1;
    for (const wxWindow* field : GetChildren()) {
        const auto first = std::find(m_firsts.begin(), m_firsts.end(), field);
        if (first != m_firsts.end()) section = static_cast<int>(first - m_firsts.begin());
        if (holds(field, here)) break;
    }
    const int to = std::clamp(section + step, 0, static_cast<int>(m_firsts.size()) - 1);
    m_firsts[static_cast<std::size_t>(to)]->SetFocus();
}

} // namespace learners
