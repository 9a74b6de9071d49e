// SPDX-License-Identifier: GPL-3.0-or-later
#include "users/set_up.hpp"

#include "office/backup_key.hpp"
#include "office/key_store.hpp"
#include "office/office_store.hpp"
#include "office/recovery_code.hpp"

#include <algorithm>

namespace users {
namespace {

constexpr std::string_view end_in_office = R"sql(
UPDATE office SET set_up_ended_at = ?1 WHERE id = 1 AND set_up_ended_at IS NULL)sql";
constexpr std::string_view upsert_recovery = R"sql(
INSERT INTO recovery_code (id, salt, passes, memory_bytes, hash, sealed_secret, made_at) VALUES (1, ?1, ?2, ?3, ?4, ?5, ?6)
ON CONFLICT (id) DO UPDATE SET salt = excluded.salt, passes = excluded.passes, memory_bytes = excluded.memory_bytes,
    hash = excluded.hash, sealed_secret = excluded.sealed_secret, made_at = excluded.made_at)sql";
constexpr std::string_view select_recovery = R"sql(
SELECT salt, passes, memory_bytes, hash, sealed_secret FROM recovery_code WHERE id = 1)sql";

core::Expected<void> check_passphrase(std::string_view passphrase) {
    if (letters_in(passphrase) >= least_password_letters) return {};
    return core::fail(core::Error{"passphrase.short"}.with("least", std::to_string(least_password_letters)));
}

void keep_recovery(storage::Transaction& tx, const PasswordHash& hash, const storage::Blob& sealed) {
    tx.run(upsert_recovery, hash.salt, hash.passes, hash.memory_bytes, hash.hash, sealed, tx.now());
}

struct KeptRecovery {
    PasswordHash hash;
    storage::Blob sealed;
};

core::Expected<KeptRecovery> open_recovery(const storage::Database& database, std::string_view typed) {
    storage::Statement row = database.query(select_recovery);
    if (!row.step()) return core::fail({"recovery.none"});
    KeptRecovery kept;
    kept.hash.salt = row.get<std::array<std::byte, 16>>(0);
    kept.hash.passes = row.get<std::int64_t>(1);
    kept.hash.memory_bytes = row.get<std::int64_t>(2);
    kept.hash.hash = row.get<std::array<std::byte, 32>>(3);
    kept.sealed = row.get<storage::Blob>(4);
    if (!matches(kept.hash, office::plain_recovery_code(typed))) return core::fail({"recovery.wrong"});
    return kept;
}

} // namespace

core::Expected<SetUpEnd> prepare_set_up_end(const NewUser& administrator, std::string_view password,
                                            std::string_view passphrase, core::Random& random) {
    if (auto good = check_new_password(administrator.name, password); !good) return core::fail(good.error());
    if (auto good = check_passphrase(passphrase); !good) return core::fail(good.error());
    SetUpEnd end;
    end.administrator = administrator;
    end.password = hash_password(password, random);
    end.passphrase = passphrase;
    end.recovery_code = office::make_recovery_code(random);
    end.recovery = hash_password(office::plain_recovery_code(end.recovery_code), random);
    return end;
}

core::Expected<User> end_set_up(storage::Transaction& tx, const SetUpEnd& end) {
    const bool administrator =
        std::any_of(end.administrator.grants.begin(), end.administrator.grants.end(),
                    [](const Grant& grant) { return grant.role == Role::administrator; });
    if (!administrator) return core::fail({"set-up.not-administrator"});
    if (tx.run(end_in_office, tx.now()) == 0) return core::fail({"set-up.ended"});
    auto user = add_user(tx, end.administrator, end.password);
    if (!user) return user;
    const auto key = office::open_signing_key(tx.database());
    if (!key) return core::fail(key.error());
    office::reseal_signing_key(tx, *key, end.passphrase);
    const std::string code = office::plain_recovery_code(end.recovery_code);
    keep_recovery(tx, end.recovery, office::sealed_bytes(*key, code, tx.database().random()));
    // One sentence for a small office to remember: it opens the backups too, unless they had one of their
    // own.
    if (!office::has_backup_key(tx.database())) {
        if (auto set = office::set_backup_passphrase(tx, end.passphrase); !set)
            return core::fail(set.error());
        if (auto set = office::set_backup_recovery(tx, end.passphrase, code); !set)
            return core::fail(set.error());
    }
    tx.audit("set-up.end", "office", office::load_office(tx.database()).uid, "{}");
    return user;
}

