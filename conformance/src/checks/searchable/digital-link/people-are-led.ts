import { carriedQuery, digitalLinks } from '../../../evidence/search/digital-links.ts';
import { type Check, defineCheck } from '../../check.ts';
import { judgeEach } from '../../judge-each.ts';
import { redirectFaults } from './redirect-faults.ts';

/** GDL-004: People are led to the shops. */
export const peopleAreLed: Check = defineCheck({
  name: 'people-are-led',
  requirement: 'GDL-004',
  title: 'People are led to the default link',
  fault: 'A barcode does not lead a browser with 307 to its default link, with the query behind it.',
  consumerLoses: 'Who scans a product does not get to where it is sold.',
  whatToDo: 'Answer text/html with 307 and Location: the default link, and the query string as it came.',
  needs: { digitalLinks },
  judge: ({ digitalLinks: all }) =>
    judgeEach(
      'barcodes asked for by browsers',
      all.flatMap(({ html, htmlWithQuery, targets }) => {
        const target = targets?.find(({ type }) => type.endsWith('/defaultLink'))?.href;
        return [
          { exchange: html, target, query: '' },
          { exchange: htmlWithQuery, target, query: carriedQuery },
        ];
      }),
      ({ exchange, target, query }) => redirectFaults(exchange, target, query),
    ),
});
