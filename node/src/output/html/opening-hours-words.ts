import type { NodeSettings } from '../../config/settings.ts';

type Language = NodeSettings['language'];

const dayCodes = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'];
const monthCodes = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

const wordsByLanguage = {
  nl: {
    days: ['ma', 'di', 'wo', 'do', 'vr', 'za', 'zo'],
    months: ['jan', 'feb', 'mrt', 'apr', 'mei', 'jun', 'jul', 'aug', 'sep', 'okt', 'nov', 'dec'],
    always: 'Dag en nacht open',
    others: {
      off: 'gesloten',
      closed: 'gesloten',
      open: 'open',
      unknown: 'onbekend',
      PH: 'feestdagen',
      SH: 'schoolvakanties',
      week: 'week',
      easter: 'Pasen',
      sunrise: 'zonsopkomst',
      sunset: 'zonsondergang',
      dawn: 'dageraad',
      dusk: 'schemering',
      day: 'dag',
      days: 'dagen',
    },
  },
  en: {
    days: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
    months: monthCodes,
    always: 'Open day and night',
    others: { off: 'closed', PH: 'public holidays', SH: 'school holidays', easter: 'Easter' },
  },
} as const;

const table = (language: Language): ReadonlyMap<string, string> => {
  const { days, months, others } = wordsByLanguage[language];
  return new Map([
    ...dayCodes.map((code, index): [string, string] => [code, days[index] ?? code]),
    ...monthCodes.map((code, index): [string, string] => [code, months[index] ?? code]),
    ...Object.entries(others),
  ]);
};
const tables: Readonly<Record<Language, ReadonlyMap<string, string>>> = { nl: table('nl'), en: table('en') };

const readRule = (rule: string, language: Language): string =>
  rule
    // What stands in quotes are words of the shop.
    .split(/("[^"]*")/)
    .map((part) =>
      part.startsWith('"') && part.length > 1
        ? part.slice(1, -1)
        : part
            .replaceAll(/[A-Za-z]+/g, (word) => tables[language].get(word) ?? word)
            .replaceAll(/(?<=\w)\s*-\s*(?=\w)/g, '–')
            .replaceAll(/,(?=\S)/g, ', '),
    )
    .join('')
    .trim();

/**
 * Opening hours of OpenStreetMap in words, a line a rule.
 * @returns undefined when nobody has said: unknown is not closed
 */
export const openingHoursWords = (openingHours: string, language: Language): readonly string[] | undefined => {
  const text = openingHours.trim();
  if (text === 'unknown' || text === '') return undefined;
  if (text === '24/7') return [wordsByLanguage[language].always];
  return text
    .split(/;(?=(?:[^"]*"[^"]*")*[^"]*$)/)
    .map((rule) => readRule(rule, language))
    .filter((rule) => rule !== '');
};
