// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/sent_return.hpp"

#include "demo/must.hpp"
#include "demo/scratch_folder.hpp"
#include "office/sample_mark.hpp"
#include "returns/built_return_store.hpp"

namespace demo {

void send_return(storage::Database& database, core::Month month) {
    const ScratchFolder folder;
    core::NoProgress progress;
    const auto outcome =
        must(returns::build_return(database, {std::string(office::sample_maker)},
                                   {.period = returns::ReturnPeriod{month}, .out = folder.path()}, progress));
    if (!outcome.built) throw std::logic_error("the sample's return is blocked");
}

} // namespace demo
