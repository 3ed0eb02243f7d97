import type { SourceSettings } from '../../model/source-settings.ts';

/** A text in the source's language, where it has one. */
export const inLanguage = (text: string, { language }: SourceSettings): string | Readonly<Record<string, string>> =>
  language === undefined ? text : { [language]: text };
