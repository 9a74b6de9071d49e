// SPDX-License-Identifier: GPL-3.0-or-later
#include "spreadsheet/xml_part.hpp"

#include <expat.h>

#include <algorithm>
#include <array>
#include <string>

namespace spreadsheet {
namespace {

constexpr int piece = 64 * 1024;
// Real sheets nest about ten deep; a tag or comment of megabytes is an attack on expat's buffer.
constexpr int deepest = 64;
constexpr std::int64_t longest_token = std::int64_t{2} << 20;

// Transitional first: it is what programs write.
constexpr std::array<std::string_view, 4> own_namespaces{
    "http://schemas.openxmlformats.org/spreadsheetml/2006/main|",
    "http://schemas.openxmlformats.org/package/2006/relationships|",
    "http://purl.oclc.org/ooxml/spreadsheetml/main|",
    "http://schemas.openxmlformats.org/package/2006/content-types|",
};
constexpr std::string_view relationship_id =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships|id";
constexpr std::string_view strict_relationship_id =
    "http://purl.oclc.org/ooxml/officeDocument/relationships|id";

} // namespace

std::optional<std::string_view> Attributes::find(std::string_view name) const {
    for (const char** at = m_pairs; *at; at += 2)
        if (name == at[0]) return at[1];
    return {};
}

bool Attributes::is_set(std::string_view name) const {
    const auto value = find(name);
    return value == "1" || value == "true";
}

std::string_view Attributes::relationship() const {
    const auto id = find(relationship_id);
    return id ? *id : find(strict_relationship_id).value_or("");
}

void XmlHandler::refuse(core::Error error) {
    if (!m_refused) m_refused = std::move(error);
    stop();
}

void XmlHandler::stop() {
    if (m_stopped) return;
    m_stopped = true;
    XML_StopParser(m_parser, XML_FALSE);
}

// One parse: expat's callbacks on one side, the handler on the other.
class XmlRun {
  public:
    XmlRun(XmlHandler& handler, MemoryBudget& budget)
        : m_account(budget)
        , m_budget(budget)
        , m_parser(ExpatAccount::make_parser())
        , m_handler(handler) {
        XML_SetUserData(m_parser, this);
        XML_SetElementHandler(m_parser, on_start, on_end);
        XML_SetCharacterDataHandler(m_parser, on_text);
        XML_SetStartDoctypeDeclHandler(m_parser, on_doctype);
        m_handler.m_parser = m_parser;
        m_handler.m_stopped = false;
    }
    ~XmlRun() { XML_ParserFree(m_parser); }
    XmlRun(const XmlRun&) = delete;
    XmlRun& operator=(const XmlRun&) = delete;

    core::Expected<void> run(PartReader& part);

  private:
    static void XMLCALL on_start(void* self, const char* name, const char** attributes);
    static void XMLCALL on_end(void* self, const char* name);
    static void XMLCALL on_text(void* self, const char* text, int size);
    static void XMLCALL on_doctype(void* self, const char*, const char*, const char*, int);
    // Nothing may be thrown through expat's frames: it waits until expat has returned.
    template<typename Call>
    void guarded(Call call) noexcept;
    std::string_view own_name(const char* name);
    core::Error xml_error(const PartReader& part);
    static core::Error too_big(std::string_view what, std::uint64_t maximum) {
        return core::Error{"file.too-big"}
            .with("what", std::string{what})
            .with("maximum", std::to_string(maximum));
    }

    ExpatAccount m_account;
    MemoryBudget& m_budget;
    XML_Parser m_parser;
    XmlHandler& m_handler;
    std::string_view m_namespace = own_namespaces[0]; // the one that matched last
    int m_depth = 0;
    std::exception_ptr m_thrown;
};

template<typename Call>
void XmlRun::guarded(Call call) noexcept {
    if (m_handler.stopped()) return;
    try {
        call();
    } catch (...) {
        m_thrown = std::current_exception();
        m_handler.stop();
    }
}

std::string_view XmlRun::own_name(const char* name) {
    const std::string_view full{name};
    if (full.starts_with(m_namespace)) return full.substr(m_namespace.size());
    for (const std::string_view uri : own_namespaces)
        if (full.starts_with(uri)) {
            m_namespace = uri;
            return full.substr(uri.size());
        }
    return {};
}

void XMLCALL XmlRun::on_start(void* self, const char* name, const char** attributes) {
    XmlRun& run = *static_cast<XmlRun*>(self);
    run.guarded([&] {
        if (++run.m_depth > deepest) return run.m_handler.refuse(run.too_big("depth", deepest));
        run.m_handler.start(run.own_name(name), Attributes{attributes});
    });
}

void XMLCALL XmlRun::on_end(void* self, const char*) {
    XmlRun& run = *static_cast<XmlRun*>(self);
    run.guarded([&] {
        --run.m_depth;
        run.m_handler.end();
    });
}

void XMLCALL XmlRun::on_text(void* self, const char* text, int size) {
    XmlRun& run = *static_cast<XmlRun*>(self);
    run.guarded([&] { run.m_handler.text({text, static_cast<std::size_t>(size)}); });
}

void XMLCALL XmlRun::on_doctype(void* self, const char*, const char*, const char*, int) {
    XmlRun& run = *static_cast<XmlRun*>(self);
    run.guarded([&] {
        core::Error error{"file.doctype"};
        if (const XML_Index at = XML_GetCurrentByteIndex(run.m_parser); at >= 0)
            error.place.byte = static_cast<std::uint64_t>(at);
        run.m_handler.refuse(std::move(error));
    });
}

core::Error XmlRun::xml_error(const PartReader& part) {
    if (XML_GetErrorCode(m_parser) == XML_ERROR_NO_MEMORY) return too_big("memory", m_budget.maximum());
    core::Error error = core::Error{"file.damaged"}.with("why", "xml").with("part", part.name());
    const XML_Index at = XML_GetCurrentByteIndex(m_parser);
    if (at >= 0) error.place.byte = static_cast<std::uint64_t>(at);
    return error;
}

core::Expected<void> XmlRun::run(PartReader& part) {
    std::int64_t fed = 0;
    for (bool last = false; !last;) {
        void* buffer = XML_GetBuffer(m_parser, piece);
        if (!buffer) return core::fail(xml_error(part));
        const auto got = part.read({static_cast<char*>(buffer), piece});
        if (!got) return tl::unexpected(got.error());
        last = *got == 0;
        fed += static_cast<std::int64_t>(*got);
        const XML_Status status = XML_ParseBuffer(m_parser, static_cast<int>(*got), last);
        if (m_thrown) std::rethrow_exception(m_thrown);
        if (m_handler.refused()) {
            core::Error error = *m_handler.refused();
            // A cell says where it stands; of what has none, the part is where to look.
            if (error.code == "file.too-big" && error.place.cell.empty()) error.with("part", part.name());
            if (error.code == "file.doctype") error.with("part", part.name());
            return core::fail(std::move(error));
        }
        if (m_handler.stopped()) return {};
        if (status != XML_STATUS_OK) return core::fail(xml_error(part));
        // Text is handed on in pieces, so only a single tag, comment or the like can hold expat back.
        if (fed - XML_GetCurrentByteIndex(m_parser) > longest_token && !last)
            return core::fail(too_big("token", longest_token).with("part", part.name()));
    }
    return {};
}

core::Expected<void> parse_xml(PartReader part, XmlHandler& handler, MemoryBudget& budget) {
    XmlRun run{handler, budget};
    return run.run(part);
}

} // namespace spreadsheet
