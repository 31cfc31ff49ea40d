// The session on a touch screen: pictures in, touches out. The server keeps the session; this page
// may be reloaded or lose its line at any moment and then shows how things stand.
import { showExercise } from "./exercise.js";
import { paint } from "./picture.js";
import { Sounds } from "./sounds.js";
import { openWheel } from "./wheel.js";

const DRAG_PIXELS = 14; // less is a tap
const HOLD_MS = 450;
const PICTURE_DEGREES = 75; // across the picture
const LOOK_EVERY_MS = 66;

class PlayPage {
  constructor(root, words) {
    this.root = root;
    this.words = words;
    const { sounds, lines, heard, soundCaptions } = root.dataset;
    const address = (name) => `${name.startsWith("say-") ? lines : sounds}${name}.wav`;
    this.sounds = new Sounds(address, JSON.parse(heard));
    this.soundCaptions = soundCaptions === "true";
    this.view = { h: 0, p: 0 };
    this.standing = null;
    this.known = { found: 0, alarms: 0 };
    this.parts = {};
    this.build();
    // Who has checked in has touched the page; after a reload the first touch wakes the sound.
    if (navigator.userActivation?.hasBeenActive) this.sounds.wake();
    this.connect();
  }

  // --- the line to the server ---

  connect() {
    if (!this.root.isConnected) return this.sounds.stop();
    const scheme = location.protocol === "https:" ? "wss" : "ws";
    this.line = new WebSocket(`${scheme}://${location.host}${this.root.dataset.stream}`);
    this.line.binaryType = "arraybuffer";
    this.line.onopen = () => this.veil(null);
    this.line.onmessage = (event) => this.received(event.data);
    this.line.onclose = () => {
      if (!this.root.isConnected) return this.sounds.stop();
      this.veil("reconnecting");
      setTimeout(() => this.connect(), 800);
    };
  }

  send(intent) {
    if (this.line.readyState === WebSocket.OPEN) this.line.send(JSON.stringify(intent));
  }

  received(data) {
    if (!this.root.isConnected) return this.line.close();
    if (data instanceof ArrayBuffer) return void this.draw(data);
    const message = JSON.parse(data);
    if (message.type === "hud") this.hud(message);
    else if (message.type === "pointed") this.pointed(message);
    else if (message.type === "progress") this.veil("preparing");
    else if (message.type === "ended") this.veil("scoring");
    else if (message.type === "fault") this.veil("fault");
  }

  async draw(data) {
    // One picture is on its way at a time: the next is asked for when this one is shown.
    await paint(this.canvas, data);
    this.root.dataset.pictures = Number(this.root.dataset.pictures || 0) + 1;
    this.send({ kind: "shown", seq: new DataView(data).getUint32(0) });
  }

  // --- what is on the page ---

  build() {
    this.canvas = this.add("canvas", "", this.root);
    this.canvas.addEventListener("pointerdown", (event) => this.down(event));
    this.canvas.addEventListener("pointermove", (event) => this.move(event));
    this.canvas.addEventListener("pointerup", (event) => this.up(event));
    this.canvas.addEventListener("pointercancel", () => this.lift());
    this.parts.names = this.add("div", "names", this.root);
    this.parts.names.hidden = true;
    const bar = this.add("div", "bar", this.root);
    const buttons = this.add("div", "buttons", bar);
    this.button(buttons, "round", "pause", () => this.send({ kind: "pause" }), "pause");
    this.mute = this.button(buttons, "round", "volume_up", () => this.toggleSound(), "mute");
    this.captioning = this.button(buttons, "round", "closed_caption", () => this.toggleCaptions(), "captions");
    this.captioning.classList.toggle("off", !this.soundCaptions);
    const status = this.add("div", "status glass", bar);
    this.parts.found = this.add("div", "found", status);
    this.parts.clock = this.add("i", "", this.add("div", "clock", status));
    this.button(this.add("div", "buttons", bar), "round", "close", () => this.askToLeave(), "leave");
    for (const name of ["captions", "arrows", "walk", "redo", "wheel", "panel", "exercise", "debrief"]) {
      this.parts[name] = this.add("div", "", this.root);
    }
    this.parts.captions.className = "captions";
    this.parts.walk.className = "walk";
    this.veil("preparing");
  }

