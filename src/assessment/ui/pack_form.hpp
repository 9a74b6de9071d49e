// SPDX-License-Identifier: GPL-3.0-or-later
// The rules of a programme that offices change, as fields; what is not among them stays as it was.
#pragma once

#include "office/ui/session.hpp"
#include "programmes/pack.hpp"
#include "widgets/form.hpp"

#include <functional>
#include <optional>
#include <vector>

namespace assessment {

class PackForm : public widgets::Form {
  public:
    PackForm(wxWindow* parent, const office::Session& session, programmes::Pack pack);

    // The pack with what stands in the fields. With `complain`, what cannot be is said under its field; the
    // answer is then nothing.
    std::optional<programmes::Pack> read(bool complain);
    // After any field changed.
    void on_change(std::function<void()> changed) { m_changed = std::move(changed); }

  private:
    // A field, and how its text goes into the pack; the error when it cannot.
    struct Field {
        wxWindow* control;
        std::function<core::Expected<void>(programmes::Pack&)> take;
    };
    void add_averages();
    void add_results();
    void add_retest();
    void add_absence();
    void add_bands();
    void add_weights();
    void add_attendance();
    wxString shown(const programmes::Wording& words) const;

    // Adds the field of a decimal; `take` puts hundredths into the pack. Empty is nothing where `optional`.
    using Take = std::function<void(programmes::Pack&, std::optional<std::int64_t>)>;
    void add_decimal(const std::string& id, const wxString& label, std::optional<std::int64_t> value,
                     std::int64_t most, bool optional, Take take);
    void add_whole(const std::string& id, const wxString& label, std::optional<int> value, Take take);
    void add_pick(const std::string& id, const wxString& label, const std::vector<wxString>& words, int now,
                  std::function<void(programmes::Pack&, int)> take);

    const office::Session& m_session;
    programmes::Pack m_pack;
    std::vector<Field> m_fields;
    std::function<void()> m_changed = [] {};
};

} // namespace assessment
