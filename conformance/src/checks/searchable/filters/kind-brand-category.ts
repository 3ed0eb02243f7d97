import { answeredThings } from '../../../evidence/search/answered-things.ts';
import { searches } from '../../../evidence/search/searches.ts';
import { brandsOf, folded, textOf } from '../../../evidence/search/thing-values.ts';
import { type Check, defineCheck } from '../../check.ts';
import { atPointer } from '../../finding.ts';
import { judgeAnswers } from '../judge-answers.ts';
import { placesOf, resultsOf } from '../parts.ts';

/** SRCH-029: Kind, brand, category. */
export const kindBrandCategory: Check = defineCheck({
  name: 'kind-brand-category',
  requirement: 'SRCH-029',
  title: 'Kind, brand and category are heeded',
  fault: 'A result is of another kind, brand or category than was asked.',
  consumerLoses: 'People who narrow a search down get what they left out.',
  whatToDo: 'Filter by placeKind, by brand without case and accents, and by category with all below it.',
  needs: { searches, answeredThings },
  judge: ({ searches: asked, answeredThings: things }) =>
    judgeAnswers('answers with kind, brand or category', asked, ({ question, exchange, answer }) => {
      const { kind, brand, category } = question;
      if ((kind ?? brand ?? category) === undefined || answer.results.length === 0) return undefined;
      const otherKind =
        kind === undefined
          ? []
          : placesOf(answer)
              .filter(({ part }) => part.kind !== kind)
              .map(({ pointer, part }) => atPointer(exchange, `${pointer}/kind`, `${part.kind} instead of ${kind}`));
      const products = resultsOf(answer).flatMap(({ pointer, part }) => {
        const product = part.type === 'product' ? things.get(part.id) : undefined;
        return product?.state === 'live' ? [{ pointer, data: product.data }] : [];
      });
      const otherBrand =
        brand === undefined
          ? []
          : products
              .filter(({ data }) => !brandsOf(data).some((one) => folded(one) === folded(brand)))
              .map(({ pointer }) => atPointer(exchange, pointer, `a product that is not of ${brand}`));
      const otherCategory =
        category === undefined
          ? []
          : products
              .filter(({ data }) => {
                const stated = folded(textOf(data, 'category'));
                // Ids of categories take a table to compare.
                return (
                  !/^\d+$/.test(stated) && stated !== folded(category) && !stated.startsWith(`${folded(category)} > `)
                );
              })
              .map(({ pointer }) => atPointer(exchange, pointer, `a product that is not in ${category}`));
      return [...otherKind, ...otherBrand, ...otherCategory];
    }),
});
