// The large answer and the next check are drawn once; the list below is drawn again every few seconds. When the list knows of another state -
// sanitization has re-opened the device, a colleague has answered - the page is opened anew.
const state = () => document.querySelector('[data-state]')?.dataset.state;
const shown = state();
new MutationObserver(() => {
  if (state() && state() !== shown && !document.querySelector('.verdict.pending'))
    location.reload();
}).observe(document.querySelector('[data-refresh]'), { childList: true, subtree: true });
