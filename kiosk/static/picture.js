// A picture of the stream, as it comes over the line: four bytes of its number, then a JPEG.

export async function paint(canvas, data) {
  const picture = await createImageBitmap(new Blob([new Uint8Array(data, 4)], { type: "image/jpeg" }));
  // Setting a size wipes the canvas, so it is set only when it is another.
  if (canvas.width !== picture.width) canvas.width = picture.width;
  if (canvas.height !== picture.height) canvas.height = picture.height;
  canvas.getContext("2d").drawImage(picture, 0, 0);
  picture.close();
}
