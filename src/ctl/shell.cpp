// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/shell.hpp"

#include "backups/schedule.hpp"
#include "core/utf8.hpp"
#include "identity/transfer_store.hpp"
#include "storage/file_header.hpp"

#include <algorithm>
#include <array>

namespace ctl {

std::filesystem::path path_of(std::string_view utf8) {
    return {std::u8string{utf8.begin(), utf8.end()}};
}

std::string text_of(const std::filesystem::path& path) {
    const std::u8string text = path.u8string();
    return {text.begin(), text.end()};
}

bool has_khmer(std::string_view utf8) {
    const auto letters = core::code_points(utf8);
    return std::any_of(letters.begin(), letters.end(), [](char32_t c) { return c >= 0x1780 && c <= 0x17FF; });
}

Exit exit_of(const core::WorldFailure& failure) {
    constexpr std::array<std::string_view, 5> named_wrongly = {
        "file.missing", "file.exists", "folder.missing", "file.not-ours", "file.newer"};
    const std::string& code = failure.error().code;
    if (failure.error().fact("why") == "no-folder") return Exit::wrong_input;
    return std::find(named_wrongly.begin(), named_wrongly.end(), code) != named_wrongly.end()
               ? Exit::wrong_input
               : Exit::world_failed;
}

namespace {

// A damaged or missing file is told with the newest backup that lies beside it.
storage::Database open_or_offer(const std::filesystem::path& file, storage::Access access,
                                storage::Environment environment) {
    try {
        return storage::Database::open(file, access, environment);
    } catch (const core::WorldFailure& failure) {
        if (failure.error().code != "file.damaged" && failure.error().code != "file.missing") throw;
        const auto backup = backups::newest_backup_beside(file);
        if (!backup) throw;
        throw core::WorldFailure(
            core::Error{failure.error()}.with("backup", text_of(*backup)).with("offers", "backup"));
    }
}

} // namespace

storage::Database Shell::open(const std::string& file, storage::Access access) {
    storage::Database database = open_or_offer(path_of(file), access, m_environment);
    for (const core::Error& warning : database.warnings())
        m_output.warn(warning);
    return database;
}

storage::Database Shell::open_to_read(const std::string& file) {
    return open(file, storage::Access::read_only);
}

storage::Database Shell::open_to_write(const std::string& file) {
    storage::Database database = open(file, storage::Access::read_write);
    if (identity::units_behind(database)) {
        storage::Transaction tx(database, actor());
        identity::catch_up_units(tx);
        tx.commit();
    }
    return database;
}

core::Expected<void> Shell::refuse_to_replace(const std::string& path,
                                              const std::vector<std::string>& kept) const {
    const std::filesystem::path wanted = path_of(path);
    std::error_code ignored;
    if (path.empty() || !std::filesystem::is_regular_file(wanted, ignored)) return {};
    bool lost = std::any_of(kept.begin(), kept.end(), [&](const std::string& one) {
        return std::filesystem::equivalent(wanted, path_of(one), ignored);
    });
    try {
        storage::refuse_foreign_file(wanted);
        lost = true;
    } catch (const core::WorldFailure& other) {
        lost = lost || other.error().code != "file.not-ours";
    }
    if (lost) return core::fail(core::Error{"file.would-be-lost"}.at({.file = path}));
    return {};
}

void Shell::on(Word word, std::function<core::Expected<Exit>()> run) {
    word.then([this, run = std::move(run)] {
        const core::Expected<Exit> exit = run();
        if (!exit) m_output.refuse(exit.error());
        m_exit = exit.value_or(Exit::wrong_input);
    });
}

} // namespace ctl
