// From what each frame of a live camera shows to what a person has scanned: a code counts when two frames showed it, and once while it stays in view.
const gone = 2500;
const gathering = 350;

const key = code => code.symbologyIdentifier + code.text;
const fromCentre = code => Math.hypot(code.x - 0.5, code.y - 0.5);

export class Sightings {
  /** @param wholeLabel All codes in view belong together; otherwise the one nearest to the middle is meant. */
  constructor(wholeLabel) {
    this.wholeLabel = wholeLabel;
    this.known = new Map();
  }

  /** @returns The codes to be taken as scanned now; mostly none. */
  see(codes, now) {
    for (const [name, sight] of this.known)
      if (now - sight.last > gone)
        this.known.delete(name);
    const frame = codes.map(code => this.note(code, now));
    const taken = this.wholeLabel ? this.label(frame, now) : this.nearest(frame);
    taken.forEach(sight => { sight.taken = true; });
    return taken.map(sight => sight.code);
  }

  note(code, now) {
    const sight = this.known.get(key(code)) ?? { first: now, reads: 0, taken: false };
    Object.assign(sight, { code, last: now, reads: sight.reads + 1 });
    this.known.set(key(code), sight);
    return sight;
  }

  nearest(frame) {
    const aimed = [...frame].sort((a, b) => fromCentre(a.code) - fromCentre(b.code))[0];
    return aimed && aimed.reads > 1 && !aimed.taken ? [aimed] : [];
  }

  // What stood beside a label already taken belongs to it, and waits until that label is gone.
  label(frame, now) {
    if (frame.some(sight => sight.taken)) {
      frame.forEach(sight => { sight.beside = true; });
      return [];
    }
    const sure = frame.filter(sight => sight.reads > 1 && !(sight.beside && this.anyTaken()));
    return sure.some(sight => now - sight.first >= gathering) ? sure : [];
  }

  anyTaken() {
    return [...this.known.values()].some(sight => sight.taken);
  }
}
