// The text of a scenario: CodeMirror as NiceGUI brings it, with our faults, suggestions and explanations.
import * as CM from "nicegui-codemirror";

const setFaults = CM.StateEffect.define();
const setMarked = CM.StateEffect.define();
const WORD = /[^\s,:#[\]{}"']*$/;

class Note extends CM.WidgetType {
  constructor(text) {
    super();
    this.text = text;
  }
  eq(other) {
    return other.text === this.text;
  }
  toDOM() {
    const note = document.createElement("div");
    note.className = "bench-note";
    note.textContent = this.text;
    return note;
  }
}

class Dot extends CM.GutterMarker {
  toDOM() {
    const dot = document.createElement("span");
    dot.className = "bench-dot";
    dot.textContent = "●";
    return dot;
  }
}

const noFaults = { marks: CM.Decoration.none, dots: CM.RangeSet.empty };

function faultsShown(doc, faults) {
  const marks = [];
  const dots = [];
  const noted = new Map();
  for (const fault of faults) {
    const line = doc.line(Math.min(Math.max(fault.line, 1), doc.lines));
    const from = Math.min(line.from + fault.column - 1, line.to);
    const word = /^[^\s,}\]]+/.exec(doc.sliceString(from, line.to));
    const to = Math.max(from, from + (word ? word[0].length : 0));
    if (to > from) marks.push(CM.Decoration.mark({ class: "bench-wrong" }).range(from, to));
    if (!noted.has(line.number)) {
      marks.push(CM.Decoration.line({ class: "bench-wrong-line" }).range(line.from));
      dots.push(new Dot().range(line.from));
    }
    noted.set(line.number, [...(noted.get(line.number) || []), fault.text]);
  }
  for (const [number, texts] of noted) {
    const widget = new Note(texts.join("\n"));
    marks.push(CM.Decoration.widget({ widget, block: true, side: 1 }).range(doc.line(number).to));
  }
  return { marks: CM.Decoration.set(marks, true), dots: CM.RangeSet.of(dots, true) };
}

const faultField = CM.StateField.define({
  create: () => noFaults,
  update(value, change) {
    for (const effect of change.effects) if (effect.is(setFaults)) return faultsShown(change.state.doc, effect.value);
    if (!change.docChanged) return value;
    return { marks: value.marks.map(change.changes), dots: value.dots.map(change.changes) };
  },
  provide: (field) => CM.EditorView.decorations.from(field, (value) => value.marks),
});

const markField = CM.StateField.define({
  create: () => CM.Decoration.none,
  update(value, change) {
    for (const effect of change.effects) {
      if (!effect.is(setMarked)) continue;
      const lines = [];
      const { doc } = change.state;
      const [first, last] = effect.value || [1, 0];
      for (let number = first; number <= Math.min(last, doc.lines); number++) {
        lines.push(CM.Decoration.line({ class: "bench-marked-line" }).range(doc.line(number).from));
      }
      return CM.Decoration.set(lines);
    }
    return value.map(change.changes);
  },
  provide: (field) => CM.EditorView.decorations.from(field),
});

