// SPDX-License-Identifier: GPL-3.0-or-later
// Is this code genuine: signed by a key we trust, and its serial not void.
#pragma once

#include "certificates/code.hpp"
#include "office/key_list.hpp"
#include "storage/database.hpp"

#include <optional>

namespace certificates {

enum class CodeVerdict { genuine, void_, forged, unknown_key };
std::string_view to_text(CodeVerdict verdict);

struct Verification {
    CodeVerdict verdict = CodeVerdict::forged;
    // What the code says, where it could be read. Only a genuine or void one is proven.
    std::optional<CertificatePayload> payload;
    // Why it cannot be read, or what the register or list says of it: certificate.replaced {serial, by};
    // certificate.revoked {serial, state, day}; certificate.unknown {serial}, signed, but not in this
    // register; key.not-then {office, day}: its key was not the office's on the day of issue.
    std::optional<core::Error> reason;
    // keys.old {day, days}: the list that vouches for the key is older than 90 days.
    std::optional<core::Error> hint{};
};

// Of whatever carries a code, against an office file's own keys, those of the lists it took
// and those it has pinned; without a file the code is only read. A text that is no code of ours at all is an
// error: code.not-srok, code.newer.
core::Expected<Verification> verify_code(std::string_view code, const storage::Database* database);

// Against a signed list alone, as the page for a phone does it.
core::Expected<Verification> verify_code(std::string_view code, const office::KeyList& list, core::Day today);

} // namespace certificates
