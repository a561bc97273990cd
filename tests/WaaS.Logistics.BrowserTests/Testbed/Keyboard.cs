using System.Text.Json;
using Microsoft.Playwright;

namespace WaaS.Logistics.BrowserTests.Testbed;

/// <summary>A page as somebody has it who has no mouse, or hears it, or reads it with letters twice as large.</summary>
internal static class Keyboard
{
    // What can be reached is noted as the focus comes by; one look per page instead of one per key.
    private const string Prepare =
        """
        whole => {
          const shown = e => { const r = e.getBoundingClientRect(); return r.width > 0 && r.height > 0 && getComputedStyle(e).visibility !== 'hidden'; };
          const brief = e => e.outerHTML.slice(0, 120), all = (what, of = document) => [...of.querySelectorAll(what)].filter(shown);
          const text = e => (e.textContent || '').trim(), labelled = e => (e.getAttribute('aria-labelledby') || '').split(' ').map(id => document.getElementById(id)?.textContent || '').join('').trim();
          const faults = [], stops = [], reached = new Set(), order = [];
          let level = 0;
          for (const heading of all('h1, h2, h3, h4, h5, h6')) {
            if (+heading.tagName[1] > level + 1) faults.push(`a heading skips a level: ${brief(heading)}`);
            level = +heading.tagName[1];
          }
          for (const table of all('table')) if (!table.querySelector('thead th, tbody th')) faults.push(`a table without heads: ${brief(table)}`);
          for (const head of document.querySelectorAll('th')) if (!text(head) && !head.getAttribute('aria-label')) faults.push(`an empty head: ${brief(head.closest('tr'))}`);
          for (const part of document.querySelectorAll('[aria-describedby], [aria-labelledby]'))
            for (const id of `${part.getAttribute('aria-describedby') || ''} ${part.getAttribute('aria-labelledby') || ''}`.split(' ').filter(Boolean))
              if (!document.getElementById(id)) faults.push(`refers to ${id}, which is not there: ${brief(part)}`);
          for (const part of all('main *'))
            if (getComputedStyle(part).cursor === 'pointer' && !part.closest('a, button, label, summary, input, select, textarea, [tabindex]')) { faults.push(`for the mouse alone: ${brief(part)}`); break; }
          const radios = new Set();
          for (const stop of all('a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex="0"]')) {
            if (stop.disabled || (!whole && !stop.closest('main')) || (stop.closest('details:not([open])') && stop.tagName !== 'SUMMARY') || (stop.type === 'radio' && radios.has(stop.name))) continue;
            if (stop.type === 'radio') radios.add(stop.name);
            stops.push(stop);
            if (!(stop.getAttribute('aria-label') || labelled(stop) || [...(stop.labels || [])].map(text).join('') || text(stop) || stop.title)) faults.push(`has no name: ${brief(stop)}`);
          }
          if (whole && !/^#/.test(stops[0]?.getAttribute('href') || '')) faults.push(`the first stop does not skip the head of the page: ${stops[0] ? brief(stops[0]) : 'there is none'}`);
          document.addEventListener('focusin', event => {
            const style = getComputedStyle(event.target), place = event.target.getBoundingClientRect();
            if (!reached.has(event.target)) order.push(event.target);
            reached.add(event.target);
            if ((style.outlineStyle === 'none' || parseFloat(style.outlineWidth) === 0) && style.boxShadow === 'none') faults.push(`the focus is not seen: ${brief(event.target)}`);
            if (place.bottom <= 0 || place.top >= innerHeight) faults.push(`the focus is off the screen: ${brief(event.target)}`);
          }, true);
          const start = document.createElement('span');
          start.tabIndex = -1;
          (whole ? document.body : document.querySelector('main')).prepend(start);
          start.focus();
          faults.length = faults.filter(fault => !fault.includes('<span tabindex="-1"')).length;
          order.length = 0;
          window.walk = { faults, stops, reached, order, brief };
          return stops.length + 5 * all('input[type=date]').length;
        }
        """;

    private const string Read =
        """
        () => {
          const { faults, stops, reached, order, brief } = window.walk;
          for (const stop of stops) if (stop.isConnected && !reached.has(stop)) faults.push(`the keyboard does not get to ${brief(stop)}`);
          const places = order.map(stop => stops.indexOf(stop)).filter(place => place >= 0);
          if (places.some((place, at) => at > 0 && place < places[at - 1])) faults.push('the keyboard goes to and fro');
          document.documentElement.style.fontSize = '200%';
          const page = document.documentElement;
          if (page.scrollWidth > page.clientWidth) {
            const wide = [...document.querySelectorAll('main *')].filter(e => (e.getBoundingClientRect().right > page.clientWidth + 1 || e.scrollWidth > page.clientWidth) && !e.closest('.table-wrap')).pop();
            faults.push(`at ${page.clientWidth} px with letters twice as large one has to scroll sideways: ${wide ? brief(wide) : 'the head of the page'}`);
          }
          document.documentElement.style.fontSize = '';
          return [...new Set(faults)];
        }
        """;

    /// <param name="whole">With the head of the page, which is the same on all.</param>
    /// <returns>What shuts somebody out; empty where nothing does.</returns>
    public static async Task<IReadOnlyList<string>> Walk(IPage page, bool whole)
    {
        var stops = await page.EvaluateAsync<int>(Prepare, whole);
        for (var at = 0; at < stops; at++)
            await page.Keyboard.PressAsync("Tab");
        var before = page.ViewportSize!;
        await page.SetViewportSizeAsync(Widths.All[0], 740);
        var faults = (await page.EvaluateAsync<JsonElement>(Read)).EnumerateArray().Select(fault => fault.GetString()!).ToList();
        await page.SetViewportSizeAsync(before.Width, before.Height);
        return faults;
    }
}
