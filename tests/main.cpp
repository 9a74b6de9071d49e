// SPDX-License-Identifier: GPL-3.0-or-later
// The one main of every test program: Boost.Test's, compiled once.
#define BOOST_TEST_MODULE srok
#include <boost/test/included/unit_test.hpp>
