import { searches } from '../../../evidence/search/searches.ts';
import { type Check, defineCheck } from '../../check.ts';
import { atPointer } from '../../finding.ts';
import { judgeAnswers } from '../judge-answers.ts';
import { resultsOf } from '../parts.ts';

/** SRCH-013: One barcode, one result. */
export const oneBarcodeOneResult: Check = defineCheck({
  name: 'one-barcode-one-result',
  requirement: 'SRCH-013',
  title: 'The offers of one barcode stand together',
  fault: 'An answer has two results of the same barcode.',
  consumerLoses: 'People compare what is the same, and miss the nearest shop that has it.',
  whatToDo: 'Group offers by GTIN, whichever shop or node states them.',
  needs: { searches },
  judge: ({ searches: asked }) =>
    judgeAnswers('answers with barcodes', asked, ({ exchange, answer }) => {
      const products = resultsOf(answer).flatMap(({ pointer, part }) =>
        part.type === 'product' && part.gtin !== undefined ? [{ pointer, gtin: part.gtin }] : [],
      );
      if (products.length === 0) return undefined;
      return products
        .filter(({ gtin }, at) => products.findIndex((one) => one.gtin === gtin) !== at)
        .map(({ pointer, gtin }) => atPointer(exchange, `${pointer}/gtin`, `${gtin} has a result already`));
    }),
});
