import type { Spoiler } from '../../spoiler.ts';
import { tinyOrigin } from '../../tiny-publisher/town.ts';
import { isObject } from '../../../json/json-value.ts';

/** Data names the context of somebody else. */
export const contextOfAnother: Spoiler = {
  name: 'context-of-another',
  fails: ['data-context'],
  entry: (item) =>
    item['id'] === `${tinyOrigin}/areas/waterveen` && isObject(item['data'])
      ? { ...item, data: { ...item['data'], '@context': 'https://elsewhere.example/context/v1.jsonld' } }
      : item,
};
