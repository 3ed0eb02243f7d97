import { refusedPaths } from '../../../evidence/search/digital-links.ts';
import { type Check, defineCheck } from '../../check.ts';
import { atStatus } from '../../finding.ts';
import { judgeEach } from '../../judge-each.ts';

/** GDL-002: Barcodes that nobody states. */
export const barcodesNobodyStates: Check = defineCheck({
  name: 'barcodes-nobody-states',
  requirement: 'GDL-002',
  title: 'Barcodes that nobody states get 404',
  fault: 'A barcode without a live product or offer, or of restricted circulation, does not get 404.',
  consumerLoses: 'Scanners lead people to empty pages, or to the product of another shop.',
  whatToDo: 'Answer 404 unless a live product or offer has the barcode.',
  needs: { refusedPaths },
  judge: ({ refusedPaths: asked }) =>
    judgeEach('paths', asked, ({ path, expected, exchange }) => {
      if (expected !== 404) return undefined;
      const { status } = exchange.answer;
      return status === 404 ? [] : [atStatus(exchange, `status ${status} instead of 404 for ${path}`)];
    }),
});
