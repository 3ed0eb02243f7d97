import type { SearchAnswer } from '@openstraat/spec';
import type { NodeSettings } from '../../../config/settings.ts';
import { searchWordsOf } from './search-words.ts';

/** Where was searched, as it was asked; a postcode that is known by its district alone says so. */
export const whereWords = (
  { near, district }: NonNullable<SearchAnswer['where']>,
  language: NodeSettings['language'],
): string => {
  const say = searchWordsOf[language];
  if (near === undefined) return say.here;
  return district === undefined ? `${say.at} ${near}` : `${say.at} ${near} (${say.districtOnly} ${district})`;
};
