// SPDX-License-Identifier: GPL-3.0-or-later
// The end of set-up: the first administrator, the office's passphrase, and the recovery code that is printed
// then and never shown again.
#pragma once

#include "users/password.hpp"
#include "users/user_store.hpp"

#include <string>
#include <string_view>

namespace users {

// What takes its time is made before the transaction, and away from the windows' thread.
struct SetUpEnd {
    NewUser administrator;
    PasswordHash password;
    // Guards the signing key from now on.
    std::string passphrase;
    // "7F3K9-…": five groups of five letters and digits.
    std::string recovery_code;
    PasswordHash recovery;
};

// Errors: password.short, password.is-name; passphrase.short {least}.
core::Expected<SetUpEnd> prepare_set_up_end(const NewUser& administrator, std::string_view password,
                                            std::string_view passphrase, core::Random& random);

// Makes the administrator, seals the signing key, keeps the recovery code's hash and ends set-up. Audited as
// "user.add", "key.reseal" and "set-up.end". Errors: set-up.ended; set-up.not-administrator; those of
// add_user.
core::Expected<User> end_set_up(storage::Transaction& tx, const SetUpEnd& end);

// Seals the signing key under another passphrase. Audited as "key.reseal". Errors: passphrase.short;
// key.wrong-passphrase.
core::Expected<void> change_passphrase(storage::Transaction& tx, std::string_view was, std::string_view is);

// A new signing key in the place of the current one, which stays to verify what it signed; and a new recovery
// code, for the old one opens the old key only.
struct KeyRenewal {
    std::string passphrase; // the current one, which guards the new key too; empty in set-up
    std::string recovery_code;
    PasswordHash recovery;
};
KeyRenewal prepare_key_renewal(std::string_view passphrase, core::Random& random);
// Audited as "key.add". The recovery code is kept once set-up has ended. Error: key.wrong-passphrase.
core::Expected<void> renew_key(storage::Transaction& tx, const KeyRenewal& renewal);

// Checks the code that was printed. Spaces, hyphens and small letters do not matter, nor O for 0 or I for 1.
// Errors: recovery.wrong; recovery.none where set-up has not ended.
core::Expected<void> check_recovery_code(const storage::Database& database, std::string_view typed);

struct Recovery {
    std::string user; // an administrator
    PasswordHash password;
    std::string typed_code;
    // Empty: the passphrase stays.
    std::string new_passphrase;
    std::string next_code;
    PasswordHash next_recovery;
};
// Errors: password.short, password.is-name, passphrase.short.
core::Expected<Recovery> prepare_recovery(std::string_view user, std::string_view password,
                                          std::string_view code, std::string_view new_passphrase,
                                          core::Random& random);
// Gives the administrator a new password and, where asked, the key a new passphrase; a new code takes the
// place of the used one. Audited as "user.recover". Errors: recovery.wrong, recovery.none; user.unknown
// {name}; recovery.not-administrator {name}.
core::Expected<void> recover(storage::Transaction& tx, const Recovery& recovery);

} // namespace users
