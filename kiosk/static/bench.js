// The trainer's bench: the text on the left, its place and its plan on the right, one line to the server.
import { add, button, filled } from "./bench_parts.js";
import { Drawer } from "./bench_drawer.js";
import { Plan } from "./bench_plan.js";
import { Shelf } from "./bench_shelf.js";
import { Text } from "./bench_text.js";
import { Seconds, View } from "./bench_view.js";

const TYPED_MS = 180;
const AGAIN_MS = 1000;
const CODE_NOT_YOURS = 4403;
const CODE_NO_DRAFT = 4404;

class Bench {
  constructor(root, view, settings) {
    Object.assign(this, { root, settings, words: settings.words, lang: settings.lang });
    this.seq = 0;
    this.asked = 0;
    this.waiting = new Map();
    this.dirty = false;
    this.plan = null;
    this.locked = true;
    this.text = new Text(view, {
      changed: (ours) => this.changed(ours),
      cursor: (line) => this.cursor(line),
      complete: (line, column) => this.ask("complete", line, column),
      explain: (line, column) => this.ask("explain", line, column),
    });
    this.build();
    this.text.lock(true);
    this.connect();
    addEventListener("beforeunload", () => this.flush());
  }

  build() {
    const { words, lang } = this;
    const right = this.root.querySelector(".bench-right");
    const seconds = (t) => this.send({ do: "time", seconds: t });
    this.view = new View(right, words, {
      look: (walker) => this.send({ do: "look", ...walker }),
      point: (x, y) => this.send({ do: "point", x, y }),
      walked: (walker) => this.drawing?.walked(walker),
    });
    this.seconds = new Seconds(right, words, {
      time: (t) => {
        this.drawer.hand(t);
        seconds(t);
      },
      trainee: (name) => this.play(name),
    });
    this.drawing = new Plan(right, words, lang, {
      select: (name) => this.select(name, true),
      rewrite: (values) => this.rewrite({ do: "set", values }),
      insert: (prop, at) => this.rewrite({ do: "insert", prop: prop.name, at }),
      stand: (standpoint) => this.view.stand(standpoint),
    });
    this.shelf = new Shelf(right, words, lang, this.settings.props, (prop) => this.drawing.add(prop));
    this.drawer = new Drawer(
      this.root,
      words,
      {
        reveal: (line) => this.text.reveal(line),
        time: (t) => this.seconds.go(t),
        play: (name) => this.play(name),
        prove: () => this.flushed({ do: "prove" }),
        publish: (author) => this.flushed({ do: "publish", author }),
      },
      this.settings.links,
    );
    this.notice = add("div", "bench-notice", this.root);
    this.notice.hidden = true;
  }

  // --- the line to the server ---

  connect() {
    const scheme = location.protocol === "https:" ? "wss" : "ws";
    const token = sessionStorage.getItem("bench") || crypto.getRandomValues(new Uint32Array(4)).join("-");
    sessionStorage.setItem("bench", token);
    this.line = new WebSocket(`${scheme}://${location.host}${this.settings.line}?page=${token}`);
    this.line.binaryType = "arraybuffer";
    this.line.onmessage = (event) => this.received(event.data);
    this.line.onclose = (event) => this.lost(event.code);
  }

  lost(code) {
    if (!this.root.isConnected) return;
    this.hold(true);
    const over = code === CODE_NOT_YOURS || code === CODE_NO_DRAFT;
    this.tell(over ? this.words.no_draft : this.words.reconnecting);
    if (!over) setTimeout(() => this.connect(), AGAIN_MS);
  }

  send(message) {
    if (this.line.readyState === WebSocket.OPEN && !this.locked) this.line.send(JSON.stringify(message));
  }

  received(data) {
    if (data instanceof ArrayBuffer) {
      this.view.draw(data).finally(() => this.send({ do: "shown" }));
      return;
    }
    const message = JSON.parse(data);
    const hear = {
      yours: () => this.yours(message),
      held: () => this.held(message.by),
      checked: () => this.checked(message),
      answer: () => this.answered(message),
      rewritten: () => this.rewritten(message),
      refused: () => this.refused(message.text),
      building: () => this.view.cover(this.words.building),
      no_picture: () => this.view.cover(message.text),
      map: () => this.drawing.ground(message),
      plan: () => this.planned(message),
      moment: () => this.moment(message),
      marked: () => this.view.marked(message.box, this.labelOf(message.name)),
      pointed: () => message.name && this.select(message.name, true),
      course: () => this.course(message),
      proving: () => this.drawer.proving(),
      proof: () => this.drawer.proof(message),
      proved: () => this.drawer.doneProving(message.passed),
      publishing: () => this.drawer.publishing(),
      published: () => this.published(message),
    };
    hear[message.type]?.();
  }

  // --- whose it is ---

  hold(locked) {
    this.locked = locked;
    this.text.lock(locked);
    this.root.classList.toggle("locked", locked);
  }

