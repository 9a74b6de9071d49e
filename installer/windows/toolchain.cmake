# SPDX-License-Identifier: GPL-3.0-or-later
# The compiler for Windows, and where its libraries stand: SROK_WINDOWS_PREFIX, which installer/windows/build.sh makes.
set(CMAKE_SYSTEM_NAME Windows)
set(CMAKE_SYSTEM_VERSION 10.0)
set(CMAKE_SYSTEM_PROCESSOR x86_64)
set(CMAKE_C_COMPILER x86_64-w64-mingw32-gcc-posix)
set(CMAKE_CXX_COMPILER x86_64-w64-mingw32-g++-posix)
set(CMAKE_RC_COMPILER x86_64-w64-mingw32-windres)

if(NOT SROK_WINDOWS_PREFIX)
    set(SROK_WINDOWS_PREFIX $ENV{SROK_WINDOWS_PREFIX})
endif()
if(NOT SROK_WINDOWS_PREFIX) # as build.sh left them last
    set(SROK_WINDOWS_PREFIX $ENV{XDG_CACHE_HOME})
    if(NOT SROK_WINDOWS_PREFIX)
        set(SROK_WINDOWS_PREFIX $ENV{HOME}/.cache)
    endif()
    string(APPEND SROK_WINDOWS_PREFIX /srok-windows/current)
endif()
set(SROK_WINDOWS_PREFIX ${SROK_WINDOWS_PREFIX} CACHE PATH "The libraries built for Windows")
list(APPEND CMAKE_TRY_COMPILE_PLATFORM_VARIABLES SROK_WINDOWS_PREFIX)
set(CMAKE_FIND_ROOT_PATH ${SROK_WINDOWS_PREFIX} /usr/x86_64-w64-mingw32)
set(CMAKE_FIND_ROOT_PATH_MODE_PROGRAM NEVER)
set(CMAKE_FIND_ROOT_PATH_MODE_LIBRARY ONLY)
set(CMAKE_FIND_ROOT_PATH_MODE_INCLUDE ONLY)
set(CMAKE_FIND_ROOT_PATH_MODE_PACKAGE ONLY)
set(CMAKE_FIND_LIBRARY_SUFFIXES .a)

# Everything is in the program: a district's PC needs no library but Windows' own.
set(CMAKE_EXE_LINKER_FLAGS_INIT "-static -static-libgcc -static-libstdc++")
set(PKG_CONFIG_EXECUTABLE ${CMAKE_CURRENT_LIST_DIR}/pkg-config CACHE FILEPATH "")
set(ENV{SROK_WINDOWS_PREFIX} ${SROK_WINDOWS_PREFIX})
set(wxWidgets_CONFIG_EXECUTABLE ${SROK_WINDOWS_PREFIX}/bin/wx-config CACHE FILEPATH "")
set(CMAKE_CROSSCOMPILING_EMULATOR ${CMAKE_CURRENT_LIST_DIR}/wine.sh)
