// SPDX-License-Identifier: GPL-3.0-or-later
// The other half of receipt_workbook.hpp: a receipt's signed text taken apart.
#include "returns/receipt_workbook.hpp"

#include <charconv>

namespace returns {
namespace {

std::optional<std::int64_t> whole(std::string_view text) {
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return value;
}

std::optional<office::Digest> digest_from(std::string_view text) {
    office::Digest digest{};
    if (text.size() != 2 * digest.size()) return std::nullopt;
    for (std::size_t at = 0; at < digest.size(); ++at) {
        unsigned value = 0;
        const char* begin = text.data() + 2 * at;
        const auto [end, error] = std::from_chars(begin, begin + 2, value, 16);
        if (error != std::errc{} || end != begin + 2) return std::nullopt;
        digest.at(at) = static_cast<std::byte>(value);
    }
    return digest;
}

class Reader {
  public:
    explicit Reader(const Canonical& content)
        : m_content(content) {}

    core::Expected<ReceiptContent> read() {
        ReceiptContent receipt;
        Decision& decision = receipt.decision;
        decision.uid = m_content.head.uid;
        decision.office = value("office");
        decision.period = value("period");
        decision.by = value("by");
        decision.reason = value("reason");
        const auto version = whole(value("version"));
        const auto number = whole(value("number"));
        const auto digest = digest_from(value("digest"));
        const auto ruling = ruling_from_text(value("ruling"));
        const auto at = core::moment_from_iso(value("at"));
        const auto file = verdict_from_text(value("file"));
        const bool known_file = file == FileVerdict::verified || file == FileVerdict::edited ||
                                file == FileVerdict::unsigned_file;
        if (!version || *version < 1) return fail("version");
        if (!number || *number < 1) return fail("number");
        if (!digest) return fail("digest");
        if (!ruling) return fail("ruling");
        if (!at) return fail("at");
        if (!known_file) return fail("file");
        if (!ReturnPeriod::from_text(decision.period)) return fail("period");
        decision.version = *version;
        decision.number = *number;
        decision.digest = *digest;
        decision.ruling = *ruling;
        decision.at = *at;
        decision.file = *file;
        read_remarks(decision);
        if (auto rounds = read_rounds(receipt.rounds); !rounds) return core::fail(rounds.error());
        return receipt;
    }

  private:
    std::string value(std::string_view row) const { return m_content.text_at("receipt", row, "value"); }

    static tl::unexpected<core::Error> fail(std::string row, std::string sheet = "receipt") {
        return core::fail(core::Error{"return.unreadable"}
                              .with("sheet", std::move(sheet))
                              .with("row", std::move(row))
                              .with("column", "value"));
    }

    void read_remarks(Decision& decision) const {
        for (int at = 1;; ++at) {
            const std::string row = std::to_string(at);
            const auto text = [&](std::string_view column) {
                return m_content.text_at("remarks", row, column);
            };
            if (text("text").empty()) return;
            decision.remarks.push_back({.about = {text("sheet"), text("row"), text("column")},
                                        .sheet_name = text("sheet-name"),
                                        .cell = text("cell"),
                                        .text = text("text")});
        }
    }

    core::Expected<void> read_rounds(std::vector<Round>& rounds) const {
        for (const auto kind : {PeriodKind::month, PeriodKind::semester, PeriodKind::year}) {
            const std::string row{to_text(kind)};
            const auto text = [&](std::string_view column) {
                return m_content.text_at("rounds", row, column);
            };
            if (text("layout").empty()) continue;
            const auto due = whole(text("due"));
            const auto since = core::day_from_iso(text("since"));
            if (!due || *due < 0 || *due > most_due_days || !since) return fail(row, "rounds");
            rounds.push_back({kind, text("layout"), static_cast<int>(*due), *since});
        }
        return {};
    }

    const Canonical& m_content;
};

} // namespace

core::Expected<ReceiptContent> read_receipt(const Canonical& content) {
    if (content.head.layout != receipt_layout)
        return core::fail(core::Error{"return.layout-unknown"}.with("layout", content.head.layout));
    return Reader(content).read();
}

} // namespace returns
