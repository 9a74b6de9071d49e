// SPDX-License-Identifier: GPL-3.0-or-later
// How every word speaks: one JSON document or text on stdout, sentences and progress on stderr.
#pragma once

#include "core/error.hpp"
#include "core/progress.hpp"
#include "ctl/sentence.hpp"

#include <nlohmann/json.hpp>

#include <functional>
#include <iosfwd>
#include <string>
#include <string_view>

namespace ctl {

// Keys stay in the order they were written.
using Json = nlohmann::ordered_json;

// {"file":…,"sheet":…,"cell":…,"row":…,"byte":…}, only the parts that are known.
Json place_json(const core::Place& place);

// {"code":…,"place":{…},"message":…,"remedy":…,"facts":{…}}
Json error_json(const core::Error& error, Language language);

class Output {
  public:
    Output(std::ostream& out, std::ostream& err, bool err_is_terminal);

    void use_json() { m_json = true; }
    void use_language(Language language) { m_language = language; }
    bool json() const { return m_json; }
    Language language() const { return m_language; }
    // The text of the language in use; English where Khmer is missing and the other way round.
    const std::string& choose(const std::string& km, const std::string& en) const;

    // A text marked translatable(), in the language in use.
    std::string say(std::string_view english) const;

    // A word's whole answer. `text` is only asked for when it is shown; it may be several lines, without the
    // last line's end.
    void answer(const Json& document, const std::function<std::string()>& text);

    // {"error":{…}} on stdout with --json, else the sentence and the remedy on stderr.
    void refuse(const core::Error& error);
    // Something to know that is no error, on stderr.
    void warn(const core::Error& finding);

    // As it is, whatever --json says.
    void print_help(std::string_view help);

    // Counts on stderr when it is a terminal, else nothing.
    core::Progress& progress();

  private:
    class Counter final : public core::Progress {
      public:
        explicit Counter(std::ostream* err)
            : m_err(err) {}
        void report(std::int64_t done, std::int64_t total) override;
        bool cancelled() const override { return false; }
        // Wipes the line, so that what follows stands alone.
        void clear();

      private:
        std::ostream* m_err; // null: nobody watches
        int m_shown = -1;
    };

    std::ostream& m_out;
    std::ostream& m_err;
    bool m_json = false;
    Language m_language = Language::english;
    Counter m_progress;
};

} // namespace ctl