// A new line stands under the one before, or, after a key without a value, one step further in.
function newLine(view) {
  if (view.dom.querySelector(".cm-tooltip-autocomplete")) return false; // Enter takes the suggestion
  const { state } = view;
  const before = state.doc.lineAt(state.selection.main.from).text;
  CM.insertNewlineKeepIndent(view);
  if (/:\s*(#.*)?$/.test(before)) view.dispatch(view.state.replaceSelection("  "));
  return true;
}

export class Text {
  // `told` has changed(), cursor(line), complete(line, column), explain(line, column); the last two give promises.
  constructor(view, told) {
    this.view = view;
    this.told = told;
    this.rewriting = false;
    this.locked = new CM.Compartment();
    // Always the same object: the editor takes another one for another source, and asks again.
    const source = [{ autocomplete: (context) => this.suggestions(context) }];
    view.dispatch({
      effects: CM.StateEffect.appendConfig.of([
        faultField,
        markField,
        CM.gutter({ class: "bench-gutter", markers: (each) => each.state.field(faultField).dots }),
        CM.EditorState.languageData.of(() => source),
        CM.hoverTooltip((each, position) => this.explanation(position)),
        CM.keymap.of([{ key: "Alt-/", run: () => this.askForSuggestions() }]),
        CM.Prec.high(CM.keymap.of([{ key: "Enter", run: newLine }])),
        CM.EditorView.updateListener.of((update) => this.updated(update)),
        this.locked.of([]),
      ]),
    });
  }

  get text() {
    return this.view.state.doc.toString();
  }

  updated(update) {
    if (update.docChanged) this.told.changed(this.rewriting);
    if (update.selectionSet && !update.docChanged) this.told.cursor(this.lineOfCursor());
  }

  lineOfCursor() {
    const { state } = this.view;
    return state.doc.lineAt(state.selection.main.head).number;
  }

  showFaults(faults) {
    this.view.dispatch({ effects: setFaults.of(faults) });
  }

  mark(lines, reveal) {
    this.view.dispatch({ effects: setMarked.of(lines) });
    if (lines && reveal) this.reveal(lines[0]);
  }

  reveal(number) {
    const { doc } = this.view.state;
    const line = doc.line(Math.min(Math.max(number, 1), doc.lines));
    this.view.dispatch({
      selection: { anchor: line.from },
      effects: CM.EditorView.scrollIntoView(line.from, { y: "center" }),
    });
  }

  // Another text instead of this one, as the smallest change, so that undo and the cursor stay as they are.
  rewrite(text) {
    const old = this.text;
    if (text === old) return;
    let start = 0;
    while (start < old.length && start < text.length && old[start] === text[start]) start++;
    let end = 0;
    const most = Math.min(old.length, text.length) - start;
    while (end < most && old[old.length - 1 - end] === text[text.length - 1 - end]) end++;
    this.rewriting = true;
    this.view.dispatch({
      changes: { from: start, to: old.length - end, insert: text.slice(start, text.length - end) },
      userEvent: "input.bench",
    });
    this.rewriting = false;
  }

  lock(locked) {
    const closed = [CM.EditorView.editable.of(false), CM.EditorState.readOnly.of(true)];
    this.view.dispatch({ effects: this.locked.reconfigure(locked ? closed : []) });
  }

  // Ctrl+Space changes the input method on many Chinese computers, so there is a second way to the same.
  askForSuggestions() {
    const key = new KeyboardEvent("keydown", { key: " ", code: "Space", keyCode: 32, ctrlKey: true });
    return CM.runScopeHandlers(this.view, key, "editor");
  }

  async suggestions(context) {
    const line = context.state.doc.lineAt(context.pos);
    const word = WORD.exec(line.text.slice(0, context.pos - line.from))[0];
    if (!context.explicit && !word) return null;
    const found = await this.told.complete(line.number, context.pos - line.from + 1);
    if (!found || context.aborted || !found.suggestions.length) return null;
    const types = { key: "property", name: "variable", choice: "enum" };
    return {
      from: line.from + found.from_column - 1,
      filter: false, // the server finds names by their Chinese and English as well
      options: found.suggestions.map((each) => ({
        label: each.label,
        apply: each.insert,
        detail: each.detail,
        type: types[each.kind],
      })),
    };
  }

  async explanation(position) {
    const line = this.view.state.doc.lineAt(position);
    const found = await this.told.explain(line.number, position - line.from + 1);
    if (!found || !found.text) return null;
    return {
      pos: position,
      above: true,
      create() {
        const dom = document.createElement("div");
        dom.className = "bench-explained";
        dom.textContent = found.text;
        return { dom };
      },
    };
  }
}
