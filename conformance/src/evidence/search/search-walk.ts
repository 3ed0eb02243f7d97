import { notTested } from '../../checks/verdict.ts';
import { isSameHost, parseHttpUrl } from '../../fetching/same-host.ts';
import { available, type Gatherer, missing } from '../gatherer.ts';
import { type AskedSearch, askSearch, readSearchAnswer } from './ask-search.ts';
import { searchEvidenceLimits } from './limits.ts';
import { searches } from './searches.ts';

/** One question answered at once, and page by page. */
export interface SearchWalk {
  readonly whole: AskedSearch;
  readonly pages: readonly AskedSearch[];
  /** The walk came to a page without `next`. */
  readonly ended: boolean;
}

/** Walks over `next` with pages so small that there are several. */
export const searchWalk: Gatherer<SearchWalk> = {
  name: 'search-walk',
  async gather(run) {
    const asked = await run.gather(searches);
    if (!asked.available) return asked;
    const ended = asked.value.filter(({ answer }) => (answer?.results.length ?? 0) > 2 && answer?.next === undefined);
    const [chosen] = [...ended, ...asked.value].toSorted(
      (left, right) =>
        Number(ended.includes(right)) - Number(ended.includes(left)) ||
        (right.answer?.results.length ?? 0) - (left.answer?.results.length ?? 0),
    );
    if (chosen?.answer === undefined || chosen.answer.results.length < 2)
      return missing(notTested('evidence-missing', 'no question was met that has two results'));
    const limit = Math.max(1, Math.ceil(chosen.answer.results.length / (searchEvidenceLimits.walkPagesMax - 4)));
    const pages: AskedSearch[] = [await askSearch(run, { ...chosen.question, limit: String(limit) })];
    const whole = await askSearch(run, chosen.question);
    while (pages.length < searchEvidenceLimits.walkPagesMax) {
      const next = pages.at(-1)?.answer?.next;
      const url = next === undefined ? undefined : parseHttpUrl(next);
      if (url === undefined || !isSameHost(run.tested, url)) break;
      const exchange = await run.client.ask(url.href, { accept: 'application/json' });
      pages.push({ question: Object.fromEntries(url.searchParams), exchange, answer: readSearchAnswer(exchange) });
    }
    const last = pages.at(-1)?.answer;
    return available({ whole, pages, ended: last !== undefined && last.next === undefined });
  },
};
