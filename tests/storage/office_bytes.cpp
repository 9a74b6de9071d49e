// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/office_bytes.hpp"

#include "storage/test_file.hpp"
#include "storage/transaction.hpp"

#include <fstream>

namespace test {
namespace {

void set(storage::Database& database, const std::string& key, const std::string& value) {
    storage::Transaction tx(database, {});
    tx.run("INSERT OR REPLACE INTO setting (key, value) VALUES (?1, ?2)", key, value);
    tx.audit("setting.change", "setting", std::nullopt, "{}");
    tx.commit();
}

struct Made {
    std::string office, backup, unfinished, log;

    Made() {
        World world;
        const Folder folder;
        const auto path = folder / "a.srok";
        {
            auto database = storage::Database::create(path, world.environment);
            for (int i = 0; i < 200; ++i)
                set(database, "key" + std::to_string(i), std::string(300, 'x'));
            core::NoProgress silent;
            database.back_up(folder / "backup.srok", silent);
        }
        office = bytes_of(path);
        backup = bytes_of(folder / "backup.srok");
        auto database = storage::Database::open(path, storage::Access::read_write, world.environment);
        set(database, "in the log", "kept");
        unfinished = bytes_of(path);
        log = bytes_of(folder / "a.srok-wal");
    }
};

const Made& made() {
    static const Made once;
    return once;
}

} // namespace

void put_bytes(const std::filesystem::path& path, std::string_view bytes) {
    std::ofstream(path, std::ios::binary) << bytes;
}

const std::string& office_bytes() {
    return made().office;
}
const std::string& backup_bytes() {
    return made().backup;
}
const std::string& unfinished_bytes() {
    return made().unfinished;
}
const std::string& unfinished_log() {
    return made().log;
}

} // namespace test