  add(tag, classes, parent, text) {
    const element = document.createElement(tag);
    if (classes) element.className = classes;
    if (text !== undefined) element.textContent = text;
    parent.append(element);
    return element;
  }

  button(parent, classes, text, tapped, mark) {
    const icon = classes === "round" || classes === "arrow";
    const element = this.add("button", classes, parent, icon ? undefined : text);
    if (icon) this.add("i", "q-icon notranslate material-icons", element, text);
    element.type = "button";
    if (mark) {
      element.dataset.mark = mark;
      if (this.words[mark]) element.setAttribute("aria-label", this.words[mark]);
    }
    element.addEventListener("click", (event) => {
      event.stopPropagation();
      this.sounds.wake();
      tapped(element);
    });
    return element;
  }

  // Rebuilds a part only when what it shows has changed, so that a finger never loses its button.
  show(name, key, build) {
    const part = this.parts[name];
    const wanted = key === null ? "" : JSON.stringify(key);
    if (part.dataset.key === wanted) return;
    part.dataset.key = wanted;
    part.replaceChildren();
    if (key !== null) build(part);
  }

  veil(word) {
    this.parts.veil?.remove();
    this.parts.veil = null;
    if (!word) return;
    const veil = this.add("div", "veil", this.root);
    if (word !== "fault") this.add("div", "spin", veil);
    this.add("div", "said", veil, this.words[word]);
    this.parts.veil = veil;
  }

  hud(hud) {
    this.last = hud;
    if (!hud.paused && this.parts.veil) this.veil(null);
    if (!this.drag) this.follow(hud.view, hud.standpoints.find((each) => each.here)?.index);
    this.sounds.play(hud.sounds, hud.muffled);
    this.sounds.face(this.view);
    if (hud.haptic > 0) navigator.vibrate?.(80);
    this.counted(hud);
    this.showCaptions(hud);
    this.showWalk(hud);
    this.showDecision(hud.decision);
    showExercise(this, hud.exercise);
    this.showDebrief(hud.debrief);
    this.showRedo(hud.redo);
    this.showPause(hud.paused);
    this.showNames(hud.things);
    if (hud.phase !== this.wheelPhase) this.closeWheel();
  }

  showCaptions(hud) {
    const heard = this.soundCaptions ? hud.sound_captions : [];
    this.show("captions", [heard, hud.captions], (part) => {
      const row = this.add("div", "heard", part);
      heard.forEach((words) => {
        const chip = this.add("div", "glass", row);
        this.add("i", "q-icon notranslate material-icons", chip, "hearing");
        chip.append(words);
      });
      hud.captions.forEach((caption) => {
        const line = this.add("div", "caption glass", part);
        if (caption.speaker) this.add("b", "", line, caption.speaker);
        line.append(caption.text);
      });
    });
  }

  follow(view, here) {
    // The finger leads, except when the trainee has walked and looks another way.
    if (this.standing === here) return;
    this.view = { h: view.h, p: view.p };
    this.standing = here;
  }

  counted(hud) {
    this.show("found", [hud.found.length, hud.total], (part) => {
      for (let k = 0; k < hud.total; k++) this.add("i", k < hud.found.length ? "on" : "", part);
      this.add("span", "", part, `${hud.found.length} / ${hud.total}`);
    });
    this.parts.clock.style.width = `${Math.round(hud.progress * 1000) / 10}%`;
    if (this.counting) {
      if (hud.found.length > this.known.found) this.toast("good", `✓ ${this.words.found}${hud.found.at(-1)}`);
      else if (hud.false_alarms > this.known.alarms) this.toast("bad", this.words.not_a_hazard);
    }
    this.counting = true;
    this.known = { found: hud.found.length, alarms: hud.false_alarms };
  }

  toast(kind, text) {
    this.root.querySelectorAll(".toast").forEach((old) => old.remove());
    const toast = this.add("div", `toast ${kind}`, this.root, text);
    toast.dataset.mark = `toast-${kind}`;
    toast.addEventListener("animationend", () => toast.remove());
  }

