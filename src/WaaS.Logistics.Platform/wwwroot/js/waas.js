import './forms.js';
import './login.js';
import { watchRefreshing } from './refresh.js';

watchRefreshing();
if (document.querySelector('[data-live]'))
  import('./live.js').then(live => live.start());
if (document.getElementById('verdict'))
  import('./scan.js').then(scan => scan.start());
else
  window.waasEarlyKeys();
