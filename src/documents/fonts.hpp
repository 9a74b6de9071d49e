// SPDX-License-Identifier: GPL-3.0-or-later
// The font files that documents are set in. Fonts are files we know, never looked up in the system: a page
// must come out the same on every machine.
#pragma once

#include <array>
#include <cstddef>
#include <filesystem>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

namespace documents {

// heading: Khmer OS Muol Light; body: Khmer OS Battambang; list: Khmer OS Siemreap, which is lighter and
// reads well when small. All three hold Khmer, Latin (with Vietnamese) and both sets of digits.
enum class Typeface { heading, body, list };
inline constexpr std::size_t typeface_count = 3;

// The family as CSS and Inkscape name it, "Khmer OS Muol Light".
std::string_view family_name(Typeface typeface);
std::optional<Typeface> typeface_from_family(std::string_view family);

// Where font files may lie, in the order they are tried: beside the program (<program>/../share/srok/fonts,
// <program>/fonts), then the folder of Debian's fonts-khmeros.
std::vector<std::filesystem::path> font_folders(const std::filesystem::path& program_folder);

class Face;

// The loaded typefaces; a handle that is cheap to copy and may be used from several threads.
class Fonts {
  public:
    // Throws WorldFailure font.missing {font, folders} or font.damaged {font}, with the file as its place.
    static Fonts load(const std::vector<std::filesystem::path>& folders);

    const std::shared_ptr<const Face>& face(Typeface typeface) const;

  private:
    std::array<std::shared_ptr<const Face>, typeface_count> m_faces;
};

} // namespace documents
