import './forms.js';
import './login.js';
import { watchRefreshing } from './refresh.js';

watchRefreshing();
if (document.getElementById('verdict'))
  import('./scan.js').then(scan => scan.start());
else
  window.waasEarlyKeys();
