import { digitalLinks, refusedPaths } from '../../../evidence/search/digital-links.ts';
import { type Check, defineCheck } from '../../check.ts';
import { atHeader, atStatus } from '../../finding.ts';
import { judgeEach } from '../../judge-each.ts';

/** GDL-010: Methods and scripts. */
export const methodsAndScripts: Check = defineCheck({
  name: 'methods-and-scripts',
  requirement: 'GDL-010',
  title: 'HEAD, OPTIONS and scripts of any site are answered',
  fault: 'HEAD differs from GET, OPTIONS fails, or an answer is closed to scripts of other sites.',
  consumerLoses: 'Apps in browsers can not resolve barcodes.',
  whatToDo: 'Answer HEAD as GET and OPTIONS with 204, all with Access-Control-Allow-Origin: *.',
  needs: { digitalLinks, refusedPaths },
  judge: ({ digitalLinks: all, refusedPaths: refused }) =>
    judgeEach(
      'answers',
      [
        ...all.flatMap(({ html, linkset, byLinkType, unknownType, withSlash, options, head }) => [
          ...[html, linkset, byLinkType, unknownType, withSlash].map((exchange) => ({ exchange, like: undefined })),
          { exchange: options, like: 'options' as const },
          { exchange: head, like: html },
        ]),
        ...refused.map(({ exchange }) => ({ exchange, like: undefined })),
      ],
      ({ exchange, like }) => {
        const { status, headers } = exchange.answer;
        const isOpen = headers.get('access-control-allow-origin') === '*';
        const cors = isOpen
          ? []
          : [atHeader(exchange, 'access-control-allow-origin', `not * on ${exchange.method} with status ${status}`)];
        if (like === 'options')
          return [
            ...cors,
            ...(status === 200 || status === 204 ? [] : [atStatus(exchange, `status ${status} for OPTIONS`)]),
          ];
        const get = like?.answer;
        if (get === undefined) return cors;
        const isSame = get.status === status && get.headers.get('location') === headers.get('location');
        return [...cors, ...(isSame ? [] : [atStatus(exchange, `status ${status} for HEAD, ${get.status} for GET`)])];
      },
    ),
});
