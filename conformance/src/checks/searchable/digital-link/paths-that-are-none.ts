import { refusedPaths } from '../../../evidence/search/digital-links.ts';
import { type Check, defineCheck } from '../../check.ts';
import { atStatus } from '../../finding.ts';
import { judgeEach } from '../../judge-each.ts';

/** GDL-001: Paths that are none. */
export const pathsThatAreNone: Check = defineCheck({
  name: 'paths-that-are-none',
  requirement: 'GDL-001',
  title: 'Paths that are no digital links are refused',
  fault: 'A path with a wrong check digit, length or qualifier does not get 400.',
  consumerLoses: 'A misread barcode leads to nothing, or to something else, without a word.',
  whatToDo:
    'Check digit, length and order of qualifiers before anything is looked up; vectors/digital-link.json has examples.',
  needs: { refusedPaths },
  judge: ({ refusedPaths: asked }) =>
    judgeEach('paths', asked, ({ path, expected, exchange }) => {
      if (expected !== 400) return undefined;
      const { status } = exchange.answer;
      return status === 400 ? [] : [atStatus(exchange, `status ${status} instead of 400 for ${path}`)];
    }),
});
