import { useState } from "preact/hooks";
import { download } from "../../ui/http.ts";
import { type ConsoleContext, useWords } from "./context.ts";

/** What the group leaves with, as files. */
export function Exports({ context }: { context: ConsoleContext }) {
  const words = useWords();
  const [failed, setFailed] = useState(false);
  const take = async (kind: "json" | "csv") => {
    setFailed(!await download(context.code, context.secret, kind));
  };
  return (
    <section class="panel exports" aria-labelledby="export-title">
      <h2 id="export-title">{words.export}</h2>
      <div class="actions">
        <button type="button" class="small" onClick={() => take("csv")}>{words.exportCsv}</button>
        <button type="button" class="small" onClick={() => take("json")}>{words.exportJson}</button>
      </div>
      {failed && <p class="alert" role="alert">{words.exportFailed}</p>}
    </section>
  );
}
