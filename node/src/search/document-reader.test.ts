import { expect, it } from 'vitest';
import type { Library } from '../project/library.ts';
import { createDocumentReader, documentOf } from './document-reader.ts';

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
