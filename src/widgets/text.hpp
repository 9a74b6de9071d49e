// SPDX-License-Identifier: GPL-3.0-or-later
// The one place where the rooms' UTF-8 becomes the windows' wxString and back.
#pragma once

#include <wx/string.h>

#include <filesystem>
#include <functional>
#include <initializer_list>
#include <optional>
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

// The digits of the figures and days on the screen, as the person chose them. Codes, telephone numbers and
// what a person types keep theirs; fields read both.
enum class Digits { latin, khmer };
std::optional<Digits> digits_from_code(std::string_view code); // "latin", "khmer"
const char* code_of(Digits digits);
// From now on; windows already made keep theirs: build them again.
void use_digits(Digits digits);
Digits digits();

// A figure or a day in the digits that are used.
wxString figure(std::string_view latin);
wxString figure(const wxString& latin);
inline wxString figure(const std::string& latin) {
    return figure(std::string_view(latin));
}
wxString number(long long value);
// What another program takes as a figure or a day: in Latin digits where `shown` is one, else as it is.
std::string plain(std::string_view shown);

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
