import type { AnsweredExchange, Exchange } from '../fetching/exchange.ts';
import type { Finding } from './finding.ts';
import { FindingsCollector } from './findings-collector.ts';
import { inapplicable, unanswered, type Verdict } from './verdict.ts';

/** Something that was asked. */
export interface Asked {
  readonly exchange: Exchange;
}

/**
 * Judges each of several answers for itself.
 * @param what names those that the requirement concerns: "answers with a price"
 * @param inspect gives what is wrong, or `undefined` where the requirement does not concern the answer
 */
export const judgeEach = <T extends Asked>(
  what: string,
  asked: readonly T[],
  inspect: (item: T & { readonly exchange: AnsweredExchange }) => readonly Finding[] | undefined,
): Verdict => {
  const findings = new FindingsCollector();
  const answered = asked.filter(
    (item): item is T & { readonly exchange: AnsweredExchange } => item.exchange.answer !== undefined,
  );
  let inspected = 0;
  for (const item of answered) {
    const found = inspect(item);
    if (found === undefined) continue;
    inspected += 1;
    for (const finding of found) findings.add(finding);
  }
  const [first] = asked;
  if (inspected > 0) return findings.verdict(`${inspected} ${what}`);
  return answered.length === 0 && first !== undefined
    ? unanswered(first.exchange)
    : inapplicable(`no ${what} were met`);
};
