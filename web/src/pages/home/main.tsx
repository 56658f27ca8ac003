import { render } from "preact";
import { showPreferences } from "../../ui/preferences.ts";
import { Icon } from "../../ui/Icon.tsx";
import { Settings } from "../../ui/Settings.tsx";
import { useLanguage, useRoomWords } from "../../ui/words.ts";
import { homeWords } from "../../words/home.ts";
import { CreateForm } from "./CreateForm.tsx";
import { JoinForm } from "./JoinForm.tsx";

function Home() {
  const shared = useRoomWords();
  const words = homeWords[useLanguage()];
  return (
    <div class="home">
      <header class="masthead">
        <p class="brand">
          <span class="mark" aria-hidden="true" />
          {shared.product}
        </p>
        <Settings />
      </header>
      <main>
        <div class="home-intro">
          <h1>{words.headline}</h1>
          <p class="lead">{words.promise}</p>
        </div>
        <div class="home-doors">
          <section class="door is-join" aria-labelledby="join-title">
            <h2 id="join-title">{words.joinTitle}</h2>
            <JoinForm words={words} />
          </section>
          <section class="door" aria-labelledby="create-title">
            <h2 id="create-title">{words.createTitle}</h2>
            <p class="muted">{words.createHint}</p>
            <CreateForm words={words} />
          </section>
        </div>
        <ul class="home-promises">
          {words.promises.map((promise, index) => (
            <li key={promise}>
              <Icon name={(["lock", "note", "screen"] as const)[index] ?? "check"} />
              {promise}
            </li>
          ))}
        </ul>
      </main>
    </div>
  );
}

showPreferences();
const page = document.getElementById("page");
if (page !== null) render(<Home />, page);
