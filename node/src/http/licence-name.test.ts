import { expect, it } from 'vitest';
import { licenceName } from './licence-name.ts';

it.each([
  ['https://creativecommons.org/publicdomain/zero/1.0/', 'CC0 1.0'],
  ['https://creativecommons.org/licenses/by/4.0/', 'CC BY 4.0'],
  ['http://creativecommons.org/licenses/by/4.0/deed.nl', 'CC BY 4.0'],
  ['https://creativecommons.org/licenses/by-sa/3.0', 'CC BY-SA 3.0'],
  ['https://opendatacommons.org/licenses/odbl/1-0/', 'ODbL 1.0'],
  [
    'https://creativecommons.org.evil.example/licenses/by/4.0/',
    'https://creativecommons.org.evil.example/licenses/by/4.0/',
  ],
  ['javascript:alert(1)', 'javascript:alert(1)'],
])('calls %s %s', (address, name) => {
  expect(licenceName(address)).toBe(name);
});
