// SPDX-License-Identifier: GPL-3.0-or-later
// One field that finds everything (Ctrl+K): what is typed is looked for, Down and Up choose, Enter goes
// there.
#pragma once

#include <wx/string.h>

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

class wxWindow;

namespace widgets {

struct QuickFindItem {
    wxString title;
    wxString kind;   // what it is: "Learner", "Command"
    wxString detail; // what tells it from others; a command's key
    std::function<void()> run;
};

struct QuickFindAnswer {
    std::vector<QuickFindItem> items; // best first
    // Where not everything could be looked through yet: makes a part of the rest ready. It is called between
    // two keys, and what is typed is looked for again.
    std::function<void()> go_on{};
};

// `find` gives what to offer for what is typed; called at each key, so it must be quick. With nothing typed
// it gives what was used last. What is chosen runs after the window is gone.
void show_quick_find(wxWindow* parent, std::function<QuickFindAnswer(const std::string& typed)> find);

// What was typed, folded once for all the texts it is held against.
class Wanted {
  public:
    explicit Wanted(std::string_view typed);
    // How well a text answers, by its folded form: 0 it begins with what was typed, 1 one of its words does,
    // 2 it holds it, or all the words typed in any order; nothing: it does not.
    std::optional<int> answers(std::string_view text) const;

  private:
    std::string m_whole;
    std::vector<std::string> m_words;
};

} // namespace widgets
