// SPDX-License-Identifier: GPL-3.0-or-later
#include "identity/spoiled_transfer.hpp"
#include "identity/transfer_offices.hpp"
#include "rounds.hpp"

#include <boost/test/unit_test.hpp>

BOOST_FIXTURE_TEST_SUITE(transfer_soak, test::TransferOffices)

BOOST_AUTO_TEST_CASE(many_spoiled_files_and_none_is_accepted) {
    const int rounds = test::rounds(10'000, 100'000);
    BOOST_TEST(test::accepted_of_spoiled(send(thma_koul, mom), rounds, 20'260'117) == 0);
}

BOOST_AUTO_TEST_SUITE_END()
