import { none, subjectKinds } from '../project/search-index/search-view.ts';
import { searchRoomLimits } from './limits.ts';
import type { LocationScreen } from './location-screen.ts';
import { rankingFigures, sumScore } from './ranking.ts';
import type { Plan } from './search-plan.ts';

const { neutral } = rankingFigures;
const eventKind = subjectKinds.indexOf('Event');
const parcelPointKind = subjectKinds.indexOf('ParcelPoint');
const hourSeconds = 3_600;

/** Events that are over don't come; when only what is open is asked for, neither do those that have yet to begin. */
const isOn = ({ view, question }: Plan, event: number): boolean => {
  const atSeconds = question.atMs / 1_000;
  const startsAt = view.subjects.startsAt[event] ?? 0;
  const endsAt = view.subjects.endsAt[event] || startsAt + searchRoomLimits.eventHoursWithoutEnd * hourSeconds;
  return endsAt >= atSeconds && (!question.openOnly || startsAt <= atSeconds);
};

const opennessOf = (locations: LocationScreen, kind: number, subject: number, location: number): number => {
  if (kind === eventKind) return neutral;
  return kind === parcelPointKind ? locations.opennessOf(subject) : locations.openness(location);
};

/** The score of what stands at one spot (a place, service, event or parcel point), before rounding; -1 for what is left out. */
export const spotScore = (plan: Plan, locations: LocationScreen, subject: number, text: number): number => {
  const { view, question } = plan;
  const kind = view.subjects.kind[subject] ?? none;
  if (kind === eventKind && !isOn(plan, subject)) return -1;
  const location = view.subjects.location[subject] ?? none;
  if (location === none) {
    const needsPlace = question.where !== undefined || question.parameters.kind !== undefined;
    const isLeftOut = needsPlace || (question.openOnly && kind !== eventKind);
    return isLeftOut ? -1 : sumScore(text, neutral, neutral, neutral, neutral);
  }
  const openness = opennessOf(locations, kind, subject, location);
  return openness < 0 ? -1 : sumScore(text, locations.nearness(location), neutral, neutral, openness);
};
