import { useState } from "preact/hooks";
import { linesOf } from "../../core/lines.ts";
import type { Design, Identity, WallDesign, Writing } from "../../core/protocol.ts";
import { FormEnd, NumberField, Segments, TextField } from "./Field.tsx";
import { useWords } from "./context.ts";

interface EditorProps {
  readonly draft: WallDesign | null;
  readonly onSave: (design: Design) => void;
  readonly onCancel: () => void;
}

export function WallEditor({ draft, onSave, onCancel }: EditorProps) {
  const words = useWords();
  const [title, setTitle] = useState(draft?.title ?? "");
  const [lines, setLines] = useState(draft?.sections.join("\n") ?? "");
  const [writing, setWriting] = useState<Writing>(draft?.writing ?? "silent");
  const [identity, setIdentity] = useState<Identity>(draft?.identity ?? "anonymous");
  const [notesPerSeat, setNotesPerSeat] = useState(draft?.notesPerSeat ?? 4);
  const [trouble, setTrouble] = useState("");
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const sections = linesOf(lines);
    if (title.trim() === "") return setTrouble(words.needTitle);
    if (sections.length === 0) return setTrouble(words.needSections);
    const isFine = Number.isInteger(notesPerSeat) && notesPerSeat >= 1 && notesPerSeat <= 100;
    if (!isFine) return setTrouble(words.needNotes);
    onSave({ kind: "wall", title: title.trim(), sections, writing, identity, notesPerSeat });
  };
  return (
    <form class="stack editor" onSubmit={submit} noValidate>
      <TextField label={words.title} value={title} onInput={setTitle} />
      <TextField
        label={words.sections}
        value={lines}
        onInput={setLines}
        hint={words.sectionsHint}
        rows={3}
      />
      <Segments
        legend={words.writing}
        name="writing"
        value={writing}
        items={[["silent", words.silent], ["shared", words.shared]]}
        onChange={setWriting}
      />
      <Segments
        legend={words.identity}
        name="identity"
        value={identity}
        items={[["anonymous", words.anonymous], ["named", words.named]]}
        hint={identity === "anonymous" ? words.anonymousHint : words.namedWallHint}
        onChange={setIdentity}
      />
      <NumberField
        label={words.notesPerSeat}
        value={notesPerSeat}
        min={1}
        max={100}
        onChange={setNotesPerSeat}
      />
      <FormEnd trouble={trouble} cancel={words.cancel} onCancel={onCancel}>
        <button type="submit" class="primary">{draft === null ? words.add : words.save}</button>
      </FormEnd>
    </form>
  );
}
