// The view from above: what lies where, to scale. North is up; the unit of the drawing is the metre.
import { add, filled, iconButton } from "./bench_parts.js";
import { SMALLEST, draw, footprint, snapped, standsAt, towards } from "./bench_shapes.js";

const TURN_SNAP = 5;
const CLICK_PIXELS = 4;
const CONE = { half: 37.5, length: 2.2 };
const NARROWEST = 2;
const MARGIN = 1.5;
const NEAR = 12;

export class Plan {
  // `told` has select(name), rewrite(values), insert(prop, at), stand(standpoint).
  constructor(parent, words, lang, told) {
    Object.assign(this, { words, lang, told });
    this.data = null;
    this.map = null;
    this.chosen = null;
    this.adding = null;
    this.root = add("section", "bench-plan", parent);
    this.svg = draw("svg", { class: "bench-drawing", "data-mark": "plan" }, this.root);
    this.layers = {};
    for (const name of ["ground", "ways", "props", "standpoints", "people", "walker"]) {
      this.layers[name] = draw("g", { class: `bench-layer-${name}` }, this.svg);
    }
    this.hint = add("div", "bench-hint", this.root);
    const tools = add("div", "bench-tools", this.root);
    iconButton("bench-key", tools, "zoom_in", words.zoom_in, () => this.zoom(0.75));
    iconButton("bench-key", tools, "zoom_out", words.zoom_out, () => this.zoom(1.33));
    iconButton("bench-key", tools, "fit_screen", words.fit, () => this.fit(this.fitted && !this.whole));
    this.svg.addEventListener("pointerdown", (event) => this.down(event));
    this.svg.addEventListener("pointermove", (event) => this.move(event));
    this.svg.addEventListener("pointerup", (event) => this.up(event));
    this.svg.addEventListener("wheel", (event) => this.wheel(event), { passive: false });
    addEventListener("keydown", (event) => event.key === "Escape" && this.add(null));
    new ResizeObserver(() => (this.fitted ? this.fit(this.whole) : this.view && this.look(this.view))).observe(this.svg);
  }

  // --- what comes from the server ---

  ground({ box, picture }) {
    const same = this.map && this.map.box.join() === box.join();
    this.map = { box, picture };
    const [x0, y0, x1, y1] = box;
    this.layers.ground.replaceChildren();
    const place = { x: x0, y: -y1, width: x1 - x0, height: y1 - y0, href: picture };
    draw("image", { ...place, preserveAspectRatio: "none" }, this.layers.ground);
    if (!same) this.fit();
  }

  show(data) {
    this.data = data;
    this.things = new Map(data.things.map((thing) => [thing.name, thing]));
    if (!this.view || this.place !== data.place) this.fit();
    this.place = data.place;
    this.redraw();
  }

  moment(moment) {
    this.now = moment.things;
    if (this.data && !this.grip) this.redraw();
  }

  walked(walker) {
    this.walker = walker;
    const layer = this.layers.walker;
    layer.replaceChildren();
    const [x, y] = walker.at;
    const sides = [-CONE.half, CONE.half].map((side) => towards(walker.h + side, CONE.length));
    const points = [[0, 0], ...sides].map(([dx, dy]) => `${x + dx},${-y + dy}`).join(" ");
    draw("polygon", { points, class: "bench-cone bench-cone-walker" }, layer);
    draw("circle", { cx: x, cy: -y, r: this.pixels(6), class: "bench-eye" }, layer);
  }

  choose(name) {
    this.chosen = name;
    if (this.data) this.redraw();
  }

  // Wait for a click on the floor where this prop is to stand; null waits no longer.
  add(prop) {
    this.adding = prop;
    this.svg.classList.toggle("bench-adding", Boolean(prop));
    this.hint.textContent = prop ? filled(this.words.click_floor, { prop: prop.label }) : "";
  }

  // --- drawing ---

