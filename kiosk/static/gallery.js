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
