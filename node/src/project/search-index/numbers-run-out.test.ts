import { expect, it, vi } from 'vitest';
import { toStoredText } from '../../log/stored-text.ts';
import { SearchState } from './search-state.ts';

const idAt = (number: number): string => `https://buurt-${number}.example/events/markt`;

// The real ones take minutes and gigabytes to reach.
vi.mock(import('./limits.ts'), async (importOriginal) => {
  const original = await importOriginal();
  return {
    ...original,
    searchIndexLimits: { ...original.searchIndexLimits, originsMax: 3, textRowsMax: 3 } as unknown as never,
  };
});

const own = 'https://waterveen.example';
const putEvent = (state: SearchState, id: string, name: string): void =>
  state.apply({
    kind: 'Event',
    id,
    position: 1,
    text: toStoredText({ id, type: 'Event', name, startDate: '2026-03-01' }),
  });

it('things are found of as many origins as there are numbers for, and what is of one more is left out', () => {
  const state = new SearchState(own, 'nl');
  for (let number = 1; number <= 3; number++) putEvent(state, idAt(number), 'Markt');
  expect(state.origins).toHaveLength(3);
  expect([1, 2, 3].map((number) => state.subjectOf(idAt(number)) !== undefined)).toEqual([true, true, false]);
  putEvent(state, `https://buurt-1.example/events/kermis`, 'Kermis');
  expect(state.subjectOf('https://buurt-1.example/events/kermis')).toBeDefined();
});

it('everything is read anew once more changes of texts were numbered than there are numbers for', () => {
  const state = new SearchState(own, 'nl');
  for (let change = 1; change <= 3; change++) {
    putEvent(state, '/events/markt', `Markt ${change}`);
    expect([change, state.isWornOut]).toEqual([change, false]);
  }
  putEvent(state, '/events/markt', 'Markt 4');
  expect(state.isWornOut).toBe(true);
});
