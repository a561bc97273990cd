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

// The first wrong field gets the cursor.
document.querySelector('[aria-invalid="true"]')?.focus();

document.addEventListener('change', event => {
  if (event.target.matches('[data-submits]'))
    event.target.form.requestSubmit();
});
document.addEventListener('click', event => {
  if (event.target.closest('[data-prints]'))
    print();
});
