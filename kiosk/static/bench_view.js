// The picture of the place: look round by dragging, walk with keys, wheel or buttons, click a thing.
import { add, button, clock, iconButton, throttled } from "./bench_parts.js";
import { paint } from "./picture.js";

const PICTURE_DEGREES = 75;
const CLICK_PIXELS = 5;
const STEP = 0.4;
const TURN = 6;
const LOOK_MS = 60;
const HEIGHTS = [0.3, 12];
const EYE_HEIGHT = 1.6;

export class View {
  // `told` has look(walker), point(x, y), time(seconds), walked(walker).
  constructor(parent, words, told) {
    this.words = words;
    this.told = told;
    this.walker = null;
    this.held = new Set();
    this.sendLook = throttled(LOOK_MS, (walker) => told.look(walker));
    this.build(parent);
  }

  build(parent) {
    this.root = add("section", "bench-view", parent);
    this.frame = add("div", "bench-picture", this.root);
    this.frame.tabIndex = 0;
    this.frame.dataset.mark = "picture";
    const shown = add("div", "bench-shown", this.frame);
    this.canvas = add("canvas", "", shown);
    this.box = add("div", "bench-box", shown);
    this.box.hidden = true;
    this.boxLabel = add("span", "", this.box);
    this.veil = add("div", "bench-veil", this.frame, this.words.preparing);
    this.said = add("div", "bench-said", this.frame);
    this.help = add("div", "bench-help", this.frame, this.words.walk_help);
    this.frame.addEventListener("pointerdown", (event) => this.down(event));
    this.frame.addEventListener("pointermove", (event) => this.move(event));
    this.frame.addEventListener("pointerup", (event) => this.up(event));
    this.frame.addEventListener("wheel", (event) => this.wheel(event), { passive: false });
    this.frame.addEventListener("keydown", (event) => this.key(event));
    const side = add("div", "bench-ways", this.root);
    this.places = add("div", "bench-places", side);
    const pad = add("div", "bench-pad", side);
    const ways = [
      ["rotate_left", "turn_left", () => this.turn(TURN * 2)],
      ["arrow_upward", "forward", () => this.walk(STEP * 2, 0)],
      ["rotate_right", "turn_right", () => this.turn(-TURN * 2)],
      ["arrow_back", "left", () => this.walk(0, -STEP * 2)],
      ["arrow_downward", "back_step", () => this.walk(-STEP * 2, 0)],
      ["arrow_forward", "right", () => this.walk(0, STEP * 2)],
    ];
    for (const [name, word, act] of ways) iconButton("bench-key", pad, name, this.words[word], act, `walk-${word}`);
    const height = add("label", "bench-height", side, this.words.height);
    this.height = add("input", "", height);
    Object.assign(this.height, { type: "range", min: HEIGHTS[0], max: HEIGHTS[1], step: 0.1, value: EYE_HEIGHT });
    this.height.addEventListener("input", () => this.go({ height: Number(this.height.value) }));
  }

  // --- what comes from the server ---

  async draw(data) {
    await paint(this.canvas, data);
    this.frame.dataset.pictures = Number(this.frame.dataset.pictures || 0) + 1;
    this.cover("");
  }

  cover(text) {
    this.veil.textContent = text;
    this.veil.hidden = !text;
  }

  moment(moment, lang) {
    this.said.textContent = moment.captions.map((caption) => caption[lang]).join("　");
  }

  marked(box, label) {
    this.box.hidden = !box;
    if (!box) return;
    const [left, top, right, bottom] = box.map((share) => `${share * 100}%`);
    Object.assign(this.box.style, { left, top, width: `calc(${right} - ${left})`, height: `calc(${bottom} - ${top})` });
    this.boxLabel.textContent = label;
  }

  plan(plan, lang) {
    this.places.replaceChildren();
    for (const each of plan.standpoints) {
      const name = each.name ? each.name[lang] : `${this.words.standpoint} ${each.index + 1}`;
      button("bench-place", this.places, name, () => this.stand(each), `stand-${each.index}`);
    }
    if (!this.walker && plan.standpoints.length) this.stand(plan.standpoints[0]);
  }

  // --- walking ---

  stand(standpoint) {
    this.go({ at: standpoint.at, h: standpoint.heading, p: -4, height: EYE_HEIGHT });
  }

