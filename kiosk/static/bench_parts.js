// Small pieces that the bench's parts are built from.

export function add(tag, classes, parent, text = "") {
  const element = document.createElement(tag);
  if (classes) element.className = classes;
  if (text) element.textContent = text;
  parent.append(element);
  return element;
}

export function button(classes, parent, text, act, mark = "", title = "") {
  const element = add("button", classes, parent, text);
  element.type = "button";
  element.addEventListener("click", act);
  if (mark) element.dataset.mark = mark;
  if (title) element.title = title;
  return element;
}

export function icon(name, parent) {
  const element = add("i", "q-icon notranslate material-icons", parent, name);
  element.setAttribute("aria-hidden", "true");
  return element;
}

export function iconButton(classes, parent, name, title, act, mark = "") {
  const element = button(classes, parent, "", act, mark, title);
  element.setAttribute("aria-label", title);
  icon(name, element);
  return element;
}

export function filled(words, places) {
  return words.replace(/\{(\w+)\}/g, (_, name) => places[name]);
}

export function clock(seconds) {
  const whole = Math.floor(seconds);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
}

// At most one call in so many milliseconds, the last one never lost.
export function throttled(milliseconds, act) {
  let timer = null;
  let wanted = null;
  const run = () => {
    if (wanted === null) {
      timer = null;
      return;
    }
    const given = wanted;
    wanted = null;
    act(...given);
    timer = setTimeout(run, milliseconds);
  };
  return (...given) => {
    wanted = given;
    if (timer === null) run();
  };
}
