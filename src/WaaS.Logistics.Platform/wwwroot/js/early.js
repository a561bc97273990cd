// A classic script, run before the page is drawn: whoever scans into a page that is still loading must not lose the first characters. What is
// typed outside fields is kept until wedge.js takes it over, or let go by pages that take no scans.
(() => {
  const events = [];
  let typed = false;
  const keep = event => {
    if (event.target.matches?.('input, textarea, select, [contenteditable]'))
      return;
    events.push(event);
    if (event.key !== 'Enter' && event.key !== 'Tab') {
      typed ||= event.key.length === 1 || event.key === 'Dead';
      return;
    }
    // As in wedge.js: the end of a scan must not press what has the cursor. Without a scan before it, it is a person's own.
    if (typed)
      event.preventDefault();
    typed = false;
  };
  document.addEventListener('keydown', keep, true);
  window.waasEarlyKeys = () => {
    document.removeEventListener('keydown', keep, true);
    return events.splice(0);
  };
})();
