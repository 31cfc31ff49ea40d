// Tells the server of touches, and asks a trainee who has gone silent whether they are still there.
// When nobody answers, the server takes the station back to its welcome.

const TELL_EVERY_MS = 2000;
const ASK_BEFORE_S = 15;

export function watchSilence(seconds, words) {
  let touchedAt = performance.now(), toldAt = 0, curtain = null;

  function touched() {
    touchedAt = performance.now();
    if (touchedAt - toldAt < TELL_EVERY_MS) return;
    toldAt = touchedAt;
    window.emitEvent?.("touched");
  }

  function ask(left) {
    const kiosk = document.querySelector(".kiosk");
    if (!curtain) {
      curtain = document.createElement("div");
      curtain.className = "still-there";
      curtain.append(document.createElement("b"));
      document.body.append(curtain);
    }
    curtain.firstChild.textContent = words[kiosk.getAttribute("lang")].replace("{seconds}", left);
  }

  function tick() {
    const stage = document.querySelector(".kiosk")?.dataset.stage;
    const left = Math.ceil(seconds - (performance.now() - touchedAt) / 1000);
    if (stage && stage !== "welcome" && stage !== "play" && left <= ASK_BEFORE_S && left > 0) {
      ask(left);
    } else {
      curtain?.remove();
      curtain = null;
    }
  }

  document.addEventListener("pointerdown", () => { touched(); tick(); }, true);
  setInterval(tick, 500);
}
