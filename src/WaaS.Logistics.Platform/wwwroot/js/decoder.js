// The page's side of the decoding worker. It starts with the first picture and stays: from then on no network is needed.
export class Decoder {
  constructor(address) {
    this.address = address;
    this.asked = new Map();
    this.count = 0;
  }

  /** The codes of a photo (a file) or a frame; deep takes the second look that is too slow for a live camera. Throws an error whose name is a word of the page's texts. */
  read(picture, deep) {
    this.worker ??= this.start();
    return new Promise((resolve, reject) => {
      const id = ++this.count;
      this.asked.set(id, { resolve, reject });
      this.worker.postMessage({ id, picture, deep }, picture instanceof Blob ? [] : [picture]);
    });
  }

  start() {
    const worker = new Worker(this.address);
    worker.onmessage = ({ data }) => {
      const { resolve, reject } = this.asked.get(data.id);
      this.asked.delete(data.id);
      data.fault ? reject(fault(data.fault)) : resolve(data.codes);
    };
    // A worker that died answers nobody; the next picture gets a new one.
    worker.onerror = event => {
      event.preventDefault();
      worker.terminate();
      this.worker = null;
      for (const { reject } of this.asked.values())
        reject(fault('decoder'));
      this.asked.clear();
    };
    return worker;
  }
}

export function fault(name) {
  const error = new Error(name);
  error.name = name;
  return error;
}
