import { render } from "preact";
import { useState } from "preact/hooks";
import type { Room } from "../../core/protocol.ts";
import { carriedBoot, codeInAddress, startAgainOnNewLink, takeSeatToken } from "../../ui/boot.ts";
import { Farewell } from "../../ui/Farewell.tsx";
import { showPreferences } from "../../ui/preferences.ts";
import { fetchTypeface, showTypeface, whenIdle } from "../../ui/typeface.ts";
import { JoinView, type Refused } from "./JoinView.tsx";
import { laterPart } from "./laterPart.ts";
import { RoomView } from "./RoomView.tsx";
import {
  forgetSeat,
  type Introduction,
  keepSeat,
  keptSeat,
  newSeat,
  openSeat,
  type SeatContext,
} from "./seat.ts";

const boot = carriedBoot();
const code = boot?.code ?? codeInAddress();
const carried = boot?.update ?? null;

function firstSeat(): SeatContext | null {
  const moved = takeSeatToken();
  if (moved !== null) keepSeat(code, { token: moved });
  const seat = keptSeat(code);
  return seat === null ? null : openSeat(code, seat, carried);
}

function Participant() {
  const [seat, setSeat] = useState(firstSeat);
  const [refused, setRefused] = useState<Refused | null>(null);
  if (boot !== null && boot.code === null) return <Farewell code="room-unknown" say="" />;
  if (seat === null) {
    const join = (introduction: Introduction) => {
      const made = newSeat(introduction);
      keepSeat(code, made);
      showTypeface();
      setSeat(openSeat(code, made, carried));
    };
    const room = carried?.put["room"] as Room | undefined;
    return <JoinView code={code} room={room} refused={refused} onJoin={join} />;
  }
  const rejoin = (say: string) => {
    const said = keptSeat(code) ?? {};
    forgetSeat(code);
    setRefused({ say, said });
    setSeat(null);
  };
  return <RoomView seat={seat} onJoinRefused={rejoin} />;
}

showPreferences();
startAgainOnNewLink();
addEventListener("load", () => {
  fetchTypeface();
  whenIdle(() => laterPart.want());
});
const page = document.getElementById("page");
if (page !== null) render(<Participant />, page);
