// SPDX-License-Identifier: GPL-3.0-or-later
// Fields over a pack that is being edited: what is typed goes into it at once, and what cannot is said under
// its field in the reader's language.
#pragma once

#include "office/ui/session.hpp"
#include "programmes/pack.hpp"
#include "widgets/form.hpp"

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace assessment {

// The pack as the fields have it so far.
struct PackDraft {
    const office::Session& session;
    programmes::Pack pack;
    std::function<void()> changed = [] {};

    wxString shown(const programmes::Wording& words) const;
};

class PackForm : public widgets::Form {
  public:
    using Pack = programmes::Pack;
    using Number = std::optional<std::int64_t>;

    PackForm(wxWindow* parent, PackDraft& draft);

    // Each adds a field whose text goes into the pack through `take`. `id` ends as the file calls the value.
    // A wording is two fields, id.km and id.en.
    wxTextCtrl* add_words(const std::string& id, const wxString& label, const std::string& value,
                          std::function<void(Pack&, const std::string&)> take);
    void add_wording(const std::string& id, const wxString& in_khmer, const wxString& in_english,
                     std::function<programmes::Wording&(Pack&)> of);
    // Hundredths (of a share of a day thousandths), and whole numbers; empty is nothing where it may be.
    struct Range {
        std::int64_t from = 0;
        std::int64_t to = 0;
        bool may_be_empty = false;
        int decimals = 2;
    };
    wxTextCtrl* add_decimal(const std::string& id, const wxString& label, Number value, Range range,
                            std::function<void(Pack&, Number)> take);
    wxTextCtrl* add_whole(const std::string& id, const wxString& label, std::optional<int> value, Range range,
                          std::function<void(Pack&, std::optional<int>)> take);
    wxChoice* add_pick(const std::string& id, const wxString& label, const std::vector<wxString>& words,
                       int now, std::function<void(Pack&, int)> take);
    wxCheckBox* add_tick(const std::string& id, const wxString& label, bool now,
                         std::function<void(Pack&, bool)> take);

    // What a field of another kind changes.
    void change(const std::function<void(Pack&)>& take);

    // Whether every field could be read; if not, the first that could not gets the keyboard.
    bool is_sound();
    // A fault of the whole that was found in the value `field` of this form; false where no field is of it.
    bool complain_of(const std::string& field, core::Error fault);
    const Pack& pack() const { return m_draft.pack; }
    const PackDraft& draft() const { return m_draft; }

  private:
    // Reads the text anew; an error is marked under the field.
    void bind(wxTextCtrl* field, const wxString& label,
              std::function<core::Expected<void>(Pack&, const std::string&)> take);
    wxString sentence(core::Error error, wxWindow* field) const;

    PackDraft& m_draft;
    std::map<wxWindow*, wxString> m_labels;
    std::vector<wxWindow*> m_faulty; // in the order in which they became so
};

} // namespace assessment
