// The large answer is part of the page, the list below it is drawn again every few seconds: when the list knows of another state, the page is opened anew.
const state = () => document.querySelector('[data-state]')?.dataset.state;
const shown = state();
new MutationObserver(() => {
  if (state() && state() !== shown && !document.querySelector('.verdict.pending'))
    location.reload();
}).observe(document.querySelector('[data-refresh]'), { childList: true, subtree: true });
