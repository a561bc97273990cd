// Finds codes for a page's camera and photos: the decoder the server has, byte for byte, off the page's own thread and one picture at a time.
// What it is asked for is the recipe of Decoding/Recipe.cs; a test holds the two together.
importScripts('zxing_reader.js');

const ours = ['Code128', 'Code39Std', 'Code93', 'ITF', 'EANUPC', 'DataMatrix', 'QRCode', 'PDF417', 'Aztec'];
const rare = ['Codabar', 'DataBar', 'MicroPDF417', 'MaxiCode'];
const linear = ['Code128', 'Code39', 'Code93', 'ITF', 'EANUPC', 'Codabar', 'DataBar'];
const shortestItf = 6;
// A slanted line that leaves the symbol early sees a part of its digits; but few lines see the same part.
const fewestItfLines = 12;
const maxPixels = 40e6;
const maxEnlarged = 12e6;
const asking = formats => ({ formats, downscaleFactor: 2, downscaleThreshold: 200, tryDenoise: true, textMode: 'Plain' });

// Without this the package would fetch its module from a server of others.
const ready = ZXingWASM.prepareZXingModule({ overrides: { locateFile: file => new URL(file, location.href).href }, fireImmediately: true });
ready.catch(() => {});

let last = ready.catch(() => {});
onmessage = ({ data }) => { last = last.then(() => answer(data)); };

async function answer({ id, picture, deep }) {
  try {
    await ready;
  } catch {
    return postMessage({ id, fault: 'decoder' });
  }
  let image = picture;
  try {
    if (picture instanceof Blob)
      image = await createImageBitmap(picture);
    postMessage({ id, ...await look(image, deep) });
  } catch {
    postMessage({ id, fault: 'unreadable' });
  } finally {
    image.close?.();
  }
}

async function look(image, deep) {
  const { width, height } = image;
  if (width * height > maxPixels)
    return { fault: 'tooLarge' };
  const found = [];
  await read(image, 1, ours, found);
  // Most labels have a linear code beside the matrix ones; where none was found it is often there, but too fine.
  if (deep && !found.some(code => linear.includes(code.symbology)))
    await read(image, Math.min(1.25, Math.sqrt(maxEnlarged / (width * height))), [...ours, ...rare, 'Telepen'], found);
  return { codes: found.map(({ text, symbologyIdentifier, x, y }) => ({ text, symbologyIdentifier, x, y })) };
}

async function read(image, scale, formats, found) {
  const [width, height] = [Math.max(1, Math.round(image.width * scale)), Math.max(1, Math.round(image.height * scale))];
  const context = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true });
  // White behind what is transparent.
  context.fillStyle = '#fff';
  context.fillRect(0, 0, width, height);
  context.imageSmoothingQuality = 'high';
  context.drawImage(image, 0, 0, width, height);
  for (const { text, symbology, symbologyIdentifier, isValid, lineCount, position } of await ZXingWASM.readBarcodes(context.getImageData(0, 0, width, height), asking(formats)))
    // ITF has no end of its own: an edge of print can look like a few digits of it.
    if (isValid && text && !(symbology === 'ITF' && (text.length < shortestItf || lineCount < fewestItfLines)) && !found.some(known => known.text === text && known.symbologyIdentifier === symbologyIdentifier))
      found.push({ text, symbology, symbologyIdentifier, ...centre(position, width, height) });
}

// From 0 to 1, the middle of the picture is half of each.
function centre({ topLeft, topRight, bottomRight, bottomLeft }, width, height) {
  const corners = [topLeft, topRight, bottomRight, bottomLeft];
  return { x: corners.reduce((sum, at) => sum + at.x, 0) / 4 / width, y: corners.reduce((sum, at) => sum + at.y, 0) / 4 / height };
}
