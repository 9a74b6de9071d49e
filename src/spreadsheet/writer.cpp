// SPDX-License-Identifier: GPL-3.0-or-later
#include "spreadsheet/writer.hpp"

#include "core/file_in_place.hpp"
#include "core/utf8.hpp"
#include "spreadsheet/sheet_writer.hpp"

#include <cerrno>
#include <chrono>
#include <cstdio>
#include <fstream>
#include <optional>
#include <stdexcept>

namespace spreadsheet {
namespace {

constexpr std::size_t sheet_name_characters = 31;

std::string utf8(const std::filesystem::path& path) {
    const std::u8string text = path.u8string();
    return {text.begin(), text.end()};
}

std::string why_errno() {
    return core::why_not_written(std::error_code{errno, std::generic_category()});
}

} // namespace

struct WorkbookWriter::Impl {
    std::filesystem::path target;
    std::filesystem::path part;
    std::string target_name; // UTF-8, for messages
    std::string part_name;
    std::string folder_name; // libxlsxwriter keeps pointers into these two
    lxw_workbook* workbook = nullptr;
    std::optional<CellFormats> formats;
    std::vector<std::unique_ptr<SheetWriter>> sheets;

    // Freed by workbook_close even when that fails.
    lxw_workbook* release() { return std::exchange(workbook, nullptr); }
};

WorkbookWriter::WorkbookWriter(std::filesystem::path target, const Properties& properties)
    : m_impl(std::make_unique<Impl>()) {
    m_impl->target = std::move(target);
    m_impl->part = m_impl->target;
    m_impl->part += ".part";
    m_impl->target_name = utf8(m_impl->target);
    m_impl->part_name = utf8(m_impl->part);
    const auto folder = m_impl->target.parent_path();
    m_impl->folder_name = folder.empty() ? "." : utf8(folder);
    errno = 0;
    // A folder that cannot be written to is known now, not after the last row.
    if (!std::ofstream{m_impl->part, std::ios::binary | std::ios::trunc})
        throw write_failure(m_impl->target_name, why_errno());

    lxw_workbook_options options{};
    options.constant_memory = LXW_TRUE;
    options.tmpdir = m_impl->folder_name.data();
    m_impl->workbook = workbook_new_opt(m_impl->part_name.c_str(), &options);
    if (!m_impl->workbook) throw std::bad_alloc{};
    std::string title = properties.title;
    std::string author = properties.author;
    lxw_doc_properties document{};
    document.title = title.data();
    document.author = author.data();
    document.created = std::chrono::system_clock::to_time_t(properties.created);
    workbook_set_properties(m_impl->workbook, &document);
    m_impl->formats.emplace(m_impl->workbook);
}

WorkbookWriter::~WorkbookWriter() {
    if (m_impl->workbook) {
        // The library forgets what it holds of a sheet that is not finished, and Windows keeps an open file.
        for (const auto& sheet : m_impl->sheets)
            if (lxw_worksheet* begun = sheet->m_impl->sheet; begun->optimize_tmpfile != nullptr)
                std::fclose(begun->optimize_tmpfile);
        lxw_workbook_free(m_impl->release());
    }
    std::error_code ignored; // published, it is no longer there
    std::filesystem::remove(m_impl->part, ignored);
}

SheetWriter& WorkbookWriter::add_sheet(std::string_view name) {
    if (!m_impl->workbook) throw std::logic_error("the workbook is closed");
    const std::string checked{name};
    if (const lxw_error error = workbook_validate_sheet_name(m_impl->workbook, checked.c_str()))
        throw std::logic_error(lxw_strerror(error));
    errno = 0;
    lxw_worksheet* sheet = workbook_add_worksheet(m_impl->workbook, checked.c_str());
    if (!sheet) throw write_failure(m_impl->target_name, why_errno());
    auto impl = std::make_unique<SheetWriter::Impl>(
        SheetWriter::Impl{m_impl->workbook, sheet, *m_impl->formats, m_impl->target_name});
    m_impl->sheets.push_back(std::unique_ptr<SheetWriter>{new SheetWriter{std::move(impl)}});
    return *m_impl->sheets.back();
}

std::filesystem::path WorkbookWriter::close() {
    if (!m_impl->workbook) return m_impl->part;
    for (const auto& sheet : m_impl->sheets)
        sheet->m_impl->finish();
    errno = 0;
    if (workbook_close(m_impl->release()) != LXW_NO_ERROR)
        throw write_failure(m_impl->target_name, why_errno());
    return m_impl->part;
}

void WorkbookWriter::publish() {
    close();
    if (const auto refused = core::put_in_place(m_impl->part, m_impl->target))
        throw core::not_written(m_impl->target, *refused);
}

std::string sheet_name(std::string_view text) {
    std::u32string name;
    for (const char32_t c : core::code_points(text)) {
        if (name.size() == sheet_name_characters) break;
        if (c < U' ' || std::u32string_view{U"[]:*?/\\"}.find(c) != std::u32string_view::npos) continue;
        if (name.empty() && (c == U'\'' || c == U' ')) continue;
        name += c;
    }
    // A cut must not leave a Khmer coeng that waits for its consonant.
    while (!name.empty() && (name.back() == U'\'' || name.back() == U' ' || name.back() == U'\u17D2'))
        name.pop_back();
    return name.empty() ? "Sheet" : core::to_utf8(name);
}

} // namespace spreadsheet
