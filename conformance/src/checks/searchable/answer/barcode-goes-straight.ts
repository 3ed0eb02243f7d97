import { isGtin } from '@openstraat/spec';
import { searches } from '../../../evidence/search/searches.ts';
import { subjects } from '../../../evidence/search/subjects.ts';
import { type Check, defineCheck } from '../../check.ts';
import { atPointer } from '../../finding.ts';
import { judgeAnswers } from '../judge-answers.ts';
import { resultsOf } from '../parts.ts';

/** SRCH-014: A barcode goes straight to its product. */
export const barcodeGoesStraight: Check = defineCheck({
  name: 'barcode-goes-straight',
  requirement: 'SRCH-014',
  title: 'A barcode goes straight to its product',
  fault: 'Asked for a barcode, the answer does not begin with its product, or has products of others.',
  consumerLoses: 'Who scans a product gets something else.',
  whatToDo: 'Look barcodes up, in gtin as well as in q, and give nothing else.',
  needs: { subjects, searches },
  judge: ({ subjects: known, searches: asked }) =>
    judgeAnswers('questions for barcodes', asked, ({ question, exchange, answer }) => {
      const { gtin, q } = question;
      const digits = (gtin ?? (q !== undefined && /^\d+$/.test(q) ? q : '')).padStart(14, '0');
      if (!isGtin(digits) || (gtin === undefined && q === undefined)) return undefined;
      const wrong = resultsOf(answer)
        .filter(({ part }) => part.type === 'product' && part.gtin !== digits)
        .map(({ pointer }) => atPointer(exchange, pointer, `another product than that of ${digits}`));
      const [first] = answer.results;
      // The questions are made of offers in stock, asked for where they are, or without a place.
      const isThere = known.some((subject) => subject.gtin === digits) && question['availability'] === undefined;
      const isFirst = first?.type === 'product' && first.gtin === digits;
      return [
        ...wrong,
        ...(isThere && !isFirst
          ? [atPointer(exchange, '/results', `the product of ${digits} is not the first result`)]
          : []),
      ];
    }),
});
