// The key is on this page and nowhere else. It goes into a file from here, without a word to the server, which must not have it.
const button = document.querySelector('[data-save-as]');
const said = document.querySelector('[data-saved]');

button.addEventListener('click', () => {
  const pem = document.querySelector('.private-key').textContent.trim() + '\n';
  const address = URL.createObjectURL(new Blob([pem], { type: 'application/octet-stream' }));
  Object.assign(document.createElement('a'), { href: address, download: button.dataset.saveAs }).click();
  said.textContent = said.dataset.saved;
  // The browser has read it when the click is over, or soon after.
  setTimeout(() => URL.revokeObjectURL(address), 60000);
});
button.hidden = false;
