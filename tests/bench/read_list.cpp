// SPDX-License-Identifier: GPL-3.0-or-later
// bench_read_list srok|inflate FILE: every cell of every sheet by our reader, or only the unpacking of every
// part. Prints what it counted, so that no work can be left out.
#include "spreadsheet/reader.hpp"

#include <zip.h>

#include <cstdio>
#include <string_view>
#include <vector>

namespace {

int read_by_srok(const char* file) {
    spreadsheet::Limits limits;
    limits.rows = spreadsheet::sheet_rows;
    auto workbook = spreadsheet::open_workbook(std::filesystem::path{file}, limits);
    if (!workbook) return std::fprintf(stderr, "%s\n", workbook.error().code.c_str()), 2;
    std::size_t rows = 0;
    std::size_t cells = 0;
    std::size_t bytes = 0;
    for (std::size_t sheet = 0; sheet < workbook->sheets().size(); ++sheet) {
        const auto facts = workbook->read(sheet, [&](const spreadsheet::Row& row) {
            ++rows;
            cells += row.cells.size();
            for (const spreadsheet::Cell& cell : row.cells)
                bytes += cell.text.size();
            return true;
        });
        if (!facts) return std::fprintf(stderr, "%s\n", facts.error().code.c_str()), 2;
    }
    std::printf("%zu rows, %zu cells, %zu bytes of text\n", rows, cells, bytes);
    return 0;
}

int inflate_only(const char* file) {
    zip_t* archive = zip_open(file, ZIP_RDONLY, nullptr);
    if (!archive) return 2;
    std::vector<char> buffer(64 * 1024);
    zip_int64_t bytes = 0;
    for (zip_int64_t entry = 0; entry < zip_get_num_entries(archive, 0); ++entry) {
        zip_file_t* part = zip_fopen_index(archive, static_cast<zip_uint64_t>(entry), 0);
        if (!part) return 2;
        for (zip_int64_t got; (got = zip_fread(part, buffer.data(), buffer.size())) > 0;)
            bytes += got;
        zip_fclose(part);
    }
    zip_discard(archive);
    std::printf("%lld bytes unpacked\n", static_cast<long long>(bytes));
    return 0;
}

} // namespace

int main(int argc, char** argv) {
    if (argc != 3) return std::fputs("bench_read_list srok|inflate FILE\n", stderr), 2;
    return std::string_view{argv[1]} == "srok" ? read_by_srok(argv[2]) : inflate_only(argv[2]);
}
