import { subjectKinds } from '../project/search-index/search-view.ts';
import type { Collected } from './collector.ts';
import type { Plan } from './search-plan.ts';

const placeKind = subjectKinds.indexOf('Place');

const isAllPlaces = ({ results }: Collected, { view }: Plan): boolean =>
  results.every(({ subject }) => view.subjects.kind[subject] === placeKind);

/** May words that nothing has beside the others be the name of a place? On later pages that was decided before. */
const mayNamePlace = (plan: Plan, collected: Collected): boolean => {
  const { question, words = [] } = plan;
  if (question.cursor !== undefined || words.length < 2) return false;
  return collected.words.length < words.length || isAllPlaces(collected, plan);
};

/** A plan, and what it has found. */
export interface CollectedPlan {
  readonly plan: Plan;
  readonly collected: Collected;
}

/**
 * Collects what a question asks for; where nothing has all of its words, or places alone have them, what a place has that some of
 * them name. What such a place has not is looked for anywhere, as before.
 * @param collect starts the screens for a plan; those of the plan that is given back were started last
 */
export const collectPlan = (asked: Plan, collect: (plan: Plan) => Collected): CollectedPlan => {
  const collected = collect(asked);
  if (!mayNamePlace(asked, collected)) return { plan: asked, collected };
  let isTried = false;
  for (const plan of asked.atNamedPlaces()) {
    isTried = true;
    const there = collect(plan);
    const isFound = there.results.length > 0 && (collected.results.length === 0 || !isAllPlaces(there, plan));
    if (isFound) return { plan, collected: there };
  }
  return { plan: asked, collected: isTried ? collect(asked) : collected };
};
