// A scanner types like a very fast person. A scan ends with Enter or Tab, whatever the time between its characters: a gap says nothing
// on a slow radio link, and two scans can follow each other within one frame.
const GS = '\u001d';

// Scanners send control characters as Ctrl with the key of a US keyboard, whatever the layout.
const controls = { Backslash: '\u001c', BracketRight: GS, Digit6: '\u001e', KeyD: '\u0004' };

// Dead keys of German and French keyboards: the browser does not say which accent waits, but the key does.
const dead = { Backquote: ['^', '^'], Equal: ['\u00b4', '`'], BracketLeft: ['^', '\u00a8'] };
const accents = { '^': '\u0302', '\u00b4': '\u0301', '`': '\u0300', '\u00a8': '\u0308' };

export function listen({ scanned, typing, ignore }) {
  let buffer = '';
  const set = text => {
    buffer = text;
    typing(buffer);
  };
  const take = event => {
    if (event.isComposing || isWriting(event.target) || ignore())
      return;
    const text = character(event, buffer);
    // No code begins with a space; alone it presses the focused button, as people expect.
    if (text === ' ' && !buffer)
      return;
    if (text !== null) {
      set(melt(buffer, text));
      // Within a code a space would press the focused button, and '/' would open the browser's search.
      event.preventDefault();
    } else if (buffer && (event.key === 'Enter' || event.key === 'Tab')) {
      event.preventDefault();
      event.stopPropagation();
      const payload = buffer;
      set('');
      scanned(payload);
    } else if (buffer && event.key === 'Backspace') {
      event.preventDefault();
      set(buffer.slice(0, -1));
    } else if (buffer && event.key === 'Escape') {
      event.stopImmediatePropagation();
      set('');
    }
  };
  document.addEventListener('keydown', take, true);
  window.waasEarlyKeys().forEach(take);
}

function character(event, buffer) {
  if (event.ctrlKey && !event.altKey && event.key === ']')
    return GS;
  // Outside a scan these are a person's: Ctrl+D makes a bookmark.
  if (event.ctrlKey && !event.altKey && controls[event.code] && (buffer || event.code === 'BracketRight'))
    return controls[event.code];
  if (event.key === 'Dead')
    return dead[event.code]?.[event.shiftKey ? 1 : 0] ?? null;
  const shortcut = (event.ctrlKey || event.altKey || event.metaKey) && !event.getModifierState('AltGraph');
  if (shortcut || event.key.length !== 1)
    return null;
  return event.key;
}

// Some systems give the melted letter after the dead key: then the accent is in it and not before it.
function melt(buffer, text) {
  const accent = accents[buffer.at(-1)];
  return accent && text.normalize('NFD').includes(accent) ? buffer.slice(0, -1) + text : buffer + text;
}

export function isWriting(element) {
  return element.isContentEditable
    || element.matches?.('textarea, select, input:not([type=checkbox], [type=radio], [type=button], [type=submit], [type=reset])');
}
