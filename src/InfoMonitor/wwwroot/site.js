// Shortcut keys. Every key has a link, a button or a field that works without it: an element says its key in data-key.
// Never while somebody types or an input method composes (Telex and VNI send keys of their own), never with a dialog open.
(() => {
  'use strict';
  const root = document.documentElement;
  const one = (selector) => document.querySelector(selector);
  const help = one('#keys');
  let went = -Infinity;   // when "g" was pressed

  // Browsers without invoker commands.
  const open = one('.keys-open');
  if (open && help && !('commandForElement' in open)) open.addEventListener('click', () => help.showModal());

  // A menu closes on Escape and on a click beside it.
  const close = (except) => document.querySelectorAll('details.menu[open]').forEach((menu) => { if (menu !== except) menu.open = false; });
  document.addEventListener('click', (event) => close(event.target.closest('details.menu')));

  // A form is sent once, whatever is clicked meanwhile.
  document.addEventListener('submit', (event) => {
    const form = event.target;
    if (form.method === 'dialog' || event.defaultPrevented) return;
    if (form.dataset.sent) { event.preventDefault(); return; }
    form.dataset.sent = '1';
    event.submitter?.setAttribute('aria-busy', 'true');
  });
  addEventListener('pageshow', () => document.querySelectorAll('form[data-sent]').forEach((form) => {
    delete form.dataset.sent;
    form.querySelectorAll('[aria-busy]').forEach((button) => button.removeAttribute('aria-busy'));
  }));

  const isTyping = (target) => target instanceof HTMLElement && (target.isContentEditable || target.matches('textarea, select, input:not([type=checkbox]):not([type=radio]):not([type=button]):not([type=submit])'));

  const rows = () => [...document.querySelectorAll('.queue tbody tr')];
  const currentRow = () => one('.queue tbody tr[aria-current]');
  const step = (by) => {
    const all = rows();
    if (all.length === 0) return false;
    const at = all.indexOf(currentRow());
    const to = all[Math.min(all.length - 1, Math.max(0, at < 0 ? 0 : at + by))];
    currentRow()?.removeAttribute('aria-current');
    to.setAttribute('aria-current', 'true');
    to.querySelector('.claim').focus({ preventScroll: true });
    to.scrollIntoView({ block: 'nearest' });
    return true;
  };
  document.addEventListener('focusin', (event) => {
    const row = event.target.closest('.queue tbody tr');
    if (!row || row.hasAttribute('aria-current')) return;
    currentRow()?.removeAttribute('aria-current');
    row.setAttribute('aria-current', 'true');
  });

  const inQueue = {
    j: () => step(1),
    k: () => step(-1),
    o: () => currentRow()?.querySelector('.claim').click(),
    x: () => currentRow()?.querySelector('input[type=checkbox]')?.click(),
  };

  // With rows picked: "b" to what can be done with them, 1-3 the verdicts that several flags take.
  const picked = () => one('.picks .pick input:checked');
  const bar = (key) => key === 'b' ? one('.batch button') : one(`.batch [data-pick-key="${CSS.escape(key)}"]`);

  const use = (element) => {
    if (element.matches(':disabled, [aria-disabled="true"]')) return;
    if (isTyping(element)) {
      const fold = element.closest('details:not([open])');
      if (fold) fold.open = true;
      element.focus();
    } else if (element.type === 'radio') { element.checked = true; element.focus(); } else {
      element.click();
      if (element.matches('summary')) element.parentElement.querySelector('button')?.focus();
    }
  };

  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') {
      close();
      if (isTyping(event.target)) event.target.blur();
      return;
    }
    if (event.key === 'Enter' && event.target.matches('form[data-keep] [type=url], [form] [type=url], [type=url][form]') && !event.isComposing) {   // an address is typed, nothing decided: on to what comes next
      event.preventDefault();
      const fields = [...event.target.form.elements].filter((field) => field.matches('textarea, input:not([type=hidden], [type=radio], [type=checkbox]), button') && field.offsetParent);
      fields[fields.indexOf(event.target) + 1]?.focus();
      return;
    }
    if (event.key === 'Enter' && event.target.name === 'find' && !event.isComposing) { event.preventDefault(); event.target.nextElementSibling.click(); return; }
    if (root.dataset.keys === 'off' || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.isComposing || event.keyCode === 229 || event.repeat && !'jk'.includes(event.key)) return;
    if (isTyping(event.target) || document.querySelector('dialog[open]')) return;

    if (performance.now() - went < 1500) {
      went = -Infinity;
      const to = event.key.length === 1 && one(`#keys [data-go="${CSS.escape(event.key)}"]`)?.dataset.to;
      if (to) { event.preventDefault(); location.assign(to); }
      return;
    }
    if (event.key === 'g') { went = performance.now(); return; }
    if (event.key === '?' && help) { event.preventDefault(); help.showModal(); return; }

    if (inQueue[event.key] && one('.queue')) { event.preventDefault(); inQueue[event.key](); return; }
    if (picked() && event.key.length === 1 && bar(event.key)) { event.preventDefault(); if (event.key === 'b') bar('b').focus(); else bar(event.key).click(); return; }
    const element = event.key.length === 1 && one(`[data-key="${CSS.escape(event.key)}"]`);
    if (element) { event.preventDefault(); use(element); }
    else if (event.key === '/' && help) { event.preventDefault(); location.assign('/search'); }   // pages without a search field
  });
})();
