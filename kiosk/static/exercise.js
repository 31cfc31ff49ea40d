// A big disc to press in rhythm; it swells at the pace that is wanted.

// Shows how the exercise under way stands, or takes it away: `page` is the play page.
export function showExercise(page, exercise) {
  page.show("exercise", exercise && [exercise.id, exercise.ask, exercise.timed], (part) => build(page, exercise, part));
  const panel = page.parts.exercise.querySelector(".panel");
  if (!exercise || !panel) return;
  panel.querySelector(".count").textContent = `${exercise.beats} / ${exercise.of}`;
  panel.querySelector(".rate").textContent = exercise.rate;
  panel.querySelector(".advice").textContent = exercise.advice;
  panel.dataset.pace = exercise.pace;
  page.fillRing(panel.querySelector(".ring"), exercise);
}

function build(page, exercise, part) {
  page.closeWheel();
  const panel = page.add("div", "panel exercise", part);
  panel.dataset.mark = "exercise";
  const words = page.add("div", "words", panel);
  page.add("div", "head", words, exercise.ask);
  const how = page.add("div", "how", words);
  if (exercise.timed) page.add("div", "ring", how);
  for (const name of ["count", "rate", "advice"]) page.add("span", name, how);
  const disc = page.add("button", "disc", panel, page.words.beat);
  disc.type = "button";
  disc.dataset.mark = "beat";
  disc.style.setProperty("--beat", `${60 / exercise.tempo}s`);
  // The finger's touch is the beat; a click comes only when it is lifted.
  disc.addEventListener("pointerdown", () => {
    page.sounds.wake();
    page.send({ kind: "beat" });
    disc.animate([{ filter: "brightness(1.35)" }, { filter: "none" }], 160);
  });
}
