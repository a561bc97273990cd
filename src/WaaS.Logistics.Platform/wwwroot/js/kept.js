// What a person has still to see or to answer, kept in the browser's storage: neither a reload nor the next scan takes it away.
const prefix = 'waas.kept.';

export class Kept {
  constructor(kind, action, person) {
    Object.assign(this, { kind, action, person });
  }

  add(id, what) {
    localStorage.setItem(prefix + id, JSON.stringify({ kind: this.kind, action: this.action, person: this.person, at: Date.now(), id, what }));
  }

  remove(id) {
    localStorage.removeItem(prefix + id);
  }

  /** Oldest first. */
  all() {
    return Object.keys(localStorage).filter(key => key.startsWith(prefix)).map(key => JSON.parse(localStorage.getItem(key) ?? 'null'))
      .filter(kept => kept && kept.kind === this.kind && kept.action === this.action && kept.person === this.person).sort((a, b) => a.at - b.at);
  }
}
