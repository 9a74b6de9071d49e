// SPDX-License-Identifier: GPL-3.0-or-later
#include "imports/import_file.hpp"

#include "imports/import_store.hpp"
#include "imports/judging.hpp"
#include "imports/make_importer.hpp"
#include "imports/prefilled.hpp"
#include "imports/writing.hpp"

#include <fstream>

namespace imports {
namespace {

struct Judged {
    Outcome outcome;
    std::unique_ptr<Importer> importer;
    office::Digest digest{};
    // Of a list that has headings to be known by.
    std::optional<RememberedLayout> layout;
};

core::Expected<std::string> read_bytes(const std::filesystem::path& path, const spreadsheet::Limits& limits) {
    std::error_code missing;
    const auto size = std::filesystem::file_size(path, missing);
    const auto name = path.filename().u8string();
    const core::Place place{.file = {name.begin(), name.end()}};
    if (missing) return core::fail(core::Error{"file.not-found"}.at(place));
    if (size > limits.memory)
        return core::fail(core::Error{"file.too-big"}
                              .with("what", "memory")
                              .with("maximum", std::to_string(limits.memory))
                              .at(place));
    std::ifstream file(path, std::ios::binary);
    std::string bytes(static_cast<std::size_t>(size), '\0');
    file.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    if (!file) throw core::WorldFailure(core::Error{"file.read"}.at(place));
    return bytes;
}

struct Opened {
    spreadsheet::Workbook workbook;
    office::Digest digest;
};

core::Expected<Opened> open(const Request& request) {
    auto bytes = read_bytes(request.file, request.limits);
    if (!bytes) return core::fail(bytes.error());
    const office::Digest digest = office::digest(*bytes);
    auto workbook = spreadsheet::open_workbook(std::move(*bytes), file_name(request), request.limits);
    if (!workbook) return core::fail(workbook.error());
    return Opened{std::move(*workbook), digest};
}

core::Error in_file(core::Error error, const std::string& file) {
    if (error.place.file.empty()) error.place.file = file;
    return error;
}

// A column that a person left out, now or when the layout was remembered, is known to be left out.
std::vector<core::Error> surprising_columns(const Located& located, const Vocabulary& vocabulary,
                                            const Correction& correction) {
    auto ignored = ignored_columns(located.list.found, vocabulary);
    std::erase_if(ignored, [&](const core::Error& finding) {
        const auto cell = spreadsheet::parse_cell(finding.place.cell);
        return located.list.remembered || (cell && correction.columns.contains(cell->column));
    });
    return ignored;
}

core::Expected<Judged> judge(const storage::Database& database, const Request& request,
                             core::Progress& progress) {
    const Vocabulary vocabulary;
    const std::string file = file_name(request);
    auto opened = open(request);
    if (!opened) return core::fail(opened.error());
    auto located = locate(database, vocabulary, request, opened->workbook, progress);
    if (!located) return core::fail(in_file(located.error(), file));
    if (!located->list.readable)
        return core::fail(
            core::Error{"header.missing"}.at({.file = file, .sheet = located->list.found.name}));
    const FoundSheet& found = located->list.found;
    auto judges = make_importer(database, vocabulary, request, found, located->taught, file,
                                was_imported(database, opened->digest));
    if (!judges) return core::fail(in_file(judges.error(), file));

    Judged judged{{}, std::move(judges->importer), opened->digest, {}};
    Outcome& outcome = judged.outcome;
    outcome.file = file;
    outcome.kind = request.kind;
    outcome.sheet = found.name;
    outcome.header_row = found.layout.header_row ? *found.layout.header_row + 1 : 0;
    outcome.remembered = located->list.remembered;
    const auto class_id =
        judges->class_id ? std::optional{static_cast<std::int64_t>(*judges->class_id)} : std::nullopt;
    outcome.head = head_of(found, opened->workbook.date_system(), class_id);
    outcome.head.remembered = outcome.remembered || request.correction.says_anything();
    if (auto done = judge_list(found, vocabulary, *judged.importer, outcome, progress); !done)
        return core::fail(done.error());
    for (core::Error& finding : surprising_columns(*located, vocabulary, request.correction))
        outcome.file_findings.push_back(std::move(finding));
    for (core::Error& finding : judged.importer->findings())
        outcome.file_findings.push_back(std::move(finding));
    judged.layout = layout_to_remember(request.kind, found, vocabulary, located->subjects);
    return judged;
}

// What a person set right is known the next time; what they had forgotten is not.
void keep_layout(storage::Transaction& tx, const Request& request,
                 const std::optional<RememberedLayout>& layout) {
    if (!layout || !request.correction.says_anything()) return;
    const Correction only_forgotten{.sheet = request.correction.sheet, .forget = true};
    if (request.correction == only_forgotten)
        forget(tx, layout->digest);
    else
        remember(tx, request.kind, *layout);
}

} // namespace

std::string file_name(const Request& request) {
    const auto name = request.file.filename().u8string();
    return {name.begin(), name.end()};
}

core::Expected<ListReading> read_list(const storage::Database& database, const Request& request,
                                      core::Progress& progress) {
    const Vocabulary vocabulary;
    auto opened = open(request);
    if (!opened) return core::fail(opened.error());
    auto located = locate(database, vocabulary, request, opened->workbook, progress);
    if (!located) {
        // Scores whose class is not known yet: the lines are shown, the subjects are not looked for.
        const bool of_class = request.kind == Kind::scores && located.error().code.starts_with("class.");
        if (!of_class) return core::fail(in_file(located.error(), file_name(request)));
        auto list = find_list(opened->workbook, request.kind, vocabulary, {}, {}, correction_of(request),
                              std::nullopt, progress);
        if (!list) return core::fail(in_file(list.error(), file_name(request)));
        ListReading reading = describe(*list, opened->workbook, request.kind, vocabulary, {});
        reading.problem = located.error();
        return reading;
    }
    ListReading reading =
        describe(located->list, opened->workbook, request.kind, vocabulary, located->subjects);
    if (reading.problem) return reading;
    const auto judges = make_importer(database, vocabulary, request, located->list.found, located->taught,
                                      file_name(request), false);
    if (!judges) reading.problem = judges.error();
    return reading;
}

core::Expected<Outcome> preview(const storage::Database& database, const Request& request,
                                core::Progress& progress) {
    auto judged = judge(database, request, progress);
    if (!judged) return core::fail(judged.error());
    return std::move(judged->outcome);
}

core::Expected<Outcome> import_file(storage::Database& database, const storage::Actor& actor,
                                    const Request& request, core::Progress& progress,
                                    const std::function<void(const Outcome&)>& before_commit) {
    storage::Transaction tx(database, actor);
    auto judged = judge(database, request, progress);
    if (!judged) return core::fail(judged.error());
    storage::ChangeRecorder recorder(tx, imported_tables());
    if (auto done = write_rows(tx, request, *judged->importer, judged->outcome, progress); !done)
        return core::fail(done.error());
    keep_layout(tx, request, judged->layout);
    if (before_commit) before_commit(judged->outcome);
    judged->outcome.import = keep_import(tx, judged->outcome, judged->digest, recorder.finish());
    tx.commit();
    return std::move(judged->outcome);
}

} // namespace imports
