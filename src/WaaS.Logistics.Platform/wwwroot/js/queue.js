// Scans on their way to the server: one after another, each with an id of its own, kept in the browser's storage until the server has confirmed it.
// A reload, a crash or a dead network loses none; sending one twice changes nothing, because the id is the same.
const prefix = 'waas.scan.';
const pauses = [500, 1000, 2000, 5000, 10000];

export class ScanQueue {
  constructor({ action, person, changed, answered, troubled }) {
    Object.assign(this, { action, person, changed, answered, troubled, sending: null, confirmed: 0, failures: 0 });
    addEventListener('online', () => this.wake());
    this.changed();
    this.run();
  }

  /** @param what Either { payload }, or { codes } of one label that belong together. */
  add(what) {
    const scan = { opId: newId(), ...what, action: this.action, person: this.person, at: new Date().toISOString(), order: nextOrder() };
    localStorage.setItem(prefix + scan.opId, JSON.stringify(scan));
    this.changed();
    this.run();
    return scan;
  }

  /** Mine and not confirmed; what another person scanned here waits for that person. */
  pending() {
    return all().filter(scan => scan.action === this.action && scan.person === this.person);
  }

  ofOthers() {
    return all().filter(scan => scan.action === this.action && scan.person !== this.person).length;
  }

  counts() {
    const sent = this.sending ? 1 : 0;
    return { local: Math.max(0, this.pending().length - sent), sent, confirmed: this.confirmed };
  }

  async run() {
    if (this.running)
      return;
    this.running = true;
    for (let next; (next = this.pending()[0]);)
      await this.send(next);
    this.running = false;
  }

  async send(scan) {
    this.sending = scan;
    this.changed();
    let outcome;
    try {
      outcome = await post(scan);
    } catch {
      outcome = { retry: true, kind: 'offline' };
    }
    this.sending = null;
    if (outcome.retry) {
      this.troubled(outcome.kind);
      this.changed();
      await this.pause(pauses[Math.min(this.failures++, pauses.length - 1)]);
      return;
    }
    this.failures = 0;
    localStorage.removeItem(prefix + scan.opId);
    if (outcome.answer)
      this.confirmed++;
    this.troubled(null);
    this.changed();
    this.answered(scan, outcome);
  }

  pause(milliseconds) {
    return new Promise(resolve => {
      const timer = setTimeout(resolve, milliseconds);
      this.wake = () => { clearTimeout(timer); resolve(); };
    });
  }

  wake() {}
}

// Only a clear "no" of the server ends a scan's life here; anything that may pass is tried again.
async function post(scan) {
  const answer = await fetch(scan.action, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'X-Occurred-At': scan.at },
    body: JSON.stringify({ opId: scan.opId, payload: scan.payload, codes: scan.codes, fromCamera: scan.fromCamera }),
    redirect: 'error',
    signal: AbortSignal.timeout(20000),
  });
  const isJson = answer.headers.get('Content-Type')?.includes('json');
  if (answer.ok && isJson)
    return { answer: await answer.json() };
  if (answer.status === 401)
    return { retry: true, kind: 'signedOut' };
  if (answer.status >= 400 && answer.status < 500 && ![408, 425, 429].includes(answer.status) && isJson)
    return { refused: await answer.json() };
  return { retry: true, kind: 'offline' };
}

function all() {
  return Object.keys(localStorage).filter(key => key.startsWith(prefix))
    .map(key => JSON.parse(localStorage.getItem(key) ?? 'null')).filter(Boolean)
    .sort((a, b) => a.order - b.order);
}

function nextOrder() {
  const order = Number(localStorage.getItem('waas.order') ?? 0) + 1;
  localStorage.setItem('waas.order', order);
  return order;
}

export function newId() {
  // randomUUID exists only over https; a warehouse may serve plain http in its own net.
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = bytes[6] & 0x0f | 0x40;
  bytes[8] = bytes[8] & 0x3f | 0x80;
  const hex = [...bytes].map(value => value.toString(16).padStart(2, '0')).join('');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
