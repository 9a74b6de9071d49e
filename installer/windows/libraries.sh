# shellcheck shell=bash
# SPDX-License-Identifier: GPL-3.0-or-later
# How each library is built for Windows, static. A part stands after those it needs. Its folder in the cache carries
# a hash of its version, of how it is built and of what it needs: what changed is built again, and nothing else.

# Part, Debian's source package ("-" for what Debian's headers here already hold), and the parts it needs.
parts=(
    "headers - "
    "zlib - "
    "sqlite3 sqlite3 "
    "sodium libsodium "
    "zstd libzstd "
    "fmt fmtlib "
    "expat expat "
    "pugixml pugixml "
    "cbor libcbor "
    "qrencode qrencode "
    "jpeg libjpeg-turbo "
    "png libpng1.6 zlib"
    "zip libzip zlib"
    "xlsxwriter libxlsxwriter zlib"
    "tomlplusplus - headers"
    "freetype freetype zlib png"
    "pixman pixman "
    "cairo cairo zlib png pixman freetype"
    "harfbuzz harfbuzz freetype"
    "icu icu "
    "zxing zxing-cpp "
    "wx wxwidgets3.2 zlib png"
)

host=x86_64-w64-mingw32
# Windows' own printf rounds what lies in the middle up, and other systems to the even digit: pages would differ by a
# hair's breadth. For the libraries that write numbers.
exact_numbers=-D__USE_MINGW_ANSI_STDIO=1
export CFLAGS_WINDOWS=${CFLAGS_WINDOWS:-"-O2 -g0 -fstack-protector-strong"}

# Each is called as make_PART TREE in an empty folder: TREE holds the sources; it installs to $part. What was built
# before stands in $prefix.

cmake_part() {
    local source=$1
    shift
    cmake -S "$source" -B build -G Ninja -DCMAKE_TOOLCHAIN_FILE="$here/toolchain.cmake" \
        -DSROK_WINDOWS_PREFIX="$prefix" -DCMAKE_INSTALL_PREFIX="$part" -DCMAKE_BUILD_TYPE=Release \
        -DCMAKE_C_FLAGS_RELEASE="$CFLAGS_WINDOWS" -DCMAKE_CXX_FLAGS_RELEASE="$CFLAGS_WINDOWS" \
        -DBUILD_SHARED_LIBS=OFF -DCMAKE_INSTALL_LIBDIR=lib "$@" &&
        cmake --build build --parallel "$jobs" && cmake --install build
}

plain_part() {
    local name=$1
    shift
    cmake_part "$here/plain" -DPART="$name" "$@"
}

autotools_part() {
    local source=$1
    shift
    [ -x "$source/configure" ] || (cd "$source" && autoreconf -fi) || return 1
    "$source/configure" --host=$host --prefix="$part" --disable-shared --enable-static \
        CC=$host-gcc-posix CXX=$host-g++-posix CFLAGS="$CFLAGS_WINDOWS" CXXFLAGS="$CFLAGS_WINDOWS" \
        CPPFLAGS="-I$prefix/include" LDFLAGS="-L$prefix/lib" PKG_CONFIG="$here/pkg-config" "$@" &&
        make -j"$jobs" && make install
}

# Libraries that are headers alone, as this machine has them.
make_headers() {
    mkdir -p "$part/include" "$part/share/cmake"
    cp -r /usr/include/boost /usr/include/nlohmann /usr/include/tl /usr/include/CLI /usr/include/toml++ "$part/include/"
    cp -r /usr/share/cmake/nlohmann_json /usr/share/cmake/CLI11 /usr/share/cmake/tl-expected "$part/share/cmake/"
}

make_zlib() {
    mkdir -p "$part/lib/pkgconfig" "$part/include"
    cp /usr/$host/lib/libz.a "$part/lib/"
    cp /usr/$host/include/zlib.h /usr/$host/include/zconf.h "$part/include/"
    printf '%s\n' "prefix=$part" 'Name: zlib' 'Description: zlib' "Version: $(dpkg-query -W -f='${source:Upstream-Version}' libz-mingw-w64-dev)" \
        'Libs: -L${prefix}/lib -lz' 'Cflags: -I${prefix}/include' >"$part/lib/pkgconfig/zlib.pc"
}

