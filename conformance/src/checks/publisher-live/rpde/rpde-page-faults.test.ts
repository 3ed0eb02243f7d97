import { describe, expect, it } from 'vitest';
import { rpdePageFaults } from './rpde-page-faults.ts';

const url = 'https://a.example/feed';
const item = { state: 'updated', kind: 'Offer', id: 'https://a.example/offers/1', modified: 5, data: {} };
const page = { next: `${url}?afterChangeNumber=9`, license: 'https://a.example/licence', items: [item] };
const pointers = (changed: object): readonly string[] =>
  rpdePageFaults({ ...page, ...changed }, url).map(({ pointer }) => pointer);

describe('a page of RPDE', () => {
  it('may hold items, or be empty and lead to itself', () => {
    expect(pointers({})).toEqual([]);
    expect(pointers({ items: [], next: url })).toEqual([]);
    expect(pointers({ items: [item, { ...item, id: 2, modified: 6, state: 'deleted', data: undefined }] })).toEqual([]);
  });

  it.each([
    ['an empty page that leads on', { items: [] }, '/next'],
    ['items on a page that leads to itself', { next: url }, '/next'],
    ['a next that is no address', { next: '/feed' }, '/next'],
    ['a next below the last item', { next: `${url}?afterChangeNumber=4` }, '/next'],
    ['no licence', { license: undefined }, '/license'],
    ['no list', { items: {} }, '/items'],
    ['an item of no kind', { items: [{ ...item, kind: '' }] }, '/items/0/kind'],
    ['an unknown state', { items: [{ ...item, state: 'new' }] }, '/items/0/state'],
    ['deleted data', { items: [{ ...item, state: 'deleted' }] }, '/items/0/data'],
    ['updated without data', { items: [{ ...item, data: undefined }] }, '/items/0/data'],
    ['the same thing twice', { items: [item, { ...item, modified: 6 }] }, '/items/1'],
    ['two items of one change', { items: [item, { ...item, id: 'other' }] }, '/items/1/modified'],
  ])('must not have %s', (_what, changed, pointer) => {
    expect(pointers(changed)).toEqual([pointer]);
  });
});
