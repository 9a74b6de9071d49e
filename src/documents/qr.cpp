// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/qr.hpp"

#include <qrencode.h>

#include <cerrno>
#include <memory>
#include <new>
#include <string>

namespace documents {

namespace {
struct Release {
    void operator()(QRcode* code) const { QRcode_free(code); }
};
} // namespace

core::Expected<QrCode> make_qr(std::string_view text) {
    const std::unique_ptr<QRcode, Release> made(
        QRcode_encodeString(std::string(text).c_str(), 0, QR_ECLEVEL_M, QR_MODE_8, 1));
    if (!made && errno == ENOMEM) throw std::bad_alloc();
    if (!made) return core::fail(core::Error{"qr.too-long"}.with("length", std::to_string(text.size())));
    QrCode code;
    code.size = made->width;
    const auto count = static_cast<std::size_t>(made->width * made->width);
    code.modules.reserve(count);
    for (std::size_t i = 0; i < count; ++i)
        code.modules.push_back((made->data[i] & 1) != 0);
    return code;
}

} // namespace documents
