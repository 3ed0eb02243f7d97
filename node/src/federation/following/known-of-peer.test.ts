import { nodeDescriptionExample } from '@openstraat/spec';
import { expect, it } from 'vitest';
import { knownOfPeer } from './known-of-peer.ts';

it.each([
  ['Winkels op de Heuvelrug', 'Winkels op de Heuvelrug'],
  ['Winkels \u202eneevretaW\u2069', 'Winkels neevretaW'],
  ['Een naam\nop \u0007 twee\u2028regels ', 'Een naam op twee regels'],
  ['\u200f\u061c', new URL(nodeDescriptionExample.origin).host],
  [{ en: 'Shops\u2067', de: 'Läden' }, 'Shops'],
])('a peer that calls itself %j is called %j', (name, called) => {
  expect(knownOfPeer({ ...nodeDescriptionExample, fictional: false, name }, { language: 'nl' }).name).toBe(called);
});

it('whose shops are made up is told from others, where not all are', () => {
  const named = { ...nodeDescriptionExample, fictional: false, name: 'Voorbeeld' };
  const nameAt = (fictional: boolean, language: string, peer: object): string =>
    knownOfPeer({ ...named, ...peer }, { language, fictional }).name;
  expect(nameAt(false, 'nl', { fictional: true })).toBe('Voorbeeld (verzonnen)');
  expect(nameAt(false, 'de', { fictional: true })).toBe('Voorbeeld (made up)');
  expect(nameAt(true, 'nl', { fictional: true })).toBe('Voorbeeld');
  expect(nameAt(false, 'nl', {})).toBe('Voorbeeld');
});
