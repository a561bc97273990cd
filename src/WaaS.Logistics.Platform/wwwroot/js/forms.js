// A form is sent once: the second click of a nervous finger finds the button resting.
document.addEventListener('submit', event => {
  const form = event.target;
  if (!form.matches('form[data-once]') || event.defaultPrevented)
    return;
  if (form.dataset.sent) {
    event.preventDefault();
    return;
  }
  form.dataset.sent = 'yes';
  // After the browser has collected the values: a disabled button would not send its own.
  setTimeout(() => form.querySelectorAll('button').forEach(button => { button.disabled = true; }));
});

// Back from the page cache: the form may be used again, with the same opId.
addEventListener('pageshow', event => {
  if (!event.persisted)
    return;
  document.querySelectorAll('form[data-sent]').forEach(form => {
    delete form.dataset.sent;
    form.querySelectorAll('button').forEach(button => { button.disabled = false; });
  });
});

// The first wrong field gets the cursor; where none is named, what says why.
(document.querySelector('[aria-invalid="true"]') ?? document.querySelector('[data-refuses]'))?.focus();

// What a person opened closes by the key that closes everything else, and the cursor is back where it was opened.
document.addEventListener('keydown', event => {
  const opened = event.key === 'Escape' && !event.defaultPrevented ? event.target.closest?.('details[open]') : null;
  if (!opened)
    return;
  opened.open = false;
  opened.querySelector('summary').focus();
});

// Where one form has several cards, Enter in a field presses the button beside it, not the first one of the form.
document.addEventListener('keydown', event => {
  const beside = event.key === 'Enter' && !event.isComposing && !event.defaultPrevented && event.target.matches?.('form .card input')
    ? event.target.closest('.card').querySelector('button')
    : null;
  if (!beside)
    return;
  event.preventDefault();
  beside.click();
});

document.addEventListener('change', event => {
  if (event.target.matches('[data-submits]'))
    event.target.form.requestSubmit();
});
document.addEventListener('click', event => {
  if (event.target.closest('[data-prints]'))
    print();
});
