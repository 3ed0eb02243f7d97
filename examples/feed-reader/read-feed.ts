// Keeps a copy of a feed in SQLite, and prints the digest of what it holds: node read-feed.ts <address of the feed> <file>
import { hash } from 'node:crypto';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as wait } from 'node:timers/promises';
type Item = Readonly<Record<string, unknown>>;
type Page = { epoch: string; next: string; items: readonly Item[]; checkpoint?: { digest: string }; etag: string };

const [feed = '', file = 'replica.sqlite'] = process.argv.slice(2);
const limits = { bytes: 32 * 1024 * 1024, stillMs: 5_000, redirects: 5, tries: 4 };
const { origin } = new URL(feed);
const database = new DatabaseSync(file);
database.exec(`create table if not exists thing (id text primary key, modified int, data text, term text, walk int);
  create table if not exists place (feed text primary key, place text)`);
const keepThing = database.prepare(`insert into thing values (?1, ?2, ?3, ?4, ?5)
  on conflict do update set modified = ?2, data = ?3, term = ?4, walk = ?5 where ?2 >= modified or ?5 > walk`);
const saved = database.prepare('select place from place where feed = ?').get(feed)?.['place'];
/** Where it stands: what to ask next, what it knows of the answer, and which walk this is. */
const place = { next: feed, etag: '', epoch: '', walk: 1, ...JSON.parse(String(saved ?? '{}')) };

const digest = (): string => {
  const terms = database.prepare('select term from thing where term is not null').all();
  const sum = terms.reduce((total, { term }) => (total + BigInt(`0x${String(term)}`)) % (1n << 256n), 0n);
  return sum.toString(16).padStart(64, '0');
};

/** Canonical JSON (RFC 8785). */
const canonical = (value: unknown): string => {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  const members = Object.entries(value).toSorted(([left], [right]) => (left < right ? -1 : 1));
  return `{${members.map(([name, member]) => `${canonical(name)}:${canonical(member)}`).join(',')}}`;
};

/** Keeps an entry, unless it is none, or about a thing that is not this publisher's (CONS-021, CONS-022). */
const keep = ({ state, kind, id, modified, data }: Item): void => {
  const segment = `${String(kind).replace(/(?!^)[A-Z]/g, '-$&')}s`.toLowerCase();
  if (typeof id !== 'string' || !id.startsWith(`${origin}/${segment}/`)) return;
  if (typeof modified !== 'number' || !Number.isSafeInteger(modified)) return;
  if (state === 'deleted') keepThing.run(id, modified, null, null, place.walk);
  if (state !== 'updated' || (data as Item | undefined)?.['id'] !== id) return;
  const { '@context': _context, ...counted } = data as Item;
  const text = canonical(counted);
  // Half of a surrogate pair, which has no canonical form, is the one thing that JSON.stringify writes like this.
  if (/(?<!\\)(?:\\\\)*\\ud[89a-f]/.test(text)) return;
  keepThing.run(id, modified, JSON.stringify(data), hash('sha256', `${id}\n${hash('sha256', text)}`), place.walk);
};

/** A whole page, or 304 or 410; it fails at everything else (CONS-013 to CONS-020). */
const ask = async (address: string, hops = 0): Promise<Page | 304 | 410> => {
  if (hops > limits.redirects || new URL(address).origin !== origin) throw new Error(`${address} leads astray`);
  const left = new AbortController();
  const timer = setTimeout(() => left.abort(), limits.stillMs).unref();
  const agent = { 'user-agent': 'openstraat-feed-reader/1.0 (example; https://feed-reader.example/)' };
  const asked = place.etag === '' ? agent : { ...agent, 'if-none-match': place.etag };
  const { status, headers, body } = await fetch(address, { headers: asked, redirect: 'manual', signal: left.signal });
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of body ?? []) {
    timer.refresh();
    chunks.push(chunk);
    if ((bytes += chunk.length) > limits.bytes) throw new Error(`${address} does not end`);
  }
  const [location, told] = [headers.get('location'), headers.get('retry-after')];
  if (location !== null) return ask(new URL(location, address).href, hops + 1);
  if (told !== null) await wait(Number(told) * 1_000 || Date.parse(told) - Date.now());
  if (status === 304 || status === 410) return status;
  const page = JSON.parse(Buffer.concat(chunks).toString('utf8')) as Page;
  if (status !== 200 || !Array.isArray(page.items) || !URL.canParse(page.next)) throw new Error(`no page: ${address}`);
  return { ...page, etag: headers.get('etag') ?? '' };
};

/** Reads to the head. @returns whether it holds what the checkpoint counts; if not, it must begin anew */
const walk = async (): Promise<boolean> => {
  for (let tries = 1; ; tries++) {
    const page = await ask(place.next).catch((error: Error) => error);
    if (page === 304 || page === 410) return page === 304;
    if (page instanceof Error && tries === limits.tries) throw page;
    if (page instanceof Error) await wait(1_000 * tries);
    if (page instanceof Error) continue;
    const { items, next, epoch, checkpoint, etag } = page;
    if (place.epoch !== '' && epoch !== place.epoch) return false;
    Object.assign(place, { next, epoch, etag: next === place.next ? etag : '' });
    const isHead = checkpoint !== undefined || items.length === 0;
    // All of a page or nothing, and with it the place behind it (CONS-015).
    database.exec('begin');
    for (const item of items) keep(item ?? {});
    // What an earlier walk gave, and this one did not, is gone.
    if (isHead) database.prepare('delete from thing where walk < ?').run(place.walk);
    database.prepare('insert or replace into place values (?, ?)').run(feed, JSON.stringify(place));
    database.exec('commit');
    if (isHead) return checkpoint === undefined || checkpoint.digest === digest();
    tries = 0;
  }
};

const anew = () => Object.assign(place, { next: feed, etag: '', epoch: '', walk: place.walk + 1 });
const isRight = (await walk()) || (anew(), await walk());
process.stdout.write(`${digest()}\n`);
if (!isRight) throw new Error('two walks did not give what the checkpoint counts: tell the publisher');
