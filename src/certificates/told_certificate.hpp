// SPDX-License-Identifier: GPL-3.0-or-later
// A number of the register as an institution's file tells it to its district: what was printed under it and
// everything that happened to it, in words that hold in both files.
#pragma once

#include "certificates/register_store.hpp"

#include <map>
#include <vector>

namespace certificates {

struct ToldTemplate {
    office::Digest digest{};
    std::string name{};
    std::string source{};
    friend bool operator==(const ToldTemplate&, const ToldTemplate&) = default;
};

struct ToldEvent {
    core::Moment at{};
    std::string verb{}; // as Event has it
    std::string reason{};
    friend bool operator==(const ToldEvent&, const ToldEvent&) = default;
};

// copy 0 is the original.
struct ToldDocument {
    std::int64_t copy = 0;
    core::Moment made_at{};
    std::string pdf{};
    friend bool operator==(const ToldDocument&, const ToldDocument&) = default;
};

struct ToldCertificate {
    core::Uid uid{};
    std::string serial{};
    std::string office_code{};
    int year = 0;
    std::int64_t number = 0;
    std::optional<core::Uid> enrolment{}; // none for a number that nothing was printed under
    std::string code{};
    std::optional<core::Day> issued_on{};
    std::string template_name{};
    std::optional<office::Digest> template_digest{};
    Words words{};
    std::string replaces{}; // a serial, or empty
    std::vector<ToldEvent> events{};
    std::vector<ToldDocument> documents{};
    friend bool operator==(const ToldCertificate&, const ToldCertificate&) = default;
};

// Every number of the register that was taken from one of the blocks, with its documents, in the order of
// serials; and the templates they were printed with.
std::vector<ToldCertificate> told_certificates(const storage::Database& database,
                                               const std::vector<std::int64_t>& blocks);
std::vector<ToldTemplate> told_templates(const storage::Database& database,
                                         const std::vector<ToldCertificate>& certificates);

// Of what is told, the events that are not in the register yet, by their places.
std::vector<std::size_t> events_not_here(const storage::Database& database, const ToldCertificate& told);

// Into the register, in the order in which it happened: numbers that are not here, and what happened to those
// that are. `by` is who told it, kept as the reason of an issue. Whoever calls has looked: the block and the
// enrolment are here, and no other certificate has the serial or the code. How many numbers were new.
std::int64_t take_told(storage::Transaction& tx, const std::vector<ToldCertificate>& told,
                       const std::vector<ToldTemplate>& templates, const std::string& by);

} // namespace certificates
