/** Keeps the projector's screen on while the page is shown; returns how to stop. */
export function keepAwake(): () => void {
  let lock: WakeLockSentinel | null = null;
  const hold = async () => {
    if (document.visibilityState !== "visible" || !("wakeLock" in navigator)) return;
    try {
      lock = await navigator.wakeLock.request("screen");
    } catch {
      // Refused on low battery: the machine's own settings decide then.
    }
  };
  document.addEventListener("visibilitychange", hold);
  void hold();
  return () => {
    document.removeEventListener("visibilitychange", hold);
    void lock?.release();
  };
}