  pixels(count) {
    return (count * (this.view ? this.view[2] : 20)) / Math.max(1, this.svg.clientWidth);
  }

  redraw() {
    for (const name of ["ways", "props", "standpoints", "people"]) this.layers[name].replaceChildren();
    for (const thing of this.data.things) {
      if (thing.kind === "carried") continue;
      if (thing.path.length > 1) this.drawWay(thing);
      if (thing.kind === "prop") this.drawProp(thing);
      else this.drawActor(thing);
    }
    this.data.standpoints.forEach((standpoint) => this.drawStandpoint(standpoint));
    this.spread();
    if (this.walker) this.walked(this.walker);
  }

  drawProp(thing) {
    const corners = footprint(thing);
    const points = corners.map((each) => each.join(",")).join(" ");
    const group = this.group("props", thing, "prop");
    draw("polygon", { points, class: `bench-foot ${thing.role}` }, group);
    const [x, y] = thing.at;
    const [dx, dy] = towards(thing.heading, Math.max(SMALLEST, thing.high[1]) + 0.15);
    draw("line", { x1: x, y1: -y, x2: x + dx, y2: -y + dy, class: "bench-front" }, group);
    this.label(group, thing, x, -y, thing.role || thing.name === this.chosen);
  }

  drawActor(thing) {
    const [x, y, heading] = (this.now && this.now[thing.name]) || [...thing.at.slice(0, 2), thing.heading];
    const group = this.group("people", thing, "actor");
    if (thing.kind === "person") {
      draw("circle", { cx: x, cy: -y, r: 0.28, class: `bench-person ${thing.role}` }, group);
    } else {
      const points = footprint({ ...thing, at: [x, y], heading }).map((each) => each.join(",")).join(" ");
      draw("polygon", { points, class: `bench-foot bench-moving ${thing.role}` }, group);
    }
    const [dx, dy] = towards(heading, 0.5);
    draw("line", { x1: x, y1: -y, x2: x + dx, y2: -y + dy, class: "bench-front" }, group);
    this.label(group, thing, x, -y, true);
  }

  drawWay(thing) {
    const group = this.group("ways", thing, "way");
    const points = thing.path.map(({ at }) => `${at[0]},${-at[1]}`).join(" ");
    draw("polyline", { points, class: "bench-way" }, group);
    const shown = thing.name === this.chosen;
    const told = new Set();
    thing.path.forEach(({ at, t }, index) => {
      const knot = { cx: at[0], cy: -at[1], r: this.pixels(shown ? 5 : 3), class: "bench-knot", "data-index": index };
      draw("circle", { ...knot, "data-kind": "knot", "data-name": thing.name }, group);
      const here = at.join(" ");
      if (!shown || told.has(here)) return;
      told.add(here);
      const text = { x: at[0] + this.pixels(7), y: -at[1] - this.pixels(5), class: "bench-time" };
      draw("text", { ...text, "font-size": this.pixels(11) }, group, `${t} s`);
    });
  }

  drawStandpoint(standpoint) {
    const { at, heading, index } = standpoint;
    const [x, y] = at;
    const group = draw("g", { "data-kind": "standpoint", "data-index": index, class: "bench-standpoint" }, this.layers.standpoints);
    const sides = [-CONE.half, CONE.half].map((side) => towards(heading + side, CONE.length * 0.7));
    const points = [[0, 0], ...sides].map(([dx, dy]) => `${x + dx},${-y + dy}`).join(" ");
    draw("polygon", { points, class: "bench-cone" }, group);
    draw("circle", { cx: x, cy: -y, r: this.pixels(9) }, group);
    draw("text", { x, y: -y + this.pixels(4), "font-size": this.pixels(11), "text-anchor": "middle" }, group, index + 1);
    if (standpoint.name) draw("title", {}, group, standpoint.name[this.lang]);
  }

