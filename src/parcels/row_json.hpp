// SPDX-License-Identifier: GPL-3.0-or-later
// Each kind of row of a parcel as JSON and back, strictly. Inside parcels only.
#pragma once

#include "identity/transfer_json.hpp"
#include "identity/transfer_lines.hpp"
#include "parcels/content.hpp"

namespace parcels {

using Failure = std::optional<core::Error>;

inline void put(identity::Json& json, const char* name, const std::string& text) {
    if (!text.empty()) json[name] = text;
}

identity::Json to_json(const ToldPack& row);
identity::Json to_json(const ToldInstitution& row);
identity::Json to_json(const ToldEducator& row);
identity::Json to_json(const office::Holiday& row);
identity::Json to_json(const ToldClass& row);
identity::Json to_json(const ToldLearner& row);
identity::Json to_json(const ToldEnrolment& row);
identity::Json to_json(const ToldUnit& row);
identity::Json to_json(const ToldList& row);
identity::Json to_json(const ToldScan& row);
identity::Json to_json(const ToldUse& row);
identity::Json to_json(const ToldBlock& row);
identity::Json to_json(const certificates::ToldTemplate& row);
identity::Json to_json(const certificates::ToldCertificate& row);

// The first thing that is not as the format has it is `failure`; what was read then is worth nothing.
void read_into(const identity::Json& json, ToldPack& row, Failure& failure);
void read_into(const identity::Json& json, ToldInstitution& row, Failure& failure);
void read_into(const identity::Json& json, ToldEducator& row, Failure& failure);
void read_into(const identity::Json& json, office::Holiday& row, Failure& failure);
void read_into(const identity::Json& json, ToldClass& row, Failure& failure);
void read_into(const identity::Json& json, ToldLearner& row, Failure& failure);
void read_into(const identity::Json& json, ToldEnrolment& row, Failure& failure);
void read_into(const identity::Json& json, ToldUnit& row, Failure& failure);
void read_into(const identity::Json& json, ToldList& row, Failure& failure);
void read_into(const identity::Json& json, ToldScan& row, Failure& failure);
void read_into(const identity::Json& json, ToldUse& row, Failure& failure);
void read_into(const identity::Json& json, ToldBlock& row, Failure& failure);
void read_into(const identity::Json& json, certificates::ToldTemplate& row, Failure& failure);
void read_into(const identity::Json& json, certificates::ToldCertificate& row, Failure& failure);

} // namespace parcels
