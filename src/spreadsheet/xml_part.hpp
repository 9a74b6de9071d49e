// SPDX-License-Identifier: GPL-3.0-or-later
// One XML part of a workbook, streamed through expat: no DOCTYPE, no entities, no depth without end.
#pragma once

#include "core/expected.hpp"
#include "spreadsheet/archive.hpp"
#include "spreadsheet/memory.hpp"

#include <cstdint>
#include <exception>
#include <optional>
#include <string_view>

namespace spreadsheet {

// The attributes of one element, as long as its start is being handled.
class Attributes {
  public:
    explicit Attributes(const char** pairs)
        : m_pairs(pairs) {}
    // An attribute without a namespace; nothing when it is not there.
    std::optional<std::string_view> find(std::string_view name) const;
    // "1" or "true".
    bool is_set(std::string_view name) const;
    // The part's relationship this element points to, r:id under whatever prefix, transitional or strict.
    std::string_view relationship() const;
    // Runs through all: visit(name, value). A name with a namespace is "uri|name".
    template<typename Visit>
    void each(Visit visit) const {
        for (const char** at = m_pairs; *at; at += 2)
            visit(std::string_view{at[0]}, std::string_view{at[1]});
    }

  private:
    const char** m_pairs;
};

// What a part's elements mean. Names come without namespace when it is one of the workbook formats' own,
// whatever the prefix; elements of any other namespace come as "" so that only their depth counts.
class XmlHandler {
  public:
    virtual ~XmlHandler() = default;
    virtual void start(std::string_view name, const Attributes& attributes) = 0;
    virtual void end() = 0;
    virtual void text(std::string_view) {}

    // The first refusal, or nothing.
    const std::optional<core::Error>& refused() const { return m_refused; }
    bool stopped() const { return m_stopped; }

  protected:
    // Ends the parsing with an error, or without one.
    void refuse(core::Error error);
    void stop();

  private:
    friend class XmlRun;
    XML_ParserStruct* m_parser = nullptr;
    bool m_stopped = false;
    std::optional<core::Error> m_refused;
};

// Reads the part to its end, or to where the handler stopped. Errors: the handler's; file.doctype;
// file.damaged (why: xml, and those of PartReader; part; byte); file.too-big (what: memory, depth, token).
// Exceptions of a handler pass through.
core::Expected<void> parse_xml(PartReader part, XmlHandler& handler, MemoryBudget& budget);

} // namespace spreadsheet
