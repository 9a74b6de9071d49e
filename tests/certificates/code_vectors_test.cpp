// SPDX-License-Identifier: GPL-3.0-or-later
// The codes in tests/samples/code-vectors.json, which every verifier must judge alike: this one, and the page
// for a phone (tests/certificates/page_test.py). They are made here, from fixed keys; SROK_WRITE_VECTORS=1
// writes the file.
#include "certificates/base45.hpp"
#include "certificates/verify.hpp"
#include "file_bytes.hpp"
#include "samples.hpp"

#include <boost/test/unit_test.hpp>
#include <nlohmann/json.hpp>

#include <cstdlib>
#include <fstream>
#include <map>

namespace {

using Json = nlohmann::ordered_json;
using certificates::CertificatePayload;

office::SigningKey key_of(std::uint64_t seed) {
    core::SeededRandom random(seed);
    return office::SigningKey::make(random);
}

core::Day day(const char* iso) {
    return core::day_from_iso(iso).value();
}

CertificatePayload dara(const char* serial = "0202-2026-000001-X") {
    return {.serial = serial,
            .name_km = "សុខ ដារ៉ា",
            .name_latin = "SOK DARA",
            .sex = "f",
            .born = core::partial_date_from_text("2004-03-12"),
            .programme = "literacy",
            .programme_name = "អក្ខរកម្មមុខងារ",
            .result = "7.25 B",
            .issued = day("2026-06-30"),
            .office = "0202"};
}

std::string chars(const office::Signature& signature) {
    return {reinterpret_cast<const char*>(signature.bytes.data()), signature.bytes.size()};
}

std::string code_of(const std::string& payload, const office::Signature& signature) {
    return "SROK1:" + certificates::to_base45(payload + chars(signature));
}

std::string replaced(std::string bytes, std::string_view was, std::string_view is) {
    const std::size_t at = bytes.find(was);
    BOOST_REQUIRE(at != std::string::npos);
    return bytes.replace(at, was.size(), is);
}

// Ed25519's equation also holds for S + L, L the order of the group; RFC 8032 asks that S is below L.
office::Signature with_the_order_added(office::Signature signature) {
    constexpr std::array<unsigned, 32> order = {
        0xed, 0xd3, 0xf5, 0x5c, 0x1a, 0x63, 0x12, 0x58, 0xd6, 0x9c, 0xf7, 0xa2, 0xde, 0xf9, 0xde, 0x14,
        0,    0,    0,    0,    0,    0,    0,    0,    0,    0,    0,    0,    0,    0,    0,    0x10};
    unsigned carry = 0;
    for (std::size_t i = 0; i < order.size(); ++i) {
        carry += std::to_integer<unsigned>(signature.bytes[32 + i]) + order[i];
        signature.bytes[32 + i] = static_cast<std::byte>(carry & 0xFF);
        carry >>= 8;
    }
    return signature;
}

class Vectors {
  public:
    Vectors() {
        m_document["about"] = "Codes every verifier of SROK1 judges alike, by the list and on the day given "
                              "here; see README.md, "
                              "\"The code on a certificate\". All people are invented.";
        m_document["today"] = "2026-07-15";
        m_document["list"] = list().text;
        m_document["codes"] = Json::array();
        honest();
        forged();
        unreadable();
        mutated();
    }
    const Json& document() const { return m_document; }

  private:
    office::SignedKeyList list() const {
        office::KeyList list{.issuer = "02", .counter = 7, .day = day("2026-07-01")};
        list.offices = {{"02", "មន្ទីរអប់រំ យុវជន និងកីឡា ខេត្តបាត់ដំបង", "Battambang"},
                        {"0202", "ការិយាល័យអប់រំ យុវជន និងកីឡា ស្រុកថ្មគោល", "Thma Koul"},
                        {"0203", "ការិយាល័យអប់រំ យុវជន និងកីឡា ក្រុងបាត់ដំបង", "Battambang municipality"}};
        list.keys = {{"02", province.public_key(), day("2025-01-01")},
                     {"0202", ours.public_key(), day("2026-01-01")},
                     {"0202", former.public_key(), day("2025-01-01"), day("2025-12-31")},
                     {"0203", neighbour.public_key()}};
        list.revoked = {{"0202-2026-000002-V", "void", day("2026-06-30")},
                        {"0202-2026-000003-T", "replaced", day("2026-07-01")},
                        {"0202-2026-000009-I", "lost", day("2026-07-01")}};
        return office::sign_key_list(std::move(list), province);
    }

    void add(const char* story, const std::string& code) {
        m_document["codes"].push_back({{"story", story}, {"code", code}});
    }
    void add(const char* story, const CertificatePayload& payload, const office::SigningKey& key) {
        add(story, certificates::encode(payload, key));
    }
    std::string genuine() const { return certificates::encode(dara(), ours); }
    std::string payload() const { return certificates::decode(genuine())->signed_bytes.substr(6); }
    std::string signed_as_it_is(const std::string& bytes) const {
        return code_of(bytes, ours.sign("SROK1:" + bytes));
    }

