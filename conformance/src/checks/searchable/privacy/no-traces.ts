import { rankingAnswers } from '../../../evidence/search/ranking-answers.ts';
import { searchPages } from '../../../evidence/search/search-pages.ts';
import { searches } from '../../../evidence/search/searches.ts';
import { suggestionAnswers } from '../../../evidence/search/suggestion-answers.ts';
import { mediaTypeOf } from '../../../fetching/header-values.ts';
import { type Check, defineCheck } from '../../check.ts';
import { atBytes, atHeader } from '../../finding.ts';
import { judgeEach } from '../../judge-each.ts';

/** Addresses that a browser asks for by itself when it shows a page. */
const fetchedAddresses = (html: string): readonly string[] => {
  const tags = html.match(/<(?:script|img|iframe|source|video|audio|embed|object|input|link)\b[^>]*>/gi) ?? [];
  const ofTags = tags
    .filter(
      (tag) =>
        !/^<link\b/i.test(tag) ||
        /\brel\s*=\s*["']?[^"'>]*\b(?:stylesheet|icon|preload|prefetch|preconnect|manifest)/i.test(tag),
    )
    .flatMap((tag) =>
      [...tag.matchAll(/\b(?:src|href|data|poster)\s*=\s*["']?([^"'\s>]+)/gi)].map(([, one = '']) => one),
    );
  const ofStyles = [...html.matchAll(/(?:@import\s+|url\(\s*)["']?((?:https?:)?\/\/[^"')\s]+)/gi)].map(
    ([, one = '']) => one,
  );
  return [...ofTags, ...ofStyles].map((one) => one.replaceAll('&amp;', '&'));
};

/** SRCH-045: No traces. */
export const noTraces: Check = defineCheck({
  name: 'no-traces',
  requirement: 'SRCH-045',
  title: 'Searching leaves no traces',
  fault: 'An answer of the search sets a cookie, or its page makes a browser ask another origin.',
  consumerLoses: 'Others learn what people look for.',
  whatToDo: 'Set no cookies, and serve scripts, styles and pictures of search pages from the own origin.',
  needs: { searches, searchPages, suggestionAnswers, rankingAnswers },
  judge: ({
    searches: asked,
    searchPages: pages,
    suggestionAnswers: { asked: suggested },
    rankingAnswers: { page, json },
  }) =>
    judgeEach('answers', [...asked, ...pages, ...suggested, { exchange: page }, { exchange: json }], ({ exchange }) => {
      const { answer } = exchange;
      const cookie = answer.headers.has('set-cookie') ? [atHeader(exchange, 'set-cookie', 'a cookie')] : [];
      if (mediaTypeOf(answer) !== 'text/html') return cookie;
      const foreign = fetchedAddresses(answer.body.toString('utf8')).filter((address) => {
        const url = URL.parse(address, exchange.url);
        return url !== null && /^https?:$/.test(url.protocol) && url.origin !== new URL(exchange.url).origin;
      });
      return [
        ...cookie,
        ...foreign.map((address) => atBytes(exchange, 0, answer.body.length, `a browser would ask ${address}`)),
      ];
    }),
});
