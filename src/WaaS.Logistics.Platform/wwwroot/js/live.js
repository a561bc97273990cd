// Parts of a page told by server-sent events: <div data-live="/address" data-fallback="/other" data-seconds="5">. What is shown is called live only while the
// server speaks; else it is asked every few seconds and said to be, and what cannot be asked either is said to be old.
import { morph } from './morph.js';

const SILENT = 15000, AGAIN = 10000;

class Live {
  constructor(root) {
    this.root = root;
    this.texts = JSON.parse(root.dataset.texts);
    this.content = root.querySelector('[data-live-content]');
    this.word = root.querySelector('[data-live-word]');
    this.at = root.querySelector('[data-live-at]');
  }

  // A tab nobody sees needs no connection of the few a browser has.
  start() {
    document.addEventListener('visibilitychange', () => document.hidden ? this.close() : this.open());
    // A page that is left breaks its own line; that is no failure to answer.
    addEventListener('pagehide', () => this.close());
    addEventListener('pageshow', event => { if (event.persisted) this.open(); });
    document.addEventListener('waas:refresh', () => { if (this.root.dataset.state !== 'live') this.ask(); });
    setInterval(() => { if (!document.hidden && this.root.dataset.state !== 'live') this.ask(); }, this.root.dataset.seconds * 1000);
    if (!document.hidden)
      this.open();
  }

  open() {
    this.close();
    const source = this.source = new EventSource(this.root.dataset.live);
    this.watch();
    source.addEventListener('part', ({ data }) => {
      const { part, html } = JSON.parse(data);
      this.show(part, html);
      this.watch();
    });
    source.addEventListener('now', ({ data }) => {
      this.say('live', JSON.parse(data).at);
      this.watch();
    });
    source.addEventListener('trouble', () => this.say('lost'));
    source.onerror = () => {
      if (this.root.dataset.state === 'live' || this.root.dataset.state === 'start')
        this.ask();
      if (source.readyState === EventSource.CLOSED)
        this.again(source);
    };
  }

  close() {
    clearTimeout(this.silence);
    this.source?.close();
    this.source = null;
    // Shown again after hours, it is not live until the server has spoken.
    if (this.root.dataset.state === 'live')
      this.root.dataset.state = 'stale';
    this.word.textContent = '';
  }

  watch() {
    clearTimeout(this.silence);
    this.silence = setTimeout(() => { this.ask(); this.open(); }, SILENT);
  }

  again(source) {
    clearTimeout(this.silence);
    setTimeout(() => { if (this.source === source && !document.hidden) this.open(); }, AGAIN);
  }

  async ask() {
    try {
      const answer = await fetch(this.root.dataset.fallback, { headers: { 'X-Requested-With': 'refresh' }, redirect: 'error' });
      if (!answer.ok)
        throw new Error(answer.status);
      const fresh = document.createElement('template');
      fresh.innerHTML = await answer.text();
      for (const part of fresh.content.querySelectorAll('[data-part]'))
        this.show(part.dataset.part, part.innerHTML);
      this.say('asking', this.clock(answer.headers.get('Date')));
    } catch {
      this.say('lost');
    }
  }

  show(part, html) {
    const old = this.content.querySelector(`[data-part="${part}"]`);
    const fresh = old.cloneNode(false);
    fresh.innerHTML = html;
    morph(old, fresh);
  }

  say(state, at) {
    if (at)
      this.at.textContent = at;
    // Said aloud once, not with every beat.
    if (this.word.textContent !== this.texts[state])
      this.word.textContent = this.texts[state];
    this.root.dataset.state = state;
  }

  clock(date) {
    return new Date(date ?? Date.now()).toLocaleTimeString(document.documentElement.lang === 'de' ? 'de-DE' : 'en-GB', { timeZone: 'Europe/Berlin' });
  }
}

export function start() {
  document.querySelectorAll('[data-live]').forEach(root => new Live(root).start());
}
