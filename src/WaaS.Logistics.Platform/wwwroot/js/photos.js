// Photos that scans were read from, on their way to the server: in the browser's own database until it has them. A photo is sent after its scan
// was confirmed, to the address the answer names; where it names none, nothing is kept. The photo of a scan that was answered with a question waits for
// what a person answers, and goes with that.
import { newId } from './queue.js';

const rest = 15000;

export class Photos {
  /** @param page What its scans are posted to: questions of other pages are not looked at. */
  constructor({ person, page, said }) {
    Object.assign(this, { person, page: page.split('?')[0], said });
    addEventListener('online', () => this.run());
    setInterval(() => this.run(), rest);
    this.run();
  }

  async keep(opId, photo, codes) {
    try {
      await change(store => store.put({ opId, upload: newId(), person: this.person, page: this.page, photo, codes }));
    } catch {
      this.said('photoNotKept');
    }
  }

  /** The scan was answered, and with no question. @returns Whether its photo waits to be sent now. */
  async answered(opId, address) {
    const kept = (await all()).find(photo => photo.opId === opId);
    if (!kept)
      return false;
    await change(store => address ? store.put({ ...kept, address }) : store.delete(opId));
    return Boolean(address);
  }

  /** The scan was answered with a question. */
  async asked(opId) {
    const kept = (await all()).find(photo => photo.opId === opId);
    if (kept)
      await change(store => store.put({ ...kept, asked: true }));
  }

  /** A question's page is open. @param before The question whose answer led to this one. */
  async wait(opId, before) {
    const kept = (await all()).find(photo => photo.opId === opId || photo.opId === before);
    if (!kept)
      return;
    await change(store => store.put({ ...kept, opId, asked: true }));
    if (kept.opId !== opId)
      await change(store => store.delete(before));
    this.said('photoAsked');
  }

  /** Questions that nobody is going to answer any more: their photos belong to no scan. @param waiting Those still to be answered. */
  async giveUp(waiting) {
    const left = (await all()).filter(photo => photo.asked && !photo.address && photo.person === this.person && photo.page === this.page && !waiting.includes(photo.opId));
    for (const { opId } of left)
      await change(store => store.delete(opId));
    if (left.length)
      this.said('photoUnanswered');
  }

  async run() {
    if (this.running)
      return;
    this.running = true;
    for (let next; (next = (await all()).find(photo => photo.person === this.person && photo.address));)
      if (!await this.send(next))
        break;
    this.running = false;
  }

  /** Whether the server has decided about it; only then it is let go of. */
  async send({ opId, upload, address, photo, codes }) {
    let answer;
    try {
      answer = await fetch(address, {
        method: 'POST', headers: { 'Content-Type': 'application/json' }, redirect: 'error', signal: AbortSignal.timeout(60000),
        body: JSON.stringify({ opId: upload, codes, photo: await base64(photo) }),
      });
    } catch {
      // No connection, or none that holds.
    }
    const refused = answer?.status >= 400 && answer.status < 500 && ![401, 408, 425, 429].includes(answer.status);
    if (!answer?.ok && !refused) {
      this.said('photoWaits');
      return false;
    }
    await change(store => store.delete(opId));
    this.said(refused ? 'photoNotKept' : 'photoKept', refused ? (await answer.json()).detail : null);
    return true;
  }
}

const base64 = photo => new Promise((resolve, reject) => {
  const reader = new FileReader();
  reader.onload = () => resolve(reader.result.split(',')[1]);
  reader.onerror = () => reject(reader.error);
  reader.readAsDataURL(photo);
});

const done = request => new Promise((resolve, reject) => {
  request.onsuccess = () => resolve(request.result);
  request.onerror = () => reject(request.error);
});

let database;
function open() {
  if (!database) {
    const request = indexedDB.open('waas', 1);
    request.onupgradeneeded = () => request.result.createObjectStore('photos', { keyPath: 'opId' });
    database = done(request);
  }
  return database;
}

async function change(work) {
  return done(work((await open()).transaction('photos', 'readwrite').objectStore('photos')));
}

async function all() {
  try {
    return await done((await open()).transaction('photos').objectStore('photos').getAll());
  } catch {
    return [];
  }
}
