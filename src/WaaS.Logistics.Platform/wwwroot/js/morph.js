// Makes one element like another and touches only what differs: focus, selection and scrolling stay where they are.
const keyOf = node => node.nodeType === Node.ELEMENT_NODE ? node.dataset.key ?? node.id : '';
const alike = (one, other) => one.nodeType === other.nodeType && one.nodeName === other.nodeName && keyOf(one) === keyOf(other);

export function morph(old, fresh) {
  if (old.nodeType !== Node.ELEMENT_NODE) {
    if (old.data !== fresh.data)
      old.data = fresh.data;
    return;
  }
  for (const { name } of [...old.attributes])
    if (!fresh.hasAttribute(name))
      old.removeAttribute(name);
  for (const { name, value } of fresh.attributes)
    if (old.getAttribute(name) !== value)
      old.setAttribute(name, value);
  let place = old.firstChild;
  for (const wanted of [...fresh.childNodes]) {
    // What has a name is looked for; what has none is only ever the next one.
    let same = place;
    while (same && !alike(same, wanted))
      same = keyOf(wanted) ? same.nextSibling : null;
    if (!same) {
      old.insertBefore(wanted, place);
      continue;
    }
    while (place !== same)
      place = remove(place);
    morph(same, wanted);
    place = same.nextSibling;
  }
  while (place)
    place = remove(place);
}

function remove(node) {
  const next = node.nextSibling;
  node.remove();
  return next;
}
