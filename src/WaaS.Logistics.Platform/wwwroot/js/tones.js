// The same tones in both languages. Seconds, hertz; a rest is 0 Hz.
const tones = {
  captured: [[1800, 0.02]],
  ok: [[1320, 0.12]],
  again: [[440, 0.12], [0, 0.08], [440, 0.12]],
  look: [[440, 0.14], [1100, 0.18]],
  stop: [[180, 0.9]],
};
let audio;

export function play(name) {
  const Context = window.AudioContext ?? window.webkitAudioContext;
  // A page that nobody has touched yet may not sound: what waits to be seen there is shown, and sounds again later.
  if (!Context || !tones[name] || navigator.userActivation?.hasBeenActive === false)
    return;
  audio ??= new Context();
  if (audio.state === 'suspended')
    audio.resume().catch(() => {});
  let at = audio.currentTime;
  for (const [hertz, seconds] of tones[name]) {
    if (hertz > 0)
      sound(hertz, at, seconds, name === 'stop' ? 'square' : 'sine');
    at += seconds;
  }
}

function sound(hertz, at, seconds, shape) {
  const oscillator = audio.createOscillator();
  const volume = audio.createGain();
  oscillator.type = shape;
  oscillator.frequency.value = hertz;
  // Without the ramps every tone would begin and end with a click.
  volume.gain.setValueAtTime(0, at);
  volume.gain.linearRampToValueAtTime(0.4, at + 0.01);
  volume.gain.setValueAtTime(0.4, at + seconds - 0.01);
  volume.gain.linearRampToValueAtTime(0, at + seconds);
  oscillator.connect(volume).connect(audio.destination);
  oscillator.start(at);
  oscillator.stop(at + seconds);
}
