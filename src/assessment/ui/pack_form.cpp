// SPDX-License-Identifier: GPL-3.0-or-later
#include "assessment/ui/pack_form.hpp"

#include "core/numerals.hpp"
#include "core/ratio.hpp"
#include "widgets/text.hpp"

#include <wx/translation.h>

#include <algorithm>

namespace assessment {
namespace {

core::Error wrong(const char* wanted) {
    return core::Error{"pack.wrong-type"}.with("wanted", wanted);
}

core::Error beyond(const std::string& value, const std::string& from, const std::string& to) {
    return core::Error{"pack.out-of-range"}.with("value", value).with("from", from).with("to", to);
}

// As a person writes it: "20", "7.5", "0.05".
std::string plain(std::int64_t value, int decimals) {
    std::string text = core::format_decimal(value, decimals);
    while (text.find('.') != std::string::npos && (text.back() == '0' || text.back() == '.')) {
        const bool point = text.back() == '.';
        text.pop_back();
        if (point) break;
    }
    return text;
}

// A third decimal is only asked of a share of a day.
core::Expected<std::int64_t> read(const std::string& text, int decimals) {
    if (decimals == 2) return core::read_hundredths(text);
    const std::string latin = core::to_latin_digits(text);
    const std::size_t point = std::min(latin.find_first_of(".,"), latin.size());
    std::string digits = latin.substr(0, point);
    std::string part = point < latin.size() ? latin.substr(point + 1) : std::string{};
    const bool all = std::all_of(digits.begin(), digits.end(), [](char c) { return c >= '0' && c <= '9'; }) &&
                     std::all_of(part.begin(), part.end(), [](char c) { return c >= '0' && c <= '9'; });
    if (digits.empty() || digits.size() > 6 || part.size() > 3 || !all) return core::fail(wrong("decimal"));
    part.resize(3, '0');
    return std::stoll(digits + part);
}

} // namespace

wxString PackDraft::shown(const programmes::Wording& words) const {
    const bool khmer = session.language == widgets::Language::khmer;
    const std::string& first = khmer ? words.km : words.en;
    return widgets::wx(first.empty() ? (khmer ? words.en : words.km) : first);
}

PackForm::PackForm(wxWindow* parent, PackDraft& draft)
    : Form(parent, 2)
    , m_draft(draft) {}

wxString PackForm::sentence(core::Error error, wxWindow* field) const {
    // Said under the field: nobody needs its name in the file.
    if (error.code == "pack.missing") return _("This must be filled in.");
    if (error.fact("wanted") == "decimal") return _("Write a number, like 7 or 7.5.");
    if (error.fact("wanted") == "whole-number") return _("Write a whole number, like 7.");
    std::erase_if(error.facts, [](const core::Fact& fact) { return fact.name == "key"; });
    const auto label = m_labels.find(field);
    error.with("key", label == m_labels.end() ? std::string{} : widgets::utf8(label->second));
    return m_draft.session.sentence(error);
}

void PackForm::bind(wxTextCtrl* field, const wxString& label,
                    std::function<core::Expected<void>(Pack&, const std::string&)> take) {
    m_labels[field] = label;
    field->Bind(wxEVT_TEXT, [this, field, take = std::move(take)](wxCommandEvent&) {
        const auto taken = take(m_draft.pack, widgets::typed(field->GetValue()));
        std::erase(m_faulty, field);
        if (!taken) m_faulty.push_back(field);
        mark(field, taken ? wxString() : sentence(taken.error(), field));
        m_draft.changed();
    });
}

wxTextCtrl* PackForm::add_words(const std::string& id, const wxString& label, const std::string& value,
                                std::function<void(Pack&, const std::string&)> take) {
    wxTextCtrl* field = add_text("pack." + id, label, value);
    bind(field, label, [take = std::move(take)](Pack& pack, const std::string& text) -> core::Expected<void> {
        take(pack, text);
        if (text.empty()) return core::fail(core::Error{"pack.missing"});
        return {};
    });
    return field;
}

void PackForm::add_wording(const std::string& id, const wxString& in_khmer, const wxString& in_english,
                           std::function<programmes::Wording&(Pack&)> of) {
    const programmes::Wording now = of(m_draft.pack);
    add_words(id + ".km", in_khmer, now.km,
              [of](Pack& pack, const std::string& text) { of(pack).km = text; });
    add_words(id + ".en", in_english, now.en,
              [of](Pack& pack, const std::string& text) { of(pack).en = text; });
}

wxTextCtrl* PackForm::add_decimal(const std::string& id, const wxString& label, Number value, Range range,
                                  std::function<void(Pack&, Number)> take) {
    wxTextCtrl* field = add_text("pack." + id, label, value ? plain(*value, range.decimals) : std::string());
    bind(field, label,
         [range, take = std::move(take)](Pack& pack, const std::string& text) -> core::Expected<void> {
             if (text.empty() && range.may_be_empty) {
                 take(pack, std::nullopt);
                 return {};
             }
             const auto number = read(text, range.decimals);
             if (!number) return core::fail(wrong("decimal"));
             if (*number < range.from || *number > range.to)
                 return core::fail(
                     beyond(text, plain(range.from, range.decimals), plain(range.to, range.decimals)));
             take(pack, *number);
             return {};
         });
    return field;
}

wxTextCtrl* PackForm::add_whole(const std::string& id, const wxString& label, std::optional<int> value,
                                Range range, std::function<void(Pack&, std::optional<int>)> take) {
    wxTextCtrl* field = add_text("pack." + id, label, value ? std::to_string(*value) : std::string());
    bind(field, label,
         [range, take = std::move(take)](Pack& pack, const std::string& text) -> core::Expected<void> {
             if (text.empty() && range.may_be_empty) {
                 take(pack, std::nullopt);
                 return {};
             }
             const auto number = core::read_integer(text);
             if (!number) return core::fail(wrong("whole-number"));
             if (*number < range.from || *number > range.to)
                 return core::fail(beyond(text, std::to_string(range.from), std::to_string(range.to)));
             take(pack, static_cast<int>(*number));
             return {};
         });
    return field;
}

wxChoice* PackForm::add_pick(const std::string& id, const wxString& label, const std::vector<wxString>& words,
                             int now, std::function<void(Pack&, int)> take) {
    wxChoice* field = add_choice("pack." + id, label, words, now);
    m_labels[field] = label;
    field->Bind(wxEVT_CHOICE, [this, field, take = std::move(take)](wxCommandEvent&) {
        take(m_draft.pack, field->GetSelection());
        m_draft.changed();
    });
    return field;
}

wxCheckBox* PackForm::add_tick(const std::string& id, const wxString& label, bool now,
                               std::function<void(Pack&, bool)> take) {
    wxCheckBox* field = add_check("pack." + id, label, now);
    m_labels[field] = label;
    field->Bind(wxEVT_CHECKBOX, [this, field, take = std::move(take)](wxCommandEvent& event) {
        event.Skip();
        take(m_draft.pack, field->GetValue());
        m_draft.changed();
    });
    return field;
}

void PackForm::change(const std::function<void(Pack&)>& take) {
    take(m_draft.pack);
    m_draft.changed();
}

bool PackForm::is_sound() {
    if (m_faulty.empty()) return true;
    m_faulty.front()->SetFocus();
    return false;
}

bool PackForm::complain_of(const std::string& field, core::Error fault) {
    for (const auto& [window, label] : m_labels) {
        if (!window->GetName().EndsWith("." + widgets::wx(field))) continue;
        complain(window, sentence(std::move(fault), window));
        return true;
    }
    return false;
}

} // namespace assessment
