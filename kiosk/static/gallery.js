// What the gallery does in the browser alone: copy a name, play a sound.

let said = null;
let playing = null;

// Browsers give the clipboard only to pages from this machine or over TLS; a van's tablet has neither.
function put(words) {
  const field = document.createElement("textarea");
  field.value = words;
  field.style.cssText = "position:fixed;opacity:0";
  (document.querySelector(".q-dialog") ?? document.body).append(field);
  field.select();
  const done = document.execCommand("copy");
  field.remove();
  return done;
}

export async function copy(words, message) {
  try {
    await navigator.clipboard.writeText(words);
  } catch {
    if (!put(words)) message = words;
  }
  said?.remove();
  said = document.createElement("div");
  said.className = "gallery-said";
  said.setAttribute("role", "status");
  said.textContent = message;
  document.body.append(said);
  const mine = said;
  setTimeout(() => mine.remove(), 2200);
}

// A picture that is not drawn yet is asked for again, ever more patiently, while it is on the page.
function later(image) {
  const tries = Number(image.dataset.tries ?? 0);
  image.dataset.tries = tries + 1;
  image.style.visibility = "hidden";
  const address = image.src;
  setTimeout(() => { if (image.isConnected) { image.removeAttribute("src"); image.src = address; } },
    Math.min(600 * 1.4 ** tries, 10000));
}

const shown = (target) => target instanceof HTMLImageElement && target.closest(".gallery-picture");
document.addEventListener("error", ({ target }) => { if (shown(target)) later(target); }, true);
document.addEventListener("load", ({ target }) => { if (shown(target)) target.style.visibility = ""; }, true);
for (const image of document.querySelectorAll(".gallery-picture img")) {
  if (image.complete && image.src && !image.naturalWidth) later(image);
}

function silence() {
  playing?.sound.pause();
  playing?.button.classList.remove("gallery-playing");
  playing = null;
}

export function play(address, button) {
  const same = playing?.button === button;
  silence();
  if (same) return;
  const sound = new Audio(address);
  playing = { sound, button };
  button.classList.add("gallery-playing");
  sound.addEventListener("ended", () => { if (playing?.sound === sound) silence(); });
  sound.play().catch(silence);
}