  go(changes) {
    this.walker = { at: [0, 0], height: EYE_HEIGHT, h: 0, p: 0, ...this.walker, ...changes };
    this.height.value = this.walker.height;
    this.sendLook(this.walker);
    this.told.walked(this.walker);
  }

  turn(degrees) {
    if (this.walker) this.go({ h: wrapped(this.walker.h + degrees) });
  }

  walk(ahead, right) {
    if (!this.walker) return;
    const turn = (this.walker.h * Math.PI) / 180;
    const [x, y] = this.walker.at;
    const at = [
      x - Math.sin(turn) * ahead + Math.cos(turn) * right,
      y + Math.cos(turn) * ahead + Math.sin(turn) * right,
    ];
    this.go({ at: at.map((each) => Math.round(each * 100) / 100) });
  }

  down(event) {
    this.frame.focus({ preventScroll: true });
    this.frame.setPointerCapture(event.pointerId);
    this.from = { x: event.clientX, y: event.clientY, walker: { ...this.walker }, moved: false };
  }

  move(event) {
    if (!this.from || !this.walker) return;
    const dx = event.clientX - this.from.x;
    const dy = event.clientY - this.from.y;
    if (!this.from.moved && Math.hypot(dx, dy) < CLICK_PIXELS) return;
    this.from.moved = true;
    const scale = PICTURE_DEGREES / this.canvas.clientWidth;
    const p = Math.min(85, Math.max(-85, this.from.walker.p + dy * scale));
    this.go({ h: wrapped(this.from.walker.h + dx * scale), p });
  }

  up(event) {
    const from = this.from;
    this.from = null;
    if (!from || from.moved) return;
    const shown = this.canvas.getBoundingClientRect();
    const x = (event.clientX - shown.left) / shown.width;
    const y = (event.clientY - shown.top) / shown.height;
    if (x >= 0 && x <= 1 && y >= 0 && y <= 1) this.told.point(x, y);
  }

  wheel(event) {
    event.preventDefault();
    this.walk(event.deltaY < 0 ? STEP : -STEP, 0);
  }

  key(event) {
    const sideways = event.shiftKey;
    const acts = {
      ArrowUp: () => this.walk(STEP, 0),
      ArrowDown: () => this.walk(-STEP, 0),
      ArrowLeft: () => (sideways ? this.walk(0, -STEP) : this.turn(TURN)),
      ArrowRight: () => (sideways ? this.walk(0, STEP) : this.turn(-TURN)),
      PageUp: () => this.rise(0.2),
      PageDown: () => this.rise(-0.2),
    };
    if (!acts[event.key]) return;
    event.preventDefault();
    acts[event.key]();
  }

  rise(metres) {
    const height = Math.min(HEIGHTS[1], Math.max(HEIGHTS[0], this.walker.height + metres));
    this.go({ height: Math.round(height * 100) / 100 });
  }
}

// Which second of the session is shown, and who plays it.
export class Seconds {
  // `told` has time(seconds), trainee(name).
  constructor(parent, words, told) {
    this.words = words;
    this.root = add("div", "bench-seconds", parent);
    this.who = add("select", "bench-who", this.root);
    this.who.dataset.mark = "trainee";
    for (const name of ["absent", "perfect", "random"]) {
      const option = add("option", "", this.who, words[name]);
      option.value = name;
    }
    this.who.addEventListener("change", () => told.trainee(this.who.value));
    this.slider = add("input", "bench-slider", this.root);
    Object.assign(this.slider, { type: "range", min: 0, max: 180, step: 0.1, value: 0 });
    this.slider.dataset.mark = "seconds";
    this.slider.setAttribute("aria-label", words.second);
    this.shown = add("output", "bench-clock", this.root, "0:00");
    const send = throttled(80, (seconds) => told.time(seconds));
    this.slider.addEventListener("input", () => {
      this.say(Number(this.slider.value));
      send(Number(this.slider.value));
    });
    this.go = (seconds) => {
      this.slider.value = seconds;
      this.say(seconds);
      send(seconds);
    };
  }

  say(seconds) {
    this.shown.textContent = clock(seconds);
  }

  length(seconds) {
    this.slider.max = Math.max(1, seconds);
  }
}

function wrapped(degrees) {
  return Math.round((((degrees % 360) + 540) % 360) * 100) / 100 - 180;
}
