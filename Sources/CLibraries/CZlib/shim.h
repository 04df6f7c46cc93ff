#pragma once
#include <zlib.h>

/* zlib's deflateInit2 is a macro, which Swift cannot call. */
static inline int meedoen_deflate_init_gzip(z_streamp stream, int level) {
    return deflateInit2(stream, level, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY);
}
