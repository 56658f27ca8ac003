import type { Session, Socket, SocketListener, World } from "../core/session.ts";

/** The browser as a session sees it: sockets to `/live/CODE`, its clock and timers. */
export function browserWorld(code: string): World {
  const scheme = location.protocol === "https:" ? "wss:" : "ws:";
  const address = `${scheme}//${location.host}/live/${encodeURIComponent(code)}`;
  return {
    connect: (listener) => connect(address, listener),
    now: () => performance.now(),
    random: () => Math.random(),
    after: (ms, work) => {
      const timer = setTimeout(work, ms);
      return () => clearTimeout(timer);
    },
  };
}

function connect(address: string, listener: SocketListener): Socket {
  const socket = new WebSocket(address, "atelier.v1");
  socket.onopen = () => listener.opened();
  socket.onmessage = (event) => {
    if (typeof event.data === "string") listener.message(event.data);
  };
  socket.onclose = (event) => listener.closed(event.code);
  return {
    send: (text) => {
      if (socket.readyState === WebSocket.OPEN) socket.send(text);
    },
    close: () => socket.close(),
  };
}

/** Wakes the session when the network or the page comes back. */
export function wakeWithBrowser(session: Session): void {
  addEventListener("online", () => session.wake());
  addEventListener("pageshow", () => session.wake());
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible") session.wake();
  });
}
