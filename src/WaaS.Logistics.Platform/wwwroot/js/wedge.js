// A scanner types like a very fast person. A scan ends with Enter or Tab, whatever the time between its characters: a gap says nothing
// on a slow radio link, and two scans can follow each other within one frame.
const GS = '\u001d';

export function listen({ scanned, typing, ignore }) {
  let buffer = '';
  const set = text => {
    buffer = text;
    typing(buffer);
  };
  const take = event => {
    if (event.isComposing || isWriting(event.target) || ignore())
      return;
    const text = character(event);
    // No code begins with a space; alone it presses the focused button, as people expect.
    if (text === ' ' && !buffer)
      return;
    if (text !== null) {
      set(buffer + text);
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

function character(event) {
  if (event.ctrlKey && !event.altKey && (event.key === ']' || event.code === 'BracketRight'))
    return GS;
  const shortcut = (event.ctrlKey || event.altKey || event.metaKey) && !event.getModifierState('AltGraph');
  if (shortcut || event.key.length !== 1)
    return null;
  return event.key;
}

export function isWriting(element) {
  return element.isContentEditable
    || element.matches?.('textarea, select, input:not([type=checkbox], [type=radio], [type=button], [type=submit], [type=reset])');
}
