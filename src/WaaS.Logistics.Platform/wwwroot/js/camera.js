// Codes from a camera or from chosen photos, taken as if scanned. The decoder is served by us and works without network once it is there.
import { Decoder, fault } from './decoder.js';
import { Sightings } from './sightings.js';
import { printable } from './verdict.js';

const rest = 80;

export class Camera {
  /** @param taken Called with the codes of one label, and the photo they were found in if it was one. @param busy Whether the page is asking something else. */
  constructor(part, { taken, busy }) {
    Object.assign(this, { part, taken, busy, texts: JSON.parse(part.dataset.texts), wholeLabel: 'label' in part.dataset });
    this.decoder = new Decoder(part.dataset.decoder);
    this.view = part.querySelector('video');
    this.button = part.querySelector('#camera-start');
    this.button.addEventListener('click', () => this.stream ? this.stop() : this.start());
    part.querySelector('#camera-shot').addEventListener('click', () => this.shoot());
    const file = part.querySelector('#camera-file');
    part.querySelector('#camera-photo').addEventListener('click', () => file.click());
    file.addEventListener('change', async () => {
      for (const photo of [...file.files])
        await this.photo(photo);
      file.value = '';
    });
    addEventListener('pagehide', () => this.stop());
  }

  say(name, detail) {
    this.part.querySelector('#camera-said').textContent = [name && this.texts[name], detail].filter(Boolean).join(' ');
  }

  async start() {
    this.say('starting');
    try {
      if (!navigator.mediaDevices?.getUserMedia)
        throw fault('insecure');
      this.stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: { ideal: 'environment' }, width: { ideal: 1920 }, height: { ideal: 1080 } } });
      this.view.srcObject = this.stream;
      this.show(true);
      await this.view.play();
      this.stream.getVideoTracks()[0].addEventListener('ended', () => { this.stop(); this.say('busy'); });
      this.say('aim');
      this.watch(this.stream);
    } catch (problem) {
      this.stop();
      this.say({ NotAllowedError: 'denied', SecurityError: 'denied', NotFoundError: 'none', OverconstrainedError: 'none', insecure: 'insecure' }[problem.name] ?? 'busy');
    }
  }

  stop() {
    this.stream?.getTracks().forEach(track => track.stop());
    this.stream = this.view.srcObject = null;
    this.show(false);
    this.say();
  }

  show(on) {
    this.part.querySelector('#camera-live').hidden = !on;
    this.button.setAttribute('aria-pressed', on);
  }

  async watch(stream) {
    const sightings = new Sightings(this.wholeLabel);
    while (this.stream === stream) {
      try {
        if (!document.hidden && !this.busy() && this.view.videoWidth) {
          const codes = sightings.see(await this.decoder.read(await createImageBitmap(this.view), false), performance.now());
          if (codes.length && this.stream === stream)
            this.taken(codes);
        }
      } catch (problem) {
        this.stop();
        return this.say(problem.name === 'decoder' ? 'decoder' : 'busy');
      }
      await new Promise(resolve => setTimeout(resolve, rest));
    }
  }

  // The picture in view, with the second look a live frame does not get.
  async shoot() {
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [this.view.videoWidth, this.view.videoHeight];
    canvas.getContext('2d').drawImage(this.view, 0, 0);
    await this.photo(await new Promise(resolve => canvas.toBlob(resolve, 'image/jpeg', 0.92)));
  }

  async photo(photo) {
    this.offer([]);
    this.say('looking');
    try {
      const codes = await this.decoder.read(photo, true);
      this.say(codes.length ? null : 'nothing');
      if (codes.length > 1 && !this.wholeLabel)
        this.offer(codes, photo);
      else if (codes.length)
        this.taken(codes, photo);
    } catch (problem) {
      this.say(this.texts[problem.name] ? problem.name : 'unreadable');
    }
  }

  // A page that takes one code at a time lets the person say which.
  offer(codes, photo) {
    const choice = this.part.querySelector('#camera-choice');
    choice.replaceChildren(...codes.map(code => {
      const button = document.createElement('button');
      button.type = 'button';
      button.textContent = printable(code.text);
      button.addEventListener('click', () => { this.offer([]); this.say(); this.taken([code], photo); });
      return button;
    }));
    if (codes.length) {
      this.say('choose');
      choice.firstChild.focus();
    }
  }
}
