// SPDX-License-Identifier: GPL-3.0-or-later
#include "returns/signed_workbook.hpp"
#include "returns/workbook_check.hpp"
#include "storage/test_file.hpp"

#include <boost/test/unit_test.hpp>

#include <functional>

using returns::SignedSheet;
using spreadsheet::Style;

namespace {

struct Office : test::World {
    office::SigningKey key = office::SigningKey::make(random);
    test::Folder folder;
    std::filesystem::path file = folder / "0202_2025-12_v1.xlsx";

    bool by_map = false;

    returns::ReturnHead head() {
        returns::ReturnHead head;
        head.by_map = by_map;
        head.office = "0202";
        head.office_name_km = "ថ្មគោល";
        head.uid = core::make_uid(clock.now(), random);
        head.period = "2025-12";
        head.built = clock.now();
        return head;
    }

    // A small return; `tamper` may write into the figures behind the signature's back.
    office::Digest build(const std::function<void(SignedSheet&)>& tamper = [](SignedSheet&) {}) {
        returns::SignedWorkbook workbook(file, head(), {"Return", "Thma Koul", clock.now()});
        const std::array<std::string, 3> columns = {"name", "total", "female"};
        SignedSheet& figures = workbook.add_sheet("figures", "តួលេខ", columns);
        figures.row("title");
        figures.title(0, 2, "តារាងស្ថិតិ ខែធ្នូ", Style::title);
        figures.row("literacy");
        figures.text(0, "អក្ខរកម្ម");
        figures.number(1, 250);
        figures.number(2, "131.5", Style::decimal2);
        figures.row("equivalency");
        figures.text(0, "=1+1");
        figures.number(1, 40);
        tamper(figures);
        const auto made = workbook.finish(key);
        workbook.publish();
        return made.digest;
    }
};

// A canonical text, and what signs it.
struct Packed {
    std::string bytes;
    office::Digest digest{};
};

template<typename Fill>
Packed packed_text(const returns::ReturnHead& head, Fill fill) {
    Packed packed;
    returns::CanonicalWriter writer(head, [&](std::string_view piece) { packed.bytes.append(piece); });
    fill(writer);
    packed.digest = writer.finish();
    return packed;
}

std::string verdict(const returns::CheckedFile& checked) {
    return std::string{returns::to_text(checked.verdict)};
}

} // namespace

BOOST_FIXTURE_TEST_SUITE(signed_workbook, Office)

BOOST_AUTO_TEST_CASE(what_was_built_is_verified_and_says_whose_it_is) {
    const auto digest = build();
    const auto checked = returns::check_file(file);
    BOOST_REQUIRE(checked.has_value());
    BOOST_TEST(verdict(*checked) == "verified");
    BOOST_TEST((checked->digest == digest));
    BOOST_TEST((checked->key == key.public_key()));
    BOOST_TEST(checked->canonical->head.office == "0202");
    BOOST_TEST(checked->canonical->head.period == "2025-12");
    BOOST_TEST(checked->canonical->values.size() == 6U);
}

// It would be spared the sums that it must hold.
BOOST_AUTO_TEST_CASE(no_signed_return_passes_for_a_strangers_that_was_mapped) {
    by_map = true;
    build();
    BOOST_TEST(verdict(returns::check_file(file).value()) == "damaged");
}

BOOST_AUTO_TEST_CASE(an_edited_number_is_named_with_what_it_was_and_is) {
    build([](SignedSheet& sheet) { sheet.looks().number(3, 2, std::int64_t{41}, Style::count); });
    const auto checked = returns::check_file(file).value();
    BOOST_TEST(verdict(checked) == "edited");
    BOOST_REQUIRE(checked.cells.size() == 1U);
    BOOST_TEST(checked.cells[0].sheet == "តួលេខ");
    BOOST_TEST(checked.cells[0].cell == "C4");
    BOOST_TEST(checked.cells[0].was == "40");
    BOOST_TEST(checked.cells[0].is == "41");
}

BOOST_AUTO_TEST_CASE(a_value_where_there_was_none_and_one_that_is_gone_are_edits) {
    build([](SignedSheet& sheet) {
        sheet.looks().number(3, 3, std::int64_t{7}, Style::count);
        sheet.looks().blank(3, 2, Style::count);
    });
    const auto checked = returns::check_file(file).value();
    BOOST_TEST(verdict(checked) == "edited");
    BOOST_REQUIRE(checked.cells.size() == 2U);
    BOOST_TEST(checked.cells[0].cell == "C4");
    BOOST_TEST(checked.cells[0].is == "");
    BOOST_TEST(checked.cells[1].cell == "D4");
    BOOST_TEST(checked.cells[1].was == "");
    BOOST_TEST(checked.cells[1].is == "7");
}