make_sqlite3() {
    mkdir native && (cd native && "$1/configure" --disable-tcl >configured.log && make sqlite3.c sqlite3.h) &&
        plain_part sqlite3 -DSOURCE="$PWD/native"
}

make_sodium() { autotools_part "$1" --disable-dependency-tracking; }

make_zstd() {
    cmake_part "$1/build/cmake" -DZSTD_BUILD_PROGRAMS=OFF -DZSTD_BUILD_SHARED=OFF -DZSTD_BUILD_TESTS=OFF \
        -DZSTD_MULTITHREAD_SUPPORT=OFF -DZSTD_LEGACY_SUPPORT=OFF
}

make_fmt() { cmake_part "$1" -DFMT_TEST=OFF -DFMT_DOC=OFF; }

make_expat() {
    local source=$1
    [ -d "$source/expat" ] && source=$source/expat
    # Debian's mended files expect the settings that its own configure writes.
    autotools_part "$source" --without-docbook --without-tests --without-xmlwf --without-examples
}

make_pugixml() { cmake_part "$1" -DPUGIXML_BUILD_TESTS=OFF; }

make_cbor() { cmake_part "$1" -DWITH_EXAMPLES=OFF -DWITH_TESTS=OFF -DSANITIZE=OFF -DCMAKE_INTERPROCEDURAL_OPTIMIZATION=OFF; }

make_qrencode() { cmake_part "$1" -DWITH_TOOLS=OFF -DWITHOUT_PNG=ON; }

# By the C sources alone, without an assembler: the same pixels, and photos are small.
make_jpeg() { cmake_part "$1" -DCMAKE_INSTALL_LIBDIR="$part/lib" -DENABLE_SHARED=OFF -DWITH_SIMD=OFF -DWITH_TURBOJPEG=OFF -DCMAKE_SYSTEM_PROCESSOR=x86_64; }

make_png() { cmake_part "$1" -DPNG_SHARED=OFF -DPNG_TESTS=OFF -DPNG_EXECUTABLES=OFF; }

make_zip() {
    cmake_part "$1" -DENABLE_COMMONCRYPTO=OFF -DENABLE_GNUTLS=OFF -DENABLE_MBEDTLS=OFF -DENABLE_OPENSSL=OFF \
        -DENABLE_WINDOWS_CRYPTO=OFF -DENABLE_BZIP2=OFF -DENABLE_LZMA=OFF -DENABLE_ZSTD=OFF -DBUILD_TOOLS=OFF \
        -DBUILD_REGRESS=OFF -DBUILD_EXAMPLES=OFF -DBUILD_DOC=OFF &&
        sed -i 's/^Cflags:.*/& -DZIP_STATIC/' "$part/lib/pkgconfig/libzip.pc"
}

make_xlsxwriter() { plain_part xlsxwriter -DSOURCE="$1" -DCMAKE_C_FLAGS="$exact_numbers"; }

make_tomlplusplus() { plain_part tomlplusplus -DSOURCE="$prefix/include"; }

make_freetype() {
    cmake_part "$1" -DFT_DISABLE_BZIP2=ON -DFT_DISABLE_BROTLI=ON -DFT_DISABLE_HARFBUZZ=ON -DFT_REQUIRE_ZLIB=ON \
        -DFT_REQUIRE_PNG=ON
}

make_pixman() {
    cat >cross.ini <<INI
[binaries]
c = '$host-gcc-posix'
ar = '$host-ar'
strip = '$host-strip'
[host_machine]
system = 'windows'
cpu_family = 'x86_64'
cpu = 'x86_64'
endian = 'little'
INI
    meson setup build "$1" --cross-file cross.ini --prefix "$part" --libdir lib --default-library static \
        --buildtype release -Dtests=disabled -Dgtk=disabled -Dlibpng=disabled -Dopenmp=disabled &&
        meson compile -C build -j "$jobs" && meson install -C build
}

