// What was typed and is not recorded yet stays in this browser: under the person's id, until it is recorded, they sign out, or two weeks have passed.
// A form says what it is in data-keep: a flag's id, "id:amend", "add"; what is no flag's has a name in data-name. data-once: nothing is typed in it, so there is no draft. data-page: its answer is a page, so it goes as a plain form, once the server is seen to answer.
// Nothing typed is sent before its form is. A verdict, a claim, a skip or an
// answer the server does not answer to is sent again until it does; the server records the same one once. Without this script, or without storage, the forms are plain forms.
(() => {
  'use strict';
  const told = document.querySelector('#kept');
  const user = told?.dataset.user;
  const channel = 'BroadcastChannel' in window ? new BroadcastChannel('kept') : null;
  const keys = (start) => Object.keys(localStorage).filter((key) => key.startsWith(start));
  try {
    const now = Date.now();
    for (const key of keys('kept/')) if (!(now - JSON.parse(localStorage.getItem(key)).at < 14 * 864e5)) localStorage.removeItem(key);
    const left = sessionStorage.getItem('kept-left');
    if (left && !user && location.pathname === '/sign-in') {   // signed out indeed
      keys(`kept/${left}/`).forEach((key) => localStorage.removeItem(key));
      channel?.postMessage(left);
    }
    if (user || location.pathname === '/sign-in') sessionStorage.removeItem('kept-left');
  } catch { return; }
  if (!user) return;

  let over = false;   // signed out in another tab: keep nothing more
  channel?.addEventListener('message', (event) => { if (event.data === user) over = true; });

  const place = (name) => `kept/${user}/${name}`;
  const read = (name) => JSON.parse(localStorage.getItem(place(name)));
  const drop = (name) => localStorage.removeItem(place(name));
  const write = (name, value) => {
    if (over) return false;
    try { localStorage.setItem(place(name), JSON.stringify({ ...value, at: Date.now() })); return true; } catch { return false; }   // full
  };

  const forms = new Map([...document.querySelectorAll('form[data-keep]')].map((form) => [form.dataset.keep, form]));
  const texts = (form) => [...form.elements].filter((field) => field.matches('textarea, select, input:is([type=url], [inputmode=url])'));
  const ticks = (form) => [...form.elements].filter((field) => field.name === 'cite');   // references that are cited
  const choices = (form) => [...form.elements].filter((field) => field.type === 'radio');
  const lines = (text) => (text ?? '').replace(/\r\n?/g, '\n');
  const lock = (form, locked) => [...form.elements].forEach((field) => { field.disabled = locked; });

  const say = (where, name, slots = {}, doing = {}) => {
    const said = document.querySelector(`template[data-say=${name}]`).content.firstElementChild.cloneNode(true);
    for (const [slot, text] of Object.entries(slots)) {
      const element = said.querySelector(`[data-slot=${slot}]`);
      if (slot === 'flag' && element && /^\d+$/.test(text)) { element.href = `/flags/${text}`; element.append(' ', text); } else if (element) element.textContent = text;
    }
    for (const button of said.querySelectorAll('[data-do]')) button.addEventListener('click', doing[button.dataset.do]);
    said.dataset.of = slots.flag ?? '';
    where.querySelector(where === told ? `[data-of="${slots.flag}"]` : '[data-of]')?.remove();   // one message a flag, and one a form
    where.append(said);
  };
  const tellIn = (form) => form.querySelector('[data-told]');

  // Drafts.
  const keep = (key, form) => {
    const typed = Object.fromEntries(texts(form).filter((field) => field.value !== lines(field.dataset.was)).map((field) => [field.name, field.value]));
    if (ticks(form).some((tick) => tick.checked !== (tick.dataset.was === '1'))) typed.cite = ticks(form).filter((tick) => tick.checked).map((tick) => [tick.value, tick.nextElementSibling.textContent]);
    const chosen = choices(form).find((choice) => choice.checked);
    if (chosen && !chosen.defaultChecked) typed[':chosen'] = chosen.value;
    if (Object.keys(typed).length > 0) write(`draft/${key}`, { typed }); else drop(`draft/${key}`);
  };
  for (const [key, form] of forms) {
    lock(form, false);
    if (form.dataset.once !== undefined) continue;
    const draft = read(`draft/${key}`);
    let restored = false;
    for (const field of draft ? texts(form) : []) {
      const text = draft.typed[field.name];
      if (text === undefined) continue;
      restored ||= text !== lines(field.defaultValue ?? field.value);   // the server may have put it back itself
      field.value = text;
      if (text && restored) field.closest('details')?.setAttribute('open', '');
    }
    for (const choice of choices(form)) {
      if (draft?.typed[':chosen'] !== choice.value || choice.checked) continue;
      choice.checked = true;
      restored = true;
    }
    for (const tick of draft?.typed.cite ? ticks(form) : []) {
      const cited = draft.typed.cite.some(([id]) => id === tick.value);
      restored ||= cited !== tick.checked;
      tick.checked = cited;
    }
    for (const [id, name] of draft?.typed.cite ?? []) {   // found by a search that this page does not show
      if (ticks(form).some((tick) => tick.value === id)) continue;
      const tick = Object.assign(document.createElement('input'), { type: 'checkbox', name: 'cite', value: id, checked: true });
      const [label, said] = ['label', 'span'].map((tag) => document.createElement(tag));
      tick.setAttribute('form', form.id);
      label.className = 'tick';
      said.textContent = name;
      label.append(tick, said);
      document.querySelector(`[data-cited="${form.id}"]`).append(label);
      restored = true;
    }
    if (restored) {
      form.closest('details')?.setAttribute('open', '');
      say(tellIn(form), 'restored', {}, { drop: () => {
        drop(`draft/${key}`);
        for (const field of texts(form)) field.value = lines(field.dataset.was);
        for (const tick of ticks(form)) tick.checked = tick.dataset.was === '1';
        for (const choice of choices(form)) choice.checked = choice.defaultChecked;
        tellIn(form).replaceChildren();
      } });
    }
    [...texts(form), ...ticks(form), ...choices(form)].forEach((field) => field.addEventListener('input', () => keep(key, form)));
  }
  const toCopy = () => {
    const settled = document.querySelector('[data-flag]');
    const draft = settled && read(`draft/${settled.dataset.flag}`);
    if (!draft || document.querySelector('#written')) return;
    const { ':chosen': _, ...typed } = draft.typed;
    if (Object.keys(typed).length > 0) say(settled, 'copy', { text: Object.values(typed).flat().join('\n') }, { drop: () => {
      drop(`draft/${settled.dataset.flag}`);
      settled.querySelector('[data-of]').remove();
    } });
  };

  // Forms on their way.
  const token = '__RequestVerificationToken';
  const own = new Map();   // sent from this page: another tab may have had them recorded meanwhile
  const sending = new Set();
  const unsent = () => [...new Set([...own.keys(), ...keys(place('unsent/')).map((key) => key.slice(place('unsent/').length))])];
  const withToken = (body) => {
    const fields = new URLSearchParams(body);
    fields.set(token, document.querySelector(`input[name=${token}]`).value);
    return fields;
  };
  const post = async (to, body) => {
    try {
      const answer = await fetch(to, { method: 'POST', body: withToken(body), headers: { Accept: 'application/json' }, signal: AbortSignal.timeout(20_000) });
      if (answer.redirected || answer.status === 400) return { is: 'session' };   // nobody's, or somebody else's
      if (answer.ok) return { is: 'recorded', next: (await answer.json()).next };
      return { is: answer.status >= 500 || answer.status === 429 ? 'away' : 'refused' };
    } catch { return { is: 'away' }; }
  };
  const showRefusal = (to, body) => {   // the server's own page, with what was written: sent again as a plain form
    const form = document.createElement('form');
    form.method = 'post';
    form.action = to;
    for (const [name, value] of withToken(body)) form.append(Object.assign(document.createElement('input'), { type: 'hidden', name, value }));
    document.body.append(form);
    form.submit();
  };
  const send = async (key) => {
    const kept = own.get(key) ?? read(`unsent/${key}`);
    if (!kept || over || sending.has(key)) return null;
    const [flag] = key.split(':');
    const form = forms.get(key);
    sending.add(key);
    if (form) lock(form, true);
    const where = form ? tellIn(form) : told;
    const slots = { flag: kept.name ?? flag, verdict: kept.verdict };
    const slow = form && setTimeout(() => say(where, 'sending'), 1000);
    const { is, next } = await post(kept.to, kept.body);
    clearTimeout(slow);
    sending.delete(key);
    if (is === 'recorded' || is === 'refused') {
      drop(`unsent/${key}`);
      own.delete(key);
    }
    if (is === 'recorded') {
      if (!kept.aside) drop(`draft/${key}`);
      if (kept.clears) drop(`draft/${kept.clears}`);
      if (form) location.assign(next); else say(where, 'sent', slots);
    } else if (is === 'refused') {
      if (form) showRefusal(kept.to, kept.body); else { say(where, 'refused', slots); toCopy(); }
    } else {
      say(where, form ? is === 'away' ? 'unsent' : 'session' : 'waiting', slots, { send: () => retry(), edit: () => {
        drop(`unsent/${key}`);
        own.delete(key);
        lock(form, false);
        where.replaceChildren();
        texts(form)[0]?.focus();
      } });
    }
    return is;
  };

  // What is answered by a page: sent as it is, once somebody answers; until then it is a draft.
  const sendPage = async (form) => {
    const where = tellIn(form);
    const slow = setTimeout(() => say(where, 'sending'), 1000);
    lock(form, true);
    const up = await fetch('/healthz/live', { cache: 'no-store', signal: AbortSignal.timeout(20_000) }).then((answer) => answer.ok, () => false);
    clearTimeout(slow);
    if (over) return;
    if (up) { lock(form, false); form.submit(); return; }
    const again = setTimeout(() => sendPage(form), 3000);
    const stop = () => { clearTimeout(again); where.replaceChildren(); };
    say(where, 'unsent', {}, { send: () => { stop(); sendPage(form); }, edit: () => { stop(); lock(form, false); texts(form)[0].focus(); } });
  };

  let wait = 1000;
  let timer;
  const flush = async () => {
    clearTimeout(timer);
    let away = false;
    for (const key of unsent()) away = await send(key) === 'away' || away;
    if (!away) { wait = 1000; return; }
    timer = setTimeout(flush, wait * (1 + Math.random() / 4));
    wait = Math.min(wait * 2, 60_000);
  };
  const retry = () => { wait = 1000; return flush(); };
  addEventListener('online', retry);
  document.addEventListener('visibilitychange', () => { if (!document.hidden) retry(); });
  addEventListener('pageshow', (event) => { if (event.persisted) location.reload(); });

  document.addEventListener('submit', (event) => {
    const { target: form, submitter } = event;
    const key = form.dataset.keep;
    if (form.getAttribute('action') === '/sign-out') {
      sessionStorage.setItem('kept-left', user);
      const drafts = keys(place('draft/')).map((name) => name.slice(place('draft/').length)).map((name) => forms.get(name)?.dataset.name ?? (name.startsWith('add') ? told.dataset.add : name.split(':')[0]));
      if (unsent().length === 0 && drafts.length === 0) return;
      event.preventDefault();
      const sure = () => (unsent().length === 0 || confirm(told.dataset.signOut)) && (drafts.length === 0 || confirm(told.dataset.signOutDrafts.replace('{0}', [...new Set(drafts)].join(', '))));
      retry().then(() => { if (sure()) form.submit(); else sessionStorage.removeItem('kept-left'); });
    } else if (form.dataset.page !== undefined) {
      event.preventDefault();
      sendPage(form);
    } else if (key && (submitter?.name !== 'do' || form.dataset.once !== undefined)) {
      const body = new URLSearchParams(new FormData(form));
      body.delete(token);
      body.delete('find');   // looked for, never kept
      if (submitter?.name) body.set(submitter.name, submitter.value);
      const aside = Boolean(submitter?.name || submitter?.hasAttribute('formaction'));   // claimed or passed over: what was typed stays
      const chosen = aside ? null : form.querySelector('[name=verdict]:checked')?.nextSibling;
      const kept = { to: submitter?.getAttribute('formaction') ?? form.getAttribute('action'), body: String(body), aside, verdict: chosen?.textContent.trim() ?? [...submitter?.childNodes ?? []].filter((node) => node.nodeType === Node.TEXT_NODE).map((node) => node.textContent).join('').trim(), name: form.dataset.name, clears: form.dataset.clears };
      if (!write(`unsent/${key}`, kept)) return;
      event.preventDefault();
      own.set(key, kept);
      retry();
    }
  });

  for (const key of unsent()) {
    const form = forms.get(key);
    if (!form) continue;
    const kept = read(`unsent/${key}`);
    const fields = new URLSearchParams(kept.body);
    own.set(key, kept);
    for (const field of form.elements) {
      if (field.type === 'radio' || field.type === 'checkbox') field.checked = fields.getAll(field.name).includes(field.value);
      else if (texts(form).includes(field)) field.value = fields.get(field.name) ?? '';
    }
  }
  toCopy();
  flush();
})();
