// The crew's look over a trainee's shoulder: pictures only, nothing goes back but "shown".

export function mirror(id) {
  const canvas = document.getElementById(id);
  if (!canvas) return;
  const scheme = location.protocol === "https:" ? "wss" : "ws";
  const line = new WebSocket(`${scheme}://${location.host}${canvas.dataset.stream}`);
  line.binaryType = "arraybuffer";
  line.onmessage = async ({ data }) => {
    if (!canvas.isConnected) return line.close();
    if (!(data instanceof ArrayBuffer)) return;
    const picture = await createImageBitmap(new Blob([new Uint8Array(data, 4)], { type: "image/jpeg" }));
    canvas.width = picture.width;
    canvas.height = picture.height;
    canvas.getContext("2d").drawImage(picture, 0, 0);
    picture.close();
    line.send('{"kind":"shown"}');
  };
}
