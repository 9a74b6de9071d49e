// SPDX-License-Identifier: GPL-3.0-or-later
// A prepared statement with its values bound: step through rows, read columns as our types.
#pragma once

#include "storage/column.hpp"

#include <deque>
#include <memory>
#include <string>

struct sqlite3_stmt;

namespace storage {

class Connection;

// Borrowed from the connection's cache and given back when it dies. Throws WorldFailure when the world fails;
// a broken constraint or bad SQL is our bug and throws std::logic_error.
class Statement {
  public:
    Statement(Connection& connection, std::string_view sql);
    ~Statement();
    Statement(Statement&& other) noexcept;
    Statement(const Statement&) = delete;
    Statement& operator=(const Statement&) = delete;
    Statement& operator=(Statement&&) = delete;

    // Binds ?1, ?2, … in order.
    template<typename... Values>
    Statement& bind(const Values&... values) {
        rewind();
        int index = 0;
        (bind_one(++index, values), ...);
        return *this;
    }

    // True while there is a row.
    bool step();
    // For statements that return no row.
    void run();

    // Column of the current row, from 0. get<std::optional<T>> reads NULL as nothing.
    template<typename T>
    T get(int column) const {
        const Raw value = raw(column);
        if constexpr (is_optional<T>::value) {
            if (value.null) return std::nullopt;
            return Column<typename T::value_type>::read(value);
        } else {
            return Column<T>::read(value);
        }
    }
    bool is_null(int column) const { return raw(column).null; }
    int columns() const;
    // False for a statement that would write.
    bool reads_only() const;

  private:
    template<typename T>
    struct is_optional : std::false_type {};
    template<typename T>
    struct is_optional<std::optional<T>> : std::true_type {};

    template<typename T>
    void bind_one(int index, const T& value) {
        if constexpr (is_optional<T>::value) {
            if (value)
                bind_one(index, *value);
            else
                bind_bound(index, Bound{});
        } else if constexpr (IsoText<T>) {
            bind_bound(index, std::string_view{m_texts.emplace_back(iso_text(value))});
        } else if constexpr (std::is_convertible_v<const T&, std::string_view>) {
            bind_bound(index, Bound{std::string_view{value}});
        } else {
            bind_bound(index, Column<T>::bound(value));
        }
    }
    void bind_one(int index, std::nullopt_t) { bind_bound(index, Bound{}); }

    void rewind();
    void bind_bound(int index, const Bound& value);
    Raw raw(int column) const;

    Connection* m_connection;
    sqlite3_stmt* m_statement;
    std::deque<std::string> m_texts;
};

} // namespace storage
