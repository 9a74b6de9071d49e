// SPDX-License-Identifier: GPL-3.0-or-later
// The one place where the rooms' UTF-8 becomes the windows' wxString and back.
#pragma once

#include <wx/string.h>

#include <filesystem>
#include <functional>
#include <initializer_list>
#include <string>
#include <string_view>

namespace widgets {

inline wxString wx(std::string_view utf8) {
    return wxString::FromUTF8(utf8.data(), utf8.size());
}

inline std::string utf8(const wxString& text) {
    const auto bytes = text.utf8_str();
    return {bytes.data(), bytes.length()};
}

inline wxString number(long long value) {
    return wxString::Format("%lld", value);
}

// What a clerk typed, without the blanks around it and without the zero-width spaces that the Khmer
// keyboard's space bar types (U+200B) and copied text brings along.
std::string typed(const wxString& text);

// A path as the person sees it, and as the program uses it; never through the locale.
wxString wx_path(const std::filesystem::path& path);
std::filesystem::path path_of(const wxString& text);

// fill(_("{1} of {2} learners"), {"3", "40"}): translators may turn the order round.
wxString fill(const wxString& pattern, std::initializer_list<wxString> values);

// The text in lines no wider than `width` as `measure` gives it, broken at blanks; a longer word stands
// alone. The toolkit's own wrapping adds up the widths of parts, which are not those of Khmer words.
wxString wrapped(const wxString& text, int width, const std::function<int(const wxString&)>& measure);

} // namespace widgets