  showWalk(hud) {
    const busy = hud.decision || hud.exercise || hud.debrief || !hud.standpoints.length;
    const places = hud.standpoints.map(({ index, name, here }) => [index, name, here]);
    this.show("walk", busy ? null : places, (part) => places.forEach(([index, name, here]) => {
      const classes = here ? "on" : "";
      this.button(part, classes, name, () => this.send({ kind: "step", to: index }), `walk-${index}`);
    }));
    const seen = busy ? [] : hud.standpoints.filter((each) => !each.here && each.x !== undefined && each.x !== null);
    this.show("arrows", seen.map((each) => each.index), (part) => seen.forEach((each) => {
      this.button(part, "arrow", "directions_walk", () => this.send({ kind: "step", to: each.index }), "").dataset.to = each.index;
    }));
    seen.forEach((each) => {
      const arrow = this.parts.arrows.querySelector(`[data-to="${each.index}"]`);
      const [x, y] = this.onScreen(each.x, each.y);
      arrow.style.left = `${x}px`;
      arrow.style.top = `${y}px`;
    });
  }

  showDecision(decision) {
    this.show("panel", decision && [decision.id, decision.options, decision.timed], (part) => {
      const panel = this.add("div", "panel", part);
      panel.dataset.mark = "decision";
      const head = this.add("div", "head", panel);
      if (decision.timed) this.add("div", "ring", head);
      this.add("span", "", head, decision.ask);
      const options = this.add("div", "options", panel);
      decision.options.forEach((option) => this.button(options, "", option.text, (element) => {
        element.classList.add("taken");
        this.send({ kind: "choose", decision: decision.id, option: option.id });
      }, `option-${option.id}`));
    });
    if (decision) this.fillRing(this.parts.panel.querySelector(".ring"), decision);
  }

  fillRing(ring, { left, limit }) {
    if (!ring) return;
    ring.textContent = Math.max(0, Math.ceil(left));
    ring.style.setProperty("--left", Math.max(0, left / limit));
  }

  showDebrief(debrief) {
    this.show("debrief", debrief, (part) => {
      const sheet = this.add("div", `panel ${debrief.averted ? "averted" : ""}`, this.add("div", "debrief", part));
      sheet.dataset.mark = "debrief";
      this.add("h2", "", sheet, debrief.title);
      if (debrief.chain) this.add("p", "chain", sheet, debrief.chain);
      this.add("p", "", sheet, debrief.text);
      this.add("p", "aid", sheet, debrief.first_aid);
      this.button(sheet, "big go", debrief.go, () => this.send({ kind: "go" }), "go");
    });
  }

  showRedo(redo) {
    this.show("redo", redo, (part) => {
      const strip = this.add("div", "redo", part);
      strip.dataset.mark = "redo";
      this.add("small", "", strip, `${redo.index} / ${redo.count}`);
      this.add("span", "", strip, redo.text);
      if (redo.go) this.button(strip, "", redo.go, () => this.send({ kind: "go" }), "go");
    });
  }

  showPause(paused) {
    if (paused === this.paused && !(paused && !this.parts.veil)) return;
    this.paused = paused;
    if (!paused) return;
    this.veil(null);
    const veil = this.add("div", "veil", this.root);
    this.add("div", "said", veil, this.words.paused);
    const row = this.add("div", "across", veil);
    this.button(row, "big quiet", this.words.stop, () => this.send({ kind: "stop" }), "stop");
    this.button(row, "big go", this.words.resume, () => this.send({ kind: "resume" }), "resume");
    this.parts.veil = veil;
  }

  // Without a picture the things are named instead.
  showNames(things) {
    this.parts.names.hidden = !things.length;
    this.show("names", things, (part) => things.forEach((thing) => this.button(part, "", thing.name, (element) => {
      const box = element.getBoundingClientRect();
      this.finger = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
      this.send({ kind: "name", thing: thing.id });
    }, `thing-${thing.id}`)));
  }

  askToLeave() {
    this.send({ kind: "pause" });
  }

  toggleSound() {
    this.mute.firstChild.textContent = this.sounds.toggle() ? "volume_up" : "volume_off";
  }

