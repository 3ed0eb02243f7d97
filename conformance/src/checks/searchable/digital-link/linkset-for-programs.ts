import { readObject } from '../../../evidence/json-object-answer.ts';
import { publisher } from '../../../evidence/publisher.ts';
import { digitalLinks } from '../../../evidence/search/digital-links.ts';
import { mediaTypeOf } from '../../../fetching/header-values.ts';
import { jsonPointer } from '../../../json/json-pointer.ts';
import { shown } from '../../../json/json-value.ts';
import { type Check, defineCheck } from '../../check.ts';
import { atHeader, atPointer, atStatus } from '../../finding.ts';
import { judgeEach } from '../../judge-each.ts';

/** GDL-005: Programs get a linkset. */
export const linksetForPrograms: Check = defineCheck({
  name: 'linkset-for-programs',
  requirement: 'GDL-005',
  title: 'Programs get a linkset',
  fault: 'A barcode does not answer with a linkset, or without anchor, href or title.',
  consumerLoses: 'Programs can not learn what there is of a product.',
  whatToDo: 'Answer application/linkset+json as RFC 9264, section 4.2, says.',
  needs: { digitalLinks, publisher },
  judge: ({ digitalLinks: all, publisher: { origin } }) =>
    judgeEach(
      'linksets',
      all.flatMap(({ gtin, linkset, byLinkType, anchor, targets }) => [
        { gtin, exchange: linkset, anchor, targets },
        { gtin, exchange: byLinkType, anchor: undefined, targets: undefined },
      ]),
      ({ gtin, exchange, anchor, targets }) => {
        const { status } = exchange.answer;
        if (status !== 200) return [atStatus(exchange, `status ${status}`)];
        const type = mediaTypeOf(exchange.answer);
        if (type !== 'application/linkset+json') return [atHeader(exchange, 'content-type', `${type} for a linkset`)];
        const reading = readObject(exchange);
        if (!reading.ok) return [atPointer(exchange, '', reading.words)];
        if (!Array.isArray(reading.value.json['linkset']))
          return [atPointer(exchange, '/linkset', 'linkset is no list')];
        if (targets === undefined) return [];
        const half = targets.find(({ href, title }) => typeof href !== 'string' || typeof title !== 'string');
        return [
          ...(anchor === `${origin}/01/${gtin}`
            ? []
            : [atPointer(exchange, '/linkset/0/anchor', `${shown(anchor)} instead of ${origin}/01/${gtin}`)]),
          ...(half === undefined
            ? []
            : [atPointer(exchange, jsonPointer('linkset', 0, half.type), 'a target without href or title')]),
        ];
      },
    ),
});
