import { expect, it } from 'vitest';
import { licenceOpenness } from './known-licences.ts';

it.each([
  ['https://creativecommons.org/publicdomain/zero/1.0/', 'open'],
  ['http://creativecommons.org/licenses/by/4.0', 'open'],
  ['https://creativecommons.org/licenses/by-sa/3.0/nl/deed.nl', 'open'],
  ['https://opendatacommons.org/licenses/odbl/1-0/', 'open'],
  ['https://www.govdata.de/dl-de/by-2-0', 'open'],
  ['https://creativecommons.org/licenses/by-nc/4.0/', 'closed'],
  ['https://creativecommons.org/licenses/by-nd/4.0/', 'closed'],
  ['https://creativecommons.org/licenses/by-nc-sa/4.0/', 'closed'],
  ['http://publications.europa.eu/resource/authority/licence/CC_BYNC_4_0', 'closed'],
  ['http://publications.europa.eu/resource/authority/licence/CC_BY_4_0', 'open'],
  ['https://winkels.example/terms', 'unknown'],
  ['https://elsewhere.example/creativecommons.org/licenses/by/4.0/', 'unknown'],
])('%s is %s', (address, openness) => {
  expect(licenceOpenness(address)).toBe(openness);
});
