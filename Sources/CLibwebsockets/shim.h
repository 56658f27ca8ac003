// What Swift cannot import of libwebsockets 4.1 and libev by itself: macros, bit fields of macros
// and the watcher initialisers. No state lives here.
#ifndef CLIBWEBSOCKETS_SHIM_H
#define CLIBWEBSOCKETS_SHIM_H

#include <ev.h>
#include <libwebsockets.h>
#include <sys/prctl.h>

// Context options (macros with 64-bit shifts, which Swift does not import).
static const uint64_t clws_option_libev = LWS_SERVER_OPTION_LIBEV;
static const uint64_t clws_option_init_tls = LWS_SERVER_OPTION_DO_SSL_GLOBAL_INIT;

/// Writes bytes as they are; what the socket does not take now, libwebsockets copies and sends on.
/// A raw socket needs no LWS_PRE bytes in front, and the bytes are only read.
static inline int clws_write(struct lws *socket, const void *bytes, size_t count) {
    return lws_write(socket, (unsigned char *)bytes, count, LWS_WRITE_RAW);
}

/// Names the calling thread, for people who look at the process; at most 15 characters.
static inline void clws_name_thread(const char *name) {
    prctl(PR_SET_NAME, name, 0, 0, 0);
}

/// The loop a context is handed as "foreign": its owner runs it.
static inline struct ev_loop *clws_loop_new(void) {
    return ev_loop_new(EVFLAG_AUTO | EVFLAG_NOENV);
}

static inline void clws_async_start(
    struct ev_loop *loop, ev_async *watcher, void (*fire)(struct ev_loop *, ev_async *, int)
) {
    ev_async_init(watcher, fire);
    ev_async_start(loop, watcher);
}

/// Calls `fire` whenever `descriptor` is readable.
static inline void clws_io_start(
    struct ev_loop *loop, ev_io *watcher, void *data, int descriptor,
    void (*fire)(struct ev_loop *, ev_io *, int)
) {
    ev_io_init(watcher, fire, descriptor, EV_READ);
    watcher->data = data;
    ev_io_start(loop, watcher);
}

/// Hands an accepted connection to libwebsockets, as bytes without a protocol (over TLS if the
/// vhost has a certificate). The descriptor is the library's from then on, also on failure.
static inline struct lws *clws_adopt(struct lws_vhost *vhost, int descriptor) {
    lws_sock_file_fd_type socket;
    socket.sockfd = descriptor;
    return lws_adopt_descriptor_vhost(
        vhost, (lws_adoption_type)(LWS_ADOPT_SOCKET | LWS_ADOPT_ALLOW_SSL), socket, NULL, NULL
    );
}

/// Starts a timer; `repeat_seconds` 0 is once.
static inline void clws_timer_start(
    struct ev_loop *loop, ev_timer *watcher, void *data, double seconds, double repeat_seconds,
    void (*fire)(struct ev_loop *, ev_timer *, int)
) {
    ev_timer_init(watcher, fire, seconds, repeat_seconds);
    watcher->data = data;
    ev_now_update(loop);
    ev_timer_start(loop, watcher);
}

#endif
