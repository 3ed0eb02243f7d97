import type { Exchange } from '../fetching/exchange.ts';
import type { Finding } from './finding.ts';

/** Why a check could not be made. */
export type NotTestedWhy =
  /** The publisher did not answer, or not with anything that can be judged. */
  | 'not-answered'
  /** What the check judges is wrong in a way that another check reports. */
  | 'evidence-missing'
  /** It takes an address at which the publisher reaches the suite: `--callback` names one. */
  | 'needs-callback'
  /** It can't be seen from outside, or not in one run. */
  | 'out-of-sight'
  /** It takes the whole feed, and only a sample was read: `--full` reads all. */
  | 'needs-full'
  /** This version of the suite has no check for it. */
  | 'no-check'
  /** The check itself failed: a fault of the suite. */
  | 'suite-fault';

export interface NotTested {
  readonly outcome: 'not-tested';
  readonly why: NotTestedWhy;
  readonly reason: string;
}

/** What a check comes to. */
export type Verdict =
  /** `seen` says what was looked at: "40 entries on 3 pages". */
  | { readonly outcome: 'passed'; readonly seen: string }
  /** `findings` holds the first of them; `total` counts all. */
  | { readonly outcome: 'failed'; readonly findings: readonly Finding[]; readonly total: number }
  /** There was nothing to test. */
  | { readonly outcome: 'inapplicable'; readonly reason: string }
  | NotTested;

/** How many findings of one check a report holds. */
export const findingsMax = 20;

export const passed = (seen: string): Verdict => ({ outcome: 'passed', seen });
export const inapplicable = (reason: string): Verdict => ({ outcome: 'inapplicable', reason });
export const notTested = (why: NotTestedWhy, reason: string): NotTested => ({ outcome: 'not-tested', why, reason });

export const failed = (findings: readonly Finding[], total: number = findings.length): Verdict => ({
  outcome: 'failed',
  findings: findings.slice(0, findingsMax),
  total,
});

/** Failed when there are findings, else passed. */
export const failedIfAny = (findings: readonly Finding[], seen: string): Verdict =>
  findings.length > 0 ? failed(findings) : passed(seen);

/** The verdict on a request that came to nothing. */
export const unanswered = (exchange: Exchange): NotTested =>
  notTested('not-answered', `${exchange.url}: ${exchange.unreachable?.words ?? 'no answer'}`);