  toggleCaptions() {
    this.soundCaptions = !this.soundCaptions;
    this.captioning.classList.toggle("off", !this.soundCaptions);
    if (this.last) this.showCaptions(this.last);
  }

  // --- fingers ---

  down(event) {
    this.sounds.wake();
    if (this.drag || this.parts.wheel.dataset.key) return;
    this.canvas.setPointerCapture(event.pointerId);
    this.drag = { x: event.clientX, y: event.clientY, h: this.view.h, p: this.view.p, turning: false, id: event.pointerId };
    this.holding = setTimeout(() => this.held(), HOLD_MS);
  }

  move(event) {
    const drag = this.drag;
    if (!drag || event.pointerId !== drag.id) return;
    const dx = event.clientX - drag.x, dy = event.clientY - drag.y;
    if (!drag.turning && Math.hypot(dx, dy) < DRAG_PIXELS) return;
    clearTimeout(this.holding);
    drag.turning = true;
    const degrees = PICTURE_DEGREES / this.canvas.clientWidth;
    this.view = { h: drag.h + dx * degrees, p: Math.max(-70, Math.min(70, drag.p + dy * degrees)) };
    this.look();
  }

  look() {
    this.sounds.face(this.view);
    if (this.looking) return;
    this.looking = setTimeout(() => {
      this.looking = null;
      this.send({ kind: "look", ...this.view });
    }, LOOK_EVERY_MS);
  }

  up(event) {
    const drag = this.drag;
    if (!drag || event.pointerId !== drag.id) return;
    this.lift();
    if (!drag.turning) this.point(event.clientX, event.clientY);
  }

  held() {
    const drag = this.drag;
    this.lift();
    if (drag) this.point(drag.x, drag.y);
  }

  lift() {
    clearTimeout(this.holding);
    this.drag = null;
  }

  point(x, y) {
    if (this.last?.decision || this.last?.exercise || this.last?.debrief) return;
    this.finger = { x, y };
    const ring = this.add("div", "touch", this.root);
    ring.style.left = `${x}px`;
    ring.style.top = `${y}px`;
    ring.addEventListener("animationend", () => ring.remove());
    this.send({ kind: "point", ...this.onPicture(x, y) });
  }

  // The picture covers the screen; what does not fit is cut off evenly.
  fit() {
    const { clientWidth: w, clientHeight: h, width, height } = this.canvas;
    const scale = Math.max(w / width, h / height);
    return { left: (w - width * scale) / 2, top: (h - height * scale) / 2, w: width * scale, h: height * scale };
  }

  onPicture(x, y) {
    const fit = this.fit();
    const within = (value) => Math.max(0, Math.min(1, value));
    return { x: within((x - fit.left) / fit.w), y: within((y - fit.top) / fit.h) };
  }

  onScreen(x, y) {
    const fit = this.fit();
    return [fit.left + x * fit.w, fit.top + y * fit.h];
  }

  // --- what is wrong with it? ---

  pointed({ target, choices, deeds }) {
    if (!this.finger) return;
    const { phase, redo } = this.last ?? {};
    // In an ending nothing is to be found any more, but something may be to be done.
    const ending = phase === "accident" || phase === "averted";
    if (ending && !deeds.length) return;
    if (!target) {
      const bubble = this.add("div", "bubble glass", this.root, this.words.nothing_there);
      bubble.style.left = `${this.finger.x}px`;
      bubble.style.top = `${this.finger.y}px`;
      bubble.addEventListener("animationend", () => bubble.remove());
      return;
    }
    if (redo && deeds.length) return this.send({ kind: "do", deed: deeds[0].id });
    if (redo) return this.send({ kind: "flag", target, problem: choices[0].id });
    this.wheelPhase = phase;
    openWheel(this, { target, choices: ending ? [] : choices, deeds });
  }

  closeWheel() {
    this.show("wheel", null, () => {});
  }
}

// The page's element comes and goes with the step of the visit.
export function play(id, words) {
  const root = document.getElementById(id);
  if (root && !root.playPage) root.playPage = new PlayPage(root, words);
}
