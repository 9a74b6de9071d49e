// SPDX-License-Identifier: GPL-3.0-or-later
#include "users/users_office.hpp"

#include "institutions/institution_store.hpp"
#include "office/office_store.hpp"
#include "office/test_office.hpp"
#include "programmes/pack_store.hpp"

namespace test {
namespace {

constexpr std::string_view insert_class = R"sql(
INSERT INTO class (uid, name_km, name, folded_km, sort_key, pack_id, institution_id, first_day, last_day, weekdays,
                   session_minutes)
VALUES (?1, ?2, '', '', x'00', ?3, ?4, '2025-11-03', '2026-04-30', '12345', 120))sql";

institutions::InstitutionId centre(storage::Transaction& tx, const std::string& name_km) {
    institutions::Institution one;
    one.name_km = name_km;
    return institutions::add_institution(tx, one).value();
}

core::Uid open_class(storage::Transaction& tx, institutions::InstitutionId where,
                     const std::string& name_km) {
    const core::Uid uid = tx.new_uid();
    tx.run(insert_class, uid, name_km, programmes::use_pack(tx, "literacy").value(), where);
    return uid;
}

// Made once: passwords are slow on purpose.
struct Prepared : World {
    storage::Database database = new_office(environment);
    std::string code;

    Prepared() {
        storage::Transaction tx(database, {});
        const auto kdol = centre(tx, "មជ្ឈមណ្ឌលក្តុល");
        const auto tapoung = centre(tx, "មជ្ឈមណ្ឌលតាពូង");
        open_class(tx, kdol, "អក្ខរកម្ម ក");
        open_class(tx, tapoung, "អក្ខរកម្ម ខ");
        const auto end = users::prepare_set_up_end({"boss", "ចាន់ ធី", {{users::Role::administrator, {}}}},
                                                   password, passphrase, random)
                             .value();
        code = end.recovery_code;
        users::end_set_up(tx, end).value();
        const auto add = [&](const std::string& name, const users::Grant& grant) {
            users::add_user(tx, {name, {}, {grant}}, end.password).value();
        };
        add("officer", {users::Role::district_officer, {}});
        add("clerk", {users::Role::clerk, {}});
        add("kdol", {users::Role::clerk, kdol});
        add("head", {users::Role::headteacher, kdol});
        add("head-of-all", {users::Role::headteacher, {}});
        add("reader", {users::Role::reader, {}});
        tx.commit();
    }
};

const Prepared& prepared() {
    static const Prepared made;
    return made;
}

} // namespace

UsersOffice::UsersOffice()
    : OfficeWorld([](storage::Environment world) { return prepared().database.clone_in_memory(world); })
    , recovery_code(prepared().code) {
    kdol = institutions::find_by_name(database, "មជ្ឈមណ្ឌលក្តុល").at(0).id;
    tapoung = institutions::find_by_name(database, "មជ្ឈមណ្ឌលតាពូង").at(0).id;
    constexpr std::string_view class_of = "SELECT uid FROM class WHERE institution_id = ?1";
    class_in_kdol = database.value<core::Uid>(class_of, kdol).value();
    class_in_tapoung = database.value<core::Uid>(class_of, tapoung).value();
}

users::User UsersOffice::user(const std::string& name) const {
    return users::find_user(database, name).value();
}

} // namespace test
