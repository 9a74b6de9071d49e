// SPDX-License-Identifier: GPL-3.0-or-later
#include "wording/catalogue.hpp"
#include "wording/message.hpp"

#include <array>

namespace wording {
namespace {

constexpr std::array messages{
    // Reading a transfer file.
    Message{"transfer.not-srok", translatable("This is not a transfer file of Srok."),
            translatable(
                "Ask the other office for the file that “Transfer out” wrote; its name ends in .srokt.")},
    Message{"transfer.newer",
            translatable("This transfer file has format {version}, which a newer Srok wrote."),
            translatable("Install the newest Srok and try again.")},
    Message{"transfer.too-large",
            translatable("The file is larger than {maximum} MiB, as no learner's past is."),
            translatable("Ask the other office to write it again.")},
    Message{"transfer.damaged",
            translatable("The file was cut or changed on its way: its bytes are not whole."),
            translatable("Copy it again, or ask the other office for a new one. Nothing was taken in.")},
    Message{"transfer.altered", translatable("The file was changed after it was signed, at “{what}”."),
            translatable("Do not use it; ask the other office for a new one. Nothing was taken in.")},
    Message{"transfer.line",
            translatable("The file is signed, but the line “{what}” is not as the format has it."),
            translatable("Tell the other office; nothing was taken in.")},
    Message{"transfer.field", translatable("The file is signed, but “{field}” in it cannot be."),
            translatable("Tell the other office; nothing was taken in.")},
    Message{"transfer.figures",
            translatable(
                "In class {class} the file says {says} for the {figure}, but its own marks give {counted}."),
            translatable("Tell the other office; nothing was taken in.")},
    // Whose it is, and what it would do here.
    Message{"transfer.wrong-key",
            translatable(
                "The part of office {office} is signed with another key than that office is known by here."),
            translatable("Ask that office before using the file. Nothing was taken in.")},
    Message{"transfer.sample",
            translatable("Sample office {office} signed a part of this file; it counts for nothing."),
            translatable("Only an office in set-up takes in samples.")},
    Message{"transfer.look-alike", translatable("Somebody here may be the same person: {who}."),
            translatable("Say whether it is one of them or another person.")},
    Message{"transfer.unknown", translatable("There is no transfer {transfer} that brought anything in."),
            translatable("See the list of transfers.")},
    Message{"transfer.undone-already", translatable("Transfer {transfer} was taken back already.")},
    Message{"transfer.depended-on", translatable("Later work stands on what this transfer brought: {who}."),
            translatable("Take that back first.")},
};

} // namespace

std::span<const Message> transfer_messages() {
    return messages;
}

} // namespace wording
