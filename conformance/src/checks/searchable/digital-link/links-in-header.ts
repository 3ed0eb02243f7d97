import { digitalLinks } from '../../../evidence/search/digital-links.ts';
import { type Check, defineCheck } from '../../check.ts';
import { atHeader } from '../../finding.ts';
import { judgeEach } from '../../judge-each.ts';

/** GDL-009: Links in the header. */
export const linksInHeader: Check = defineCheck({
  name: 'links-in-header',
  requirement: 'GDL-009',
  title: 'The links stand in the header too',
  fault: 'Link lacks the links of the linkset, or the linkset itself.',
  consumerLoses: 'Readers that look at headers only find nothing.',
  whatToDo: 'Send all links, and the linkset with rel="linkset", in Link.',
  needs: { digitalLinks },
  judge: ({ digitalLinks: all }) =>
    judgeEach(
      'answers with 200 or 307',
      all.flatMap(({ html, linkset, targets }) => [html, linkset].map((exchange) => ({ exchange, targets }))),
      ({ exchange, targets }) => {
        const { status, headers } = exchange.answer;
        if ((status !== 200 && status !== 307) || targets === undefined) return undefined;
        const links = (headers.get('link') ?? '').split(/,\s*(?=<)/);
        const has = (href: string | undefined, relation: string): boolean =>
          links.some((link) => (href === undefined || link.startsWith(`<${href}>`)) && link.includes(`"${relation}"`));
        const lost = targets.find(({ href, type }) => typeof href === 'string' && !has(href, type));
        return [
          ...(lost === undefined
            ? []
            : [atHeader(exchange, 'link', `no link to ${String(lost.href)} as ${lost.type}`)]),
          ...(has(undefined, 'linkset') ? [] : [atHeader(exchange, 'link', 'no link with rel="linkset"')]),
        ];
      },
    ),
});
