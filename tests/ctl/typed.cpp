// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/typed.hpp"

#include "ctl/shell.hpp"
#include "file_bytes.hpp"

#include <boost/test/unit_test.hpp>

#include <fstream>
#include <map>
#include <sstream>

namespace test {

ctl::Json Typed::json() const {
    const ctl::Json document = ctl::Json::parse(out, nullptr, false);
    BOOST_REQUIRE_MESSAGE(!document.is_discarded(), "stdout is no JSON: " << out);
    return document;
}

std::string Typed::error() const {
    const ctl::Json document = json();
    BOOST_REQUIRE_MESSAGE(document.contains("error"), "no error in " << out);
    return document["error"]["code"];
}

Typed Prompt::type(std::vector<std::string> arguments) {
    std::ostringstream out;
    std::ostringstream err;
    ctl::Output output(out, err, false);
    const ctl::Exit exit = ctl::run(std::move(arguments), environment, output);
    return {static_cast<int>(exit), out.str(), err.str()};
}

Typed Prompt::ask(std::vector<std::string> arguments) {
    arguments.emplace_back("--json");
    return type(std::move(arguments));
}

std::string Prompt::new_office(std::string_view name, const std::string& area) {
    return copy_of("new " + area, {"new", "--area", area}, name);
}

std::string Prompt::sample_office(std::string_view name) {
    return copy_of("demo", {"demo", "--learners", "100"}, name);
}

std::string Prompt::copy_of(const std::string& what, std::vector<std::string> words, std::string_view name) {
    static std::map<std::string, std::string> made;
    auto found = made.find(what);
    if (found == made.end()) {
        Prompt once;
        words.insert(words.begin() + 1, once.file("a.srok"));
        BOOST_REQUIRE(once.type(words).exit == 0);
        found = made.emplace(what, bytes_of(once.folder / "a.srok")).first;
    }
    std::ofstream(ctl::path_of(file(name)), std::ios::binary) << found->second;
    return file(name);
}

std::string Prompt::file(std::string_view name) const {
    return ctl::text_of((folder / ctl::path_of(name)).make_preferred());
}

} // namespace test
