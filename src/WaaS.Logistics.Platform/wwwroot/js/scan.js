import * as badge from './badge.js';
import { Camera } from './camera.js';
import { Kept } from './kept.js';
import { Photos } from './photos.js';
import { newId, ScanQueue } from './queue.js';
import { refreshAll } from './refresh.js';
import { Verdict } from './verdict.js';
import { listen } from './wedge.js';

export function start() {
  const area = document.getElementById('verdict');
  const texts = JSON.parse(area.dataset.texts);
  const verdict = new Verdict(area);
  const trouble = document.getElementById('scan-trouble');

  const action = area.dataset.scan;
  const person = document.body.dataset.person;
  const refusals = new Kept('refused', action, person);
  const questions = new Kept('question', action, person);
  refusals.all().forEach(refusal => verdict.show(refusal.what));

  const queue = new ScanQueue({
    action,
    person,
    changed() {
      const counts = this.counts();
      for (const [name, number] of Object.entries(counts))
        document.querySelector(`[data-counter=${name}]`).textContent = number;
      // Read by tests and by the page's own style, as honest as the counters.
      area.dataset.pending = counts.local + counts.sent;
    },
    troubled(kind) {
      const others = this.ofOthers();
      trouble.textContent = kind ? texts[kind] : others ? texts.otherPerson.replace('{0}', others) : '';
    },
    answered(scan, { answer, refused }) {
      // A command card's code tells a person nothing; what was refused does.
      const said = scan.payload ?? scan.codes.map(code => code.text).join(' · ');
      const subject = /^WL:command:/i.test(said) ? '' : said;
      if (answer?.kind === 'code' && answer.device)
        verdict.restate(answer);
      else
        verdict.show(answer ?? refuse({ kept: scan.opId, tone: 'stop', word: texts.refused, subject, next: refused.detail ?? refused.title, help: refused.help }));
      // A card of another house, used as a badge here: only the server could know it.
      if (answer?.badge)
        return badge.ask(scan.payload);
      refreshAll();
      if (answer?.kind === 'question')
        questions.add(scan.opId, answer.go);
      // Leaving the page would break off what is being written in the browser.
      keepPhoto(scan.opId, answer).catch(() => {}).then(() => {
        if (answer?.go && answer.kind !== 'question')
          leaveFor(answer.go, queue);
        askNext(questions, queue);
      });
    },
  });
  const refuse = refusal => {
    refusals.add(refusal.kept, refusal);
    return refusal;
  };
  askNext(questions, queue);
  queue.troubled(null);

  const scanned = (payload, fromCamera) => {
    if (badge.isBadge(payload))
      return badge.ask(payload);
    if (/^WL:command:ACK/i.test(payload))
      return verdict.acknowledge();
    verdict.captured(payload, texts.captured);
    queue.add({ payload, fromCamera });
  };
  const part = document.getElementById('camera');
  const camera = part && new Camera(part, { taken, busy: badge.isOpen });
  const photos = part && new Photos({ person, page: action, said: (name, detail) => camera.say(name, detail) });
  const send = () => { photos.run().then(refreshAll); };

  async function keepPhoto(opId, answer) {
    if (answer?.kind === 'question')
      await photos?.asked(opId);
    else if (await photos?.answered(opId, answer?.photo))
      send();
    if (answer?.answers && answer.kind === 'question')
      await photos?.wait(opId, answer.answers);
    else if (answer?.answers && await photos?.answered(answer.answers, answer.photo))
      send();
  }

  // A question's page waits for its answer; the page after it knows which scan the answer became.
  async function goOnWithPhotos({ question, questionBefore, answered, photo }) {
    if (question)
      return photos.wait(question, questionBefore);
    if (answered && await photos.answered(answered, photo))
      send();
    await photos.giveUp(questions.all().map(kept => kept.id));
  }
  if (photos)
    goOnWithPhotos({ ...area.dataset });
  if (area.dataset.answered)
    history.replaceState(null, '', location.pathname);

  async function taken(found, photo) {
    // A badge or a command card in view acts alone, whatever else is printed on it.
    const card = found.find(code => /^WL:(badge|command):/i.test(code.text));
    if (card)
      return scanned(asTyped(card), true);
    const codes = found.map(({ text, symbologyIdentifier }) => ({ text, symbologyIdentifier }));
    const opId = newId();
    verdict.captured(codes.map(code => code.text).join(' · '), texts.captured);
    if (photo)
      await photos.keep(opId, photo, codes);
    queue.add(codes.length === 1 ? { opId, payload: asTyped(codes[0]), fromCamera: true } : { opId, codes });
  }

  listen({
    ignore: badge.isOpen,
    typing(text) {
      document.getElementById('verdict-typed').textContent = text;
    },
    scanned,
  });

  area.addEventListener('waas:acknowledged', ({ detail }) => {
    if (detail.kept)
      refusals.remove(detail.kept);
    if (detail.acknowledge)
      fetch(detail.acknowledge, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ opId: newId() }) });
  });
}

// As a scanner sends it: where the symbol is marked as GS1's, its identifier says so.
const asTyped = ({ text, symbologyIdentifier }) => [']C1', ']e0', ']d2', ']Q3', ']J1'].includes(symbologyIdentifier) ? symbologyIdentifier + text : text;

// A question waits until everything scanned meanwhile is confirmed, and none is forgotten over the next scan.
function askNext(questions, queue) {
  const next = questions.all()[0];
  if (!next || queue.pending().length > 0)
    return;
  questions.remove(next.id);
  leaveFor(next.what, queue);
}

// Not before everything scanned here is confirmed.
function leaveFor(address, queue) {
  if (queue.pending().length === 0 && address.startsWith('/') && !address.startsWith('//'))
    location.assign(address);
}
