import type { ComponentChildren, RefObject } from "preact";
import { useId, useImperativeHandle, useRef, useState } from "preact/hooks";
import { Icon } from "./Icon.tsx";
import { useRoomWords } from "./words.ts";

export interface DialogHandle {
  open(): void;
  close(): void;
}

interface DialogProps {
  readonly handle: RefObject<DialogHandle>;
  readonly title: string;
  readonly wide?: boolean;
  readonly children: ComponentChildren;
}

/** A native modal dialog: focus, Escape and the backdrop are the browser's. */
export function Dialog({ handle, title, wide, children }: DialogProps) {
  const words = useRoomWords();
  const element = useRef<HTMLDialogElement>(null);
  const [isOpen, setIsOpen] = useState(false);
  const heading = useId();
  useImperativeHandle(handle, () => ({
    open: () => {
      setIsOpen(true);
      element.current?.showModal();
    },
    close: () => element.current?.close(),
  }), []);
  return (
    <dialog
      ref={element}
      class={wide === true ? "dialog is-wide" : "dialog"}
      aria-labelledby={heading}
      onClose={() => setIsOpen(false)}
      onClick={(event) => {
        // A click beside it closes a dialog, but never one in which something may be typed.
        const box = element.current;
        if (event.target === box && box?.querySelector("form") === null) box.close();
      }}
    >
      <div class="dialog-body">
        <header class="dialog-head">
          <h2 id={heading}>{title}</h2>
          <button
            type="button"
            class="quiet icon-only"
            aria-label={words.close}
            onClick={() => element.current?.close()}
          >
            <span class="cross" aria-hidden="true" />
          </button>
        </header>
        {isOpen && children}
      </div>
    </dialog>
  );
}

/** A button that opens a dialog around `children`. */
export function DialogButton(
  { label, icon, title, children }: {
    readonly label: string;
    readonly icon: Parameters<typeof Icon>[0]["name"];
    readonly title: string;
    readonly children: ComponentChildren;
  },
) {
  const dialog = useRef<DialogHandle>(null);
  return (
    <>
      <button type="button" class="quiet" onClick={() => dialog.current?.open()}>
        <Icon name={icon} />
        {label}
      </button>
      <Dialog handle={dialog} title={title}>{children}</Dialog>
    </>
  );
}
