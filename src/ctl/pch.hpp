// SPDX-License-Identifier: GPL-3.0-or-later
// What every noun of srokctl includes, compiled once: reading arguments and writing JSON are the two largest
// headers of the house. A file still includes all that it uses: the tidy build has no precompiled headers.
#pragma once

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>
