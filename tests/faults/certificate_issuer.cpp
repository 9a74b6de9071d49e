// SPDX-License-Identifier: GPL-3.0-or-later
// Issues the certificates of a class into a folder, as srokctl and the screen do. It is made to be killed:
// tests/faults/killed_while_issuing.py.
//
//   certificate_issuer OFFICE CLASS TO          TO a folder, or one .pdf
//   certificate_issuer OFFICE CLASS TO --weak   each file at its place before the commit: for the test of the
//   test
#include "certificates/issue_files.hpp"
#include "documents/file.hpp"
#include "office/key_store.hpp"

#include <chrono>
#include <iostream>
#include <string_view>
#include <thread>

namespace {

namespace fs = std::filesystem;

int issue_weakly(storage::Database& database, classes::ClassId id, const office::SigningKey& key,
                 const documents::Fonts& fonts, const fs::path& folder) {
    core::NoProgress silent;
    storage::Transaction tx(database, {"weak"});
    const auto issued = certificates::issue_class(tx, id, key, fonts, silent);
    if (!issued) return 1;
    fs::create_directories(folder);
    for (const certificates::Issued& one : issued->issued) {
        documents::write_file(folder / (one.serial + ".pdf"), one.pdf);
        std::this_thread::sleep_for(std::chrono::milliseconds{20}); // so that a few kills hit between
    }
    tx.commit();
    return 0;
}

} // namespace

int main(int count, char** words) {
    if (count < 4) return 2;
    core::SystemClock clock;
    core::SystemRandom random;
    auto database = storage::Database::open(words[1], storage::Access::read_write, {clock, random});
    const auto key = office::open_signing_key(database).value();
    const auto fonts = documents::Fonts::load(documents::font_folders({}));
    const classes::ClassId id{std::stoll(words[2])};
    std::cout << "ready" << std::endl;
    if (count > 4 && std::string_view{words[4]} == "--weak")
        return issue_weakly(database, id, key, fonts, words[3]);
    core::NoProgress silent;
    const auto issued = certificates::issue_into(database, {"issuer"}, {id}, key, fonts, words[3], silent);
    return issued && !issued->files.empty() && !issued->waiting ? 0 : 1;
}
