// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz/readers.hpp"

#include "certificates/base45.hpp"
#include "certificates/block_file.hpp"
#include "certificates/code.hpp"
#include "documents/code_reader.hpp"
#include "documents/fonts.hpp"
#include "documents/photo.hpp"
#include "documents/template.hpp"
#include "identity/transfer_file.hpp"
#include "office/key_list.hpp"
#include "parcels/parcel_file.hpp"
#include "programmes/pack_file.hpp"
#include "returns/canonical.hpp"
#include "returns/layout_file.hpp"
#include "spreadsheet/reader.hpp"
#include "spreadsheet/zip_maker.hpp"

#include <nlohmann/json.hpp>
#include <zstd.h>

#include <algorithm>
#include <array>

namespace fuzz {
namespace {

// A stranger who knows the formats and has a key of his own.
const office::SigningKey& forger() {
    static const office::SigningKey key = [] {
        office::SigningKey::Seed seed{};
        seed.fill(std::byte{7});
        return office::SigningKey::from_seed(seed);
    }();
    return key;
}

std::string_view chars(const office::Digest& digest) {
    return {reinterpret_cast<const char*>(digest.data()), digest.size()};
}

template<typename T>
std::string end_of(const core::Expected<T>& read) {
    return read ? "read" : read.error().code;
}

std::string read_workbook(std::string bytes, std::string_view name) {
    // Small limits reach what is refused for its size sooner.
    auto workbook =
        spreadsheet::open_workbook(std::move(bytes), name, {.rows = 5000, .memory = std::size_t{32} << 20U});
    if (!workbook) return workbook.error().code;
    for (std::size_t sheet = 0; sheet < workbook->sheets().size(); ++sheet)
        if (const auto table = workbook->load(sheet); !table) return table.error().code;
    return "read";
}

std::string archive(std::string_view bytes) {
    return read_workbook(std::string{bytes}, "list.xlsx");
}

std::string csv(std::string_view bytes) {
    return read_workbook(std::string{bytes}, "list.csv");
}

// One part of a good workbook replaced: its sums are right, whatever is in it.
std::string part(std::string_view bytes, std::size_t index) {
    std::vector<ZipPart> parts =
        workbook_parts({.sheet_data = R"(<row><c t="s"><v>0</v></c><c t="s" s="1"><v>1</v></c></row>)",
                        .shared_strings = "<si><t>a</t></si><si><t>b</t></si>",
                        .styles = R"(<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs>)"});
    parts.at(index).content = bytes;
    for (ZipPart& one : parts)
        one.stored = true;
    return read_workbook(make_zip(parts), "list.xlsx");
}

std::string sheet(std::string_view bytes) {
    return part(bytes, 3);
}

std::string strings(std::string_view bytes) {
    return part(bytes, 4);
}

std::string styles(std::string_view bytes) {
    return part(bytes, 5);
}

std::string code(std::string_view bytes) {
    // As it stands on paper, or what stands behind its letters.
    const std::string text = bytes.starts_with("SROK")
                                 ? std::string{bytes}
                                 : std::string{certificates::code_prefix} + certificates::to_base45(bytes);
    const auto decoded = certificates::decode(text);
    if (!decoded) return decoded.error().code;
    return certificates::verify_signature(*decoded, forger().public_key()) ? "read" : "code.forged";
}

// The lines with their line feeds; what follows the last one is left out.
std::vector<std::string> lines_of(std::string_view text) {
    std::vector<std::string> lines;
    for (std::size_t end = text.find('\n'); end != std::string_view::npos; end = text.find('\n')) {
        lines.emplace_back(text.substr(0, end + 1));
        text.remove_prefix(end + 1);
    }
    return lines;
}

struct Sealed {
    std::string line;
    office::Digest digest;
};

Sealed seal(const std::vector<std::string>& lines, const char* name, const char* list,
            std::string_view words) {
    nlohmann::json json;
    std::string all;
    json[name][list] = nlohmann::json::array();
    for (const std::string& line : lines) {
        const office::Digest digest = office::digest(line);
        all += chars(digest);
        json[name][list].push_back(office::to_text(digest));
    }
    const office::Digest digest = office::digest(all);
    json[name]["signature"] = office::to_text(forger().sign(std::string{words} + std::string{chars(digest)}));
    return {json.dump() + "\n", digest};
}

// At the level that costs least: the fuzzer does it thousands of times.
std::string pack_quickly(std::string_view text) {
    std::string packed(ZSTD_compressBound(text.size()), '\0');
    packed.resize(ZSTD_compress(packed.data(), packed.size(), text.data(), text.size(), 1));
    return packed;
}

std::string in_frame(std::string_view first, const std::string& text) {
    const std::string frame = pack_quickly(text);
    return std::string{first} + std::string{chars(office::digest(frame))} + frame;
}

// The lines of a chapter without its seal; or a file as it is.
std::string transfer(std::string_view bytes) {
    constexpr std::string_view first = "SROK-TRANSFER 2\n";
    if (bytes.starts_with(first)) return end_of(identity::read_transfer(bytes));
    const std::vector<std::string> lines = lines_of(bytes);
    const Sealed chapter = seal(lines, "seal", "lines", "SROK-CHAPTER:");
    const std::string book = R"({"book":{"chapters":1,"written":"2026-05-04T03:02:01.000Z"}})"
                             "\n";
    nlohmann::json end;
    end["end"]["chapters"] = {office::to_text(chapter.digest)};
    const std::string told = book + std::string{chars(chapter.digest)};
    end["end"]["signature"] =
        office::to_text(forger().sign("SROK-TRANSFER:" + std::string{chars(office::digest(told))}));
    std::string text = book;
    for (const std::string& line : lines)
        text += line;
    return end_of(identity::read_transfer(in_frame(first, text + chapter.line + end.dump() + "\n")));
}

std::string parcel(std::string_view bytes) {
    constexpr std::string_view first = "SROK-PARCEL 1  \n";
    if (bytes.starts_with(first)) return end_of(parcels::read_parcel(bytes));
    const std::vector<std::string> lines = lines_of(bytes);
    std::string text;
    for (const std::string& line : lines)
        text += line;
    return end_of(
        parcels::read_parcel(in_frame(first, text + seal(lines, "seal", "lines", "SROK-PARCEL:").line)));
}

// A canonical text, or a frame that is to hold one.
std::string signed_return(std::string_view bytes) {
    const std::string packed = bytes.starts_with("SROK-RETURN") ? pack_quickly(bytes) : std::string{bytes};
    return end_of(returns::read_canonical(packed, std::size_t{64} << 20U));
}

std::string photo(std::string_view bytes) {
    const auto image = documents::read_photo(bytes);
    if (!image) return image.error().code;
    documents::make_photo(*image, documents::first_crop(*image));
    return "read";
}

std::string picture(std::string_view bytes) {
    return end_of(documents::find_codes(bytes, certificates::code_prefix));
}

std::string pack(std::string_view bytes) {
    const auto pack = programmes::parse_pack(bytes, "own.toml");
    if (!pack) return pack.error().code;
    // What was read can be written, and reads the same.
    if (!programmes::parse_pack(programmes::write_pack(*pack, "ours"), "own.toml")) __builtin_trap();
    return "read";
}

std::string layout(std::string_view bytes) {
    return end_of(returns::parse_layout(bytes, "own.toml"));
}

std::string svg(std::string_view bytes) {
    static const documents::Fonts fonts = documents::Fonts::load(documents::font_folders({}));
    std::vector<core::Error> problems;
    const auto read = documents::Template::inspect(bytes, fonts, problems);
    if (!read) return problems.empty() ? "nothing" : problems.front().code;
    documents::Filling filling;
    for (const std::string& name : read->placeholders())
        filling.values[name] = "កែវ ស៊ីណា";
    filling.code = "SROK1:AAAA";
    return end_of(read->fill(filling));
}

// The lines of a list, sealed again where their seal was left out.
std::string keys(std::string_view bytes) {
    std::string text{bytes};
    if (text.find("\nseal\t") == std::string::npos)
        text += "seal\t" + to_text(forger().public_key()) + "\t" + to_text(forger().sign(text)) + "\n";
    return end_of(office::read_key_list(text));
}

std::string block(std::string_view bytes) {
    std::string text{bytes};
    if (text.find("\nsignature ") == std::string::npos) {
        text += "key " + to_text(forger().public_key()) + "\n";
        text += "signature " +
                to_text(forger().sign("SROK-BLOCK:" + std::string{chars(office::digest(text))})) + "\n";
    }
    return end_of(certificates::read_block_file(text));
}

constexpr std::array all{Reader{"archive", archive, "file.damaged"},
                         Reader{"sheet", sheet, "file.doctype"},
                         Reader{"strings", strings, "file.doctype"},
                         Reader{"styles", styles, "file.doctype"},
                         Reader{"csv", csv, "file.encoding"},
                         Reader{"code", code, "code.not-srok"},
                         Reader{"transfer", transfer, "transfer.not-srok"},
                         Reader{"parcel", parcel, "parcel.not-srok"},
                         Reader{"return", signed_return, "file.too-big"},
                         Reader{"photo", photo, "photo.not-png-or-jpeg"},
                         Reader{"picture", picture, "image.not-png-or-jpeg"},
                         Reader{"pack", pack, "pack.not-toml"},
                         Reader{"layout", layout, "layout.not-toml"},
                         Reader{"svg", svg, "template.not-svg"},
                         Reader{"keys", keys, "keys.not-a-list"},
                         Reader{"block", block, "block-file.not-srok"}};

} // namespace

std::span<const Reader> readers() {
    return all;
}

const Reader* find_reader(std::string_view name) {
    const auto found =
        std::find_if(all.begin(), all.end(), [&](const Reader& one) { return one.name == name; });
    return found == all.end() ? nullptr : &*found;
}

} // namespace fuzz