BOOST_AUTO_TEST_CASE(a_changed_row_key_is_an_edit_of_its_whole_row) {
    build([](SignedSheet& sheet) { sheet.looks().text(3, 0, "literacy-2", Style::key); });
    const auto checked = returns::check_file(file).value();
    BOOST_TEST(verdict(checked) == "edited");
    BOOST_TEST(checked.cells.size() == 4U); // two values that nobody signed, two signed ones that are gone
}

BOOST_AUTO_TEST_CASE(a_workbook_without_our_sheet_is_unsigned) {
    spreadsheet::WorkbookWriter writer(file, {"List", "", clock.now()});
    writer.add_sheet("A").text(0, 0, "ថ្មគោល");
    writer.close();
    writer.publish();
    BOOST_TEST(verdict(returns::check_file(file).value()) == "unsigned");
}

// Whoever knows the format can sign what he likes: reading it must cost no more than a stranger may ask.
BOOST_AUTO_TEST_CASE(a_text_that_swells_or_has_values_without_end_is_refused_before_it_is_kept) {
    const auto refused = [](std::string_view packed, std::size_t most_memory) {
        const auto read = returns::read_canonical(packed, most_memory);
        BOOST_REQUIRE(!read.has_value());
        return read.error().code + " " + std::string{read.error().fact("what")};
    };
    const Packed swollen = packed_text(head(), [](returns::CanonicalWriter& writer) {
        writer.value("figures", "a", "b", returns::ValueType::text, std::string(std::size_t{30} << 20U, 'x'));
    });
    BOOST_TEST(refused(swollen.bytes, returns::own_memory) == "file.too-big inflation");
    const Packed many = packed_text(head(), [](returns::CanonicalWriter& writer) {
        for (int row = 0; row < 2000; ++row)
            writer.value("figures", std::to_string(row), "b", returns::ValueType::number,
                         std::to_string(row * 7919));
    });
    const std::string& packed = many.bytes;
    BOOST_TEST(refused(packed, 200'000) == "file.too-big memory");
    BOOST_TEST(returns::read_canonical(packed, 400'000).has_value());
}

BOOST_AUTO_TEST_CASE(another_keys_signature_over_our_text_is_damage) {
    const auto forge = [&](std::string_view signature) {
        const auto packed = packed_text(head(), [](returns::CanonicalWriter&) {});
        spreadsheet::WorkbookWriter writer(file, {"Return", "", clock.now()});
        spreadsheet::SheetWriter& sheet = writer.add_sheet(returns::signature_sheet);
        sheet.text(0, 0, "SROK-RETURN 1");
        sheet.text(1, 0, office::to_text(key.public_key()));
        sheet.text(2, 0,
                   signature.empty() ? office::to_text(key.sign(returns::message_for(packed.digest)))
                                     : signature);
        sheet.text(3, 0, "not base 64 !");
        writer.close();
        writer.publish();
        return verdict(returns::check_file(file).value());
    };
    BOOST_TEST(forge("") == "damaged");
    BOOST_TEST(forge("00") == "damaged");
}

BOOST_AUTO_TEST_CASE(canonical_text_reads_back_and_no_flipped_byte_changes_it_unnoticed) {
    const auto packed = packed_text(head(), [](returns::CanonicalWriter& writer) {
        writer.value("figures", "a\tb", "total", returns::ValueType::text, "line\nbreak \\ and\ttab");
        writer.value("figures", "x", "total", returns::ValueType::number, "12.5");
    });
    const auto read = returns::read_canonical(packed.bytes);
    BOOST_REQUIRE(read.has_value());
    BOOST_TEST((returns::digest_of(**read) == packed.digest));
    BOOST_TEST(returns::Canonical::plain((*read)->values.at("figures\ta\\tb\ttotal")) ==
               "line\nbreak \\ and\ttab");
    for (std::size_t i = 0; i < packed.bytes.size(); ++i) {
        std::string flipped = packed.bytes;
        flipped[i] = static_cast<char>(flipped[i] ^ 0x10);
        const auto damaged = returns::read_canonical(flipped);
        // A few bits of the packing's own header say nothing about the text.
        const bool noticed = !damaged || returns::digest_of(**damaged) != packed.digest;
        BOOST_TEST((noticed || (*damaged)->text == (*read)->text), "byte " << i);
    }
    for (std::size_t size = 0; size < packed.bytes.size(); ++size)
        BOOST_TEST(!returns::read_canonical(std::string_view{packed.bytes}.substr(0, size)).has_value());
}

BOOST_AUTO_TEST_SUITE_END()