    void honest() {
        add("genuine", dara(), ours);
        auto latin = dara("0202-2026-000004-R");
        latin.name_km.clear();
        latin.born = core::PartialDate::of_year(std::chrono::year{1990}, core::Precision::about);
        latin.sex.clear();
        latin.result.clear();
        add("genuine, little known of her", latin, ours);
        add("made void since", dara("0202-2026-000002-V"), ours);
        add("replaced since", dara("0202-2026-000003-T"), ours);
        add("a number lost before it was issued", dara("0202-2026-000009-I"), ours);
        auto sample = dara("0202-2026-000005-P");
        sample.sample = true;
        add("a sample, signed by the office's key", sample, ours);
        CertificatePayload record = dara();
        record.serial = "0202-000123-O";
        record.programme.clear();
        record.programme_name.clear();
        record.result.clear();
        record.kind = certificates::CodeKind::record;
        record.content = office::digest("what it says");
        record.earned = "literacy 2025-11-03..2026-02-27 83.00h";
        add("a record of learning", record, ours);
        record.kind = certificates::CodeKind::transcript;
        record.earned = "3 units literacy";
        add("a transcript", record, ours);
        auto statement = dara("0202-2026-P00001-5");
        statement.kind = certificates::CodeKind::provisional;
        add("a provisional certificate", statement, ours);
        statement.serial = "0202-2026-U00001-Q";
        statement.kind = certificates::CodeKind::partial;
        statement.result = "2/4 reading writing";
        add("a statement of partial achievement", statement, ours);
        statement.serial = "0202-2026-A00001-D";
        statement.kind = certificates::CodeKind::attendance;
        statement.result = "96.57 % 98.5/102";
        add("a certificate of attendance", statement, ours);
        auto last_year = dara("0202-2025-000001-Z");
        last_year.issued = day("2025-12-31");
        add("the office's former key, on its last day", last_year, former);
        auto late = dara("0202-2026-000006-N");
        add("the office's former key, after its last day", late, former);
        auto other = dara("0203-2026-000001-V");
        other.office = "0203";
        add("another district's", other, neighbour);
    }
    void forged() {
        add("a stranger's key", dara(), key_of(99));
        add("a neighbour's key in this office's name", dara(), neighbour);
        const std::string bytes = payload();
        const auto signature = certificates::decode(genuine())->signature;
        add("another name under her signature", code_of(replaced(bytes, "SOK DARA", "SOK BORA"), signature));
        add("a better result under her signature", code_of(replaced(bytes, "7.25 B", "9.25 A"), signature));
        office::Signature none{};
        add("no signature but zeros", code_of(bytes, none));
        add("the signature's second half past the group's order",
            code_of(bytes, with_the_order_added(signature)));
        add("signed without the words before it", code_of(bytes, ours.sign(bytes)));
    }
    void unreadable() {
        const std::string bytes = payload();
        add("a longer length than needed", signed_as_it_is(replaced(bytes,
                                                                    "\x04\x61"
                                                                    "f",
                                                                    "\x04\x78\x01"
                                                                    "f")));
        add("keys not ascending", signed_as_it_is(replaced(replaced(bytes,
                                                                    "\x04\x61"
                                                                    "f",
                                                                    ""),
                                                           "\x0A\x64"
                                                           "0202",
                                                           "\x0A\x64"
                                                           "0202\x04\x61"
                                                           "f")));
        add("something after the map", signed_as_it_is(bytes + std::string(1, '\0')));
        add("a day there is not", signed_as_it_is(replaced(bytes, "2026-06-30", "2026-06-31")));
        add("a sex there is not", signed_as_it_is(replaced(bytes,
                                                           "\x04\x61"
                                                           "f",
                                                           "\x04\x61"
                                                           "x")));
        add("a line's end in the name", signed_as_it_is(replaced(bytes, "SOK DARA", "SOK\nDARA")));
        add("a name that is not UTF-8", signed_as_it_is(replaced(bytes, "SOK DARA", "SOK \xFF\xFF\xFF\xFF")));
        add("a key no version 1 has", signed_as_it_is(replaced(bytes,
                                                               "\x0A\x64"
                                                               "0202",
                                                               "\x0F\x64"
                                                               "0202")));
        add("a kind no version 1 has", other_kind("recipe"));
        add("a certificate that calls itself so", other_kind("certificate"));
        add("a statement with what only a record has", other_kind("partial"));
        add("too short for a signature", "SROK1:0000");
        add("letters outside the alphabet", "SROK1:abc");
        add("nothing after the prefix", "SROK1:");
        add("longer than any square code", "SROK1:" + std::string(3400, '0'));
        add("a newer version", "SROK2:" + genuine().substr(6));
        add("another program's code", "https://example.org/check/0202-2026-000001-X");
        add("a lower-case prefix", "srok1:" + genuine().substr(6));
        add("nothing", "");
    }
    // A record of learning that calls itself something else.
    std::string other_kind(const std::string& kind) const {
        CertificatePayload record = dara();
        record.programme.clear();
        record.programme_name.clear();
        record.result.clear();
        record.kind = certificates::CodeKind::record;
        record.content = office::digest("what it says");
        record.earned = "nothing";
        const std::string bytes =
            certificates::decode(certificates::encode(record, ours))->signed_bytes.substr(6);
        return signed_as_it_is(replaced(bytes, "\x66record", static_cast<char>(0x60 + kind.size()) + kind));
    }
    // A letter of the genuine one changed, put in, left out or swapped with its neighbour.
    void mutated() {
        constexpr std::string_view alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";
        core::SeededRandom random(7);
        for (int i = 0; i < 60; ++i) {
            std::string text = genuine();
            const auto at = 6 + static_cast<std::size_t>(random.below(text.size() - 7));
            const char letter = alphabet[static_cast<std::size_t>(random.below(alphabet.size()))];
            if (i % 4 == 0) text[at] = text[at] == letter ? '0' : letter;
            if (i % 4 == 1) text.insert(at, 1, letter);
            if (i % 4 == 2) text.erase(at, 1);
            if (i % 4 == 3) std::swap(text[at], text[at + 1]);
            if (text != genuine()) add("one letter not as it was", text);
        }
    }

