// The one large answer. A stop stays, and sounds, until it is acknowledged; what comes after it waits behind it.
import { play } from './tones.js';

export class Verdict {
  constructor(area) {
    this.area = area;
    this.stops = [];
    this.button = area.querySelector('#verdict-ack');
    this.help = area.querySelector('#verdict-help');
    this.button.addEventListener('click', () => this.acknowledge());
    document.addEventListener('keydown', event => {
      if (event.key === 'Escape' && this.stops.length) {
        event.preventDefault();
        this.acknowledge();
      }
    });
  }

  get isStopped() {
    return this.stops.length > 0;
  }

  captured(payload, text) {
    play('captured');
    if (this.isStopped)
      return;
    this.area.classList.add('pending');
    this.write('subject', printable(payload));
    this.write('next', text);
    this.write('note', '');
  }

  /** The verdict stays as it is, and so is silent; something is said beside it. */
  restate(answer) {
    if (!this.isStopped)
      this.draw({ ...answer, tone: answer.tone === 'stop' ? 'idle' : answer.tone });
  }

  show(answer) {
    const wasStopped = this.isStopped;
    if (answer.tone === 'stop')
      this.stops.push(answer);
    else if (wasStopped)
      this.behind = answer;
    if (wasStopped)
      return;
    this.sound(answer);
  }

  draw({ tone, word, subject, next, note, help }) {
    this.area.classList.remove('pending');
    this.area.dataset.tone = tone;
    this.write('word', word);
    this.write('subject', subject ?? '');
    this.write('next', next ?? '');
    this.write('note', note ?? '');
    this.help.hidden = !help;
    if (help)
      this.help.href = help;
    this.button.hidden = tone !== 'stop';
  }

  acknowledge() {
    clearInterval(this.repeat);
    const done = this.stops.shift();
    if (!done)
      return;
    this.area.dispatchEvent(new CustomEvent('waas:acknowledged', { bubbles: true, detail: done }));
    if (this.isStopped)
      this.sound(this.stops[0]);
    else {
      // The words stay readable, the alarm is over.
      this.draw(this.behind ?? { ...done, tone: 'idle' });
      this.behind = null;
    }
  }

  sound(answer) {
    this.draw(answer);
    play(answer.tone);
    if (answer.tone === 'stop')
      this.repeat = setInterval(() => play('stop'), 2500);
  }

  write(part, text) {
    document.getElementById('verdict-' + part).textContent = text;
  }
}

export function printable(payload) {
  return payload.replace(/[\u0000-\u001f]/g, '␝');
}
