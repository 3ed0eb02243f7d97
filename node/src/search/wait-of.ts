import { subjectKinds } from '../project/search-index/search-view.ts';
import type { Plan } from './search-plan.ts';
import { waitMinutes } from './tie.ts';

const eventKind = subjectKinds.indexOf('Event');
const secondMs = 1_000;

/** Minutes from the instant of a search until a subject begins; 0 for all but events. */
export const waitOf = ({ view, question }: Pick<Plan, 'view' | 'question'>, subject: number): number =>
  view.subjects.kind[subject] === eventKind
    ? waitMinutes((view.subjects.startsAt[subject] ?? 0) * secondMs, question.atMs)
    : 0;

const dayMinutes = 1_440;

/** The same for the ranking: in days. */
export const startsInDays = (plan: Pick<Plan, 'view' | 'question'>, event: number): number =>
  waitOf(plan, event) / dayMinutes;
