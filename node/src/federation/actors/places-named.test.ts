import { expect, it } from 'vitest';
import { MemoryChangeLog } from '../../log/memory-change-log.ts';
import { storedTextHash, toStoredText } from '../../log/stored-text.ts';
import { findPlace } from './find-place.ts';

const origin = 'https://winkels.example';

/** What a person is told who asks for one of so many places of a name. */
const toldOf = async (places: number): Promise<string> => {
  const log = new MemoryChangeLog({ origin, clock: { now: () => 0 } });
  const things = Array.from({ length: places }, (_, index) => {
    const id = `/places/filiaal-${index + 1}` as const;
    const text = toStoredText({ id, type: ['Place'], name: 'Jansen' });
    const hash = storedTextHash(text, origin);
    return { id, kind: 'Place', text, hash, observedAt: undefined, previous: undefined } as const;
  });
  await log.append({ things, records: [] });
  return findPlace('Jansen', log).then(() => '', String);
};

it('names five places that may be meant, and of more that there are more', async () => {
  expect(await toldOf(5)).toMatch(/^\D*5 places .*filiaal-4, filiaal-5\.$/);
  expect(await toldOf(6)).toMatch(/^\D*6 places .*filiaal-4, filiaal-5, …\.$/);
});
