// SPDX-License-Identifier: GPL-3.0-or-later
#include "parcels/two_files.hpp"

#include "certificates/award_list_store.hpp"
#include "institutions/institution_store.hpp"
#include "office/key_store.hpp"
#include "office/office_store.hpp"
#include "office/test_office.hpp"

#include <stdexcept>

namespace test {
namespace {

office::SigningKey key_of(const storage::Database& database) {
    return office::open_signing_key(database).value();
}

} // namespace

storage::Database other_file(storage::Environment environment, const char* institution_code) {
    office::NewOffice wanted{.area_code = "0202", .name_km = "មជ្ឈមណ្ឌលសិក្សាសហគមន៍ ផ្សេង"};
    wanted.institution_code = institution_code;
    return office::create_office_in_memory(environment, wanted).value();
}

TwoFiles::TwoFiles()
    : centre(other_file(environment, "CLC-07")) {
    institution = classes::load_class(database, class_id).institution;
    change([&](storage::Transaction& tx) {
        auto one = institutions::load_institution(database, institution);
        one.code = "CLC-07";
        return institutions::update_institution(tx, one);
    });
    close();
}

void TwoFiles::prepare_and_check() {
    change([&](storage::Transaction& tx) { return certificates::prepare_list(tx, class_id, "ឡុង សុជាតា"); });
    change([&](storage::Transaction& tx) { return certificates::check_list(tx, class_id, "មាស វិចិត្រ"); });
}

parcels::Sent TwoFiles::send() {
    storage::Transaction tx(database, {"sokha"});
    auto sent = parcels::send_out(tx, {.institutions = {institution}}, key_of(database), "out.srokp").value();
    tx.commit();
    return sent;
}

parcels::Sent TwoFiles::give_back() {
    storage::Transaction tx(centre, {"sophea"});
    auto sent = parcels::send_back(tx, key_of(centre), "back.srokp").value();
    tx.commit();
    return sent;
}

parcels::Plan TwoFiles::plan_at(const storage::Database& at, const std::string& bytes) {
    return parcels::plan_parcel(at, parcels::read_parcel(bytes).value()).value();
}

parcels::Plan TwoFiles::take_at(storage::Database& at, const std::string& bytes) {
    auto plan = plan_at(at, bytes);
    storage::Transaction tx(at, {"clerk"});
    if (const auto taken = parcels::take_parcel(tx, plan, "in.srokp"); !taken)
        throw std::logic_error(taken.error().code);
    if (!plan.taken_before) tx.commit();
    return plan;
}

std::string TwoFiles::refusal_at(const storage::Database& at, const std::string& bytes) {
    auto parcel = parcels::read_parcel(bytes);
    if (!parcel) return parcel.error().code;
    return code_of(parcels::plan_parcel(at, *std::move(parcel)));
}

classes::ClassId TwoFiles::class_there() const {
    return classes::list_classes(centre).at(0).id;
}

void TwoFiles::approve_there() {
    storage::Transaction tx(centre, {"sophea"});
    certificates::approve_list(tx, class_there(), {.name = "សុខ សុភា"}).value();
    tx.commit();
}

std::vector<certificates::Issued> TwoFiles::issue_there() {
    core::NoProgress silent;
    const auto key = key_of(centre);
    storage::Transaction tx(centre, {"sophea"});
    auto result = certificates::issue_class(tx, class_there(), key, fonts, silent).value();
    tx.commit();
    return result.issued;
}

} // namespace test
