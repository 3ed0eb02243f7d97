import type { Check } from '../../check.ts';
import { shown } from '../../../json/json-value.ts';
import type { Finding } from '../../finding.ts';
import { textsOf } from '../../things/texts-of.ts';
import { saysAvailability } from './availability-words.ts';
import { atPage, defineDocumentCheck } from './define-document-check.ts';

/** DOC-005: Pages read without scripts. */
export const shownWithoutScripts: Check = defineDocumentCheck({
  name: 'shown-without-scripts',
  requirement: 'DOC-005',
  title: 'Pages read without scripts',
  fault: "The HTML of a page does not show the thing's name, or an Offer's availability.",
  consumerLoses: 'Old browsers, screen readers and search engines see an empty page.',
  whatToDo: 'Write name and availability into the HTML itself, as text.',
  pages: 'pages of things with a name, or of offers',
  inspect({ page, thing, product }) {
    const findings: Finding[] = [];
    const { availability } = thing.data;
    const names = textsOf(thing.data['name'] ?? product?.data['name']);
    if (names.length === 0 && thing.kind !== 'Offer') return undefined;
    if (names.length > 0 && !names.some((name) => page.shows(name)))
      findings.push(atPage(page, `the page of ${thing.id} shows its name nowhere: ${names.map(shown).join(' or ')}`));
    if (thing.kind === 'Offer' && typeof availability === 'string') {
      const language = page.named('html')[0]?.attributes.get('lang');
      if (saysAvailability(page.text, availability, language) === false)
        findings.push(atPage(page, `the page of ${thing.id} does not say that it is ${availability}`));
    }
    return findings;
  },
});
