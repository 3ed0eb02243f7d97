import { expect, it } from 'vitest';
import { MemoryChangeLog } from '../../log/memory-change-log.ts';
import { storedTextHash, toStoredText } from '../../log/stored-text.ts';
import { findPlace } from './find-place.ts';

const origin = 'https://winkels.example';

it('knows a place by its key, its address and its name, and says when several are meant', async () => {
  const log = new MemoryChangeLog({ origin, clock: { now: () => 0 } });
  const put = async (key: string, name: unknown): Promise<void> => {
    const text = toStoredText({ id: `/places/${key}`, type: ['Place'], name });
    const hash = storedTextHash(text, origin);
    const id = `/places/${key}` as const;
    const thing = { id, kind: 'Place', text, hash, observedAt: undefined, previous: undefined } as const;
    await log.append({ things: [thing], records: [] });
  };
  await put('ketting', { nl: 'De Ketting', en: 'The Chain' });
  await put('jansen-a', 'Jansen');
  await put('jansen-b', 'jansen');
  for (const given of ['ketting', '/places/ketting', `${origin}/places/ketting`, ' the chain ', 'De Ketting'])
    expect([given, (await findPlace(given, log)).id]).toEqual([given, '/places/ketting']);
  await expect(findPlace('Jansen', log)).rejects.toMatchObject({
    code: 'bad-request',
    message: expect.stringContaining('jansen-a, jansen-b') as string,
  });
  for (const given of ['nowhere', '/offers/x', 'https://elders.example/places/ketting', ''])
    await expect(findPlace(given, log)).rejects.toMatchObject({ code: 'place-unknown' });
});
