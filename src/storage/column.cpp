// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/column.hpp"

#include "core/error.hpp"

namespace storage {

void throw_bad_column(std::string_view wanted, const Raw& raw) {
    throw core::WorldFailure(core::Error{"file.damaged"}
                                 .with("wanted", std::string{wanted})
                                 .with("found", raw.null ? "null" : std::string{raw.text}));
}

std::string iso_text(core::Day value) {
    return core::to_iso(value);
}
std::string iso_text(core::Month value) {
    return core::to_iso(value);
}
std::string iso_text(core::Moment value) {
    return core::to_iso(value);
}
std::string iso_text(const core::PartialDate& value) {
    return core::to_text(value);
}

namespace {

template<typename T>
void take(std::optional<T> found, std::string_view wanted, const Raw& raw, T& value) {
    if (!found) throw_bad_column(wanted, raw);
    value = *found;
}

} // namespace

void read_iso(const Raw& raw, core::Day& value) {
    take(core::day_from_iso(raw.text), "day", raw, value);
}
void read_iso(const Raw& raw, core::Month& value) {
    take(core::month_from_iso(raw.text), "month", raw, value);
}
void read_iso(const Raw& raw, core::Moment& value) {
    take(core::moment_from_iso(raw.text), "moment", raw, value);
}
void read_iso(const Raw& raw, core::PartialDate& value) {
    take(core::partial_date_from_text(raw.text), "date", raw, value);
}

} // namespace storage