  // The draft is ours. After a break what stands here is newer than what the server has.
  yours(message) {
    const kept = this.opened && !this.lent;
    if (!kept) this.text.rewrite(message.text);
    this.opened = true;
    this.lent = false;
    this.hold(false);
    this.tell("");
    if (!message.picture) this.view.cover(this.words.no_picture);
    if (this.view.walker) this.send({ do: "look", ...this.view.walker });
    this.dirty = true;
    this.flush();
  }

  held(by) {
    this.lent = true;
    this.hold(true);
    this.tell(filled(this.words.held, { by }));
    button("bench-do", this.notice, this.words.take_over, () => this.line.send('{"do":"take"}'), "take-over");
  }

  tell(text) {
    this.notice.replaceChildren();
    this.notice.hidden = !text;
    if (text) add("span", "", this.notice, text);
  }

  // --- the text ---

  changed(ours) {
    if (this.locked) return;
    this.dirty = true;
    this.drawer.say(this.words.typing);
    this.drawer.unproved();
    this.drawer.course = null;
    clearTimeout(this.timer);
    if (ours) this.flush();
    else this.timer = setTimeout(() => this.flush(), TYPED_MS);
  }

  flush() {
    clearTimeout(this.timer);
    if (!this.dirty || this.locked) return;
    this.dirty = false;
    this.seq += 1;
    this.root.dataset.checked = "";
    this.send({ do: "text", text: this.text.text, seq: this.seq });
  }

  flushed(message) {
    this.flush();
    this.send(message);
  }

  checked(message) {
    if (message.seq !== this.seq) return;
    this.text.showFaults(message.faults);
    this.drawer.faults(message.faults);
    this.drawer.say(message.faults.length ? this.words.saved_with_faults : this.words.saved);
    this.root.dataset.checked = message.seq;
    this.root.dataset.faults = message.faults.length;
    if (this.drawer.opened === "timeline" && !this.drawer.course && !message.faults.length) this.play(this.drawer.trainee);
  }

  ask(what, line, column) {
    this.flush();
    this.asked += 1;
    const number = this.asked;
    this.send({ do: what, line, column, ask: number });
    return new Promise((resolve) => {
      this.waiting.set(number, resolve);
      setTimeout(() => this.waiting.delete(number) && resolve(null), 3000);
    });
  }

  answered(message) {
    this.waiting.get(message.ask)?.(message);
    this.waiting.delete(message.ask);
  }

  // The server writes a change into the text it was sent last; what is typed meanwhile makes it ask again.
  rewrite(request) {
    this.flush();
    this.pending = { request, text: this.text.text };
    this.send(request);
  }

  rewritten(message) {
    const { pending } = this;
    this.pending = null;
    if (!pending) return;
    if (this.text.text !== pending.text) return void this.rewrite(pending.request);
    this.text.rewrite(message.text);
    if (message.name) this.wanted = message.name;
  }

  refused(text) {
    this.pending = null;
    this.drawer.refused(text);
    this.drawer.say(text);
  }

  // --- things ---

  planned(plan) {
    this.plan = plan;
    this.drawing.show(plan);
    this.view.plan(plan, this.lang);
    if (this.wanted) {
      const name = this.wanted;
      this.wanted = null;
      this.select(name, true);
    } else if (this.chosen) {
      this.text.mark(this.linesOf(this.chosen), false);
    }
    this.root.dataset.things = plan.things.length;
  }

  thing(name) {
    return this.plan?.things.find((each) => each.name === name);
  }

  linesOf(name) {
    const thing = this.thing(name);
    return thing && thing.line ? [thing.line, thing.last] : null;
  }

  labelOf(name) {
    const thing = this.thing(name);
    return thing ? thing.label[this.lang] : name || "";
  }

  select(name, reveal) {
    this.chosen = name;
    this.root.dataset.chosen = name || "";
    this.drawing.choose(name);
    this.text.mark(name ? this.linesOf(name) : null, reveal);
    this.send({ do: "mark", name });
  }

  cursor(line) {
    const thing = this.plan?.things.find((each) => each.line <= line && line <= each.last);
    if (thing && thing.name !== this.chosen) this.select(thing.name, false);
  }

  // --- time ---

  play(trainee) {
    if (!this.drawer.clean) return void this.drawer.say(this.words.mend_first);
    this.seconds.who.value = trainee;
    this.flushed({ do: "play", trainee, seed: 0 });
  }

  course(course) {
    this.drawer.showCourse(course);
    this.seconds.length(course.seconds);
  }

  moment(moment) {
    this.drawing.moment(moment);
    this.view.moment(moment, this.lang);
  }

  published(message) {
    if (message.text && !this.dirty) this.text.rewrite(message.text);
    this.drawer.published(message);
  }
}

export function open(root, editor, settings) {
  const element = window.getElement(editor);
  element.editorPromise.then((view) => {
    window.bench = new Bench(document.getElementById(root), view, settings);
  });
}
