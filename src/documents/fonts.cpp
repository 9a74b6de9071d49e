// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/fonts.hpp"

#include "core/error.hpp"
#include "documents/face.hpp"

#include <cairo-ft.h>
#include <ft2build.h>
#include FT_FREETYPE_H

#include <fstream>
#include <iterator>
#include <string>

namespace documents {

namespace {

struct Known {
    std::string_view family;
    std::string_view file;
};
constexpr std::array<Known, typeface_count> known{{
    {"Khmer OS Muol Light", "KhmerOSmuollight.ttf"},
    {"Khmer OS Battambang", "KhmerOSbattambang.ttf"},
    {"Khmer OS Siemreap", "KhmerOSsiemreap.ttf"},
}};

const Known& facts_of(Typeface typeface) {
    return known[static_cast<std::size_t>(typeface)];
}

std::string utf8_of(const std::filesystem::path& path) {
    const auto text = path.u8string();
    return {text.begin(), text.end()};
}

[[noreturn]] void refuse_damaged(const std::filesystem::path& file) {
    throw core::WorldFailure(
        core::Error{"font.damaged"}.at({.file = utf8_of(file)}).with("font", utf8_of(file.filename())));
}

// FreeType reads the bytes for as long as cairo keeps the face in its caches, which is longer than ours.
struct OpenFile {
    std::string bytes;
    FT_Library library = nullptr;
    FT_Face face = nullptr;
    OpenFile() = default;
    OpenFile(const OpenFile&) = delete;
    OpenFile& operator=(const OpenFile&) = delete;
    ~OpenFile() {
        if (face) FT_Done_Face(face);
        if (library) FT_Done_FreeType(library);
    }
};

std::unique_ptr<OpenFile> open_file(const std::filesystem::path& path) {
    auto open = std::make_unique<OpenFile>();
    std::ifstream in(path, std::ios::binary | std::ios::ate);
    if (const auto size = static_cast<std::streamoff>(in.tellg()); size > 0) {
        open->bytes.resize(static_cast<std::size_t>(size));
        in.seekg(0);
        in.read(open->bytes.data(), size);
    }
    if (!in || FT_Init_FreeType(&open->library) != 0 ||
        FT_New_Memory_Face(open->library, reinterpret_cast<const FT_Byte*>(open->bytes.data()),
                           static_cast<FT_Long>(open->bytes.size()), 0, &open->face) != 0)
        refuse_damaged(path);
    return open;
}

std::shared_ptr<const Face> load_face(Typeface typeface, const std::vector<std::filesystem::path>& folders) {
    std::string tried;
    for (const auto& folder : folders) {
        const auto file = folder / facts_of(typeface).file;
        std::error_code ignored;
        if (std::filesystem::exists(file, ignored)) return std::make_shared<const Face>(file);
        tried += (tried.empty() ? "" : ", ") + utf8_of(folder);
    }
    throw core::WorldFailure(core::Error{"font.missing"}
                                 .at({.file = std::string(facts_of(typeface).file)})
                                 .with("font", std::string(facts_of(typeface).family))
                                 .with("folders", tried));
}

} // namespace

Face::Face(const std::filesystem::path& file) {
    auto open = open_file(file);
    hb_blob_t* blob = hb_blob_create(open->bytes.data(), static_cast<unsigned>(open->bytes.size()),
                                     HB_MEMORY_MODE_DUPLICATE, nullptr, nullptr);
    hb_face_t* face = hb_face_create(blob, 0);
    hb_blob_destroy(blob);
    m_units_per_em = hb_face_get_upem(face);
    m_shaping.reset(hb_font_create(face));
    hb_face_destroy(face);
    hb_font_make_immutable(m_shaping.get());

    m_drawing.reset(cairo_ft_font_face_create_for_ft_face(open->face, FT_LOAD_NO_HINTING));
    static const cairo_user_data_key_t key{};
    if (cairo_font_face_set_user_data(m_drawing.get(), &key, open.get(), [](void* data) {
            delete static_cast<OpenFile*>(data);
        }) != CAIRO_STATUS_SUCCESS)
        throw std::bad_alloc();
    static_cast<void>(open.release());
}

bool Face::covers(char32_t code_point) const {
    hb_codepoint_t glyph = 0;
    return hb_font_get_nominal_glyph(m_shaping.get(), code_point, &glyph) != 0;
}

std::string_view family_name(Typeface typeface) {
    return facts_of(typeface).family;
}

std::optional<Typeface> typeface_from_family(std::string_view family) {
    for (std::size_t i = 0; i < known.size(); ++i)
        if (known[i].family == family) return static_cast<Typeface>(i);
    return std::nullopt;
}

std::vector<std::filesystem::path> font_folders(const std::filesystem::path& program_folder) {
    return {program_folder / ".." / "share" / "srok" / "fonts", program_folder / "fonts",
            "/usr/share/fonts/truetype/khmeros"};
}

Fonts Fonts::load(const std::vector<std::filesystem::path>& folders) {
    Fonts fonts;
    for (std::size_t i = 0; i < typeface_count; ++i)
        fonts.m_faces[i] = load_face(static_cast<Typeface>(i), folders);
    return fonts;
}

const std::shared_ptr<const Face>& Fonts::face(Typeface typeface) const {
    return m_faces[static_cast<std::size_t>(typeface)];
}

} // namespace documents
