// SPDX-License-Identifier: GPL-3.0-or-later
#include "spreadsheet/file_kind.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace spreadsheet {
namespace {

using namespace std::string_view_literals;

constexpr std::size_t head_bytes = 4096;

struct Magic {
    std::string_view bytes;
    std::string_view looks_like;
};

constexpr std::array magics{
    Magic{"%PDF-"sv, "pdf"sv},
    Magic{"{\\rtf"sv, "rtf"sv},
    Magic{"\x89PNG"sv, "image"sv},
    Magic{"\xFF\xD8\xFF"sv, "image"sv},
    Magic{"GIF8"sv, "image"sv},
    Magic{"Rar!"sv, "archive"sv},
    Magic{"7z\xBC\xAF"sv, "archive"sv},
    Magic{"\x1F\x8B"sv, "archive"sv},
    Magic{"SQLite format 3\0"sv, "database"sv},
    Magic{"ID;P"sv, "sylk"sv},
    Magic{"MZ"sv, "program"sv},
    Magic{"\x7F"
          "ELF"sv,
          "program"sv},
};

// Names inside OLE2 files are UTF-16, little end first.
bool holds_wide(std::string_view bytes, std::string_view ascii) {
    std::string wide;
    for (const char c : ascii)
        wide.append({c, '\0'});
    return bytes.find(wide) != std::string_view::npos;
}

core::Error ole2(std::string_view bytes) {
    if (holds_wide(bytes, "EncryptedPackage")) return {"file.encrypted"};
    if (holds_wide(bytes, "WordDocument"))
        return core::Error{"file.not-a-spreadsheet"}.with("looks-like", "doc");
    if (holds_wide(bytes, "PowerPoint Document"))
        return core::Error{"file.not-a-spreadsheet"}.with("looks-like", "ppt");
    return {"file.xls"};
}

// The beginning as lower-case ASCII letters, so that HTML and XML are found in UTF-8 and UTF-16 alike.
std::string plain_head(std::string_view bytes) {
    std::string head;
    for (const char c : bytes.substr(0, head_bytes))
        if (static_cast<unsigned char>(c - 1) < 0x7F)
            head += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    head.erase(0, std::min(head.size(), head.find_first_not_of(" \t\r\n")));
    return head;
}

bool is_html(std::string_view head) {
    constexpr std::array openings{"<html"sv, "<!doctype html"sv, "<table"sv, "<head"sv,
                                  "<body"sv, "<meta"sv,          "<div"sv,   "<style"sv};
    if (head.starts_with("mime-version:")) return true;
    if (head.starts_with("<?xml") || head.starts_with("<!--"))
        return head.find("<html") != std::string_view::npos;
    return std::ranges::any_of(openings, [&](std::string_view tag) { return head.starts_with(tag); });
}

bool has_workbook_name(std::string_view name) {
    constexpr std::array endings{".xlsx"sv, ".xlsm"sv, ".xls"sv,  ".xlsb"sv, ".xltx"sv,
                                 ".xltm"sv, ".ods"sv,  ".fods"sv, ".et"sv};
    const std::size_t dot = name.rfind('.');
    if (dot == std::string_view::npos) return false;
    const std::string ending = plain_head(name.substr(dot));
    return std::ranges::find(endings, ending) != endings.end();
}

bool has_utf16_mark(std::string_view bytes) {
    return bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF");
}

// UTF-16 without its mark has a zero beside every Latin letter, digit and separator, always on the same side:
// a list to save anew, not an unknown thing.
bool is_unmarked_utf16(std::string_view bytes) {
    const std::string_view head = bytes.substr(0, head_bytes);
    std::array<std::size_t, 2> zeros{};
    for (std::size_t at = 0; at + 1 < head.size(); at += 2)
        for (const std::size_t side : {0U, 1U})
            if (head[at + side] == 0) {
                const auto other = static_cast<unsigned char>(head[at + 1 - side]);
                if (other < ' ' && other != '\t' && other != '\r' && other != '\n') return false;
                ++zeros[side];
            }
    return std::min(zeros[0], zeros[1]) == 0 && std::max(zeros[0], zeros[1]) >= head.size() / 8;
}

} // namespace

core::Expected<FileLook> recognise(std::string_view bytes, std::string_view name) {
    const auto unknown = [](std::string_view looks_like) {
        return core::fail(core::Error{"file.not-a-spreadsheet"}.with("looks-like", std::string{looks_like}));
    };
    if (bytes.empty()) return core::fail({"file.empty"});
    if (bytes.starts_with("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1")) return core::fail(ole2(bytes));
    // Excel 2 to 4 wrote no OLE2 around their records.
    if (bytes.size() > 4 && bytes[0] == 9 &&
        (bytes[1] == 0 || bytes[1] == 2 || bytes[1] == 4 || bytes[1] == 8) && bytes[3] == 0)
        return core::fail({"file.xls"});
    if (bytes.starts_with("PK\x03\x04") || bytes.starts_with("PK\x05\x06")) return FileLook::archive;
    for (const Magic& magic : magics)
        if (bytes.starts_with(magic.bytes)) return unknown(magic.looks_like);

    const std::string head = plain_head(bytes);
    if (is_html(head)) return core::fail({"file.html"});
    if (head.starts_with("<?xml") || head.starts_with("<office:document") || head.starts_with("<workbook")) {
        if (head.find("opendocument") != std::string::npos) return core::fail({"file.ods"});
        const bool excel_2003 = head.find("schemas-microsoft-com:office:spreadsheet") != std::string::npos;
        return unknown(excel_2003 ? "xml-2003" : "xml");
    }
    if (!has_utf16_mark(bytes) && bytes.substr(0, head_bytes).find('\0') != std::string_view::npos) {
        if (is_unmarked_utf16(bytes)) return core::fail({"file.encoding"});
        return unknown("binary");
    }
    if (has_workbook_name(name)) return core::fail({"file.csv"});
    return FileLook::text;
}

} // namespace spreadsheet
