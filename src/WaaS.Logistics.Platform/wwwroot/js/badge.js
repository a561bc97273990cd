// A badge changes the person; the PIN is asked for in a dialog of this page, so that nothing already scanned is left behind.
const dialog = document.getElementById('badge-dialog');

export const isOpen = () => dialog?.open === true;

export const isBadge = payload => /^WL:badge:/i.test(payload);

export function ask(badge) {
  const pin = document.getElementById('badge-pin');
  const error = document.getElementById('badge-error');
  const form = document.getElementById('badge-form');
  pin.value = '';
  error.hidden = true;
  document.getElementById('badge-cancel').onclick = () => dialog.close();
  form.onsubmit = async event => {
    event.preventDefault();
    error.hidden = true;
    try {
      const answer = await fetch('/login/api/badge', {
        method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ badge, pin: pin.value }),
      });
      if (answer.ok)
        return location.reload();
      error.textContent = (await answer.json()).detail;
    } catch (problem) {
      error.textContent = problem.message;
    }
    error.hidden = false;
    pin.value = '';
    pin.focus();
  };
  dialog.showModal();
  pin.focus();
}
