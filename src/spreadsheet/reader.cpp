// SPDX-License-Identifier: GPL-3.0-or-later
#include "spreadsheet/reader.hpp"

#include "spreadsheet/archive.hpp"
#include "spreadsheet/csv.hpp"
#include "spreadsheet/file_kind.hpp"
#include "spreadsheet/memory.hpp"
#include "spreadsheet/number_styles.hpp"
#include "spreadsheet/package.hpp"
#include "spreadsheet/shared_strings.hpp"
#include "spreadsheet/sheet_xml.hpp"
#include "spreadsheet/text_encoding.hpp"

#include <algorithm>
#include <fstream>

namespace spreadsheet {

// Members stand in the order of their needs: everything is charged to the budget, the archive views the
// bytes.
struct Workbook::Impl {
    Impl(std::string content, std::string_view file, const Limits& l)
        : limits(l)
        , name(file)
        , bytes(std::move(content)) {}

    Limits limits;
    std::string name;
    std::string bytes;
    std::shared_ptr<MemoryBudget> budget = std::make_shared<MemoryBudget>(limits.memory);
    FileKind kind = FileKind::xlsx;
    std::vector<SheetInfo> sheets;

    // .csv
    std::pmr::string converted{budget.get()};
    std::string_view csv_text;

    // .xlsx
    std::optional<Archive> archive;
    Package package;
    std::optional<DateStyles> date_styles;
    std::unique_ptr<SharedStrings> strings;

    core::Expected<void> open();
    core::Expected<void> open_archive();
    core::Expected<void> load_strings();
    core::Expected<void> load_styles();
    core::Expected<SheetFacts> read(std::size_t sheet, const RowSink& sink);

