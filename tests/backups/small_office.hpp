// SPDX-License-Identifier: GPL-3.0-or-later
// An office file on a disk, with a backup key whose passphrase costs nothing to try.
#pragma once

#include "backups/make.hpp"
#include "file_bytes.hpp"
#include "office/backup_key.hpp"
#include "office/office_store.hpp"
#include "storage/connection.hpp"
#include "storage/test_file.hpp"

#include <boost/test/unit_test.hpp>

#include <fstream>

namespace test {

namespace fs = std::filesystem;

constexpr std::string_view passphrase = "ដំរីបួនក្បាល four elephants";

inline void put_file(const fs::path& file, std::string_view bytes) {
    std::ofstream(file, std::ios::binary).write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
}

struct SmallOffice : World {
    Folder folder;
    fs::path file = folder / "thma-koul.srok";
    core::NoProgress silent;

    SmallOffice() { put_file(file, made_once()); }

    // The gazetteer is long, and every backup would carry and compare it: of it only what the office stands
    // on.
    static const std::string& made_once() {
        static const std::string bytes = [] {
            World world;
            const Folder once;
            {
                auto office =
                    office::create_office(once / "a.srok", world.environment, {.area_code = "0202"});
                BOOST_REQUIRE(office);
                storage::Transaction tx(*office, {});
                tx.run("DELETE FROM area_former_name");
                tx.run("DELETE FROM area_successor");
                tx.run("DELETE FROM area WHERE length(code) > 4");
                tx.audit("test.shorten", "area", std::nullopt, "{}");
                tx.commit();
            }
            storage::Connection(once / "a.srok", storage::Connection::Mode::read_write).run_script("VACUUM");
            return bytes_of(once / "a.srok");
        }();
        return bytes;
    }

    storage::Database open(storage::Access access = storage::Access::read_write) {
        return storage::Database::open(file, access, environment);
    }
    template<typename Work>
    void write(Work work) {
        auto database = open();
        storage::Transaction tx(database, {"clerk"});
        work(tx);
        tx.commit();
    }
    void give_passphrase() {
        write([](storage::Transaction& tx) {
            BOOST_REQUIRE(office::set_backup_passphrase(tx, passphrase, office::PassphraseCost::least()));
        });
    }
    void rename(const std::string& name) {
        write([&](storage::Transaction& tx) { office::rename_office(tx, "ការិយាល័យ", name); });
    }
    backups::Made back_up(const std::string& name, backups::Disk& disk = backups::real_disk()) {
        const auto database = open(storage::Access::read_only);
        return backups::make_backup(database, folder / name, silent, disk);
    }
    // Files in the folder that no backup should leave behind.
    std::string leftovers() const {
        std::string found;
        for (const auto& entry : fs::directory_iterator(folder.path)) {
            const std::string name = entry.path().filename().string();
            if (name.ends_with(".part") || name.ends_with(".copying")) found += name + " ";
        }
        return found;
    }
};

// The code of what is refused or fails, with the byte where one is told; empty where all went well.
template<typename Work>
std::string code_of(Work work) {
    try {
        const auto done = work();
        if constexpr (requires { done.error(); })
            if (!done) return done.error().code;
        return {};
    } catch (const core::WorldFailure& failure) {
        return failure.error().code;
    }
}

} // namespace test