    office::SigningKey province = key_of(2), ours = key_of(1), former = key_of(3), neighbour = key_of(4);
    Json m_document;
};

// What this program says of a vector.
Json judged(const Json& vector, const office::KeyList& list, core::Day today) {
    Json said = {{"story", vector["story"]}, {"code", vector["code"]}};
    const auto verification = certificates::verify_code(vector["code"].get<std::string>(), list, today);
    if (!verification) {
        said["verdict"] = verification.error().code.substr(5); // "not-srok", "newer"
        return said;
    }
    said["verdict"] = certificates::to_text(verification->verdict);
    if (const auto& payload = verification->payload) {
        said["serial"] = payload->serial;
        said["name_km"] = payload->name_km;
        said["name"] = payload->name_latin;
        said["programme"] = payload->programme_name;
        said["result"] = payload->of_a_learner() ? payload->earned : payload->result;
        said["issued"] = core::to_iso(payload->issued);
        said["office"] = payload->office;
        said["sample"] = payload->sample;
    }
    return said;
}

Json kept() {
    return Json::parse(test::bytes_of(test::samples() / "code-vectors.json"));
}

} // namespace

BOOST_AUTO_TEST_SUITE(code_vectors)

BOOST_AUTO_TEST_CASE(the_file_is_what_is_made_here_and_judged_so) {
    const Vectors vectors;
    const auto list = office::read_key_list(vectors.document()["list"].get<std::string>());
    BOOST_REQUIRE(list.has_value());
    Json made = vectors.document();
    for (Json& vector : made["codes"])
        vector = judged(vector, list->list, day("2026-07-15"));
    if (std::getenv("SROK_WRITE_VECTORS") != nullptr)
        std::ofstream(test::samples() / "code-vectors.json", std::ios::binary) << made.dump(1) << '\n';
    BOOST_TEST((kept() == made));
}

BOOST_AUTO_TEST_CASE(each_verdict_stands_in_it_as_its_story_says) {
    std::map<std::string, int> counts;
    std::map<std::string, std::string> by_story;
    const Json all = kept();
    for (const Json& vector : all["codes"]) {
        ++counts[vector["verdict"]];
        by_story[vector["story"]] = vector["verdict"];
    }
    BOOST_TEST(by_story["genuine"] == "genuine");
    BOOST_TEST(by_story["made void since"] == "void");
    BOOST_TEST(by_story["replaced since"] == "void");
    BOOST_TEST(by_story["a number lost before it was issued"] == "void");
    BOOST_TEST(by_story["a record of learning"] == "genuine");
    BOOST_TEST(by_story["the office's former key, on its last day"] == "genuine");
    BOOST_TEST(by_story["the office's former key, after its last day"] == "unknown-key");
    BOOST_TEST(by_story["a stranger's key"] == "unknown-key");
    BOOST_TEST(by_story["a neighbour's key in this office's name"] == "unknown-key");
    BOOST_TEST(by_story["the signature's second half past the group's order"] == "forged");
    BOOST_TEST(by_story["another name under her signature"] == "forged");
    BOOST_TEST(by_story["a newer version"] == "newer");
    BOOST_TEST(by_story["nothing"] == "not-srok");
    for (const char* story : {"a transcript", "a provisional certificate",
                              "a statement of partial achievement", "a certificate of attendance"})
        BOOST_TEST(by_story[story] == "genuine");
    for (const char* story : {"a kind no version 1 has", "a certificate that calls itself so",
                              "a statement with what only a record has"})
        BOOST_TEST(by_story[story] == "forged");
    BOOST_TEST(counts["genuine"] == 10);
    BOOST_TEST(counts["void"] == 3);
    BOOST_TEST(counts["forged"] > 60);
}

BOOST_AUTO_TEST_SUITE_END()
