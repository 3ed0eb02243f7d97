import { atPointer, atStatus, type Finding } from '../checks/finding.ts';
import { failed, failedIfAny, inapplicable, passed, type Verdict } from '../checks/verdict.ts';
import type { Story, StoryExchange } from './story.ts';

/** What is wrong with what the reader told at the end of its last visit, or of the one that is named. */
export const digestFindings = (story: Story, visit: number = story.visits.length): readonly Finding[] => {
  const end = story.visits[visit - 1];
  const last = story.exchanges.findLast((exchange) => exchange.visit <= visit) ?? { id: 0 };
  if (end === undefined) return [];
  if (end.digest === end.right) return [];
  const told = end.digest === undefined ? `no digest was told (${end.words})` : `its digest is ${end.digest}`;
  return [atPointer(last, '', `after visit ${visit} ${told}; what the feed has is ${end.right}`)];
};

const wellKnown = ({ origin }: Story): string => `${origin}/.well-known/openstraat`;

/** The first page that a visit asked for. */
const firstOfVisit = (story: Story, visit: number): StoryExchange | undefined =>
  story.exchanges.find((exchange) => exchange.visit === visit && exchange.url !== wellKnown(story));

/** Why the second visit shows nothing: the reader was never where it happens. */
export const missedSecondVisit = (story: Story): Verdict | undefined => {
  const first = firstOfVisit(story, 2);
  if (first === undefined) return failed([atPointer({ id: 0 }, '', 'in its second visit it asked for nothing')]);
  return first.url === story.start
    ? inapplicable('it began its second visit from the first page, and was never where it happens')
    : undefined;
};

/** The verdict where trouble waits at the page of the second visit: it comes through, and does not begin anew. */
export const cameThrough = (story: Story, seen: string): Verdict => {
  const missed = missedSecondVisit(story);
  if (missed !== undefined) return missed;
  const anew = story.exchanges.filter(({ visit, url }) => visit > 1 && url === story.start);
  const findings = anew.map((exchange) => atStatus(exchange, 'it began anew from the first page'));
  return failedIfAny([...findings, ...digestFindings(story)], seen);
};

/** The verdict where the page of the second visit is a reason to begin anew. */
export const beganAnewForIt = (story: Story, reason: string): Verdict => {
  const missed = missedSecondVisit(story);
  if (missed !== undefined) return missed;
  const later = story.exchanges.filter(({ visit, url }) => visit > 1 && url === story.start);
  const [first] = story.exchanges.filter(({ visit }) => visit === 2);
  if (later.length === 0 && first !== undefined)
    return failed([atStatus(first, `it met ${reason} and never asked for the first page again`)]);
  return failedIfAny(digestFindings(story), `it met ${reason}, began anew, and holds what the new walk gave`);
};

/** The verdict where something must not be asked for. */
export const neverAsked = (story: Story, isForbidden: (exchange: StoryExchange) => boolean, words: string): Verdict => {
  const findings = story.exchanges
    .filter(isForbidden)
    .map((exchange) => atStatus(exchange, `it asked for ${exchange.url}, ${words}`));
  return findings.length > 0 ? failed(findings) : passed(`${story.exchanges.length} requests`);
};
