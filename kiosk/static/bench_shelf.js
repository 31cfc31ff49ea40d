// Props to choose from, found by the words of either language.
import { add, button, iconButton } from "./bench_parts.js";

const MOST = 60;
const TRIES = 8;
const AGAIN_MS = 1200;

export class Shelf {
  constructor(parent, words, lang, address, chosen) {
    Object.assign(this, { words, lang, address, chosen });
    this.opener = button("bench-do bench-add", parent, words.add_prop, () => this.open(), "add-prop");
    this.root = add("section", "bench-shelf", parent);
    this.root.hidden = true;
    const head = add("div", "bench-panel-head", this.root);
    this.search = add("input", "bench-search", head);
    Object.assign(this.search, { type: "search", placeholder: words.search_prop });
    this.search.dataset.mark = "search-prop";
    this.search.addEventListener("input", () => this.show());
    iconButton("bench-key", head, "close", words.close, () => this.close());
    this.list = add("div", "bench-cards", this.root);
  }

  async open() {
    this.root.hidden = false;
    this.search.focus();
    this.props ??= await (await fetch(this.address)).json();
    this.show();
  }

  close() {
    this.root.hidden = true;
  }

  show() {
    if (!this.props) return; // still on their way
    const wanted = this.search.value.trim().toLowerCase().split(/\s+/);
    const found = this.props.filter((prop) => wanted.every((word) => prop.words.includes(word)));
    this.list.replaceChildren();
    for (const prop of found.slice(0, MOST)) {
      const card = button("bench-card", this.list, "", () => this.take(prop), `prop-${prop.name}`);
      const picture = add("img", "", card);
      Object.assign(picture, { src: prop.picture, loading: "lazy", width: 96, height: 72, alt: "" });
      picture.addEventListener("error", () => later(picture));
      add("span", "bench-card-label", card, prop.label[this.lang]);
      add("span", "bench-card-name", card, prop.name);
    }
    if (!found.length) add("div", "bench-empty", this.list, this.words.nothing_found);
  }

  take(prop) {
    this.close();
    this.chosen({ name: prop.name, label: prop.label[this.lang] });
  }
}

// A picture that is still being drawn is asked for again.
function later(picture) {
  const tries = Number(picture.dataset.tries || 0);
  if (tries >= TRIES) return;
  picture.dataset.tries = tries + 1;
  setTimeout(() => {
    if (picture.isConnected) picture.src = `${picture.src.split("?")[0]}?${tries}`;
  }, AGAIN_MS);
}
