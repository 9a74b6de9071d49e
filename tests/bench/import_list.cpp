// SPDX-License-Identifier: GPL-3.0-or-later
// bench_import_list make ROWS LIST.csv          a list of invented learners; every tenth shares one Latin
// name bench_import_list office FILE.srok            an empty office bench_import_list judge FILE.srok
// LIST.csv    every row's verdict, nothing written bench_import_list import FILE.srok LIST.csv   the same,
// and written bench_import_list read LIST.csv               every cell, and no more bench_import_list insert
// NEW.db LIST.csv      every row into one bare table of SQLite Each prints what it counted, so that no work
// can be left out.
#include "core/random.hpp"
#include "imports/import_file.hpp"
#include "office/office_store.hpp"
#include "spreadsheet/reader.hpp"

#include <sqlite3.h>

#include <array>
#include <cstdio>
#include <fstream>
#include <string_view>

namespace {

spreadsheet::Limits wide() {
    spreadsheet::Limits limits;
    limits.rows = spreadsheet::sheet_rows;
    limits.memory = std::uint64_t{2} << 30U;
    return limits;
}

// Names of two parts of ours: 40 x 40 x a number, so that few are equal; the Latin spelling of every tenth
// is.
void make(std::uint32_t rows, const char* file) {
    constexpr std::array<const char*, 8> family = {"សុខ", "ចាន់", "កែវ", "លី", "ហេង", "នួន", "ទេព", "មាស"};
    constexpr std::array<const char*, 8> given = {"ធារី", "ដារ៉ា", "មុំ", "សុភា", "វណ្ណៈ", "បុប្ផា", "រដ្ឋា", "ស្រីពៅ"};
    constexpr std::array<const char*, 4> village = {"02020101", "02020102", "02020704", "02020701"};
    std::ofstream out(file, std::ios::binary);
    out << "ល.រ,គោត្តនាម និងនាម,អក្សរឡាតាំង,ភេទ,ថ្ងៃខែឆ្នាំកំណើត,លេខកូដភូមិ,លេខទូរសព្ទ\n";
    for (std::uint32_t i = 0; i < rows; ++i) {
        std::string letters;
        for (std::uint32_t rest = i; rest > 0; rest /= 26)
            letters += static_cast<char>('a' + rest % 26);
        out << i + 1 << ',' << family[i % 8] << ' ' << given[i / 8 % 8] << given[i / 64 % 8]
            << given[i / 512 % 8] << ',' << (i % 10 == 0 ? std::string{"Sok Theary"} : "Sok " + letters)
            << ',' << (i % 2 == 0 ? "ស" : "ប") << ',' << i % 28 + 1 << '/' << i / 28 % 12 + 1 << '/'
            << 1960 + i / 336 % 50 << ',' << village[i % 4] << ",0" << 10000000 + i << '\n';
    }
}

int failed(const core::Error& error) {
    return std::fprintf(stderr, "%s\n", error.code.c_str()), 2;
}

int make_office(const std::filesystem::path& file) {
    const core::SystemClock clock;
    core::SeededRandom random{1};
    const auto made = office::create_office(file, {clock, random}, {.area_code = "0202"});
    return made ? 0 : failed(made.error());
}

int import(const std::filesystem::path& file, const char* list, bool write) {
    const core::SystemClock clock;
    core::SeededRandom random{2};
    auto database = storage::Database::open(
        file, write ? storage::Access::read_write : storage::Access::read_only, {clock, random});
    imports::Request request;
    request.file = list;
    request.limits = wide();
    core::NoProgress silent;
    const auto outcome = write ? imports::import_file(database, {}, request, silent)
                               : imports::preview(database, request, silent);
    if (!outcome) return failed(outcome.error());
    const auto& counts = outcome->counts;
    std::printf("accepted %lld, same %lld, updated %lld, review %lld, refused %lld\n",
                static_cast<long long>(counts.accepted), static_cast<long long>(counts.same),
                static_cast<long long>(counts.updated), static_cast<long long>(counts.review),
                static_cast<long long>(counts.refused));
    return 0;
}

int read(const char* list) {
    auto workbook = spreadsheet::open_workbook(std::filesystem::path{list}, wide());
    if (!workbook) return failed(workbook.error());
    const auto table = workbook->load(0);
    if (!table) return failed(table.error());
    std::printf("%zu rows\n", table->size());
    return 0;
}

int insert(const char* file, const char* list) {
    auto workbook = spreadsheet::open_workbook(std::filesystem::path{list}, wide());
    if (!workbook) return failed(workbook.error());
    sqlite3* database = nullptr;
    sqlite3_stmt* statement = nullptr;
    sqlite3_open(file, &database);
    sqlite3_exec(database,
                 "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;"
                 "CREATE TABLE learner (id INTEGER PRIMARY KEY, km, name, sex, born, village, phone);"
                 "CREATE INDEX by_km ON learner (km); CREATE INDEX by_name ON learner (name); BEGIN",
                 nullptr, nullptr, nullptr);
    sqlite3_prepare_v2(database, "INSERT INTO learner VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)", -1, &statement,
                       nullptr);
    const auto facts = workbook->read(0, [&](const spreadsheet::Row& row) {
        for (const spreadsheet::Cell& cell : row.cells)
            if (row.index > 0)
                sqlite3_bind_text(statement, static_cast<int>(cell.column) + 1, cell.text.data(),
                                  static_cast<int>(cell.text.size()), SQLITE_TRANSIENT);
        if (row.index > 0) sqlite3_step(statement);
        sqlite3_reset(statement);
        return true;
    });
    if (!facts) return failed(facts.error());
    sqlite3_exec(database, "COMMIT", nullptr, nullptr, nullptr);
    std::printf("%d rows\n", sqlite3_total_changes(database));
    sqlite3_finalize(statement);
    sqlite3_close(database);
    return 0;
}

} // namespace

int main(int argc, char** argv) {
    const std::string_view what = argc > 1 ? argv[1] : "";
    if (what == "make" && argc == 4) return make(static_cast<std::uint32_t>(std::stoul(argv[2])), argv[3]), 0;
    if (what == "office" && argc == 3) return make_office(argv[2]);
    if ((what == "judge" || what == "import") && argc == 4) return import(argv[2], argv[3], what == "import");
    if (what == "read" && argc == 3) return read(argv[2]);
    if (what == "insert" && argc == 4) return insert(argv[2], argv[3]);
    return std::fputs("bench_import_list make|office|judge|import|read|insert …\n", stderr), 2;
}