  group(layer, thing, kind) {
    const classes = `bench-thing${thing.name === this.chosen ? " chosen" : ""}`;
    const group = draw("g", { "data-kind": kind, "data-name": thing.name, class: classes }, this.layers[layer]);
    draw("title", {}, group, `${thing.name} · ${thing.label[this.lang]}`);
    return group;
  }

  // Labels that would lie over others are left out, those that matter least first; a tip tells them all the same.
  spread() {
    const taken = [];
    const labels = [...this.svg.querySelectorAll(".bench-label")];
    labels.sort((one, other) => one.dataset.rank - other.dataset.rank);
    for (const label of labels) {
      const box = label.getBBox();
      const free = taken.every(
        (each) =>
          box.x > each.x + each.width || each.x > box.x + box.width || box.y > each.y + each.height || each.y > box.y + box.height,
      );
      if (free) taken.push(box);
      else label.remove();
    }
  }

  label(group, thing, x, y, shown) {
    if (!shown) return;
    const text = { x, y: y - this.pixels(9), "font-size": this.pixels(11.5), "text-anchor": "middle", class: "bench-label" };
    const rank = thing.name === this.chosen ? 0 : { hazard: 1, lure: 3 }[thing.role] || 2;
    draw("text", { ...text, "data-rank": rank }, group, thing.label[this.lang]);
  }

  // --- what is seen of it ---

  // Where the trainee is and what stands near; when that is seen already, the whole place.
  fit(whole = false) {
    const [x0, y0, x1, y1] = (!whole && this.data && this.scene()) || this.data?.extent || this.map?.box || [0, 0, 10, 10];
    this.look([x0 - MARGIN, -y1 - MARGIN, x1 - x0 + 2 * MARGIN, y1 - y0 + 2 * MARGIN], true);
    this.fitted = true;
    this.whole = whole;
  }

  scene() {
    const spots = this.data.standpoints.map(({ at }) => at);
    if (!spots.length) return null;
    const box = (points) => [0, 1].map((axis) => points.map((at) => at[axis])).flatMap((all) => [Math.min(...all), Math.max(...all)]);
    const [x0, x1, y0, y1] = box(spots);
    const near = ([x, y]) => x > x0 - NEAR && x < x1 + NEAR && y > y0 - NEAR && y < y1 + NEAR;
    const [left, right, low, high] = box([...spots, ...this.data.things.filter(({ at }) => at && near(at)).map(({ at }) => at)]);
    return [left, low, right, high];
  }

  look([x, y, width, height], fit = false) {
    const shape = this.svg.clientHeight / Math.max(1, this.svg.clientWidth);
    if (!shape) return;
    this.fitted = false;
    const wide = fit ? Math.max(width, height / shape) : width;
    const middle = [x + width / 2, y + height / 2];
    this.view = [middle[0] - wide / 2, middle[1] - (wide * shape) / 2, wide, wide * shape];
    this.svg.setAttribute("viewBox", this.view.join(" "));
    if (this.data) this.redraw();
  }

  zoom(factor, about) {
    const [x, y, width, height] = this.view;
    const [ax, ay] = about || [x + width / 2, y + height / 2];
    if (width * factor < NARROWEST || width * factor > 400) return;
    this.look([ax + (x - ax) * factor, ay + (y - ay) * factor, width * factor, height * factor]);
  }

  wheel(event) {
    event.preventDefault();
    this.zoom(event.deltaY < 0 ? 0.85 : 1.18, this.point(event));
  }

  // Where a pointer is, in the drawing's metres (y downwards).
  point(event) {
    const point = new DOMPoint(event.clientX, event.clientY).matrixTransform(this.svg.getScreenCTM().inverse());
    return [point.x, point.y];
  }

  // --- dragging ---

