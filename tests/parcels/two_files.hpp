// SPDX-License-Identifier: GPL-3.0-or-later
// A district whose literacy class at Ta Pung is closed, with one learner to be awarded, and the file of that
// centre, which is new.
#pragma once

#include "certificates/issue.hpp"
#include "certificates/small_class.hpp"
#include "documents/fonts.hpp"
#include "parcels/parcel_store.hpp"

namespace test {

struct TwoFiles : SmallClass {
    TwoFiles();

    // At the district: by the clerk, and checked by a colleague.
    void prepare_and_check();

    parcels::Sent send();      // from the district
    parcels::Sent give_back(); // from the centre
    parcels::Plan plan_at(const storage::Database& at, const std::string& bytes);
    // Nothing of the parcel as a whole may be wrong.
    parcels::Plan take_at(storage::Database& at, const std::string& bytes);
    // The error of the whole parcel, or nothing.
    std::string refusal_at(const storage::Database& at, const std::string& bytes);

    // At the centre.
    classes::ClassId class_there() const;
    void approve_there();
    std::vector<certificates::Issued> issue_there();

    storage::Database centre;
    institutions::InstitutionId institution{};
    documents::Fonts fonts = documents::Fonts::load(documents::font_folders({}));
};

// A district or a centre that is somebody else's.
storage::Database other_file(storage::Environment environment, const char* institution_code);

} // namespace test
