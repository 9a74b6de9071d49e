// SPDX-License-Identifier: GPL-3.0-or-later
#include "returns/receive.hpp"

#include "office/known_keys.hpp"
#include "office/office_store.hpp"
#include "returns/step.hpp"
#include "returns/stranger_store.hpp"

#include <algorithm>
#include <fstream>
#include <sstream>

namespace returns {
namespace {

std::string bytes_of(const std::filesystem::path& path) {
    std::ifstream stream(path, std::ios::binary);
    std::ostringstream bytes;
    bytes << stream.rdbuf();
    return bytes.str();
}

// Of a verified return its content's; of any other its file's bytes, so that nothing else stands in its
// place.
office::Digest digest_of_file(const CheckedFile& file, const std::string& bytes) {
    return file.verdict == FileVerdict::verified ? file.digest : office::digest(bytes);
}

std::string name_of(const std::filesystem::path& path) {
    const std::u8string name = path.filename().u8string();
    return {name.begin(), name.end()};
}

core::Error in_file(core::Error error, const std::filesystem::path& path) {
    if (error.place.file.empty()) error.place.file = name_of(path);
    return error;
}

std::optional<core::Error> not_for_us(const office::Office& ours, const CheckedFile& file) {
    if (file.canonical == nullptr) return std::nullopt;
    const ReturnHead& head = file.canonical->head;
    const bool below = head.office.size() > ours.area_code.size() && head.office.starts_with(ours.area_code);
    if (!below)
        return core::Error{"return.not-ours"}.with("office", head.office).with("ours", ours.area_code);
    if (head.layout.starts_with(province_prefix))
        return core::Error{"return.not-a-month"}.with("layout", head.layout);
    return std::nullopt;
}

std::vector<ReceivedReturn> earlier_than(const storage::Database& database, const ReceivedReturn& one) {
    auto all = verified_of(database, one.office);
    std::erase_if(all, [&](const ReceivedReturn& other) { return other.period != one.period; });
    return all;
}

Receipt receipt_for(const ReceivedReturn& one, CheckedReturn& checked, const std::filesystem::path& path) {
    Receipt receipt;
    receipt.file = path;
    receipt.verdict = one.verdict;
    receipt.office = one.office;
    receipt.period = one.period;
    receipt.version = one.version;
    receipt.signer_known = checked.signer_known;
    receipt.cells = checked.file.cells;
    receipt.findings = std::move(checked.findings);
    return receipt;
}

// Within one of several files only Cancel is heard: what is counted is the files.
class Listening final : public core::Progress {
  public:
    explicit Listening(const core::Progress& heard)
        : m_heard(heard) {}
    void report(std::int64_t, std::int64_t) override {}
    bool cancelled() const override { return m_heard.cancelled(); }

  private:
    const core::Progress& m_heard;
};

// What was received before in the same transaction counts: its key is pinned already.
core::Expected<Receipt> take(storage::Transaction& tx, const office::Office& ours,
                             const std::filesystem::path& path, const std::optional<StrangerOrder>& stranger,
                             core::Progress& progress) {
    auto checked = check_return(tx.database(), path, progress);
    if (!checked) return core::fail(in_file(checked.error(), path));
    const CheckedFile& file = checked->file;
    if (auto refusal = not_for_us(ours, file)) return core::fail(in_file(std::move(*refusal), path));
    const std::string bytes = file.verdict == FileVerdict::verified ? std::string{} : bytes_of(path);
    if (file.verdict == FileVerdict::unsigned_file && stranger) {
        auto taken = take_stranger(tx, {bytes, name_of(path)}, *stranger);
        if (!taken) return core::fail(in_file(taken.error(), path));
        taken->file = path;
        return taken;
    }
    ReceivedReturn one = described(file);
    one.digest = digest_of_file(file, bytes);
    one.file_name = name_of(path);
    one.learners = checked->learners;
    Receipt receipt = receipt_for(one, *checked, path);
    for (const auto& placed : receipt.findings)
        one.unexplained += placed.finding.weight == Weight::explain && placed.explanation.empty();
    if (const auto known = find_by_digest(tx.database(), one.digest)) {
        receipt.id = *known;
        receipt.order = Order::same;
        if (file.verdict == FileVerdict::unsigned_file) keep_stranger_file(tx, *known, bytes);
        return receipt;
    }
    if (file.canonical != nullptr) receipt.order = order_of(one.version, earlier_than(tx.database(), one));
    receipt.id = keep_received(tx, one, file);
    if (file.verdict == FileVerdict::unsigned_file) keep_stranger_file(tx, receipt.id, bytes);
    if (one.verdict == FileVerdict::verified && !one.sample) office::pin_key(tx, one.office, file.key);
    return receipt;
}

} // namespace

core::Expected<std::vector<Receipt>> receive(storage::Database& database, storage::Actor actor,
                                             std::span<const std::filesystem::path> files,
                                             core::Progress& progress,
                                             const std::optional<StrangerOrder>& stranger) {
    const office::Office ours = office::load_office(database);
    storage::Transaction tx(database, std::move(actor));
    std::vector<Receipt> receipts;
    const auto all = static_cast<std::int64_t>(files.size());
    Listening listening(progress);
    for (const std::filesystem::path& path : files) {
        if (all > 1) step(progress, static_cast<std::int64_t>(receipts.size()), all);
        auto receipt =
            take(tx, ours, path, stranger, all > 1 ? static_cast<core::Progress&>(listening) : progress);
        if (!receipt) return core::fail(receipt.error());
        receipts.push_back(std::move(*receipt));
    }
    step(progress, all, all);
    tx.commit();
    return receipts;
}

} // namespace returns