make_cairo() {
    # In a library that is not a DLL nobody makes cairo's locks: the first to take one would wait for ever.
    grep -q 'for Srok' "$1/src/cairo-mutex.c" || cat >>"$1/src/cairo-mutex.c" <<'C'

/* for Srok */
static void __attribute__ ((constructor)) make_locks (void) { CAIRO_MUTEX_INITIALIZE (); }
C
    sed -i '/#define snprintf _snprintf/d' "$1/src/cairo-compiler-private.h" # see exact_numbers
    # Debian's patches change what configure was made of after it was made: it is not made again.
    export MAKEFLAGS='-- ACLOCAL=: AUTOCONF=: AUTOMAKE=: AUTOHEADER=:'
    SROK_WINDOWS_PREFIX=$prefix autotools_part "$1" --enable-ft=yes --enable-fc=no --disable-xlib --disable-xcb \
        --enable-png=yes --enable-pdf=yes --enable-ps=no --enable-svg=no --enable-gobject=no --disable-trace --disable-interpreter \
        --disable-valgrind --disable-gtk-doc-html CPPFLAGS="-I$prefix/include -DCAIRO_WIN32_STATIC_BUILD $exact_numbers" LIBS="-lssp" &&
        sed -i -e 's/^Cflags:.*/& -DCAIRO_WIN32_STATIC_BUILD/' "$part/lib/pkgconfig/cairo.pc" &&
        sed -i -e 's/^Libs:.*/& -lgdi32 -lmsimg32 -lssp/' "$part/lib/pkgconfig/cairo.pc"
}

make_harfbuzz() { plain_part harfbuzz -DSOURCE="$1"; }

# Of ICU's data what Srok asks for: the dictionaries and rules that break lines, the order of Khmer and of English.
make_icu() {
    local whole=$1/source/data/in/icudt72l.dat
    /usr/sbin/icupkg -l "$whole" | grep -vE '^(brkitr/|coll/(root|km|en|ucadata|res_index)|(root|km|km_KH|en|en_US|res_index|pool|supplementalData|likelySubtags|keyTypeData|numberingSystems|icuver|icustd|timezoneTypes|zoneinfo64|metadata|genderList|plurals|dayPeriods)\.(res|icu)|.*\.(nrm|icu)$|cnvalias)' >leave-out.lst
    /usr/sbin/icupkg -r leave-out.lst "$whole" icudt72l.dat &&
        /usr/sbin/genccode -a gcc-mingw64 -e icudt72 -d . icudt72l.dat && ls -l &&
        plain_part icu -DSOURCE="$1" -DDATA="$PWD"
}

make_zxing() { cmake_part "$1" -DBUILD_EXAMPLES=OFF -DBUILD_BLACKBOX_TESTS=OFF -DBUILD_UNIT_TESTS=OFF -DBUILD_WRITERS=OFF; }

# What Srok's windows use; each thing more is minutes of the compiler's time.
make_wx() {
    local left_out=(webview mediactrl stc ribbon richtext propgrid aui xrc html htmlhelp debugreport webrequest sockets
        protocol fs_inet ipc dialupman ftp http docview mdi mdidoc help mshtmlhelp calendar datepick timepick
        addremovectrl animatectrl bannerwindow editablebox prefseditor richtooltip sash treelist listbook choicebook
        treebook toolbook wizarddlg splash tipdlg joystick sound tarstream zipstream arcstream fswatcher postscript
        filectrl notifmsg aboutdlg finddlg numberdlg gif pcx tga iff pnm constraints)
    local flags="-O1 -g0 -fstack-protector-strong"
    "$1/configure" --host=$host --prefix="$part" --disable-shared --with-msw --enable-unicode --enable-monolithic \
        CC=$host-gcc-posix CXX=$host-g++-posix CFLAGS="$flags" CXXFLAGS="$flags" CPPFLAGS="-I$prefix/include" \
        LDFLAGS="-L$prefix/lib" --with-zlib=sys --with-libpng=sys --without-expat --without-libjpeg --without-libtiff \
        --without-liblzma --without-opengl --without-regex --enable-accessibility --enable-graphics_ctx --disable-debug \
        "${left_out[@]/#/--disable-}" && make -j"$jobs" && make install
}
