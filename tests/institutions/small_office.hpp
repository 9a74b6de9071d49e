// SPDX-License-Identifier: GPL-3.0-or-later
// A district office in memory with two villages and nobody in it, for the tests of the rooms of people.
#pragma once

#include "core/fold.hpp"
#include "storage/office_world.hpp"

namespace test {

struct SmallOffice : OfficeWorld {
    SmallOffice() {
        change([](storage::Transaction& tx) {
            tx.run(R"sql(INSERT INTO office (id, uid, level, area_code, name_km, name, created_at)
                         VALUES (1, ?1, 'district', '0202', 'ថ្មគោល', 'Thma Koul', ?2))sql",
                   tx.new_uid(), tx.now());
            constexpr std::string_view area = R"sql(
                INSERT INTO area (code, type, name_km, name, folded_km, folded) VALUES (?1, ?2, ?3, ?4, ?5, ?6))sql";
            const auto add = [&](const char* code, const char* type, const char* km, const char* name) {
                tx.run(area, code, type, km, name, core::fold_name(km), core::fold_name(name));
            };
            add("0202", "srok", "ថ្មគោល", "Thma Koul");
            add("02020101", "phum", "តាពូង", "Ta Pung");
            add("02020102", "phum", "ក្បាលថ្នល់", "Kbal Thnal");
            tx.audit("test", "office", std::nullopt, "{}");
        });
    }
};

} // namespace test
