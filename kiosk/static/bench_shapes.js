// Shapes of the plan: north is up, the unit is the metre, and y grows downwards as on every drawing of a page.
const SVG = "http://www.w3.org/2000/svg";
const SNAP = 0.05;
export const SMALLEST = 0.3;

export function draw(tag, attributes, parent, text = "") {
  const element = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  if (text) element.textContent = text;
  parent.append(element);
  return element;
}

// Degrees from north, growing counter-clockwise, as a direction on the drawing (y grows downwards).
export const towards = (heading, length = 1) => {
  const turn = (heading * Math.PI) / 180;
  return [-Math.sin(turn) * length, -Math.cos(turn) * length];
};

// The corners of a thing on the floor, on the drawing. What is hardly anything is drawn large enough to be taken.
export function footprint({ at, heading, low, high }) {
  const turn = (heading * Math.PI) / 180;
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
  const [x0, x1] = widened(low[0], high[0]);
  const [y0, y1] = widened(low[1], high[1]);
  const corners = [[x0, y0], [x1, y0], [x1, y1], [x0, y1]];
  return corners.map(([x, y]) => [at[0] + x * cos - y * sin, -(at[1] + x * sin + y * cos)]);
}

function widened(low, high) {
  const missing = Math.max(0, SMALLEST - (high - low)) / 2;
  return [low - missing, high + missing];
}

// The waypoints at which somebody stands where they are at one of them: they are moved together.
export function standsAt(thing, index) {
  const at = thing.path[index].at.join(" ");
  let [first, last] = [index, index];
  while (first > 0 && thing.path[first - 1].at.join(" ") === at) first--;
  while (last < thing.path.length - 1 && thing.path[last + 1].at.join(" ") === at) last++;
  const locs = [];
  for (let each = first; each <= last; each++) locs.push(["actors", thing.name, "path", each]);
  return locs;
}

export function snapped(metres) {
  return Math.round(Math.round(metres / SNAP) * SNAP * 100) / 100;
}
