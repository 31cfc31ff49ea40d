// What may be wrong with the thing under the finger, and what can be done to it.

const PLACES = [[-1, -0.55], [1, -0.55], [-1, 0.55], [1, 0.55]];

// Opens the choices round the finger: `page` is the play page, `choices` and `deeds` are {id, text}, each may be empty.
export function openWheel(page, { target, choices, deeds }) {
  const rem = parseFloat(getComputedStyle(document.documentElement).fontSize);
  const { clientWidth: w, clientHeight: h } = page.root;
  const across = 15 * rem, down = 8.6 * rem, below = (deeds.length ? 17 : 8) * rem;
  // The finger may be near an edge; the ring of choices keeps inside the screen.
  const x = Math.max(across + 11 * rem, Math.min(w - across - 11 * rem, page.finger.x));
  const y = Math.max(down + 9 * rem, Math.min(h - down - below, page.finger.y));
  page.show("wheel", [target, choices, deeds, x, y], (part) => {
    const wheel = page.add("div", "wheel", part);
    wheel.dataset.mark = "wheel";
    wheel.addEventListener("click", () => page.closeWheel());
    const eye = page.add("div", "eye", wheel);
    eye.style.left = `${page.finger.x}px`;
    eye.style.top = `${page.finger.y}px`;
    const put = (element, dx, dy) => {
      element.style.left = `${x + dx}px`;
      element.style.top = `${y + dy}px`;
    };
    const answer = (parent, text, intent, mark) => page.button(parent, "", text, () => {
      page.closeWheel();
      page.send(intent);
    }, mark);
    if (choices.length) put(page.add("div", "ask glass", wheel, page.words.what_is_wrong), 0, -down - 5 * rem);
    choices.forEach(({ id, text }, k) => {
      const [dx, dy] = PLACES[k % 4];
      put(answer(wheel, text, { kind: "flag", target, problem: id }, `problem-${id}`), dx * across, dy * down);
    });
    if (deeds.length) {
      const part = page.add("div", "deeds", wheel);
      page.add("div", "ask glass", part, page.words.do);
      const row = page.add("div", "row", part);
      deeds.forEach(({ id, text }) => answer(row, text, { kind: "do", deed: id }, `deed-${id}`));
      put(part, 0, down + 5 * rem);
    }
    const never = page.button(wheel, "never", page.words.never_mind, () => page.closeWheel(), "never-mind");
    put(never, 0, down + (deeds.length ? 13.4 : 2) * rem);
  });
}
