// The crew's look over a trainee's shoulder: pictures only, nothing goes back but "shown".
import { paint } from "./picture.js";

export function mirror(id) {
  const canvas = document.getElementById(id);
  if (!canvas) return;
  const scheme = location.protocol === "https:" ? "wss" : "ws";
  const line = new WebSocket(`${scheme}://${location.host}${canvas.dataset.stream}`);
  line.binaryType = "arraybuffer";
  line.onmessage = async ({ data }) => {
    if (!canvas.isConnected) return line.close();
    if (!(data instanceof ArrayBuffer)) return;
    await paint(canvas, data);
    line.send('{"kind":"shown"}');
  };
}
