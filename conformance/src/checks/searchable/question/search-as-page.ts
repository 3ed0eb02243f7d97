import { searchPages } from '../../../evidence/search/search-pages.ts';
import { mediaTypeOf } from '../../../fetching/header-values.ts';
import { type Check, defineCheck } from '../../check.ts';
import { atBytes, atHeader, atStatus } from '../../finding.ts';
import { judgeEach } from '../../judge-each.ts';

const unescaped = (text: string): string =>
  text.replaceAll('&#x2F;', '/').replaceAll('&#47;', '/').replaceAll('&#39;', "'").replaceAll('&amp;', '&');

/** SRCH-002: Search as a page. */
export const searchAsPage: Check = defineCheck({
  name: 'search-as-page',
  requirement: 'SRCH-002',
  title: 'The search answers people',
  fault:
    'The page of a search lacks a result that the same question has as JSON, or a form that works without scripts.',
  consumerLoses: 'People see less than programs, or need scripts to ask.',
  whatToDo: 'Link each result, and send a plain form by GET with a field called q.',
  needs: { searchPages },
  judge: ({ searchPages: pages }) =>
    judgeEach('pages of search', pages, ({ exchange, answer: expected }) => {
      const { status, body } = exchange.answer;
      if (status !== 200) return [atStatus(exchange, `status ${status}`)];
      const type = mediaTypeOf(exchange.answer);
      if (type !== 'text/html') return [atHeader(exchange, 'content-type', `${type} instead of text/html`)];
      const text = unescaped(body.toString('utf8'));
      const links = [...text.matchAll(/\bhref\s*=\s*["']?([^"'\s>]+)/gi)].flatMap(
        ([, href = '']) => URL.parse(href, exchange.url)?.href ?? [],
      );
      const lost = expected.results.filter((result) => {
        const places =
          result.type === 'product' ? result.offers.map(({ place }) => place.id) : [result.place?.id ?? result.id];
        return ![result.id, ...places].some((id) => links.includes(new URL(id).href));
      });
      const form = (text.match(/<form\b[\s\S]*?<\/form>/gi) ?? []).find((one) => /\bname\s*=\s*["']?q\b/i.test(one));
      const isPlain =
        form !== undefined &&
        !/<form\b[^>]*\bmethod\s*=\s*["']?post/i.test(form) &&
        /<button\b|type\s*=\s*["']?submit/i.test(form);
      const whole = (message: string) => atBytes(exchange, 0, body.length, message);
      return [
        ...lost.map(({ id }) => whole(`no link to ${id}, which the same question has as JSON`)),
        ...(isPlain ? [] : [whole('no form with a field called q that is sent by GET')]),
      ];
    }),
});
