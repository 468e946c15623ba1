/// What makes the index quick to use: filter, order and keys. All of it works on what the page already lists.
enum IndexScript {
    /// The script: no library, nothing loaded, nothing stored but the page's own address.
    static let text = """
        'use strict';
        (() => {
        const form = document.getElementById('filter'), table = document.getElementById('runs');
        const body = table.tBodies[0], found = document.getElementById('found'), help = document.getElementById('help');
        const rows = [...body.rows].map((row, place) => ({row, place, data: row.dataset, to: row.cells[0].dataset.v,
          text: (row.textContent + ' ' + row.querySelector('code').title).toLowerCase(), numbers: [4, 5, 6].map(i => +row.cells[i].textContent)}));
        const heads = [...table.tHead.rows[0].cells];
        let order = {column: -1, down: false};
        const checks = {'failed': n => n[0] > 0, 'unknown': n => n[1] > 0, 'with warnings': n => n[2] > 0,
          'all well': n => n[0] + n[1] + n[2] === 0};

        function fields() { return [...form.elements].filter(field => field.name); }
        function filter() {
          const want = Object.fromEntries(fields().map(field => [field.name, field.value]));
          const words = want.text.toLowerCase().split(/\\s+/).filter(Boolean);
          let shown = 0;
          for (const one of rows) {
            const fits = ['kind', 'decision', 'verdict', 'state'].every(name => !want[name] || one.data[name] === want[name])
              && (!want.checks || checks[want.checks](one.numbers))
              && (!want.from || one.to >= want.from) && (!want.to || one.data.from <= want.to)
              && words.every(word => one.text.includes(word));
            one.row.hidden = !fits;
            shown += fits;
          }
          found.textContent = shown === rows.length ? '' : `${shown || 'None'} of the ${rows.length} listed runs ${shown === 1 ? 'fits' : 'fit'} the filter.`;
          for (const item of document.querySelectorAll('.tallies button'))
            item.setAttribute('aria-pressed', form.elements[item.dataset.filter].value === item.dataset.value);
        }
        function value(row, column) {
          const cell = row.cells[column], raw = cell.dataset.v ?? cell.textContent;
          return raw === '–' ? null : heads[column].classList.contains('n') ? +raw : raw.toLowerCase();
        }
        function sort() {
          heads.forEach((head, i) => head.setAttribute('aria-sort',
            i !== order.column ? 'none' : order.down ? 'descending' : 'ascending'));
          const column = order.column, sign = order.down ? -1 : 1;
          const keyed = rows.map(one => ({one, key: column < 0 ? one.place : value(one.row, column)}));
          keyed.sort((a, b) => a.key === b.key ? a.one.place - b.one.place
            : a.key === null ? 1 : b.key === null ? -1 : a.key < b.key ? -sign : sign);
          body.append(...keyed.map(entry => entry.one.row));
        }
        function keep() {
          const words = new URLSearchParams();
          for (const field of fields()) if (field.value) words.set(field.name, field.value);
          if (order.column >= 0) words.set('sort', (order.down ? '-' : '') + heads[order.column].textContent.toLowerCase());
          history.replaceState(null, '', location.pathname + location.search + (words.size ? '#' + words : ''));
        }
        function read() {
          const hash = decodeURIComponent(location.hash.slice(1));
          if (hash && !hash.includes('=')) return anchor(hash);
          const words = new URLSearchParams(location.hash.slice(1));
          for (const field of fields()) {
            field.value = words.get(field.name) ?? '';
            if (field.selectedIndex === -1) field.value = '';
          }
          const by = words.get('sort') ?? '', wasSorted = order.column >= 0;
          order = {column: heads.findIndex(head => head.textContent.toLowerCase() === by.replace(/^-/, '')), down: by[0] === '-'};
          if (wasSorted || order.column >= 0) sort();
          filter();
        }
        function anchor(name) {
          filter();
          const target = document.getElementById(name), year = /^(\\d{4})-.*-r\\d+$/.exec(name);
          if (target) {
            if (target.hidden) { form.reset(); filter(); target.scrollIntoView({block: 'center'}); }
          } else if (year && !document.querySelector('[aria-current]')) {
            location.replace(year[1] + '/index.html#' + name);
          }
        }
        function step(by) {
          const links = rows.length ? [...body.rows].filter(row => !row.hidden).map(row => row.querySelector('a')) : [];
          const row = document.activeElement.closest('#runs tbody tr');
          const now = links.findIndex(link => link.closest('tr') === row);
          const next = links[now < 0 ? 0 : Math.min(Math.max(now + by, 0), links.length - 1)];
          if (next) { (next.closest('tr').querySelector('.open') ?? next).focus(); next.closest('tr').scrollIntoView({block: 'nearest'}); }
        }

        for (const [column, head] of heads.entries()) {
          // No button element: browsers leave those out of heads that are repeated on paper.
          const button = document.createElement('span');
          button.textContent = head.textContent;
          button.tabIndex = 0;
          button.setAttribute('role', 'button');
          button.addEventListener('keydown', event => {
            if (event.key === 'Enter' || event.key === ' ') { event.preventDefault(); button.click(); }
          });
          button.addEventListener('click', () => {
            const first = head.classList.contains('n');
            order = order.column !== column ? {column, down: first} : order.down === first ? {column, down: !first}
              : {column: -1, down: false};
            sort();
            keep();
          });
          head.replaceChildren(button);
          head.setAttribute('aria-sort', 'none');
        }
        for (const item of document.querySelectorAll('.tallies li')) {
          const button = document.createElement('button'), field = form.elements[item.dataset.filter];
          button.type = 'button';
          button.append(...item.childNodes);
          Object.assign(button.dataset, item.dataset);
          button.addEventListener('click', () => {
            field.value = field.value === item.dataset.value ? '' : item.dataset.value;
            filter();
            keep();
          });
          item.replaceChildren(button);
        }
        form.hidden = false;
        form.addEventListener('input', () => { filter(); keep(); });
        form.addEventListener('submit', event => { event.preventDefault(); step(0); });
        form.addEventListener('reset', () => setTimeout(() => { order = {column: -1, down: false}; sort(); filter(); keep(); }));
        document.getElementById('keys').addEventListener('click', () => help.showModal());
        addEventListener('hashchange', read);
        addEventListener('keydown', event => {
          if (event.ctrlKey || event.metaKey || event.altKey || help.open) return;
          const field = event.target.closest('input, select, textarea');
          if (event.key === 'Escape') { if (field) field.blur(); else form.reset(); return; }
          if (field) return;
          const act = {j: () => step(1), k: () => step(-1), '/': () => form.elements.text.focus(), '?': () => help.showModal()};
          if (!act[event.key]) return;
          event.preventDefault();
          act[event.key]();
        });
        read();
        })();
        """
}
