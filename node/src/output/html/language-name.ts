import type { NodeSettings } from '../../config/settings.ts';

type Language = NodeSettings['language'];

const names: Readonly<Record<Language, Intl.DisplayNames>> = {
  nl: new Intl.DisplayNames('nl', { type: 'language' }),
  en: new Intl.DisplayNames('en', { type: 'language' }),
};

/** Languages that the platform has no name for. */
const others: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  dse: { nl: 'Nederlandse Gebarentaal', en: 'Dutch Sign Language' },
};

/** A language (BCP 47) in words; a code that nobody knows stays as it is. */
export const languageName = (code: string, language: Language): string => {
  const other = Object.hasOwn(others, code) ? others[code]?.[language] : undefined;
  if (other !== undefined) return other;
  try {
    return names[language].of(code) ?? code;
  } catch {
    return code;
  }
};
