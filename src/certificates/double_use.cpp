// SPDX-License-Identifier: GPL-3.0-or-later
#include "certificates/double_use.hpp"

#include "certificates/code.hpp"

namespace certificates {
namespace {

constexpr std::string_view select_other = R"sql(
SELECT code FROM certificate WHERE serial = ?1 AND code <> ?2
UNION ALL SELECT code FROM past_certificate WHERE serial = ?1 AND code <> ?2 LIMIT 1)sql";

constexpr std::string_view select_all = R"sql(
SELECT c.serial, c.code, min(p.code) FROM certificate c JOIN past_certificate p ON p.serial = c.serial AND p.code <> c.code
GROUP BY c.serial
UNION ALL
SELECT p.serial, min(p.code), max(p.code) FROM past_certificate p
WHERE NOT EXISTS (SELECT 1 FROM certificate c WHERE c.serial = p.serial)
GROUP BY p.serial HAVING min(p.code) <> max(p.code)
ORDER BY 1)sql";

std::string name_in(std::string_view code) {
    const auto decoded = decode(code);
    if (!decoded) return "?";
    return decoded->payload.name_km.empty() ? decoded->payload.name_latin : decoded->payload.name_km;
}

core::Error twice(std::string_view serial, std::string_view code, std::string_view other) {
    return core::Error{"serial.used-twice"}
        .with("serial", std::string{serial})
        .with("name", name_in(code))
        .with("other", name_in(other));
}

} // namespace

std::optional<core::Error> used_twice(const storage::Database& database, std::string_view serial,
                                      std::string_view code) {
    const auto other = database.value<std::string>(select_other, serial, code);
    if (!other) return std::nullopt;
    return twice(serial, code, *other);
}

std::vector<core::Error> used_twice(const storage::Database& database) {
    std::vector<core::Error> all;
    storage::Statement row = database.query(select_all);
    while (row.step())
        all.push_back(twice(row.get<std::string>(0), row.get<std::string>(1), row.get<std::string>(2)));
    return all;
}

} // namespace certificates
