import { useRef } from "preact/hooks";
import { Dialog, type DialogHandle } from "../../ui/Dialog.tsx";
import { useValue } from "../../ui/use.ts";
import { type ConsoleContext, useWords } from "./context.ts";
import { FormEnd } from "./Field.tsx";

/** Ending closes everything for good: asked twice. */
export function EndRoom({ context }: { context: ConsoleContext }) {
  const words = useWords();
  const room = useValue(context.session.store.entity("room"));
  const dialog = useRef<DialogHandle>(null);
  const close = () => dialog.current?.close();
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    context.session.send({ do: "room.end" });
    close();
  };
  if (room === undefined || room.phase === "ended") return null;
  return (
    <>
      <button type="button" class="quiet danger" onClick={() => dialog.current?.open()}>
        {words.endRoom}
      </button>
      <Dialog handle={dialog} title={words.endTitle}>
        <form class="stack" onSubmit={submit}>
          <p>{words.endText}</p>
          <FormEnd trouble="" cancel={words.cancel} onCancel={close}>
            <button type="submit" class="primary is-danger">{words.endConfirm}</button>
          </FormEnd>
        </form>
      </Dialog>
    </>
  );
}