    core::Error too_much_memory() const {
        return core::Error{"file.too-big"}
            .with("what", "memory")
            .with("maximum", std::to_string(limits.memory));
    }
    // Runs what may go over the budget; every error leaves with the file's name.
    template<typename Call>
    auto bounded(Call call) -> decltype(call());
};

template<typename Call>
auto Workbook::Impl::bounded(Call call) -> decltype(call()) {
    try {
        auto result = call();
        if (!result) result.error().place.file = name;
        return result;
    } catch (const OverBudget&) {
        core::Error error = too_much_memory();
        error.place.file = name;
        return core::fail(std::move(error));
    }
}

core::Expected<void> Workbook::Impl::open() {
    budget->charge(bytes.size());
    const auto look = recognise(bytes, name);
    if (!look) return tl::unexpected(look.error());
    if (*look == FileLook::archive) return open_archive();
    kind = FileKind::csv;
    const auto text = decode_text(bytes, converted);
    if (!text) return tl::unexpected(text.error());
    csv_text = *text;
    sheets.emplace_back();
    return {};
}

core::Expected<void> Workbook::Impl::open_archive() {
    auto opened = Archive::open(bytes, limits);
    if (!opened) return tl::unexpected(std::move(opened.error()));
    archive.emplace(std::move(*opened));
    auto read_in = read_package(*archive, *budget);
    if (!read_in) return tl::unexpected(std::move(read_in.error()));
    package = std::move(*read_in);
    for (const SheetPart& sheet : package.sheets)
        sheets.push_back(sheet.info);
    return {};
}

core::Expected<void> Workbook::Impl::load_strings() {
    if (strings) return {};
    auto loaded = std::make_unique<SharedStrings>(*budget);
    if (package.shared_strings) {
        auto part = archive->read(*package.shared_strings);
        if (!part) return tl::unexpected(part.error());
        if (const auto done = read_shared_strings(std::move(*part), *budget, *loaded); !done)
            return tl::unexpected(done.error());
    }
    strings = std::move(loaded);
    return {};
}

core::Expected<void> Workbook::Impl::load_styles() {
    if (date_styles) return {};
    if (!package.styles) {
        date_styles.emplace(budget.get());
        return {};
    }
    auto part = archive->read(*package.styles);
    if (!part) return tl::unexpected(part.error());
    auto loaded = read_date_styles(std::move(*part), *budget);
    if (!loaded) return tl::unexpected(loaded.error());
    date_styles.emplace(std::move(*loaded));
    return {};
}

core::Expected<SheetFacts> Workbook::Impl::read(std::size_t sheet, const RowSink& sink) {
    if (kind == FileKind::csv) return read_csv(csv_text, limits, *budget, sink);
    if (const auto done = load_strings(); !done) return tl::unexpected(done.error());
    if (const auto done = load_styles(); !done) return tl::unexpected(done.error());
    auto part = archive->read(package.sheets[sheet].entry);
    if (!part) return tl::unexpected(part.error());
    return read_sheet(std::move(*part),
                      {sheets[sheet].name, {*strings, *date_styles, package.date_system}, limits}, *budget,
                      sink);
}

Workbook::Workbook(std::unique_ptr<Impl> impl)
    : m_impl(std::move(impl)) {}
Workbook::~Workbook() = default;
Workbook::Workbook(Workbook&&) noexcept = default;
Workbook& Workbook::operator=(Workbook&&) noexcept = default;

FileKind Workbook::kind() const {
    return m_impl->kind;
}

DateSystem Workbook::date_system() const {
    return m_impl->package.date_system;
}

const std::vector<SheetInfo>& Workbook::sheets() const {
    return m_impl->sheets;
}

std::optional<std::size_t> Workbook::find_sheet(std::string_view name) const {
    const auto at = std::ranges::find(m_impl->sheets, name, &SheetInfo::name);
    if (at == m_impl->sheets.end()) return {};
    return static_cast<std::size_t>(at - m_impl->sheets.begin());
}

core::Expected<SheetFacts> Workbook::read(std::size_t sheet, const RowSink& sink) {
    return m_impl->bounded([&] { return m_impl->read(sheet, sink); });
}

core::Expected<Table> Workbook::load(std::size_t sheet, const GoOn& go_on) {
    return m_impl->bounded([&]() -> core::Expected<Table> {
        Table table{m_impl->budget};
        auto facts = m_impl->read(sheet, [&](const Row& row) {
            if (go_on && !go_on(row.index)) return false;
            table.append(row);
            return true;
        });
        if (!facts) return tl::unexpected(std::move(facts.error()));
        table.set_facts(std::move(*facts));
        return table;
    });
}

core::Expected<Workbook> open_workbook(std::string bytes, std::string_view name, const Limits& limits) {
    auto impl = std::make_unique<Workbook::Impl>(std::move(bytes), name, limits);
    if (auto opened = impl->bounded([&] { return impl->open(); }); !opened)
        return tl::unexpected(std::move(opened.error()));
    return Workbook{std::move(impl)};
}

core::Expected<Workbook> open_workbook(const std::filesystem::path& path, const Limits& limits) {
    const std::u8string utf8 = path.u8string();
    const std::string name{utf8.begin(), utf8.end()};
    const auto unreadable = [&] { return core::WorldFailure{core::Error{"file.read"}.at({.file = name})}; };
    std::error_code failed;
    const auto status = std::filesystem::status(path, failed);
    if (!std::filesystem::exists(status)) return core::fail(core::Error{"file.not-found"}.at({.file = name}));
    if (std::filesystem::is_directory(status))
        return core::fail(
            core::Error{"file.not-a-spreadsheet"}.with("looks-like", "folder").at({.file = name}));

    std::ifstream file{path, std::ios::binary | std::ios::ate};
    if (!file) throw unreadable();
    const std::streamoff size = file.tellg();
    if (size < 0) throw unreadable();
    if (static_cast<std::uint64_t>(size) > limits.memory)
        return core::fail(core::Error{"file.too-big"}
                              .with("what", "memory")
                              .with("maximum", std::to_string(limits.memory))
                              .at({.file = name}));
    std::string bytes(static_cast<std::size_t>(size), '\0');
    file.seekg(0);
    if (!file.read(bytes.data(), size)) throw unreadable();
    return open_workbook(std::move(bytes), name, limits);
}

} // namespace spreadsheet
