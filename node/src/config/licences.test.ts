import { expect, it } from 'vitest';
import { licences, licenceUrl } from './licences.ts';

it.each([
  ['CC0', 'CC0-1.0'],
  ['cc0-1.0', 'CC0-1.0'],
  ['CC BY 4.0', 'CC-BY-4.0'],
  ['cc-by', 'CC-BY-4.0'],
  ['odbl', 'ODbL-1.0'],
])('%s is %s', (text, name) => {
  expect(licenceUrl(text)).toBe(licences[name]?.url);
});

it('leaves an address as it is, and what it does not know', () => {
  expect(licenceUrl('https://licence.example/')).toBe('https://licence.example/');
  expect(licenceUrl('mine')).toBe('mine');
});
