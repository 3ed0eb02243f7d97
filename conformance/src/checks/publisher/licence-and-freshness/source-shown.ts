import { type Check } from '../../check.ts';
import { shown } from '../../../json/json-value.ts';
import type { Finding } from '../../finding.ts';
import { atPage, defineDocumentCheck } from '../documents/define-document-check.ts';

const comparable = (address: string): string => address.replace(/\/$/, '');

/** LIC-004: Pages show where things come from. */
export const sourceShown: Check = defineDocumentCheck({
  name: 'source-shown',
  requirement: 'LIC-004',
  title: 'Pages show where things come from',
  fault: "The page of a thing does not show its source's attribution, or does not link to its source's licence.",
  consumerLoses: 'Whoever copies from the page does not know whom to name, and the source goes unnamed.',
  whatToDo: 'Write the attribution of the Source onto each page, and a link to its licence.',
  pages: 'pages of things whose source was met',
  inspect({ page, thing, source }) {
    if (source === undefined) return undefined;
    const { attribution, license } = source.data;
    const findings: Finding[] = [];
    if (typeof attribution === 'string' && !page.shows(attribution))
      findings.push(atPage(page, `the page of ${thing.id} does not show ${shown(attribution)}`));
    if (
      typeof license === 'string' &&
      !page
        .links()
        .some(({ url }) => url !== null && comparable(url.href) === comparable(URL.parse(license)?.href ?? license))
    )
      findings.push(atPage(page, `the page of ${thing.id} has no link to ${license}`));
    return findings;
  },
});
