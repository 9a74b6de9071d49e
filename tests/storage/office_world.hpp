// SPDX-License-Identifier: GPL-3.0-or-later
// A fixed time and chance, and an office file in them that a test changes one transaction at a time.
#pragma once

#include "core/expected.hpp"
#include "storage/audit.hpp"
#include "storage/test_file.hpp"
#include "storage/transaction.hpp"

#include <string>
#include <type_traits>

namespace test {

// The code of what was refused; empty when it was done.
template<typename T>
std::string code_of(const core::Expected<T>& result) {
    return result ? std::string{} : result.error().code;
}

struct OfficeWorld : World {
    // An office file in memory with the newest schema and nothing in it.
    OfficeWorld()
        : World()
        , database(storage::Database::in_memory(environment)) {}
    // The one that `make` gives.
    template<typename Make>
    explicit OfficeWorld(Make make)
        : World()
        , database(make(environment)) {}

    // Runs `work` in a transaction of sokha's and commits, unless what it returns was refused. What it
    // returns.
    template<typename Work>
    auto change(Work work) {
        storage::Transaction tx(database, {"sokha"});
        if constexpr (std::is_void_v<decltype(work(tx))>) {
            work(tx);
            tx.commit();
        } else {
            auto result = work(tx);
            if (done(result)) tx.commit();
            return result;
        }
    }

    storage::AuditEntry last_audit() const { return storage::audit_entries(database, 1).at(0); }

    storage::Database database;

  private:
    template<typename T>
    static bool done(const T&) {
        return true;
    }
    template<typename T>
    static bool done(const core::Expected<T>& result) {
        return result.has_value();
    }
};

} // namespace test
