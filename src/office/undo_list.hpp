// SPDX-License-Identifier: GPL-3.0-or-later
// What one person saved in forms between opening the office and closing it: the last of it can be taken back,
// page by page, as marks and scores are on theirs. Taking back writes new history; it removes none.
#pragma once

#include "core/expected.hpp"

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace office {

class UndoList {
  public:
    // As many changes can be taken back.
    static constexpr std::size_t most = 50;

    // Whose record was changed.
    struct Subject {
        std::string page; // where it was saved: "learners"
        std::string what; // as the page opens it: "12"
        std::string name; // as the screen shows it
    };
    struct Step {
        Subject subject;
        // Writes the record as it was, in a transaction of its own. Error: undo.changed-since where somebody
        // changed it in the meantime.
        std::function<core::Expected<void>()> take_back;
    };

    void remember(Step step);
    bool any(std::string_view page) const;
    // Takes back the page's last change and forgets it, also when it is refused: the next undo passes it
    // over. There must be one. Errors as Step::take_back.
    core::Expected<Subject> take_back(std::string_view page);

  private:
    std::vector<Step> m_steps; // the oldest first
};

// Puts a record back to what it `was`, where it still is what the change made of it: `now` is how it stands.
// What `update` answers; undo.changed-since {name}.
template<typename Record, typename Update>
core::Expected<void> put_back(const std::optional<Record>& now, const Record& was, const Record& is,
                              std::string_view name, Update update) {
    if (now != is) return core::fail(core::Error{"undo.changed-since"}.with("name", std::string(name)));
    return update(was);
}

} // namespace office
