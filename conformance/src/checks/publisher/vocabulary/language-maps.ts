import type { Check } from '../../check.ts';
import { defineThingCheck } from '../../things/define-thing-check.ts';

/** VOC-009: Languages stand in a map. */
export const languageMaps: Check = defineThingCheck({
  name: 'language-maps',
  requirement: 'VOC-009',
  title: 'Languages stand in a map',
  fault: 'A text that may have languages is neither one string nor an object from language tags to strings.',
  consumerLoses: 'Readers show no name, or one in a language that nobody asked for.',
  whatToDo: 'Write one string, or {"nl": "…", "en": "…"} with BCP 47 tags whose language is in lower case.',
  things: 'live things',
});
