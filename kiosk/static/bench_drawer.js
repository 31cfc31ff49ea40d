// The drawer at the bottom: what is wrong, how it goes when a script plays it, its proofs, publishing.
import { add, button, clock, filled, icon } from "./bench_parts.js";

const TABS = ["faults", "timeline", "proofs", "publish"];
const BAD = ["accident", "missed", "lure", "nothing", "timed_out", "late", "wrong_reason"];
const GOOD = ["found", "averted", "answered", "done", "deed_done", "kept"];

export class Drawer {
  // `told` has reveal(line), time(seconds), play(trainee), prove(), publish(author).
  constructor(parent, words, told, links) {
    Object.assign(this, { words, told, links });
    this.root = add("section", "bench-drawer", parent);
    this.tabs = add("div", "bench-tabs", this.root);
    this.body = add("div", "bench-drawer-body", this.root);
    this.panels = {};
    this.marks = {};
    for (const name of TABS) {
      const tab = button("bench-tab", this.tabs, words[`tab_${name}`], () => this.toggle(name), `tab-${name}`);
      this.marks[name] = add("span", "bench-count", tab);
      this.panels[name] = add("div", `bench-panel bench-panel-${name}`, this.body);
    }
    this.status = add("div", "bench-status", this.tabs);
    this.buildTimeline();
    this.buildProofs();
    this.buildPublish();
    this.faults([]);
    this.open(null);
  }

  toggle(name) {
    this.open(this.opened === name ? null : name);
  }

  open(name) {
    this.opened = name;
    this.root.classList.toggle("open", Boolean(name));
    for (const each of TABS) {
      this.panels[each].hidden = each !== name;
      this.tabs.querySelector(`[data-mark="tab-${each}"]`).classList.toggle("here", each === name);
    }
    if (name === "timeline" && !this.course) this.told.play(this.trainee || "perfect");
  }

  say(text) {
    this.status.textContent = text;
  }

  count(name, text, kind) {
    this.marks[name].textContent = text;
    this.marks[name].className = `bench-count ${kind}`;
  }

  // --- faults ---

  faults(faults) {
    this.clean = !faults.length;
    this.archive.hidden = !this.clean; // what has faults names models that may not be there
    this.count("faults", faults.length || "✓", faults.length ? "bad" : "good");
    const panel = this.panels.faults;
    panel.replaceChildren();
    if (!faults.length) add("div", "bench-empty", panel, this.words.no_faults);
    for (const fault of faults) {
      const row = button("bench-row", panel, "", () => this.told.reveal(fault.line), "fault");
      add("span", "bench-line", row, filled(this.words.line, { line: fault.line }));
      add("span", "", row, fault.text);
    }
  }

  // --- timeline ---

  buildTimeline() {
    const panel = this.panels.timeline;
    const head = add("div", "bench-panel-head", panel);
    this.players = {};
    for (const name of ["perfect", "absent", "random"]) {
      this.players[name] = button("bench-choice", head, this.words[name], () => this.told.play(name), `play-${name}`);
    }
    this.trial = add("a", "bench-do bench-open", head, this.words.try_out);
    Object.assign(this.trial, { href: this.links.trial, target: "_blank" });
    this.trial.dataset.mark = "try-out";
    this.result = add("div", "bench-result", head);
    this.chart = add("div", "bench-chart", panel);
    this.moments = add("div", "bench-moments", panel);
  }

  showCourse(course) {
    this.course = course;
    this.trainee = course.trainee;
    for (const [name, each] of Object.entries(this.players)) each.classList.toggle("here", name === course.trainee);
    const outcome = this.words[`outcome_${course.outcome || "none"}`];
    this.result.textContent = filled(this.words.result, { score: course.score, outcome, length: clock(course.seconds) });
    this.result.dataset.score = course.score;
    this.drawChart(course);
    this.moments.replaceChildren();
    for (const row of course.rows) {
      const line = button(`bench-row ${kindOf(row.kind)}`, this.moments, "", () => this.told.time(row.time), "moment");
      add("span", "bench-line", line, clock(row.time));
      add("span", "", line, row.text);
    }
  }

  drawChart(course) {
    this.chart.replaceChildren();
    const share = (seconds) => `${(Math.min(seconds, course.seconds) / Math.max(1, course.seconds)) * 100}%`;
    const lane = (label) => {
      const row = add("div", "bench-lane", this.chart);
      const name = add("span", "bench-lane-name", row, label);
      name.title = label;
      const track = add("div", "bench-track", row);
      track.addEventListener("click", (event) => {
        const box = track.getBoundingClientRect();
        this.told.time(((event.clientX - box.left) / box.width) * course.seconds);
      });
      return track;
    };
    for (const window of course.windows) {
      const track = lane(window.label);
      const bar = add("span", `bench-window${window.key ? " key" : ""}`, track);
      Object.assign(bar.style, { left: share(window.from), width: `calc(${share(window.to)} - ${share(window.from)})` });
      if (window.found !== null) tick(track, share(window.found), "good", `${this.words.found} ${clock(window.found)}`);
    }
    const asked = lane(this.words.lane_decisions);
    course.rows.forEach((row, index) => {
      if (row.kind !== "asked") return;
      const answer = course.rows.slice(index).find((each) => each.subject === row.subject && each.kind !== "asked");
      const bar = add("span", "bench-asked", asked);
      const until = answer ? answer.time : course.seconds;
      Object.assign(bar.style, { left: share(row.time), width: `calc(${share(until)} - ${share(row.time)})` });
      bar.title = row.text;
    });
    const said = lane(this.words.lane_said);
    const rest = lane(this.words.lane_events);
    for (const row of course.rows) {
      if (row.kind === "said") tick(said, share(row.time), "said", row.text);
      else if (row.kind !== "asked") tick(rest, share(row.time), kindOf(row.kind), row.text);
    }
    this.hands = [...this.chart.querySelectorAll(".bench-track")].map((track) => add("span", "bench-hand", track));
    this.share = share;
    this.hand(this.at || 0);
  }

