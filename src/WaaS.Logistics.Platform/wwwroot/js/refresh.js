// Parts of a page the server draws again: <div data-refresh="/address" data-seconds="5">.
const waiting = new WeakMap();

export async function refresh(part) {
  if (waiting.get(part)) {
    waiting.set(part, 'again');
    return;
  }
  waiting.set(part, 'once');
  try {
    const answer = await fetch(part.dataset.refresh, { headers: { 'X-Requested-With': 'refresh' }, redirect: 'error' });
    if (answer.ok) {
      // Somebody typing or tabbing in this part is not thrown out of it.
      if (!part.contains(document.activeElement))
        part.innerHTML = await answer.text();
      delete part.dataset.stale;
    } else
      part.dataset.stale = answer.status;
  } catch {
    part.dataset.stale = 'offline';
  }
  const again = waiting.get(part) === 'again';
  waiting.delete(part);
  if (again)
    await refresh(part);
}

export function refreshAll() {
  document.querySelectorAll('[data-refresh]').forEach(refresh);
  document.dispatchEvent(new Event('waas:refresh'));
}

export function watchRefreshing() {
  document.querySelectorAll('[data-refresh][data-seconds]').forEach(part =>
    setInterval(() => { if (!document.hidden) refresh(part); }, part.dataset.seconds * 1000));
}
