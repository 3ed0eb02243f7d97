import { digitalLinks } from '../../../evidence/search/digital-links.ts';
import { type Check, defineCheck } from '../../check.ts';
import { atPointer } from '../../finding.ts';
import { judgeEach } from '../../judge-each.ts';

/** GDL-007: Where to get it. */
export const whereToGetIt: Check = defineCheck({
  name: 'where-to-get-it',
  requirement: 'GDL-007',
  title: 'The linkset leads to who sells it, and to what it is',
  fault: 'A linkset lacks hasRetailers or pip, or they lead elsewhere.',
  consumerLoses: 'Programs do not find who sells a product.',
  whatToDo: 'Give gs1:hasRetailers with an address that answers as /search does, and gs1:pip with the product’s id.',
  needs: { digitalLinks },
  judge: ({ digitalLinks: all }) =>
    judgeEach(
      'linksets',
      all.map((one) => ({ ...one, exchange: one.linkset })),
      ({ exchange, targets, products, retailers, search }) => {
        if (targets === undefined) return undefined;
        const pips = targets.filter(({ type }) => type === 'https://ref.gs1.org/voc/pip').map(({ href }) => href);
        const isThere = targets.some(({ type }) => type === 'https://ref.gs1.org/voc/hasRetailers');
        const [own, expected] = [retailers?.answer, search.answer].map((answer) =>
          answer?.results.map(({ id }) => id).join(' '),
        );
        return [
          ...(isThere ? [] : [atPointer(exchange, '/linkset/0', 'no hasRetailers')]),
          ...(isThere && own !== expected
            ? [atPointer(exchange, '/linkset/0', 'hasRetailers does not answer as /search with that barcode')]
            : []),
          ...(products.some((id) => pips.includes(id))
            ? []
            : [atPointer(exchange, '/linkset/0', `no pip with ${products.join(' or ')}`)]),
        ];
      },
    ),
});
