// SPDX-License-Identifier: GPL-3.0-or-later
// A backup counts only once it was read back from where it lies. A stick that is full, pulled out or lies
// never costs the last good one.
#include "backups/small_office.hpp"
#include "backups/unpack.hpp"

#include <map>

namespace {

using backups::Disk;
using test::fs::path;

// What goes wrong after so many bytes were written to a .part.
enum class Fault { none, full, pulled, drops, flips, stops, cached };

class BadStick final : public Disk {
  public:
    explicit BadStick(Fault fault, std::size_t after = 100'000)
        : m_fault(fault)
        , m_after(after) {}

    std::unique_ptr<backups::OutFile> create(const path& file) override {
        return std::make_unique<Out>(*this, file);
    }
    std::unique_ptr<backups::InFile> open(const path& file) override {
        // As a system that remembers what it was given, whatever the medium did with it.
        if (m_fault == Fault::cached && m_given.contains(file)) return std::make_unique<Given>(m_given[file]);
        return m_real.open(file);
    }
    void rename(const path& from, const path& to) override {
        if (m_fault == Fault::pulled) throw backups::disk_failure("disk.failed", to);
        m_real.rename(from, to);
    }
    void remove(const path& file) noexcept override { m_real.remove(file); }

  private:
    struct Out final : backups::OutFile {
        Out(BadStick& stick, path to)
            : on(stick)
            , file(std::move(to))
            , real(stick.m_real.create(file)) {}
        void write(std::span<const std::byte> bytes) override {
            on.m_given[file].insert(on.m_given[file].end(), bytes.begin(), bytes.end());
            std::vector<std::byte> kept(bytes.begin(), bytes.end());
            const bool here = written <= on.m_after && on.m_after < written + bytes.size();
            const std::size_t at = here ? on.m_after - written : 0;
            const bool past = written + bytes.size() > on.m_after;
            written += bytes.size();
            switch (on.m_fault) {
            case Fault::full:
                if (past) throw backups::disk_failure("disk.full", file);
                break;
            case Fault::drops:
            case Fault::cached:
                if (here) kept.clear();
                break;
            case Fault::flips:
                if (here) kept[at] ^= std::byte{1};
                break;
            case Fault::stops:
                if (past) kept.resize(at);
                break;
            case Fault::none:
            case Fault::pulled:
                break;
            }
            real->write(kept);
        }
        void finish() override { real->finish(); }
        BadStick& on;
        path file;
        std::unique_ptr<backups::OutFile> real;
        std::size_t written = 0;
    };
    struct Given final : backups::InFile {
        explicit Given(const std::vector<std::byte>& all)
            : bytes(all) {}
        std::size_t read(std::span<std::byte> to) override {
            const std::size_t size = std::min(to.size(), bytes.size() - at);
            std::copy_n(bytes.begin() + static_cast<std::ptrdiff_t>(at), size, to.begin());
            at += size;
            return size;
        }
        const std::vector<std::byte>& bytes;
        std::size_t at = 0;
    };

    Disk& m_real = backups::real_disk();
    Fault m_fault;
    std::size_t m_after;
    std::map<path, std::vector<std::byte>> m_given;
};

struct Proof : test::SmallOffice {
    // The day before yesterday's good one under the same name stays whatever happens now.
    void tried(Fault fault, const char* code, bool sealed) {
        BOOST_TEST_CONTEXT(code << (sealed ? " sealed" : " plain")) {
            if (sealed) give_passphrase();
            const std::string name = sealed ? "stick.srokbak" : "stick.srok";
            back_up(name);
            const std::string good = test::bytes_of(folder / name);
            rename("Later");
            for (const std::size_t after : {std::size_t{0}, std::size_t{200}, std::size_t{10'000}}) {
                BadStick stick(fault, after);
                BOOST_TEST(test::code_of([&] { return back_up(name, stick); }) == code);
                BOOST_TEST((test::bytes_of(folder / name) == good));
                BOOST_TEST(leftovers() == "");
            }
        }
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(proof, Proof)

BOOST_AUTO_TEST_CASE(a_good_stick_takes_the_new_one_in_place_of_the_old) {
    give_passphrase();
    back_up("stick.srokbak");
    rename("Later");
    BadStick stick(Fault::none);
    BOOST_TEST(back_up("stick.srokbak", stick).sealed);
    const path out = folder / "out.srok";
    BOOST_REQUIRE(backups::unpack(folder / "stick.srokbak", test::passphrase, out, silent));
    const auto restored = storage::Database::open(out, storage::Access::read_only, environment);
    BOOST_TEST(office::load_office(restored).name == "Later");
}

BOOST_AUTO_TEST_CASE(a_full_stick_keeps_the_last_good_one) {
    tried(Fault::full, "disk.full", true);
}

BOOST_AUTO_TEST_CASE(a_full_stick_keeps_the_last_good_plain_one) {
    tried(Fault::full, "disk.full", false);
}

BOOST_AUTO_TEST_CASE(the_system_s_own_full_disk_is_named) {
    const path full = "/dev/full";
    if (!test::fs::exists(full)) return;
    const auto out = backups::real_disk().create(full);
    const std::array<std::byte, 100> some{};
    BOOST_TEST(test::code_of([&] {
                   out->write(some);
                   return std::optional{0};
               }) == "disk.full");
}

BOOST_AUTO_TEST_CASE(a_stick_pulled_out_keeps_the_last_good_one) {
    tried(Fault::pulled, "disk.failed", true);
}

BOOST_AUTO_TEST_CASE(a_stick_that_drops_a_block_is_caught) {
    tried(Fault::drops, "backup.not-kept", true);
}

BOOST_AUTO_TEST_CASE(a_stick_that_alters_one_bit_is_caught) {
    tried(Fault::flips, "backup.not-kept", true);
}

BOOST_AUTO_TEST_CASE(a_stick_that_alters_one_bit_of_a_plain_copy_is_caught) {
    tried(Fault::flips, "backup.not-kept", false);
}

BOOST_AUTO_TEST_CASE(a_stick_smaller_than_it_says_is_caught) {
    tried(Fault::stops, "backup.not-kept", true);
}

// The weak setting: what is compared comes from the system's memory and not from the stick. Then the good one
// gives way to one that is none, and this harness sees it.
BOOST_AUTO_TEST_CASE(read_back_from_memory_the_same_lie_goes_unseen) {
    give_passphrase();
    BadStick stick(Fault::cached, 10'000);
    BOOST_TEST(back_up("stick.srokbak", stick).sealed);
    BOOST_TEST(test::code_of([&] {
                   return backups::unpack(folder / "stick.srokbak", test::passphrase, folder / "out.srok",
                                          silent);
               }) == "backup.damaged");
}

BOOST_AUTO_TEST_CASE(a_key_that_cannot_be_read_makes_no_plain_backup) {
    give_passphrase();
    write([](storage::Transaction& tx) {
        tx.run("UPDATE backup_key_seal SET sealed = x'00'");
        tx.audit("test.spoil", "backup_key_seal", std::nullopt, "{}");
    });
    BOOST_TEST(test::code_of([&] { return back_up("stick.srokbak"); }) == "key.damaged");
    BOOST_TEST(!test::fs::exists(folder / "stick.srokbak"));
    BOOST_TEST(leftovers() == "");
}

BOOST_AUTO_TEST_CASE(a_cancelled_backup_leaves_nothing_and_keeps_the_last_good_one) {
    give_passphrase();
    back_up("stick.srokbak");
    const std::string good = test::bytes_of(folder / "stick.srokbak");
    rename("Later");
    struct Stopping final : core::Progress {
        int left = 0;
        void report(std::int64_t, std::int64_t) override { --left; }
        bool cancelled() const override { return left <= 0; }
    } stopping;
    int tried = 0;
    for (int after = 0; after < 40; after += 3) {
        stopping.left = after;
        const auto database = open(storage::Access::read_only);
        const std::string code =
            test::code_of([&] { return backups::make_backup(database, folder / "stick.srokbak", stopping); });
        if (code.empty()) break;
        ++tried;
        BOOST_TEST(code == "cancelled");
        BOOST_TEST((test::bytes_of(folder / "stick.srokbak") == good));
        BOOST_TEST(leftovers() == "");
    }
    BOOST_TEST(tried > 3);
}

BOOST_AUTO_TEST_CASE(another_office_s_backup_and_the_file_itself_never_give_way) {
    const auto mine = open(storage::Access::read_only);
    const auto allowed = [&](const path& to) {
        return test::code_of([&] { return backups::may_replace(mine, to, environment); });
    };
    BOOST_TEST(allowed(folder / "free.srokbak") == "");
    BOOST_TEST(allowed(file) == "backup.same-file");
    test::put_file(folder / "letter.docx", "PK\x03\x04 a letter");
    BOOST_TEST(allowed(folder / "letter.docx") == "file.not-ours");
    test::Folder elsewhere;
    core::SeededRandom other_chance{77};
    auto other =
        office::create_office(elsewhere / "other.srok", {clock, other_chance}, {.area_code = "0203"});
    BOOST_REQUIRE(other);
    backups::make_backup(*other, folder / "other.srok", silent);
    BOOST_TEST(allowed(folder / "other.srok") == "backup.other-office");
    {
        storage::Transaction tx(*other, {});
        BOOST_REQUIRE(office::set_backup_passphrase(tx, test::passphrase, office::PassphraseCost::least()));
        tx.commit();
    }
    backups::make_backup(*other, folder / "other.srokbak", silent);
    BOOST_TEST(allowed(folder / "other.srokbak") == "backup.other-office");
    std::string broken = test::bytes_of(folder / "other.srokbak");
    broken[40] ^= 1;
    test::put_file(folder / "other.srokbak", broken);
    BOOST_TEST(allowed(folder / "other.srokbak") == "");
}

BOOST_AUTO_TEST_SUITE_END()
