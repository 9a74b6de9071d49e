// SPDX-License-Identifier: GPL-3.0-or-later
// bench_signed_return write ROWS FILE: the list as a signed return, as it is handed over; not read again.
// bench_signed_return check FILE: reads it back, every cell against what was signed.
#include "list_data.hpp"
#include "returns/signed_workbook.hpp"
#include "returns/workbook_check.hpp"

#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

namespace {

void write(std::uint32_t rows, const char* file) {
    using spreadsheet::Style;
    core::SeededRandom chance(1);
    const auto key = office::SigningKey::make(chance);
    returns::ReturnHead head;
    head.office = "0202";
    head.period = "2025-12";
    returns::SignedWorkbook workbook(file, head, {"Return", "Thma Koul", {}});
    std::vector<std::string> columns;
    for (std::uint32_t column = 0; column < bench::list_columns; ++column)
        columns.push_back(bench::list_heading(column));
    returns::SignedSheet& sheet = workbook.add_sheet("learners", "list", columns);
    for (std::uint32_t row = 1; row <= rows; ++row) {
        sheet.row(std::to_string(row));
        for (std::uint32_t column = 0; column < bench::list_columns; ++column) {
            const bench::Value& value = bench::list_value(row, column);
            switch (value.kind) {
            case bench::Kind::text:
                sheet.text(column, value.text);
                break;
            case bench::Kind::number:
                sheet.number(column, value.text);
                break;
            case bench::Kind::date:
                sheet.number(column, static_cast<std::int64_t>(value.number), Style::date);
                break;
            }
        }
    }
    workbook.finish(key);
    workbook.publish();
}

int check(const char* file) {
    core::NoProgress silent;
    const auto checked = returns::check_file(file, silent, returns::own_memory);
    if (!checked) return std::fprintf(stderr, "%s\n", checked.error().code.c_str()), 1;
    std::printf("%s, %zu values\n", std::string{returns::to_text(checked->verdict)}.c_str(),
                checked->canonical ? checked->canonical->values.size() : 0);
    return checked->verdict == returns::FileVerdict::verified ? 0 : 1;
}

} // namespace

int main(int argc, char** argv) {
    const std::string_view what = argc > 1 ? argv[1] : "";
    if (what == "write" && argc == 4)
        return write(static_cast<std::uint32_t>(std::strtoul(argv[2], nullptr, 10)), argv[3]), 0;
    if (what == "check" && argc == 3) return check(argv[2]);
    return std::fputs("bench_signed_return write ROWS FILE | check FILE\n", stderr), 2;
}