core::Expected<void> change_passphrase(storage::Transaction& tx, std::string_view was, std::string_view is) {
    if (auto good = check_passphrase(is); !good) return good;
    const auto key = office::open_signing_key(tx.database(), was);
    if (!key) return core::fail(key.error());
    office::reseal_signing_key(tx, *key, is);
    // Backups that have a passphrase of their own keep it.
    const auto backups = office::change_backup_passphrase(tx, was, is);
    if (!backups && backups.error().code != "backup.no-key" &&
        backups.error().code != "backup.wrong-passphrase")
        return backups;
    return {};
}

KeyRenewal prepare_key_renewal(std::string_view passphrase, core::Random& random) {
    KeyRenewal renewal;
    renewal.passphrase = passphrase;
    renewal.recovery_code = office::make_recovery_code(random);
    renewal.recovery = hash_password(office::plain_recovery_code(renewal.recovery_code), random);
    return renewal;
}

core::Expected<void> renew_key(storage::Transaction& tx, const KeyRenewal& renewal) {
    const office::Office office = office::load_office(tx.database());
    if (const auto current = office::open_signing_key(tx.database(), renewal.passphrase); !current)
        return core::fail(current.error());
    const auto key = office::SigningKey::make(tx.database().random());
    office::add_signing_key(tx, key, renewal.passphrase, office.sample);
    if (office.in_set_up()) return {};
    const std::string code = office::plain_recovery_code(renewal.recovery_code);
    keep_recovery(tx, renewal.recovery, office::sealed_bytes(key, code, tx.database().random()));
    // Where backups have a passphrase of their own, they go on opening with the code before.
    const auto backups = office::set_backup_recovery(tx, renewal.passphrase, code);
    if (!backups && backups.error().code != "backup.no-key" &&
        backups.error().code != "backup.wrong-passphrase")
        return backups;
    return {};
}

core::Expected<void> check_recovery_code(const storage::Database& database, std::string_view typed) {
    const auto opened = open_recovery(database, typed);
    if (!opened) return core::fail(opened.error());
    return {};
}

core::Expected<Recovery> prepare_recovery(std::string_view user, std::string_view password,
                                          std::string_view code, std::string_view new_passphrase,
                                          core::Random& random) {
    if (auto good = check_new_password(user, password); !good) return core::fail(good.error());
    if (!new_passphrase.empty())
        if (auto good = check_passphrase(new_passphrase); !good) return core::fail(good.error());
    Recovery recovery;
    recovery.user = user;
    recovery.password = hash_password(password, random);
    recovery.typed_code = code;
    recovery.new_passphrase = new_passphrase;
    recovery.next_code = office::make_recovery_code(random);
    recovery.next_recovery = hash_password(office::plain_recovery_code(recovery.next_code), random);
    return recovery;
}

core::Expected<void> recover(storage::Transaction& tx, const Recovery& recovery) {
    const auto user = find_user(tx.database(), recovery.user);
    if (!user) return core::fail(core::Error{"user.unknown"}.with("name", recovery.user));
    if (!user->has(Role::administrator) || user->disabled_at)
        return core::fail(core::Error{"recovery.not-administrator"}.with("name", user->name));
    const auto kept = open_recovery(tx.database(), recovery.typed_code);
    if (!kept) return core::fail(kept.error());
    const auto key =
        office::unsealed_key(tx.database(), kept->sealed, office::plain_recovery_code(recovery.typed_code));
    if (!key) return core::fail(key.error());
    set_password(tx, *user, recovery.password);
    const std::string next = office::plain_recovery_code(recovery.next_code);
    if (!recovery.new_passphrase.empty()) office::reseal_signing_key(tx, *key, recovery.new_passphrase);
    if (auto renewed = office::renew_backup_recovery(tx, office::plain_recovery_code(recovery.typed_code),
                                                     next, recovery.new_passphrase);
        !renewed)
        return renewed;
    keep_recovery(tx, recovery.next_recovery, office::sealed_bytes(*key, next, tx.database().random()));
    tx.audit("user.recover", "user", user->uid, "{}");
    return {};
}

} // namespace users
