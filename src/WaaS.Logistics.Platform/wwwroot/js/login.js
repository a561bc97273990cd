// A badge scanned on the sign-in page fills the badge field and asks for the PIN. On an enrolled station no field has the cursor, so any card works;
// elsewhere the cursor stands in the name, where only our own badges can be told from a name.
import { isBadge } from './badge.js';
import { listen } from './wedge.js';

const form = document.querySelector('form[action="/login"]:has([name=badge])');
const badge = form?.querySelector('[name=badge]');
const pin = form?.querySelector('[name=pin]');
const name = document.querySelector('form[action="/login"] [name=name]');

function take(code) {
  badge.value = code;
  pin.focus();
}

if (form) {
  listen({ scanned: take, typing() {}, ignore: () => false });
  name.addEventListener('keydown', event => {
    if (event.key !== 'Enter' || !isBadge(name.value))
      return;
    event.preventDefault();
    take(name.value);
    name.value = '';
  });
  // In its own field the scanner's Enter asks for the PIN too, instead of being told that it is missing.
  badge.addEventListener('keydown', event => {
    if (event.key !== 'Enter' || !badge.value || pin.value)
      return;
    event.preventDefault();
    pin.focus();
  });
}
