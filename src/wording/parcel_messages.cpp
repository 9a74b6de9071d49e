// SPDX-License-Identifier: GPL-3.0-or-later
#include "wording/catalogue.hpp"
#include "wording/message.hpp"

#include <array>

namespace wording {
namespace {

constexpr std::array messages{
    // The file.
    Message{"parcel.not-srok", translatable("The file is no parcel of Srok."),
            translatable("Choose a file whose name ends in .srokp.")},
    Message{"parcel.newer", translatable("The parcel was written by a newer Srok (format {version})."),
            translatable("Install the newer Srok.")},
    Message{"parcel.too-large", translatable("The parcel is larger than {megabytes} MB."),
            translatable("Ask for one with fewer classes.")},
    Message{"parcel.damaged", translatable("The parcel is damaged."),
            translatable("Copy it again from where it came.")},
    Message{"parcel.altered", translatable("The parcel was altered after it was signed: {what}."),
            translatable("Do not take it; ask the office that wrote it.")},
    Message{"parcel.line", translatable("The parcel holds a line that is none: {what}."),
            translatable("Ask the office that wrote it, and tell who looks after Srok.")},
    Message{"parcel.field", translatable("The parcel holds a value that cannot be: {field}."),
            translatable("Ask the office that wrote it, and tell who looks after Srok.")},
    // For whom and from whom.
    Message{"parcel.own", translatable("This office wrote the parcel itself."),
            translatable("It is for the other office.")},
    Message{"parcel.another-office", translatable("The parcel is for another file: {institution}."),
            translatable("Open the file of that institution.")},
    Message{"parcel.wrong-key",
            translatable("The parcel is signed with another key than {office} is known by."),
            translatable("Do not take it; ask that office by another way.")},
    Message{"parcel.sample",
            translatable("A sample's records and real ones are never put together ({office})."),
            translatable("Take the parcel in a file that is of the same kind.")},
    Message{"parcel.older", translatable("Parcel {sequence} is older than parcel {taken}, which was taken."),
            translatable("Take the newest one.")},
    Message{"parcel.unasked", translatable("It answers a parcel {sequence} that this office did not send."),
            translatable("Take it in the office whose parcel it answers.")},
    Message{"parcel.for-whom", translatable("It is not said for which institution."),
            translatable("Name it by its id, code or name.")},
    Message{"parcel.from-institution",
            translatable("An institution's file sends parcels only to its district."),
            translatable("Write the one that goes back.")},
    Message{"parcel.no-class", translatable("At {institution} no class waits for an award."),
            translatable("Open or close a class there first.")},
    Message{"parcel.none-taken", translatable("No parcel of a district was taken in this file."),
            translatable("Take one first; then what was decided goes back.")},
    // Rows.
    Message{"parcel.stale", translatable("The award list of {class} changed here since the parcel went out."),
            translatable("Send the institution a new parcel.")},
    Message{"award-list.other-history",
            translatable("The award list of {class} went another way here than in the parcel."),
            translatable("Return the list, prepare it again and send it anew.")},
    Message{"parcel.class-kept",
            translatable("The award list of {class} is approved here, so the class stays as it is."),
            translatable("Send the district what was approved; it comes back with the next parcel.")},
    Message{"parcel.number-not-held", translatable("The number {serial} was not given to the institution."),
            translatable("Ask how it came to be used, and make the certificate void.")},
    Message{"parcel.number-used",
            translatable("The number {serial} stands in the register for something else."),
            translatable("Ask how it came to be used twice, and make one of them void.")},
    Message{"parcel.not-approved",
            translatable("The certificate {serial} is of somebody who is on no approved list."),
            translatable("See the list's row; take the parcel again once it is approved.")},
    Message{"parcel.code-key", translatable("The code of {serial} is not signed by the institution."),
            translatable("Do not accept it; ask the institution.")},
    Message{"parcel.code-other",
            translatable("The code of {serial} names somebody else than the approved list."),
            translatable("Ask the institution to replace it once the name is corrected here.")},
};

} // namespace

std::span<const Message> parcel_messages() {
    return messages;
}

} // namespace wording
