// SPDX-License-Identifier: GPL-3.0-or-later
// Random returns: whatever values stand in one, it reads back as it was signed, and any one cell that is
// other afterwards is named, with what it was and is. A thousand edits every day, ten thousand with
// SROK_SOAK=1.
#include "core/random.hpp"
#include "returns/signed_workbook.hpp"
#include "returns/workbook_check.hpp"
#include "rounds.hpp"
#include "storage/test_file.hpp"

#include <boost/test/unit_test.hpp>

#include <set>

using spreadsheet::Style;

namespace {

constexpr std::uint32_t columns = 6;
constexpr std::uint32_t rows = 20;

// Empty, a number's decimal, or a text.
struct Value {
    enum class Kind { none, number, text } kind = Kind::none;
    std::string words;
    friend bool operator==(const Value&, const Value&) = default;
};

struct Edit {
    std::uint32_t row = 0;
    std::uint32_t column = 0;
    Value is;
};

struct RandomReturn : test::World {
    core::SeededRandom chance{20251231};
    office::SigningKey key = office::SigningKey::make(chance);
    test::Folder folder;
    std::filesystem::path file = folder / "0202_2025-12_v1.xlsx";
    std::vector<Value> values;

    std::uint64_t below(std::uint64_t most) { return chance.below(most); }

    std::string decimal() {
        std::string text = below(4) == 0 ? "-" : "";
        // At most 15 digits, of which 4 behind the point.
        const auto whole = static_cast<int>(below(11));
        text += std::to_string(1 + below(9));
        for (int i = 0; i < whole; ++i)
            text += static_cast<char>('0' + below(10));
        if (below(2) == 0) return text;
        text += '.';
        for (auto places = static_cast<int>(below(4)); places > 0; --places)
            text += static_cast<char>('0' + below(10));
        return text + static_cast<char>('1' + below(9));
    }

    std::string words() {
        static constexpr std::array<std::string_view, 18> parts = {
            "ស្រុក", "ថ្មគោល", " ", "a",  "Z",      "=1+1",    "'", "\"", "&",
            "<b>", "\n",    "ៗ", "១២", "\u200B", "_x0041_", "😀", "-",  "0012"};
        std::string text;
        for (auto left = 1 + below(6); left > 0; --left)
            text += parts[static_cast<std::size_t>(below(parts.size()))];
        return text;
    }

    Value value() {
        switch (below(5)) {
        case 0:
            return {};
        case 1:
        case 2:
            return {Value::Kind::number, decimal()};
        default:
            return {Value::Kind::text, words()};
        }
    }

    void invent() {
        values.clear();
        for (std::uint32_t i = 0; i < rows * columns; ++i)
            values.push_back(value());
    }

    static void put(spreadsheet::SheetWriter& sheet, std::uint32_t row, std::uint32_t column,
                    const Value& one) {
        switch (one.kind) {
        case Value::Kind::none:
            return sheet.blank(row, column, Style::text);
        case Value::Kind::number:
            return sheet.number(row, column, one.words, Style::number);
        case Value::Kind::text:
            return sheet.text(row, column, one.words, Style::text);
        }
    }

    // The values signed, and `edit` written over one of them behind the signature's back.
    void build(const std::optional<Edit>& edit = std::nullopt) {
        returns::ReturnHead head;
        head.office = "0202";
        head.uid = core::make_uid(clock.now(), chance);
        head.period = "2025-12";
        head.built = clock.now();
        returns::SignedWorkbook workbook(file, head, {"Return", "Thma Koul", clock.now()});
        std::vector<std::string> keys;
        for (std::uint32_t column = 0; column < columns; ++column)
            keys.push_back("column " + std::to_string(column));
        auto& sheet = workbook.add_sheet("figures", "តួលេខ", keys);
        for (std::uint32_t row = 0; row < rows; ++row) {
            sheet.row("row " + std::to_string(row));
            for (std::uint32_t column = 0; column < columns; ++column) {
                const Value& one = values[row * columns + column];
                if (one.kind == Value::Kind::number) sheet.number(column, one.words);
                if (one.kind == Value::Kind::text) sheet.text(column, one.words);
            }
            if (edit && edit->row == row) put(sheet.looks(), sheet.sheet_row(), edit->column + 1, edit->is);
        }
        workbook.finish(key);
        workbook.publish();
    }
};

int edits() {
    return test::rounds(1'000, 10'000);
}

} // namespace

BOOST_FIXTURE_TEST_SUITE(single_edits, RandomReturn)

BOOST_AUTO_TEST_CASE(ten_thousand_random_values_read_back_as_they_were_signed) {
    int read = 0;
    while (read < 10'000) {
        invent();
        build();
        const auto checked = returns::check_file(file).value();
        BOOST_REQUIRE(returns::to_text(checked.verdict) == "verified");
        for (std::uint32_t i = 0; i < rows * columns; ++i) {
            const auto* found = checked.canonical->find("figures", "row " + std::to_string(i / columns),
                                                        "column " + std::to_string(i % columns));
            const bool good =
                values[i].kind == Value::Kind::none
                    ? found == nullptr
                    : found != nullptr && (values[i].kind == Value::Kind::number ||
                                           returns::Canonical::plain(*found) == values[i].words);
            if (!good) BOOST_TEST(good, "“" << values[i].words << "” in cell " << i);
            ++read;
        }
    }
}

BOOST_AUTO_TEST_CASE(of_ten_thousand_edits_of_one_cell_every_one_is_named) {
    int named = 0;
    const int all = edits();
    for (int round = 0; round < all; ++round) {
        if (round % 50 == 0) invent();
        Edit edit{static_cast<std::uint32_t>(below(rows)), static_cast<std::uint32_t>(below(columns)),
                  value()};
        const Value& was = values[edit.row * columns + edit.column];
        while (edit.is == was)
            edit.is = value();
        build(edit);
        const auto checked = returns::check_file(file).value();
        // Column A holds the keys; so does row 1.
        const std::string cell =
            std::string(1, static_cast<char>('B' + edit.column)) + std::to_string(edit.row + 2);
        const bool one = returns::to_text(checked.verdict) == "edited" && checked.cells.size() == 1 &&
                         checked.cells[0].cell == cell && checked.cells[0].was == was.words;
        if (!one) BOOST_TEST(one, cell << " from “" << was.words << "” to “" << edit.is.words << "”");
        named += one ? 1 : 0;
    }
    BOOST_TEST(named == all);
}

BOOST_AUTO_TEST_SUITE_END()
