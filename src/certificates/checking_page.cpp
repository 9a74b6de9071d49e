// SPDX-License-Identifier: GPL-3.0-or-later
#include "certificates/checking_page.hpp"

#include "certificates/key_lists.hpp"
#include "storage/change.hpp"

namespace certificates {

std::string_view resource(std::string_view path);

namespace {

// A JSON array of the lists. No "<" of it may end the script element it stands in.
std::string json_of(const std::vector<office::SignedKeyList>& lists) {
    std::string json;
    for (const office::SignedKeyList& one : lists)
        json += (json.empty() ? "[" : ",") + storage::json_quoted(one.text);
    json += json.empty() ? "[]" : "]";
    std::string safe;
    for (const char c : json)
        if (c == '<')
            safe += "\\u003c";
        else
            safe += c;
    return safe;
}

// Puts `text` where the page says @name@, once.
void put(std::string& page, std::string_view name, std::string_view text) {
    const std::string place = "@" + std::string{name} + "@";
    page.replace(page.find(place), place.size(), text);
}

} // namespace

bool has_checking_page() {
    return !resource("libraries.js").empty();
}

core::Expected<std::string> checking_page(const std::vector<office::SignedKeyList>& lists) {
    if (!has_checking_page()) return core::fail({"verify.page-not-built"});
    std::string page{resource("verify/page.html")};
    put(page, "style", resource("verify/page.css"));
    // What may hold any word comes last, so that no place is sought in it.
    put(page, "page", resource("verify/page.js"));
    put(page, "code", resource("verify/code.js"));
    put(page, "lists", json_of(lists));
    put(page, "libraries", resource("libraries.js"));
    return page;
}

std::vector<office::SignedKeyList> lists_for_a_page(storage::Transaction& tx, const office::SigningKey& key) {
    std::vector<office::SignedKeyList> lists{sign_own_key_list(tx, key)};
    const std::string own_code = lists.front().list.issuer;
    for (office::SignedKeyList& taken : office::taken_key_lists(tx.database(), own_code))
        lists.push_back(std::move(taken));
    return lists;
}

} // namespace certificates
