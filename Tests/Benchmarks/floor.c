// The floor of a fan-out: accepts WebSocket handshakes, then only calls send() of one prebuilt
// 300-byte text frame to everybody, at a given rate. Nothing is parsed, queued or closed.
//
// usage: floor PER_SECOND        prints "listening on port N"
#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/timerfd.h>
#include <unistd.h>

enum { MOST_CLIENTS = 100000, PAYLOAD = 300 };

// The answer to the example key of RFC 6455, section 1.3, which the load uses.
static const char ANSWER[] =
    "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
    "Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\n\r\n";

static int clients[MOST_CLIENTS];
static int client_count;

static int start_listening(int poll) {
    int one = 1, listener = socket(AF_INET, SOCK_STREAM, 0);
    struct sockaddr_in address = {.sin_family = AF_INET};
    socklen_t length = sizeof address;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    setsockopt(listener, SOL_SOCKET, SO_REUSEADDR, &one, sizeof one);
    if (bind(listener, (struct sockaddr *)&address, sizeof address) || listen(listener, 4096)) {
        perror("listen");
        exit(1);
    }
    getsockname(listener, (struct sockaddr *)&address, &length);
    printf("listening on port %d\n", ntohs(address.sin_port));
    fflush(stdout);
    struct epoll_event event = {.events = EPOLLIN, .data.fd = listener};
    epoll_ctl(poll, EPOLL_CTL_ADD, listener, &event);
    return listener;
}

static void accept_client(int poll, int listener) {
    int one = 1, client = accept(listener, NULL, NULL);
    if (client < 0 || client_count == MOST_CLIENTS) return;
    setsockopt(client, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
    fcntl(client, F_SETFL, O_NONBLOCK);
    struct epoll_event event = {.events = EPOLLIN, .data.fd = client};
    epoll_ctl(poll, EPOLL_CTL_ADD, client, &event);
}

// The first bytes of a client are taken for its handshake; it receives the broadcasts from then.
static void answer_client(int poll, int client) {
    char request[4096];
    if (recv(client, request, sizeof request, 0) <= 0) {
        for (int i = 0; i < client_count; i++)
            if (clients[i] == client) clients[i] = clients[--client_count];
        close(client);
        return;
    }
    if (memcmp(request, "GET ", 4) != 0) return;
    send(client, ANSWER, sizeof ANSWER - 1, MSG_NOSIGNAL);
    clients[client_count++] = client;
}

int main(int argc, char **argv) {
    int per_second = argc > 1 ? atoi(argv[1]) : 10;
    struct rlimit files;
    getrlimit(RLIMIT_NOFILE, &files);
    files.rlim_cur = files.rlim_max;
    setrlimit(RLIMIT_NOFILE, &files);
    unsigned char frame[4 + PAYLOAD] = {0x81, 126, PAYLOAD >> 8, PAYLOAD & 0xff};
    memset(frame + 4, 'a', PAYLOAD);
    int poll = epoll_create1(0), listener = start_listening(poll);
    int timer = timerfd_create(CLOCK_MONOTONIC, TFD_NONBLOCK);
    long step = 1000000000L / per_second;
    struct itimerspec rhythm = {
        .it_interval = {step / 1000000000L, step % 1000000000L},
        .it_value = {step / 1000000000L, step % 1000000000L},
    };
    timerfd_settime(timer, 0, &rhythm, NULL);
    struct epoll_event event = {.events = EPOLLIN, .data.fd = timer};
    epoll_ctl(poll, EPOLL_CTL_ADD, timer, &event);
    for (;;) {
        struct epoll_event events[256];
        int count = epoll_wait(poll, events, 256, -1);
        for (int i = 0; i < count; i++) {
            int fd = events[i].data.fd;
            if (fd == listener) {
                accept_client(poll, listener);
            } else if (fd == timer) {
                unsigned long long beats;
                if (read(timer, &beats, sizeof beats) < 0) continue;
                for (int c = 0; c < client_count; c++)
                    send(clients[c], frame, sizeof frame, MSG_NOSIGNAL);
            } else {
                answer_client(poll, fd);
            }
        }
    }
}
