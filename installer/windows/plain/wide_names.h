/* SPDX-License-Identifier: GPL-3.0-or-later
 * Stands before every source of a library written for files with ANSI names: its names are UTF-8 here, and Windows
 * is given them whole. A name Windows cannot hold is one it does not find. */
#ifndef SROK_WIDE_NAMES_H
#define SROK_WIDE_NAMES_H

#define WIN32_LEAN_AND_MEAN
#define NOMINMAX
#include <errno.h>
#include <fcntl.h>
#include <io.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <windows.h>

/* The longest name Windows has, with its zero. */
#define SROK_LONGEST_NAME 32768

static inline wchar_t *srok_wide(const char *text) {
    wchar_t *wide = (wchar_t *)malloc(SROK_LONGEST_NAME * sizeof(wchar_t));
    if (wide && !MultiByteToWideChar(CP_UTF8, MB_ERR_INVALID_CHARS, text, -1, wide, SROK_LONGEST_NAME)) {
        free(wide);
        errno = ENOENT;
        return NULL;
    }
    return wide;
}

static inline FILE *srok_fopen(const char *name, const char *mode) {
    wchar_t wide_mode[16] = {0};
    wchar_t *wide = srok_wide(name);
    FILE *file = NULL;
    if (wide && MultiByteToWideChar(CP_UTF8, 0, mode, -1, wide_mode, 16)) file = _wfopen(wide, wide_mode);
    free(wide);
    return file;
}

static inline int srok_open(const char *name, int flags, int rights) {
    wchar_t *wide = srok_wide(name);
    int file = wide ? _wopen(wide, flags, rights) : -1;
    free(wide);
    return file;
}

/* Only asked whether a folder is there. */
static inline int srok_stat(const char *name, struct stat *out) {
    wchar_t *wide = srok_wide(name);
    DWORD found = wide ? GetFileAttributesW(wide) : INVALID_FILE_ATTRIBUTES;
    free(wide);
    if (found == INVALID_FILE_ATTRIBUTES) return -1;
    out->st_mode = found & FILE_ATTRIBUTE_DIRECTORY ? S_IFDIR : S_IFREG;
    return 0;
}

#undef fopen
#undef fopen64
#undef stat
#define fopen srok_fopen
#define fopen64 srok_fopen
#define _open srok_open
#define open srok_open
#define stat(name, out) srok_stat(name, out)

#endif
