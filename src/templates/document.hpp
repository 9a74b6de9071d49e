// SPDX-License-Identifier: GPL-3.0-or-later
// The documents that are made from a template, and the places each has for {{names}}: the one table that the
// check, the preview, the shell and the README read.
#pragma once

#include "documents/template.hpp"
#include "programmes/pack.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace templates {

enum class Document {
    completion,  // the certificate of an award
    provisional, // handed out until the certificate is
    partial,     // units earned and not earned, without an award
    attendance   // days, hours and rate in a class
};

// A place that a template may have. `example` is invented, for a look at a template without a class.
struct Place {
    std::string_view name;
    std::string_view example;
    // Without it the document says too little: the check names it.
    bool needed = false;
};

struct DocumentKind {
    Document document;
    std::string_view key; // "completion": at the shell, in settings and in the office file
    programmes::Wording name;
    // How many rows of units there is room for.
    std::size_t unit_rows = 0;
};

std::span<const DocumentKind> document_kinds();
const DocumentKind& kind_of(Document document);
std::optional<Document> document_from_text(std::string_view key);

// Of that document, in the order in which they are told.
std::span<const Place> places_of(Document document);

// A page of examples, with a code's text of usual length.
documents::Filling example_of(Document document);

// The template that comes with the program, by its name in documents/.
std::string_view shipped_name(Document document, std::string_view programme);

// The least side of a code that a phone reads from a copy, and a photo, in millimetres.
inline constexpr double least_code_side = 22;
inline constexpr double photo_width = 40;
inline constexpr double photo_height = 60;

// How many people may sign one document.
inline constexpr std::size_t most_signers = 3;

} // namespace templates