  // The second that is shown.
  hand(seconds) {
    this.at = seconds;
    for (const hand of this.hands || []) hand.style.left = this.share(seconds);
  }

  // --- proofs ---

  buildProofs() {
    const panel = this.panels.proofs;
    const head = add("div", "bench-panel-head", panel);
    this.proveButton = button("bench-do", head, this.words.prove, () => this.told.prove(), "prove");
    this.bar = add("div", "bench-progress", head);
    this.filling = add("span", "", this.bar);
    this.proved = add("div", "bench-result", head, this.words.not_proved);
    this.proofs = add("div", "bench-proofs", panel);
  }

  proving() {
    this.proofs.replaceChildren();
    this.proveButton.disabled = true;
    this.filling.style.width = "0%";
    this.proved.textContent = this.words.proving;
    this.root.dataset.proved = "";
    this.count("proofs", "…", "");
  }

  proof(proof) {
    const row = add("div", `bench-proof ${proof.passed ? "good" : "bad"}`, this.proofs);
    const head = add("div", "bench-proof-head", row);
    icon(proof.passed ? "check_circle" : "cancel", head);
    add("span", "", head, proof.title);
    for (const finding of proof.findings) {
      const line = button("bench-row", row, "", () => this.told.reveal(finding.line), "finding");
      add("span", "bench-line", line, filled(this.words.line, { line: finding.line }));
      add("span", "", line, finding.text);
    }
    this.filling.style.width = `${(this.proofs.children.length / proof.of) * 100}%`;
  }

  doneProving(passed) {
    this.proveButton.disabled = false;
    this.proved.textContent = passed ? this.words.all_proved : this.words.some_failed;
    this.root.dataset.proved = passed ? "yes" : "no";
    this.count("proofs", passed ? "✓" : "!", passed ? "good" : "bad");
  }

  // After a change nothing is proved any more.
  unproved() {
    if (!this.root.dataset.proved) return;
    this.root.dataset.proved = "";
    this.proved.textContent = this.words.changed_since;
    this.count("proofs", "", "");
  }

  // --- publishing ---

  buildPublish() {
    const panel = this.panels.publish;
    add("p", "bench-words", panel, this.words.publish_what);
    const form = add("form", "bench-panel-head", panel);
    const label = add("label", "bench-field", form, this.words.author);
    this.author = add("input", "", label);
    Object.assign(this.author, { required: true, maxLength: 40, value: this.links.user });
    this.author.dataset.mark = "author";
    this.publishButton = add("button", "bench-do", form, this.words.publish);
    this.publishButton.dataset.mark = "publish";
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.told.publish(this.author.value.trim());
    });
    const file = add("a", "bench-choice", form, this.words.export_file);
    Object.assign(file, { href: this.links.file, download: "" });
    this.archive = add("a", "bench-choice", form, this.words.export_archive);
    Object.assign(this.archive, { href: this.links.archive, download: "" });
    this.publishedLine = add("div", "bench-result", panel);
    this.publishedLine.dataset.mark = "published";
    this.refusals = add("div", "bench-proofs", panel);
  }

  publishing() {
    this.publishButton.disabled = true;
    this.refusals.replaceChildren();
    this.publishedLine.textContent = this.words.publishing;
    this.publishedLine.className = "bench-result";
  }

  published(told) {
    this.publishButton.disabled = false;
    this.publishedLine.textContent = told.version
      ? filled(this.words.published, { version: told.version, title: told.title })
      : this.words.not_published;
    this.publishedLine.className = `bench-result ${told.version ? "good" : "bad"}`;
    for (const finding of told.findings || []) {
      const line = button("bench-row bad", this.refusals, "", () => this.told.reveal(finding.line), "finding");
      add("span", "bench-line", line, filled(this.words.line, { line: finding.line }));
      add("span", "", line, finding.text);
    }
  }

  // Something was not done: whatever waits for it waits no longer.
  refused(text) {
    this.proveButton.disabled = this.publishButton.disabled = false;
    if (this.opened === "publish") this.publishedLine.textContent = text;
    if (this.opened === "proofs") this.proved.textContent = text;
  }
}

function kindOf(kind) {
  return BAD.includes(kind) ? "bad" : GOOD.includes(kind) ? "good" : "";
}

function tick(track, left, kind, title) {
  const mark = add("span", `bench-tick ${kind}`, track);
  mark.style.left = left;
  mark.title = title;
}
