import { parseThingId, type ThingId } from '@openstraat/spec';
import { describe, expect, it } from 'vitest';
import { MemoryChangeLog } from '../log/memory-change-log.ts';
import { fromStoredText, storedTextHash, toStoredText } from '../log/stored-text.ts';
import { createLibrary } from './library.ts';

const own = 'https://waterveen.example';
const other = 'https://heuvelrug.example:8443';
const newLog = (origin: string): MemoryChangeLog => new MemoryChangeLog({ origin, clock: { now: () => 1 } });

const write = async (log: MemoryChangeLog, data: Readonly<Record<string, unknown>>): Promise<void> => {
  const id = data['id'] as ThingId;
  const [previous] = await log.states([id]);
  const text = toStoredText(data);
  const hash = storedTextHash(text, log.origin);
  const kind = parseThingId(id)?.kind ?? 'Place';
  await log.append({ things: [{ id, kind, text, hash, observedAt: undefined, previous }], records: [] });
};

const event = {
  id: '/events/feest',
  type: 'Event',
  name: 'Feest',
  // What people read stays as they wrote it, whatever it looks like.
  description: `${own}/places/kiosk`,
  source: '/sources/vvv',
};

describe('a library', () => {
  it('calls own things by their paths and those of others by their IRIs, whoever names them', async () => {
    const [ownLog, replica] = [newLog(own), newLog(other)];
    const library = createLibrary(ownLog, () => [replica]);
    await write(ownLog, { ...event, location: '/places/kiosk' });
    await write(replica, { ...event, location: `${own}/places/kiosk` });
    const thingAt = async (id: string) => {
      const entry = await library.get(id);
      return entry?.text === undefined ? undefined : { called: entry.id, ...fromStoredText(entry.text) };
    };
    const ours = { called: event.id, ...event, location: '/places/kiosk' };
    expect(await thingAt(event.id)).toEqual(ours);
    expect(await thingAt(own + event.id)).toEqual(ours);
    expect(await thingAt(other + event.id)).toEqual({
      called: other + event.id,
      ...event,
      id: other + event.id,
      location: '/places/kiosk',
      source: `${other}/sources/vvv`,
    });
    expect(await thingAt(`https://heuvelrug.example${event.id}`)).toBeUndefined();
    expect(await thingAt(`${other}0${event.id}`)).toBeUndefined();
    expect(await thingAt('')).toBeUndefined();
  });

  it('knows what comes and goes, and finds nothing in a log that can not be read', async () => {
    const [ownLog, replica] = [newLog(own), newLog(other)];
    const replicas: MemoryChangeLog[] = [];
    const library = createLibrary(ownLog, () => replicas);
    const versions = [library.version()];
    await write(replica, event);
    replicas.push(replica);
    versions.push(library.version());
    await write(replica, { ...event, name: 'Groot feest' });
    versions.push(library.version());
    await write(ownLog, event);
    versions.push(library.version());
    expect(new Set(versions).size).toBe(4);
    const seen = [other + event.id, event.id, `https://heuvelrug.example${event.id}`].map((id) => ({
      id,
      position: 1,
    }));
    const entries = async () => (await library.entriesOf(seen)).map((entry) => entry?.id);
    expect(await entries()).toEqual([other + event.id, event.id, undefined]);
    expect(await library.entriesOf(seen.slice(0, 1))).toEqual([await library.get(other + event.id)]);
    replica.get = () => Promise.reject(new Error('closed'));
    expect(await library.get(other + event.id)).toBeUndefined();
    expect(await library.get(event.id)).toBeDefined();
    expect(await entries()).toEqual([undefined, event.id, undefined]);
  });
});
