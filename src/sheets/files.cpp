// SPDX-License-Identifier: GPL-3.0-or-later
#include "sheets/files.hpp"

#include "office/office_store.hpp"
#include "sheets/draw.hpp"

#include <algorithm>

namespace sheets {
namespace {

constexpr std::size_t longest_slug = 40;

// Small letters and digits, all else a dash.
std::string slug_of(std::string_view text) {
    std::string slug;
    for (char c : text) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
        const bool plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        if (plain)
            slug += c;
        else if (!slug.empty() && slug.back() != '-')
            slug += '-';
    }
    slug.resize(std::min(slug.size(), longest_slug));
    while (!slug.empty() && slug.back() == '-')
        slug.pop_back();
    return slug;
}

std::string utf8(const std::filesystem::path& path) {
    const std::u8string text = path.u8string();
    return {text.begin(), text.end()};
}

core::Expected<void> write_as(Format format, const std::filesystem::path& path, const Sheet& sheet,
                              const std::optional<documents::Fonts>& fonts) {
    if (format == Format::paper) return write_pdf(path, sheet, fonts.value());
    if (sheet.closed) return core::fail(core::Error{"sheet.closed"}.with("class", sheet.key.class_name));
    write_workbook(path, sheet);
    return {};
}

core::Expected<void> make_folder(const std::filesystem::path& folder) {
    std::error_code failed;
    std::filesystem::create_directories(folder, failed);
    if (std::filesystem::is_directory(folder, failed)) return {};
    core::Error error{std::filesystem::exists(folder, failed) ? "folder.is-a-file" : "file.write"};
    error.place.file = utf8(folder);
    if (error.code == "folder.is-a-file") return core::fail(std::move(error));
    throw core::WorldFailure{std::move(error).with("why", "denied")};
}

// Makes the files one after another, and takes them away again unless keep() was called.
class SheetFiles {
  public:
    SheetFiles(const storage::Database& database, const Wanted& wanted,
               const std::vector<std::filesystem::path>& font_folders)
        : m_database(database)
        , m_wanted(wanted)
        , m_office_code(office::load_office(database).area_code) {
        if (wanted.format == Format::paper) m_fonts = documents::Fonts::load(font_folders);
    }
    ~SheetFiles() {
        std::error_code ignored;
        for (const auto& made : m_all.made)
            std::filesystem::remove(made.file, ignored);
    }
    SheetFiles(const SheetFiles&) = delete;
    SheetFiles& operator=(const SheetFiles&) = delete;

    void make(const classes::ClassRow& of) {
        const std::string name = of.name_km.empty() ? of.name : of.name_km;
        if (auto made = write(of); made)
            m_all.made.push_back({of.id, name, *std::move(made)});
        else
            m_all.left_out.push_back({of.id, name, made.error()});
    }

    MadeSheets keep() { return std::exchange(m_all, {}); }

  private:
    core::Expected<std::filesystem::path> write(const classes::ClassRow& of) const {
        const auto sheet = load_sheet(m_database, m_wanted.kind, of.id, m_wanted.period);
        if (!sheet) return core::fail(sheet.error());
        const std::string name =
            file_name(m_office_code, m_wanted.kind, sheet->key.period, of, m_wanted.format);
        // Not of plain chars: Windows would take them for letters of its code page.
        const auto path = m_wanted.folder / std::u8string(name.begin(), name.end());
        std::error_code ignored;
        if (std::filesystem::exists(path, ignored))
            return core::fail(core::Error{"file.exists"}.with("file", utf8(path.filename())));
        if (auto written = write_as(m_wanted.format, path, *sheet, m_fonts); !written)
            return core::fail(written.error());
        return path;
    }

    const storage::Database& m_database;
    const Wanted& m_wanted;
    std::string m_office_code;
    std::optional<documents::Fonts> m_fonts;
    MadeSheets m_all;
};

} // namespace

std::optional<Format> format_of(const std::filesystem::path& path) {
    if (path.extension() == ".xlsx") return Format::workbook;
    if (path.extension() == ".pdf") return Format::paper;
    return std::nullopt;
}

std::string file_name(const std::string& office_code, Kind kind, const std::string& period,
                      const classes::ClassRow& of, Format format) {
    std::string name = slug_of(office_code) + '_' + std::string{to_text(kind)};
    if (const std::string slug = slug_of(period); !slug.empty()) name += '_' + slug;
    name += "_class-" + std::to_string(static_cast<std::int64_t>(of.id));
    if (const std::string slug = slug_of(of.name); !slug.empty()) name += '_' + slug;
    return name + (format == Format::workbook ? ".xlsx" : ".pdf");
}

core::Expected<void> write_sheet(const std::filesystem::path& path, const Sheet& sheet,
                                 const std::vector<std::filesystem::path>& font_folders) {
    const auto format = format_of(path);
    if (!format) return core::fail(core::Error{"file.kind"}.with("kinds", ".xlsx .pdf"));
    std::optional<documents::Fonts> fonts;
    if (*format == Format::paper) fonts = documents::Fonts::load(font_folders);
    return write_as(*format, path, sheet, fonts);
}

core::Expected<MadeSheets> write_sheets(const storage::Database& database, const Wanted& wanted,
                                        const std::vector<std::filesystem::path>& font_folders,
                                        core::Progress& progress) {
    auto open = classes::list_classes(database);
    std::erase_if(open, [](const auto& one) { return one.status != classes::Status::open; });
    if (open.empty()) return core::fail(core::Error{"sheet.no-class"});
    if (auto there = make_folder(wanted.folder); !there) return core::fail(there.error());
    SheetFiles files(database, wanted, font_folders);
    for (std::size_t nth = 0; nth < open.size(); ++nth) {
        if (progress.cancelled()) return core::fail(core::Error{"cancelled"});
        progress.report(static_cast<std::int64_t>(nth), static_cast<std::int64_t>(open.size()));
        files.make(open[nth]);
    }
    return files.keep();
}

} // namespace sheets
