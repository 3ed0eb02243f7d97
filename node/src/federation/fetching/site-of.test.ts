import { expect, it } from 'vitest';
import { siteOf } from './site-of.ts';

it.each([
  ['https://a.evil.example/', 'evil.example'],
  ['https://b.c.evil.example:8443/inbox', 'evil.example'],
  ['https://evil.example./', 'evil.example'],
  ['https://EVIL.example/', 'evil.example'],
  ['https://winkels.dorp.nl/', 'dorp.nl'],
  ['https://een.winkels.co.uk/', 'winkels.co.uk'],
  // Whoever has a name below these is not whoever has the next.
  ['https://ann.github.io/', 'ann.github.io'],
  ['https://github.io/', 'github.io'],
  ['http://localhost:4100/', 'localhost:4100'],
  ['http://127.0.0.1:4100/', '127.0.0.1:4100'],
  ['http://[::1]:4100/', '[::1]:4100'],
  ['http://1.1.1.1:4100/', '1.1.1.1'],
  ['http://[2606:4700::1111]:4100/', '2606:4700:0:0::'],
  ['http://[2606:4700:1:2:3:4:5:6]/', '2606:4700:1:2::'],
])('%s is of %s', (address, site) => {
  expect(siteOf(new URL(address))).toBe(site);
});
