// SPDX-License-Identifier: GPL-3.0-or-later
#include "spreadsheet/mutation.hpp"

#include "core/random.hpp"
#include "core/utf8.hpp"
#include "spreadsheet/decimal.hpp"
#include "spreadsheet/reader.hpp"
#include "spreadsheet/zip_maker.hpp"

#include <boost/test/unit_test.hpp>

#include <array>
#include <set>

using namespace spreadsheet;

namespace {

const WorkbookText original{
    .sheet_data =
        R"(<row r="1" spans="1:4" hidden="1"><c r="A1" t="s"><v>0</v></c><c r="B1" s="1"><v>46008.5</v></c>)"
        R"(<c r="C1" t="inlineStr"><is><r><rPr><b/></rPr><t>សុ</t></r><r><t xml:space="preserve">ខ </t></r></is></c></row>)"
        R"(<row r="3"><c r="A3" t="s"><v>1</v></c><c r="D3"><f>A1+1</f><v>8.3000000000000007</v></c>)"
        R"(<c r="AB3" t="b"><v>1</v></c><c r="XFD3" t="e"><v>#N/A</v></c></row>)",
    .shared_strings =
        R"(<si><t>គោត្តនាម</t></si><si><r><t>a_x000D_b</t></r><rPh sb="0" eb="1"><t>x</t></rPh></si>)",
    .styles =
        R"(<numFmts><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs>)"};

const std::string text_file = "\xEF\xBB\xBF"
                              "no;name;born\r\n1;\"សុខ \"\"ចាន់\"\"\";1,5\r\n\r\n2;\"a\nb\";x\r\n";

const std::set<std::string> known_codes{
    "file.empty",     "file.xls",     "file.ods",     "file.xlsb",
    "file.encrypted", "file.html",    "file.csv",     "file.not-a-spreadsheet",
    "file.damaged",   "file.too-big", "file.doctype", "file.encoding"};

// Pieces that mean something to a zip, an XML or a CSV reader.
constexpr std::array<std::string_view, 24> pieces{"PK\x01\x02",
                                                  "PK\x05\x06",
                                                  "<",
                                                  ">",
                                                  "</",
                                                  "/>",
                                                  "\"",
                                                  "&",
                                                  "&#0;",
                                                  "<!DOCTYPE x>",
                                                  "<!--",
                                                  "]]>",
                                                  "<c r=\"ZZZ9\">",
                                                  "<row r=\"1048577\">",
                                                  "_xD800_",
                                                  "_x0000_",
                                                  "\xFF",
                                                  "\xFF\xFE",
                                                  "\r",
                                                  "1e999",
                                                  "99999999999999999999",
                                                  ";",
                                                  "\n",
                                                  "\t"};

std::string spoil(std::string bytes, core::Random& random) {
    const std::uint64_t changes = 1 + random.below(4);
    for (std::uint64_t i = 0; i < changes && !bytes.empty(); ++i) {
        const auto at = static_cast<std::size_t>(random.below(bytes.size()));
        switch (random.below(6)) {
        case 0:
            bytes[at] = static_cast<char>(random.next());
            break;
        case 1:
            bytes[at] = static_cast<char>(bytes[at] ^ (1 << random.below(8)));
            break;
        case 2:
            bytes.erase(at, 1 + random.below(20));
            break;
        case 3:
            bytes.insert(at, pieces[random.below(pieces.size())]);
            break;
        case 4:
            bytes.insert(at, bytes.substr(random.below(bytes.size()), random.below(60)));
            break;
        default:
            bytes.resize(at);
            break;
        }
    }
    return bytes;
}

bool keeps_promises(const Row& row, std::int64_t& last_row, const Limits& limits) {
    if (row.index <= last_row || row.index >= limits.rows || row.cells.empty()) return false;
    last_row = row.index;
    std::int64_t last_column = -1;
    for (const Cell& cell : row.cells) {
        if (cell.column <= last_column || cell.column >= limits.columns) return false;
        if (!core::is_utf8(cell.text)) return false;
        if (cell.kind == CellKind::number && !is_decimal(cell.text)) return false;
        if (cell.kind == CellKind::empty && (!cell.formula || !cell.text.empty())) return false;
        last_column = cell.column;
    }
    return true;
}

std::string outcome(const std::string& bytes, const std::string& name) {
    const Limits limits{.columns = 20'000, .memory = 16u << 20};
    const auto ended = [&](const core::Error& error) {
        BOOST_TEST(known_codes.contains(error.code), error.code);
        BOOST_TEST(error.place.file == name);
        return error.code;
    };
    auto workbook = open_workbook(bytes, name, limits);
    if (!workbook) return ended(workbook.error());
    for (std::size_t sheet = 0; sheet < workbook->sheets().size(); ++sheet) {
        std::int64_t last_row = -1;
        const auto facts = workbook->read(sheet, [&](const Row& row) {
            const bool kept = keeps_promises(row, last_row, limits);
            BOOST_TEST(kept, "row " << row.index);
            return kept;
        });
        if (!facts) return ended(facts.error());
    }
    return "read";
}

} // namespace

Outcomes read_spoiled_files(std::uint64_t seed, std::size_t files) {
    core::SeededRandom random{seed};
    Outcomes outcomes;
    const std::vector<ZipPart> parts = workbook_parts(original);
    const std::string whole = make_zip(parts);
    for (std::size_t i = 0; i < files; ++i) {
        ++outcomes[outcome(spoil(whole, random), "packed.xlsx")];
        std::vector<ZipPart> changed = parts;
        ZipPart& part = changed[random.below(changed.size())];
        part.content = spoil(part.content, random);
        part.stored = true; // packing them all would be most of the time
        ++outcomes[outcome(make_zip(changed), "inside.xlsx")];
        ++outcomes[outcome(spoil(text_file, random), "list.csv")];
    }
    return outcomes;
}
