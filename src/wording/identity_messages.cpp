// SPDX-License-Identifier: GPL-3.0-or-later
#include "wording/catalogue.hpp"
#include "wording/message.hpp"

#include <array>

namespace wording {
namespace {

constexpr std::array messages{
    // Why two records may be one person, or not: parts of a list, not sentences.
    Message{"name.same-folded", translatable("same folded name")},
    Message{"name.same-latin", translatable("same Latin name")},
    Message{"name.by-ear", translatable("names sound alike")},
    Message{"name.across-scripts", translatable("the Latin name sounds like the Khmer one")},
    Message{"name.one-slip", translatable("names differ by one letter")},
    Message{"name.part-missing", translatable("one name is part of the other")},
    Message{"name.swapped", translatable("family and given name swapped")},
    Message{"name.part-differs", translatable("one of the names is another")},
    Message{"name.different", translatable("different names")},
    Message{"born.same", translatable("same birth date")},
    Message{"born.day-month-swapped", translatable("day and month swapped")},
    Message{"born.one-digit", translatable("birth dates differ by one digit")},
    Message{"born.year-same", translatable("same year of birth")},
    Message{"born.near", translatable("about the same year of birth")},
    Message{"born.differs", translatable("different birth dates")},
    Message{"sex.differs", translatable("different sex")},
    Message{"village.same", translatable("same village")},
    Message{"village.differs", translatable("different villages")},
    Message{"phone.same", translatable("same phone")},
    Message{"phone.one-digit", translatable("phones differ by one digit")},
    Message{"phone.differs", translatable("different phones")},
    Message{"guardian.same", translatable("same guardian")},
    Message{"guardian.differs", translatable("different guardians")},
    Message{"identity.same", translatable("same identity number")},
    Message{"identity.differs", translatable("different identity numbers")},
    // Merging, and taking it back.
    Message{"merge.same-record", translatable("{number} is one and the same record."),
            translatable("Choose two learners.")},
    Message{"merge.field-unknown", translatable("A learner has no field “{text}”."),
            translatable("Write a field's key, for example born or phone.")},
    Message{"merge.register-unreadable", translatable("“{text}” does not say whose register counts."),
            translatable("Write the class's number, = and A or B, for example 12=A.")},
    Message{
        "merge.registers-differ",
        translatable("Both are in the class {class}, and their marks or scores differ in {count} places."),
        translatable("Say whose marks and scores count.")},
    Message{"merge.both-certified",
            translatable("Both hold a certificate of the class {class}: {kept} and {gone}."),
            translatable("Void one of the two first.")},
    Message{"merge.class-tangled",
            translatable("In the class {class} one of them left and came back while the other was in it."),
            translatable("Correct the enrolments first.")},
    Message{"merge.unknown", translatable("There is no merge with the number {merge}."),
            translatable("See the list of merges.")},
    Message{"merge.undone-already", translatable("The merge {merge} was undone before.")},
    Message{"merge.depended-on",
            translatable("Later work stands on what the merge changed ({count}): {who}."),
            translatable("Take that work back first.")},
    Message{"learner.has-merges", translatable("{merges} other records were merged into this learner."),
            translatable("Undo the merges first.")},
    // Pairs that somebody labelled.
    Message{"pairs.column-missing", translatable("The file has no column “{column}”."),
            translatable("Give the columns label, a_name_km, a_name, a_sex, a_born, a_village, a_phone and "
                         "the same with b_.")},
    Message{"pairs.label-unreadable", translatable("“{text}” is no label."),
            translatable("Write same or different.")},
    Message{"pairs.none", translatable("The file holds no pairs."),
            translatable("Write a line for each pair below the headings.")},
};

} // namespace

std::span<const Message> identity_messages() {
    return messages;
}

} // namespace wording
