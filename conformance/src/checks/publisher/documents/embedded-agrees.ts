import type { JsonObject } from '../../../json/json-value.ts';
import { shown } from '../../../json/json-value.ts';
import type { Check } from '../../check.ts';
import { textsOf } from '../../things/texts-of.ts';
import { atPart, defineDocumentCheck } from './define-document-check.ts';
import { embeddedNodes, embeddedValues } from './embedded-node.ts';

/** What data says under a term of schema.org; undefined where it has no such term, and embedded data may take it from elsewhere. */
type Stated = (data: JsonObject) => readonly string[] | undefined;

const terms: readonly (readonly [term: string, stated: Stated, form: (text: string) => string])[] = [
  // An offer has no name of its own: its page may give it its product's.
  ['name', ({ name }) => (name === undefined ? undefined : textsOf(name)), (text) => text.trim()],
  [
    'price',
    ({ price, salePrice }) => [price, salePrice].filter((value) => typeof value === 'string'),
    // 45 and 45.00 are the same amount.
    (text) => (text.includes('.') ? text.replace(/\.?0+$/, '') : text),
  ],
  ['priceCurrency', ({ priceCurrency }) => textsOf(priceCurrency), (text) => text],
  [
    'availability',
    ({ availability }) => textsOf(availability),
    (text) => text.replace(/^(?:https?:\/\/schema\.org\/|schema:)/, ''),
  ],
];

const disagreements = (node: JsonObject, data: JsonObject): readonly string[] =>
  terms.flatMap(([term, statedIn, form]) => {
    const stated = statedIn(data);
    if (stated === undefined) return [];
    const right = new Set(stated.map(form));
    return embeddedValues(node, term)
      .filter((value) => !right.has(form(value)))
      .map(
        (value) =>
          `${term} is ${shown(value)}, and the feed says ${stated.length === 0 ? 'none' : stated.map(shown).join(' or ')}`,
      );
  });

/** DOC-003: Embedded data agrees with the feed. */
export const embeddedAgrees: Check = defineDocumentCheck({
  name: 'embedded-agrees',
  requirement: 'DOC-003',
  title: 'Embedded data agrees with the feed',
  fault: 'The embedded description of a thing says another name, price, currency or availability than the feed.',
  consumerLoses: 'Search engines show another price than apps do.',
  whatToDo: 'Make pages from the same data as the feed, and leave out what the data does not say.',
  pages: 'pages with an embedded description',
  inspect(document) {
    const nodes = embeddedNodes(document);
    if (nodes.length === 0) return undefined;
    const [first] = document.embedded;
    return nodes.flatMap((node) =>
      disagreements(node, document.thing.data).map((words) =>
        atPart(
          document.page,
          first?.script.start ?? -1,
          first?.script.startEnd ?? -1,
          `embedded in the page of ${document.thing.id}: ${words}`,
        ),
      ),
    );
  },
});
