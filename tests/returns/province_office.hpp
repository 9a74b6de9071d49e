// SPDX-License-Identifier: GPL-3.0-or-later
// A province's office that receives, decides and writes receipts, for tests beside a district's MonthOffice.
#pragma once

#include "office/test_office.hpp"
#include "returns/month_office.hpp"
#include "returns/receipt_store.hpp"
#include "returns/receive.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace test {

struct ProvinceOffice : OfficeWorld {
    explicit ProvinceOffice(std::string_view area_code = "02", std::uint64_t seed = 77)
        : OfficeWorld([&](storage::Environment world) {
            random = core::SeededRandom{seed};
            clock.set(2026y / 1 / 6);
            return new_office(world, area_code);
        }) {}

    std::vector<returns::Receipt> receive(const std::vector<std::filesystem::path>& files) {
        auto receipts = returns::receive(database, {"province"}, files, progress);
        if (!receipts) throw std::logic_error(receipts.error().code);
        return std::move(*receipts);
    }
    returns::ReceivedId receive(const std::filesystem::path& file) {
        return receive(std::vector{file}).at(0).id;
    }
    // The codes of what was refused; empty when it was done. Each decision a second after the one before.
    std::string accept(returns::ReceivedId id) {
        clock.step(std::chrono::seconds{1});
        return code_of(change([&](storage::Transaction& tx) { return returns::accept(tx, id); }));
    }
    std::string reject(returns::ReceivedId id, const std::string& reason) {
        clock.step(std::chrono::seconds{1});
        return code_of(change([&](storage::Transaction& tx) { return returns::reject(tx, id, reason); }));
    }
    void receipt(returns::ReceivedId id, const std::filesystem::path& out) {
        const auto made = returns::make_receipt(database, {.id = id, .out = out}, progress);
        if (!made) throw std::logic_error(made.error().code);
    }

    core::NoProgress progress;
};

} // namespace test
