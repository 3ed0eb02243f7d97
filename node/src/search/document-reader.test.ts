import { expect, it } from 'vitest';
import type { Library } from '../project/library.ts';
import { createDocumentReader, documentOf } from './document-reader.ts';

it('reads sources anew where the index is late: one may have confirmed everything since', async () => {
  let confirmed = '2026-03-01T03:00:00Z';
  const asked: string[] = [];
  const library: Pick<Library, 'entriesOf'> = {
    entriesOf: async (seen) => {
      asked.push(...seen.map(({ id }) => id));
      return seen.map(({ id }) => {
        const [kind, said] =
          id === shop ? (['Source', { lastCompleteDelivery: confirmed }] as const) : (['Place', {}] as const);
        return { id, position: 2_000_000_000_000_000, kind, text: JSON.stringify(said) };
      });
    },
  };
  const [shop, place] = ['/sources/winkel', '/places/winkel'];
  const reader = createDocumentReader();
  const seen = [shop, place].map((id) => ({ id, position: 2_000_000_000_000_000 }));
  const read = async (isLate: boolean): Promise<unknown> =>
    documentOf(await reader.read(library as Library, seen, isLate), 'Source', shop)?.lastCompleteDelivery;
  expect(await read(false)).toBe(confirmed);
  const before = confirmed;
  confirmed = '2026-03-02T03:00:00Z';
  expect(await read(false)).toBe(before);
  expect(await read(true)).toBe(confirmed);
  expect(asked).toEqual([shop, place, shop]);
});

it('keeps what the node wrote itself, and reads what others wrote each time: a replica that is read again begins anew', async () => {
  let name = 'Bakkerij Oud';
  const asked: string[] = [];
  const library: Pick<Library, 'entriesOf'> = {
    entriesOf: async (seen) => {
      asked.push(...seen.map(({ id }) => id));
      return seen.map(({ id, position }) => ({ id, position, kind: 'Place', text: JSON.stringify({ name }) }));
    },
  };
  const reader = createDocumentReader();
  const [own, other] = ['/places/de-ketting', 'https://elders.example/places/bakkerij'];
  const read = async (): Promise<unknown> => {
    const documents = await reader.read(library as Library, [
      { id: own, position: 1 },
      { id: other, position: 1 },
    ]);
    return documentOf(documents, 'Place', other)?.name;
  };
  expect(await read()).toBe('Bakkerij Oud');
  name = 'Bakkerij Nieuw';
  expect(await read()).toBe('Bakkerij Nieuw');
  expect(asked).toEqual([own, other, other]);
});