  down(event) {
    if (!this.data || event.button) return;
    const here = this.point(event);
    if (this.adding) {
      this.told.insert(this.adding, [snapped(here[0]), snapped(-here[1])]);
      this.add(null);
      return;
    }
    this.svg.setPointerCapture(event.pointerId);
    const knot = event.target.closest('[data-kind="knot"]');
    const group = knot || event.target.closest("[data-kind]");
    this.grip = { from: here, x: event.clientX, y: event.clientY, moved: false, view: this.view, ...this.held(group) };
    if (this.grip.name && this.grip.name !== this.chosen) this.told.select(this.grip.name);
  }

  // What a drag at this element moves: where that is now, and the places in the text that say so.
  held(group) {
    if (!group) return { kind: "ground" };
    const { kind, name, index } = group.dataset;
    if (kind === "standpoint") {
      const standpoint = this.data.standpoints.find((each) => each.index === Number(index));
      return { kind, thing: standpoint, at: standpoint.at, locs: [["standpoints", standpoint.index]] };
    }
    const thing = this.things.get(name);
    if (kind === "prop") return { kind, name, thing, at: thing.at, locs: [["props", name]] };
    const first = kind === "knot" ? Number(index) : 0;
    return { kind: "actor", name, thing, at: thing.path[first].at, locs: standsAt(thing, first) };
  }

  move(event) {
    const grip = this.grip;
    if (!grip) return;
    if (!grip.moved && Math.hypot(event.clientX - grip.x, event.clientY - grip.y) < CLICK_PIXELS) return;
    grip.moved = true;
    const here = this.point(event);
    if (grip.kind === "ground") {
      const [x, y, width, height] = this.view;
      this.look([x + grip.from[0] - here[0], y + grip.from[1] - here[1], width, height]);
      return;
    }
    const [x, y] = grip.at;
    if (event.shiftKey) {
      const heading = (Math.atan2(-(here[0] - x), -(here[1] + y)) * 180) / Math.PI;
      grip.heading = Math.round(heading / TURN_SNAP) * TURN_SNAP;
      grip.to = null;
    } else {
      grip.to = [snapped(x + here[0] - grip.from[0]), snapped(y - here[1] + grip.from[1])];
      grip.heading = null;
    }
    this.preview(grip);
  }

  // How it would be, while it is dragged.
  preview(grip) {
    const ghost = { ...grip.thing, at: grip.to || grip.at.slice(0, 2), heading: grip.heading ?? grip.thing.heading ?? 0 };
    this.ghost?.remove();
    this.ghost = draw("g", { class: "bench-ghost" }, this.layers.walker);
    if (grip.kind === "prop") {
      draw("polygon", { points: footprint(ghost).map((each) => each.join(",")).join(" ") }, this.ghost);
    } else {
      draw("circle", { cx: ghost.at[0], cy: -ghost.at[1], r: Math.max(0.3, this.pixels(9)) }, this.ghost);
    }
    const [dx, dy] = towards(ghost.heading, 0.8);
    draw("line", { x1: ghost.at[0], y1: -ghost.at[1], x2: ghost.at[0] + dx, y2: -ghost.at[1] + dy }, this.ghost);
    const told = grip.to ? `${grip.to[0]}, ${grip.to[1]}` : `${ghost.heading}°`;
    const text = { x: ghost.at[0], y: -ghost.at[1] + this.pixels(26), "font-size": this.pixels(12), "text-anchor": "middle" };
    draw("text", text, this.ghost, told);
  }

  up() {
    const grip = this.grip;
    this.grip = null;
    this.ghost?.remove();
    if (!grip) return;
    if (!grip.moved) {
      if (grip.kind === "standpoint") this.told.stand(grip.thing);
      return;
    }
    if (grip.to) {
      const value = [...grip.to, ...grip.at.slice(2)];
      this.told.rewrite(grip.locs.map((loc) => ({ loc: [...loc, "at"], value })));
    } else if (grip.heading !== null && grip.heading !== undefined) {
      this.told.rewrite([{ loc: [...grip.locs[0], "heading"], value: grip.heading }]);
    }
  }
}
