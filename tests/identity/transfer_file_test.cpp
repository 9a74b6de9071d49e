// SPDX-License-Identifier: GPL-3.0-or-later
#include "identity/spoiled_transfer.hpp"
#include "identity/transfer_file.hpp"
#include "identity/transfer_gather.hpp"
#include "identity/transfer_offices.hpp"
#include "office/key_store.hpp"
#include "units/recognition_store.hpp"

#include <boost/test/unit_test.hpp>

using identity::read_transfer;

namespace {

constexpr std::size_t frame_at = 48;

std::vector<std::string> lines_in(const std::string& text) {
    std::vector<std::string> lines;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = text.find('\n', at);
        lines.push_back(text.substr(at, end - at));
        at = end + 1;
    }
    return lines;
}

struct File : test::TransferOffices {
    std::string bytes = send(thma_koul, mom);

    std::string text() const { return test::text_in(bytes); }
    static core::Error refusal(const std::string& file) {
        const auto read = read_transfer(file);
        return read ? core::Error{"accepted"} : read.error();
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(transfer_file, File)

BOOST_AUTO_TEST_CASE(what_was_written_reads_back_the_same) {
    const auto read = read_transfer(bytes).value();
    BOOST_REQUIRE(read.chapters.size() == 1U);
    auto chapter = identity::gather_chapter(thma_koul, mom, office::current_key(thma_koul).public_key);
    BOOST_TEST((read.chapters[0].chapter == chapter));
    BOOST_TEST(chapter.packs.size() == 1U);
    BOOST_TEST(chapter.enrolments[0].months.size() == 4U);
}

BOOST_AUTO_TEST_CASE(the_same_past_at_the_same_moment_is_the_same_bytes) {
    const auto key = office::open_signing_key(thma_koul).value();
    const auto write = [&] {
        const auto chapter = identity::gather_chapter(thma_koul, mom, key.public_key());
        return identity::write_transfer({identity::sign_chapter(chapter, key)}, clock.now(), key);
    };
    BOOST_TEST((write() == write()));
    BOOST_TEST((write() == bytes));
}

BOOST_AUTO_TEST_CASE(no_local_key_is_in_the_file) {
    const std::string all = text();
    for (const char* name : {"\"id\"", "learner_id", "class_id", "enrolment_id"})
        BOOST_TEST(all.find(name) == std::string::npos, name);
}

BOOST_AUTO_TEST_CASE(a_changed_line_is_named_with_its_row) {
    std::string edited = text();
    const std::size_t mark = edited.find("\"hundredths\":750");
    BOOST_REQUIRE(mark != std::string::npos);
    edited.replace(mark, 16, "\"hundredths\":950");
    const auto error = refusal(test::packed_again(edited));
    BOOST_TEST(error.code == "transfer.altered");
    BOOST_TEST(error.fact("what") == "enrolment អក្ខរកម្ម ក");
    BOOST_TEST((error.place.row == 5));
}

BOOST_AUTO_TEST_CASE(every_line_is_covered) {
    const auto lines = lines_in(text());
    for (std::size_t i = 0; i < lines.size(); ++i) {
        // A letter in the middle, another of its kind.
        std::string changed;
        for (std::size_t j = 0; j < lines.size(); ++j) {
            std::string line = lines[j];
            if (i == j) {
                char& letter = line[line.size() / 2];
                letter = letter == 'a' ? 'b' : 'a';
            }
            changed += line + '\n';
        }
        BOOST_TEST(refusal(test::packed_again(changed)).code != "accepted", lines[i].substr(0, 30));
        // Left out, and twice.
        std::string without, twice;
        for (std::size_t j = 0; j < lines.size(); ++j) {
            if (i != j) without += lines[j] + '\n';
            twice += lines[j] + '\n' + (i == j ? lines[j] + '\n' : "");
        }
        BOOST_TEST(refusal(test::packed_again(without)).code != "accepted", lines[i].substr(0, 30));
        BOOST_TEST(refusal(test::packed_again(twice)).code != "accepted", lines[i].substr(0, 30));
    }
}

BOOST_AUTO_TEST_CASE(a_chapter_that_was_taken_out_or_put_elsewhere_is_noticed) {
    const auto there = take_in(battambang, bytes).learner;
    const auto two = test::text_in(send(battambang, there));
    const auto own = read_transfer(bytes).value();
    std::string one = two;
    const std::size_t at = one.find(own.chapters[0].text);
    BOOST_REQUIRE(at != std::string::npos);
    one.erase(at, own.chapters[0].text.size());
    BOOST_TEST(refusal(test::packed_again(one)).code == "transfer.altered");
    const std::size_t count = one.find("\"chapters\":2");
    one.replace(count, 12, "\"chapters\":1");
    BOOST_TEST(refusal(test::packed_again(one)).code == "transfer.altered");
}

BOOST_AUTO_TEST_CASE(a_cut_file_says_at_which_byte) {
    const auto error = refusal(bytes.substr(0, bytes.size() - 10));
    BOOST_TEST(error.code == "transfer.damaged");
    BOOST_TEST((error.place.byte == bytes.size() - 10));
    BOOST_TEST(refusal(bytes.substr(0, 20)).code == "transfer.damaged");
}

BOOST_AUTO_TEST_CASE(bytes_after_the_end_are_refused) {
    BOOST_TEST(refusal(bytes + "x").code == "transfer.damaged");
    const std::string frame = bytes.substr(frame_at) + identity::pack("more");
    const auto digest = office::digest(frame);
    const std::string joined = "SROK-TRANSFER 2\n" +
                               std::string{reinterpret_cast<const char*>(digest.data()), digest.size()} +
                               frame;
    BOOST_TEST(refusal(joined).code == "transfer.damaged");
}

BOOST_AUTO_TEST_CASE(other_files_are_named_for_what_they_are) {
    BOOST_TEST(refusal("").code == "transfer.not-srok");
    BOOST_TEST(refusal("%PDF-1.7").code == "transfer.not-srok");
    const auto newer = refusal("SROK-TRANSFER 3\nwhatever");
    BOOST_TEST(newer.code == "transfer.newer");
    BOOST_TEST(newer.fact("version") == "3");
    BOOST_TEST(refusal("SROK-TRANSFER x\n").code == "transfer.damaged");
}

BOOST_AUTO_TEST_CASE(a_file_of_the_first_format_is_still_read) {
    std::string former = bytes;
    former.replace(0, 16, "SROK-TRANSFER 1\n");
    BOOST_REQUIRE(read_transfer(former).has_value());
    BOOST_TEST((read_transfer(former)->sender() == read_transfer(bytes)->sender()));
    // It knew nothing of recognitions.
    storage::Transaction tx(thma_koul, {"sokha"});
    const auto kept =
        units::recognise(tx, {.learner = mom,
                              .programme = "primary-equivalency",
                              .units = {"life-skills"},
                              .evidence = {"អាវមួយ"},
                              .assessors = {{std::nullopt, "សុខ វណ្ណា"}, {std::nullopt, "ចាន់ សុផល"}},
                              .day = test::day(2026, 1, 5)});
    BOOST_REQUIRE(kept.has_value());
    tx.commit();
    std::string newer = send(thma_koul, mom);
    BOOST_TEST(read_transfer(newer).has_value());
    newer.replace(0, 16, "SROK-TRANSFER 1\n");
    BOOST_TEST(refusal(newer).code == "transfer.line");
}

BOOST_AUTO_TEST_CASE(a_file_that_would_inflate_without_end_is_stopped) {
    BOOST_TEST(refusal(test::packed_again(std::string(std::size_t{80} << 20U, ' '))).code ==
               "transfer.too-large");
    // Past 100 KiB no more than a hundred times its size.
    BOOST_TEST(refusal(test::packed_again(std::string(std::size_t{1} << 20U, '\n'))).code ==
               "transfer.too-large");
    BOOST_TEST(refusal("SROK-TRANSFER 2\n" + std::string(std::size_t{33} << 20U, 'x')).code ==
               "transfer.too-large");
}

BOOST_AUTO_TEST_CASE(brackets_without_end_cost_nothing) {
    const auto error = refusal(test::packed_again("{\"book\":" + std::string(50'000, '[') + "\n"));
    BOOST_TEST(error.code == "transfer.altered");
}

BOOST_AUTO_TEST_CASE(signed_nonsense_is_refused_by_name) {
    const auto key = office::open_signing_key(thma_koul).value();
    const auto refused = [&](auto change) {
        auto chapter = identity::gather_chapter(thma_koul, mom, key.public_key());
        change(chapter);
        return refusal(identity::write_transfer({identity::sign_chapter(chapter, key)}, clock.now(), key));
    };
    auto error = refused([](auto& chapter) { chapter.enrolments[0].months[0].marks[20] = 'A'; });
    BOOST_TEST(error.code == "transfer.figures");
    BOOST_TEST(error.fact("class") == "អក្ខរកម្ម ក");
    error = refused([](auto& chapter) { chapter.enrolments[0].scores.begin()->second.hundredths = 1001; });
    BOOST_TEST(error.fact("field") == "enrolment.scores");
    error = refused([](auto& chapter) { chapter.person.fields["shoe_size"] = "38"; });
    BOOST_TEST(error.fact("field") == "person.shoe_size");
    error = refused([](auto& chapter) { chapter.person.fields["born"] = "1995-02-30"; });
    BOOST_TEST(error.fact("field") == "person.born");
    const auto recognised = [](auto change) {
        return [change](auto& chapter) {
            chapter.recognitions.push_back({.uid = core::Uid{std::byte{1}},
                                            .pack = chapter.packs[0].digest,
                                            .level = {},
                                            .units = {"literacy"},
                                            .evidence = {"អាវមួយ"},
                                            .assessors = {"សុខ វណ្ណា", "ចាន់ សុផល"},
                                            .day = test::day(2026, 1, 5),
                                            .remark = {}});
            change(chapter.recognitions.back());
        };
    };
    BOOST_TEST(refused(recognised([](auto&) {})).code == "accepted");
    error = refused(recognised([](auto& one) { one.evidence.clear(); }));
    BOOST_TEST(error.fact("field") == "recognition.evidence");
    error = refused(recognised([](auto& one) { one.assessors[1] = one.assessors[0]; }));
    BOOST_TEST(error.fact("field") == "recognition.assessors");
    error = refused(recognised([](auto& one) { one.units = {"sewing"}; }));
    BOOST_TEST(error.fact("field") == "recognition.units");
    error = refused(recognised([](auto& one) { one.day = test::day(2027, 1, 5); }));
    BOOST_TEST(error.fact("field") == "recognition.day");
    error = refused(recognised([](auto& one) { one.pack = {}; }));
    BOOST_TEST(error.fact("field") == "recognition.pack");
    error = refused([](auto& chapter) { chapter.packs.clear(); });
    BOOST_TEST(error.fact("field") == "enrolment.pack");
    error = refused([](auto& chapter) { chapter.packs[0].source += "#"; });
    BOOST_TEST(error.fact("field") == "pack.source");
}

// Every edit and every cut is refused; transfer_soak does it ten thousand times and more.
BOOST_AUTO_TEST_CASE(no_spoiled_file_is_accepted) {
    BOOST_TEST(test::accepted_of_spoiled(bytes, 1'000, 20'260'116) == 0);
}

BOOST_AUTO_TEST_SUITE_END()
