// SPDX-License-Identifier: GPL-3.0-or-later
// What a certificate of completion says, in the words of both languages: from a learner, a class and a pack
// to the filling of the template.
#pragma once

#include "certificates/code.hpp"
#include "certificates/eligibility.hpp"
#include "documents/template.hpp"
#include "office/office.hpp"

namespace certificates {

// What all certificates of a class share.
struct AwardContext {
    office::Office office;
    office::Area area;
    programmes::Pack pack;
    classes::Class taught;
    institutions::Institution institution;
    std::string phone; // the office's as documents show it, or empty
    core::Day issued{};
};

// Reads what stands in the office file. The class must exist; `issued` is today.
AwardContext load_award_context(const storage::Database& database, classes::ClassId class_id);

// "នៅថ្ងៃទី១២ ខែមីនា ឆ្នាំ២០០៤" and "12 March 2004", as much as is known; "about 2004" where it is an estimate.
std::string born_km(const core::PartialDate& born);
std::string born_en(const core::PartialDate& born);
std::string day_en(core::Day day);

CertificatePayload payload_of(const AwardContext& context, const Candidate& candidate,
                              const std::string& serial);

// What every document of a class says of the office, the class and the learner. `birthplace` as printed in
// Khmer and English, empty where it is not known.
struct Birthplace {
    std::string km;
    std::string en;
};
void add_class(documents::Filling& filling, const AwardContext& context);
void add_person(documents::Filling& filling, const classes::ClassLearner& learner,
                const Birthplace& birthplace);
Birthplace birthplace_of(const storage::Database& database, learners::LearnerId learner, core::Day on);
// "មធ្យមភាគ ៨,២៥ និទ្ទេស ល្អ" and "average 8.25, grade B (good)"; empty where there is no average.
void add_result(documents::Filling& filling, const AwardContext& context, const Candidate& candidate);

// All of a certificate's places but the signers'.
documents::Filling filling_of(const AwardContext& context, const Candidate& candidate,
                              const Birthplace& birthplace, const CertificatePayload& payload,
                              const std::string& code);

} // namespace certificates
