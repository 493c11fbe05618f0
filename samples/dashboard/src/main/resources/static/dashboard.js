// What the pages show. Each answer that is not the business itself is told in the words of its own case.

const DRIFT = 'urn:schemaguard:problem:drift';
const page = document.getElementById('page');
const number = location.pathname.match(/^\/businesses\/(.+)$/)?.[1];
let again;

function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

const text = (...children) => element('p', {}, ...children);

function link(to, words) {
  return element('a', { href: to }, words);
}

function button(words, action) {
  const made = element('button', { type: 'button' }, words);
  made.addEventListener('click', action);
  return made;
}

/** Shows one state of the page; what is shown already stays untouched, so that a retry disturbs nobody. */
function show(state, heading, ...content) {
  if (page.dataset.state === state && state === 'upgrading') return;
  const changed = page.dataset.state !== undefined && page.dataset.state !== state;
  page.dataset.state = state;
  page.replaceChildren(element('h1', {}, heading), ...content);
  document.title = `${heading} · Corner Studio`;
  if (changed) document.getElementById('spoken').textContent = heading;
}

// ---- the four cases, and the good one ----

function business(found) {
  const rows = found.posts.map(post => element('tr', {},
    element('th', { scope: 'row' }, post.title),
    element('td', {}, post.score === null ? 'not rated yet' : `${post.score} of 100`)));
  const reels = found.reels.map(reel => element('li', {}, reel.title, ' ', element('span', { class: 'tag' }, reel.state)));
  show('found', found.name,
    element('h2', {}, 'Posts'),
    element('table', {},
      element('thead', {}, element('tr', {},
        element('th', { scope: 'col' }, 'Post'), element('th', { scope: 'col' }, 'Quality'))),
      element('tbody', {}, ...rows)),
    element('h2', {}, 'Reels in the making'),
    element('ul', { class: 'reels' }, ...reels),
    text(link('/', 'All businesses')));
}

function missing() {
  show('missing', 'There is no such business',
    text(`We looked, and no business has the number ${decodeURIComponent(number)}. It may have been deleted, or the address has a slip in it.`),
    text(link('/', 'Your businesses')));
}

function foreign() {
  show('foreign', 'This business is not yours',
    text('It belongs to somebody else. Ask them to show it to you, or sign in as its owner.'),
    text(link('/', 'Your businesses')));
}

function upgrading(seconds) {
  show('upgrading', 'We are finishing an upgrade',
    text('A part that this page needs is not in place yet. It is nothing that you did.'),
    element('p', { class: 'waiting' }, 'You need not do anything: this page tries again by itself.'));
  again = setTimeout(load, seconds * 1000);
}

function broken(reference) {
  show('broken', 'Something broke on our side',
    text('We could not load this page, and we do not know more yet. It is nothing that you did.'),
    reference
      ? text('If you write to us, say this number; it is in our log, beside what happened: ',
        element('strong', { class: 'reference' }, reference))
      : text('Our server did not answer.'),
    text(button('Try again', load)));
}

function businesses(found) {
  show('found', 'Your businesses',
    element('ul', { class: 'cards' }, ...found.map(one =>
      element('li', {}, link(`/businesses/${one.id}${location.search}`, one.name)))),
    element('nav', { 'aria-labelledby': 'try' },
      element('h2', { id: 'try' }, 'Also worth a try'),
      element('ul', {},
        element('li', {}, link('/businesses/3', 'Station Bikes'), ', which is Ben’s'),
        element('li', {}, link('/businesses/999', 'Business 999'), ', which is not there'))));
}

// ---- as it was on the day of the story ----

async function loadAsItWas() {
  const answer = await fetch(`/as-it-was/businesses/${number}`);
  if (answer.ok) return business(await answer.json());
  show('as-it-was', 'Business not found',
    element('div', { class: 'note', role: 'note' },
      text(element('strong', {}, 'This is the page as it was. '),
        `The server answered ${answer.status}, and the old page made this of every answer that was not 200.`),
      text(link('?view=is', 'See what it says now'))));
  again = setTimeout(load, 2000);
}

// ---- asking ----

async function load() {
  clearTimeout(again);
  try {
    if (number && asItWas()) return await loadAsItWas();
    const answer = await fetch(number ? `/api/businesses/${number}` : '/api/businesses');
    const body = await answer.json();
    if (answer.ok) return number ? business(body) : businesses(body);
    if (body.type === DRIFT) return upgrading(Number(answer.headers.get('Retry-After')));
    if (answer.status === 404 || answer.status === 400) return missing();
    if (answer.status === 403) return foreign();
    return broken(body.reference);
  } catch {
    return broken();
  }
}

// ---- signing in, for the show ----

const owner = document.getElementById('owner');
owner.value = document.cookie.match(/(?:^|; )owner=(\w+)/)?.[1] ?? 'ana';
owner.addEventListener('change', () => {
  document.cookie = `owner=${owner.value}; path=/; SameSite=Strict`;
  load();
});

// ---- behind the scenes ----

let mode;

/** The page as it was is what a reader sees first where nothing guards it, as on the day of the story. */
function asItWas() {
  const view = new URLSearchParams(location.search).get('view');
  return view === 'was' || (view === null && mode === 'off');
}

async function strip() {
  const set = (id, words) => { const at = document.getElementById(id); if (at.textContent !== words) at.textContent = words; };
  try {
    const [guard, readiness, scene] = await Promise.all([
      fetch('/guard').then(answer => answer.json()),
      fetch('/actuator/health/readiness').then(answer => answer.status),
      fetch('/story').then(answer => answer.json())]);
    mode = guard.mode;
    set('mode', guard.mode);
    set('readiness', readiness === 200 ? 'ready (200)' : `not ready (${readiness})`);
    set('database', scene.running ? `at release ${scene.release}` : 'stopped');
    set('says', guard.says.replace('Schema Guard: ', ''));
    document.querySelector('.behind').dataset.verdict = guard.verdict;
    document.getElementById('report').hidden = guard.verdict === '';
    const migrate = document.getElementById('migrate');
    migrate.disabled = !scene.running || scene.release === '42';
    set('migrate', scene.release === '42' ? 'The migration has run' : 'Run the migration');
    const server = document.getElementById('server');
    server.dataset.act = scene.running ? 'stop' : 'start';
    set('server', scene.running ? 'Stop the database' : 'Start the database');
    const view = document.getElementById('view');
    view.hidden = !number;
    view.href = asItWas() ? '?view=is' : '?view=was';
    set('view', asItWas() ? 'See this page as it is now' : 'See this page as it was');
  } catch {
    set('readiness', 'no answer');
  }
}

async function act(what) {
  await fetch(`/story/${what}`, { method: 'POST' });
  await strip();
}

document.getElementById('migrate').addEventListener('click', () => act('migration'));
document.getElementById('server').addEventListener('click', event => act(event.currentTarget.dataset.act));

await strip();
await load();
setInterval(strip, 1500);
