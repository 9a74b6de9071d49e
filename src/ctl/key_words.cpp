// SPDX-License-Identifier: GPL-3.0-or-later
// srokctl verify, and keys FILE list | export | take | renew | page
#include "ctl/key_words.hpp"

#include "certificates/checking_page.hpp"
#include "certificates/issue_files.hpp"
#include "certificates/key_lists.hpp"
#include "certificates/verify.hpp"
#include "ctl/book_json.hpp"
#include "ctl/certificate_json.hpp"
#include "ctl/sentence.hpp"
#include "ctl/shell.hpp"
#include "documents/code_reader.hpp"
#include "office/key_store.hpp"
#include "office/known_keys.hpp"
#include "office/office_store.hpp"
#include "users/set_up.hpp"

#include <fmt/format.h>

#include <memory>
#include <set>

namespace ctl {
namespace {

using office::KeyList;
using office::SignedKeyList;

struct KeyOptions {
    std::string file, out, input, code, keys;
};
using Options = std::shared_ptr<KeyOptions>;

// The code itself, or the first one in a picture or PDF.
core::Expected<std::string> code_of(const std::string& given) {
    if (certificates::is_code_text(given)) return given;
    const auto codes = documents::find_codes_in_file(path_of(given), certificates::code_prefix);
    if (!codes) return core::fail(codes.error());
    return codes->front();
}

void add_payload(Json& document, const certificates::CertificatePayload& payload) {
    const bool certificate = payload.kind == certificates::CodeKind::certificate;
    document[certificate ? "serial" : "number"] = payload.serial;
    document["name_km"] = payload.name_km;
    document["name"] = payload.name_latin;
    document["born"] = payload.born ? core::to_text(*payload.born) : "";
    if (!certificate) document["kind"] = certificates::to_text(payload.kind);
    if (payload.of_a_learner()) {
        document["earned"] = payload.earned;
    } else {
        document["programme"] = payload.programme;
        document["programme_name"] = payload.programme_name;
        document["result"] = payload.result;
    }
    document["issued"] = core::to_iso(payload.issued);
    document["office"] = payload.office;
    if (payload.sample) document["sample"] = true;
}

std::string text_of_verification(const certificates::Verification& verification, Language language) {
    std::string text{certificates::to_text(verification.verdict)};
    if (const auto& payload = verification.payload)
        text +=
            fmt::format("\n{}\n{}  {}\n{}  {}\n{}", payload->serial, payload->name_km, payload->name_latin,
                        payload->programme_name, payload->of_a_learner() ? payload->earned : payload->result,
                        core::to_iso(payload->issued));
    for (const auto& said : {verification.reason, verification.hint})
        if (said) text += "\n" + sentence_of(*said, language).message;
    return text;
}

core::Expected<certificates::Verification> verified(Shell& shell, const std::string& code,
                                                    const KeyOptions& options) {
    if (!options.keys.empty()) {
        const auto list = certificates::read_key_list_file(path_of(options.keys));
        if (!list) return core::fail(list.error());
        return certificates::verify_code(code, list->list, shell.today());
    }
    if (options.file.empty()) return certificates::verify_code(code, nullptr);
    const storage::Database database = shell.open_to_read(options.file);
    return certificates::verify_code(code, &database);
}

core::Expected<Exit> verify(Shell& shell, const KeyOptions& options) {
    // A number of the old register book: there is no code to read.
    const bool has_code =
        certificates::is_code_text(options.code) || std::filesystem::exists(path_of(options.code));
    if (!has_code && !options.file.empty()) {
        const storage::Database book = shell.open_to_read(options.file);
        if (const auto told = answer_from_book(shell.out(), book, options.code)) return *told;
    }
    const auto code = code_of(options.code);
    if (!code) return core::fail(code.error());
    const auto verification = verified(shell, *code, options);
    if (!verification) return core::fail(verification.error());
    const Language language = shell.out().language();
    Json document = {{"verdict", certificates::to_text(verification->verdict)}};
    if (verification->payload) add_payload(document, *verification->payload);
    if (verification->reason) document["reason"] = reason_json(*verification->reason, language);
    if (verification->hint) document["hint"] = reason_json(*verification->hint, language);
    shell.out().answer(document, [&] { return text_of_verification(*verification, language); });
    return verification->verdict == certificates::CodeVerdict::genuine ? Exit::done : Exit::findings;
}

Json list_json(const KeyList& list, bool own, core::Day today) {
    const office::ListedOffice* issuer = list.find_office(list.issuer);
    return {{"office", list.issuer},
            {"name_km", issuer == nullptr ? "" : issuer->name_km},
            {"name", issuer == nullptr ? "" : issuer->name},
            {"counter", list.counter},
            {"day", core::to_iso(list.day)},
            {"days", list.age_on(today)},
            {"own", own},
            {"sample", list.sample},
            {"keys", list.keys.size()},
            {"revoked", list.revoked.size()}};
}

Json key_json(const office::ListedKey& key, std::string_view by) {
    return {{"office", key.office},
            {"key", office::to_text(office::key_id(key.key))},
            {"by", by},
            {"from", key.from ? core::to_iso(*key.from) : ""},
            {"until", key.until ? core::to_iso(*key.until) : ""}};
}

std::string line_of(const Json& list) {
    return fmt::format("{}  {}  {}  {} keys  {} revoked", list["office"].get<std::string>(),
                       list["counter"].get<std::int64_t>(), list["day"].get<std::string>(),
                       list["keys"].get<std::size_t>(), list["revoked"].get<std::size_t>());
}

core::Expected<Exit> list(Shell& shell, const KeyOptions& options) {
    const storage::Database database = shell.open_to_read(options.file);
    const office::Office here = office::load_office(database);
    Json document = {{"lists", Json::array()}, {"keys", Json::array()}};
    const auto taken = office::taken_key_lists(database, here.area_code);
    if (const auto own = office::own_key_list(database, here.area_code))
        document["lists"].push_back(list_json(own->list, true, shell.today()));
    std::set<std::string> listed, known;
    for (const SignedKeyList& one : taken) {
        document["lists"].push_back(list_json(one.list, false, shell.today()));
        for (const office::ListedKey& key : one.list.keys)
            listed.insert(key.office);
    }
    for (const office::OwnKey& own : office::own_keys(database))
        document["keys"].push_back(key_json({here.area_code, own.public_key}, "own"));
    known = listed;
    for (const office::ListedKey& pin : office::pinned_keys(database))
        known.insert(pin.office);
    for (const std::string& code : known)
        for (const office::ListedKey& key : office::known_keys(database, code))
            document["keys"].push_back(key_json(key, listed.contains(code) ? "list" : "pin"));
    shell.out().answer(document, [&] {
        std::string text;
        for (const Json& one : document["lists"])
            text += (text.empty() ? "" : "\n") + line_of(one);
        for (const Json& one : document["keys"])
            text += fmt::format("{}{}  {}  {}", text.empty() ? "" : "\n", one["office"].get<std::string>(),
                                one["key"].get<std::string>(), one["by"].get<std::string>());
        return text;
    });
    return Exit::done;
}

core::Expected<Exit> export_list(Shell& shell, const KeyOptions& options) {
    if (auto free = shell.refuse_to_replace(options.out, {options.file}); !free)
        return core::fail(free.error());
    storage::Database database = shell.open_to_write(options.file);
    const auto key = shell.signing_key(database);
    if (!key) return core::fail(key.error());
    storage::Transaction tx(database, shell.actor());
    const SignedKeyList made = certificates::sign_own_key_list(tx, *key);
    certificates::commit_with_file(tx, path_of(options.out), made.text);
    Json document = list_json(made.list, true, shell.today());
    document["file"] = options.out;
    shell.out().answer(document, [&] { return line_of(document) + "  " + options.out; });
    return Exit::done;
}

core::Expected<Exit> take(Shell& shell, const KeyOptions& options) {
    const auto read = certificates::read_key_list_file(path_of(options.input));
    if (!read) return core::fail(read.error());
    storage::Database database = shell.open_to_write(options.file);
    storage::Transaction tx(database, shell.actor());
    const auto order = office::take_key_list(tx, *read);
    if (!order) return core::fail(order.error());
    const bool written = *order == office::ListOrder::first || *order == office::ListOrder::newer;
    if (written) tx.commit();
    Json document = list_json(read->list, false, shell.today());
    document["order"] = office::to_text(*order);
    std::optional<core::Error> reason;
    if (*order == office::ListOrder::same) reason = core::Error{"keys.order-same"};
    if (*order == office::ListOrder::older)
        reason = core::Error{"keys.order-older"}.with("office", read->list.issuer);
    if (reason) document["reason"] = reason_json(*reason, shell.out().language());
    shell.out().answer(document, [&] {
        return fmt::format("{}  {}", line_of(document),
                           reason ? sentence_of(*reason, shell.out().language()).message
                                  : std::string{office::to_text(*order)});
    });
    return *order == office::ListOrder::older ? Exit::findings : Exit::done;
}

core::Expected<Exit> renew(Shell& shell, const KeyOptions& options) {
    storage::Database database = shell.open_to_write(options.file);
    const auto passphrase = shell.passphrase(database);
    if (!passphrase) return core::fail(passphrase.error());
    const users::KeyRenewal renewal = users::prepare_key_renewal(*passphrase, database.random());
    {
        storage::Transaction tx(database, shell.actor());
        if (auto renewed = users::renew_key(tx, renewal); !renewed) return core::fail(renewed.error());
        tx.commit();
    }
    Json document = {{"key", office::to_text(office::current_key(database).id)}, {"recovery_code", nullptr}};
    if (!office::load_office(database).in_set_up()) document["recovery_code"] = renewal.recovery_code;
    shell.out().answer(document, [&] {
        std::string text = document["key"].get<std::string>();
        if (document["recovery_code"].is_string()) text += "\n" + renewal.recovery_code;
        return text;
    });
    return Exit::done;
}

core::Expected<Exit> page(Shell& shell, const KeyOptions& options) {
    if (!certificates::has_checking_page()) return core::fail({"verify.page-not-built"});
    if (auto free = shell.refuse_to_replace(options.out, {options.file}); !free)
        return core::fail(free.error());
    storage::Database database = shell.open_to_write(options.file);
    const auto key = shell.signing_key(database);
    if (!key) return core::fail(key.error());
    storage::Transaction tx(database, shell.actor());
    const auto lists = certificates::lists_for_a_page(tx, *key);
    const auto made = certificates::checking_page(lists);
    if (!made) return core::fail(made.error());
    certificates::commit_with_file(tx, path_of(options.out), *made);
    Json document = {{"file", options.out}, {"bytes", made->size()}, {"lists", Json::array()}};
    for (const SignedKeyList& one : lists)
        document["lists"].push_back(list_json(one.list, &one == &lists.front(), shell.today()));
    shell.out().answer(document, [&] { return options.out; });
    return Exit::done;
}

} // namespace

void add_key_words(Word app, Shell& shell) {
    const auto options = std::make_shared<KeyOptions>();
    Word verifying = app.add_word("verify", "Is a certificate genuine");
    verifying
        .add_option("CODE", options->code,
                    "The code, or a picture or PDF that holds it; a number of the old book")
        .required();
    const Argument office =
        verifying.add_option("--office", options->file, "The office file whose keys and register to ask");
    verifying.add_option("--keys", options->keys, "A signed key list to ask instead").excludes(office);
    shell.on(verifying, [&shell, options] { return verify(shell, *options); });

    Word word = app.add_word("keys", "Signed lists of office keys and of numbers no longer valid");
    word.add_option("FILE", options->file, "The office file").required();
    word.needs_a_word();
    Word all = word.add_word("list", "The lists here, and by which key each office is known");
    shell.on(all, [&shell, options] { return list(shell, *options); });
    Word out = word.add_word("export", "This office's list, signed: of a province with its districts'");
    out.add_option("--out", options->out, "The file to write").required();
    shell.on(out, [&shell, options] { return export_list(shell, *options); });
    Word in = word.add_word("take", "Takes another office's list");
    in.add_option("F", options->input, "Its file").required();
    shell.on(in, [&shell, options] { return take(shell, *options); });
    Word renewing = word.add_word("renew", "A new signing key; the old one stays to verify what it signed");
    shell.on(renewing, [&shell, options] { return renew(shell, *options); });
    Word checking = word.add_word("page", "verify.html: the page on which a phone checks with no network");
    checking.add_option("--out", options->out, "The .html to write").required();
    shell.on(checking, [&shell, options] { return page(shell, *options); });
}

} // namespace ctl
