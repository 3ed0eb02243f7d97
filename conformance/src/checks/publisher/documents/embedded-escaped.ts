import type { Check } from '../../check.ts';
import { jsonLdScripts } from '../../../html/embedded-data.ts';
import { atPart, defineDocumentCheck } from './define-document-check.ts';

const hasSign = (value: unknown): boolean =>
  typeof value === 'string'
    ? value.includes('<')
    : typeof value === 'object' && value !== null && Object.values(value).some(hasSign);

/** DOC-004: Embedded data can't end its script. */
export const embeddedEscaped: Check = defineDocumentCheck({
  name: 'embedded-escaped',
  requirement: 'DOC-004',
  title: "Embedded data can't end its script",
  fault: 'Embedded JSON holds the character <.',
  consumerLoses: 'A shop named </script><script>… runs its own program in the browsers of all who look at it.',
  whatToDo: String.raw`Replace each < of the JSON text by \u003c before you write it into the page.`,
  pages: 'pages with embedded JSON about things with < in their text',
  inspect({ page, thing }) {
    const scripts = jsonLdScripts(page);
    const found = scripts.flatMap(({ text, textStart, start, startEnd }) => {
      const at = text.indexOf('<');
      if (at === -1) return [];
      const message = `embedded JSON on the page of ${thing.id} holds a bare <`;
      return [
        textStart < 0
          ? atPart(page, start, startEnd, message)
          : atPart(page, textStart + at, textStart + at + 1, message),
      ];
    });
    return found.length === 0 && (scripts.length === 0 || !hasSign(thing.data)) ? undefined : found;
  },
});
