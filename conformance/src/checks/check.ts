import { allRequirements, type Requirement } from '@openstraat/spec';
import type { Needs, Values } from '../evidence/gatherer.ts';
import type { SeenPage } from '../evidence/seen-page.ts';
import { type Walk, walk } from '../evidence/walk.ts';
import type { PublisherFacts } from '../evidence/publisher-facts.ts';
import type { Run } from '../run/run.ts';
import { notTested, type Verdict } from './verdict.ts';

/** What a check says of itself: reports print it. */
export interface CheckWords {
  /** Permanent; its file is called so too. */
  readonly name: string;
  /** Id of the requirement that it tests. */
  readonly requirement: string;
  /** What holds when it passes, in a few words. */
  readonly title: string;
  /** What is wrong when it fails. */
  readonly fault: string;
  /** What a consumer loses by it. */
  readonly consumerLoses: string;
  /** What the implementer can do about it. */
  readonly whatToDo: string;
}

/** Sees every page of the feed that is read, in the order of reading, and has a verdict at the end. */
export interface PageWatcher {
  readonly see: (page: SeenPage) => void;
  readonly verdict: (walk: Walk) => Verdict;
}

/** A check as the runner sees it. Make one with `defineCheck`, `definePageCheck`, `defineEntryCheck` or `definePageFaultCheck`. */
export interface Check extends CheckWords {
  readonly of: Requirement;
  /** Judged when all others were: it needs evidence that is gathered late. */
  readonly late: boolean;
  readonly watch?: (facts: PublisherFacts) => PageWatcher;
  readonly judge: (run: Run) => Promise<Verdict>;
}

const requirementOf = (id: string): Requirement => {
  const requirement = allRequirements.find((one) => one.id === id);
  if (requirement === undefined) throw new TypeError(`no requirement is called ${id}`);
  return requirement;
};

/**
 * A check over evidence. It is not tested when one of its needs is missing, for the reason that is given there.
 * @param definition `judge` gets the values of `needs` under their names, and is pure
 */
export const defineCheck = <const N extends Needs>(
  definition: CheckWords & {
    readonly needs: N;
    readonly judge: (evidence: Values<N>) => Verdict | Promise<Verdict>;
  },
): Check => {
  const { needs, judge, ...words } = definition;
  return {
    ...words,
    of: requirementOf(words.requirement),
    late: Object.values(needs).some(({ late }) => late === true),
    async judge(run) {
      const values: Record<string, unknown> = {};
      for (const [name, gatherer] of Object.entries(needs)) {
        const gathered = await run.gather(gatherer);
        if (!gathered.available) return gathered.instead;
        values[name] = gathered.value;
      }
      return judge(values as Values<N>);
    },
  };
};

/** A check that looks at every page of the feed as it is read, so that the longest feed takes no memory. */
export const definePageCheck = (
  definition: CheckWords & { readonly watch: (facts: PublisherFacts) => PageWatcher },
): Check => {
  const { watch, ...words } = definition;
  const check: Check = {
    ...words,
    of: requirementOf(words.requirement),
    late: false,
    watch,
    async judge(run) {
      const gathered = await run.gather(walk);
      if (!gathered.available) return gathered.instead;
      const { end, pages } = gathered.value;
      if (pages.length === 0)
        return notTested(
          'evidence-missing',
          end.how === 'not-a-page' ? `the first page (${end.exchange.url}) is ${end.words}` : 'no page was read',
        );
      return (
        run.watchers.get(check)?.verdict(gathered.value) ?? notTested('suite-fault', 'nobody watched the pages for it')
      );
    },
  };
  return check;
};
