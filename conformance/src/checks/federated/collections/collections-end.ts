import { collectionNames, collections } from '../../../evidence/federation/collections.ts';
import { idOf, isOfType } from '../../../evidence/federation/values.ts';
import { shown } from '../../../json/json-value.ts';
import { type Check, defineCheck } from '../../check.ts';
import { atPointer } from '../../finding.ts';
import { FindingsCollector } from '../../findings-collector.ts';
import { notTested } from '../../verdict.ts';

/** FED-016: Collections and their pages. */
export const collectionsEnd: Check = defineCheck({
  name: 'collections-end',
  requirement: 'FED-016',
  title: 'Collections can be counted, and read to their end',
  fault: 'A collection has no totalItems, or its pages do not lead to an end.',
  consumerLoses: 'Readers can not see how much there is, or go round in circles.',
  whatToDo: 'Answer an OrderedCollection with totalItems, and pages with partOf and a next that ends.',
  needs: { collections },
  judge({ collections: read }) {
    const findings = new FindingsCollector();
    let pages = 0;
    for (const { url, exchange, json, pages: own, broken } of read.values()) {
      if (json === undefined) {
        findings.add(atPointer(exchange, '', 'it is no collection'));
        continue;
      }
      if (!isOfType(json, 'OrderedCollection') && !isOfType(json, 'Collection'))
        findings.add(atPointer(exchange, '/type', `type is ${shown(json['type'])}`));
      const { totalItems } = json;
      if (!Number.isSafeInteger(totalItems) || (totalItems as number) < 0)
        findings.add(
          atPointer(exchange, '/totalItems', `totalItems is ${shown(totalItems)} instead of a whole number`),
        );
      for (const page of own) {
        pages += 1;
        const partOf = idOf(page.json['partOf']);
        if (partOf !== url)
          findings.add(atPointer(page.exchange, `${page.pointer}/partOf`, `partOf is ${shown(partOf)}`));
      }
      if (broken !== undefined) findings.add(atPointer(broken.exchange, broken.pointer, broken.words));
    }
    const missing = collectionNames.filter((name) => !read.has(name));
    return findings.verdict(
      missing.length === 0
        ? `${read.size} collections with ${pages} pages`
        : notTested('evidence-missing', `the actor gives no address of its ${missing.join(', ')}`),
    );
  },
});
