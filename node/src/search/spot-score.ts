import { none, subjectKinds } from '../project/search-index/search-view.ts';
import { searchRoomLimits } from './limits.ts';
import type { LocationScreen } from './location-screen.ts';
import { rankingFigures, soonValue, sumScore } from './ranking.ts';
import type { Plan } from './search-plan.ts';
import { startsInDays } from './wait-of.ts';

const { neutral } = rankingFigures;
const eventKind = subjectKinds.indexOf('Event');
const parcelPointKind = subjectKinds.indexOf('ParcelPoint');
const hourSeconds = 3_600;

interface Span {
  readonly startsAt: number;
  readonly endsAt: number;
}

/** When an event begins and ends, seconds since 1970. */
const spanOf = ({ view: { subjects } }: Plan, event: number): Span => {
  const startsAt = subjects.startsAt[event] ?? 0;
  return {
    startsAt,
    endsAt: subjects.endsAt[event] || startsAt + searchRoomLimits.eventHoursWithoutEnd * hourSeconds,
  };
};

/** Events that are over don't come; when only what is open is asked for, neither do those that have yet to begin. */
const isOn = ({ question: { atMs, openOnly } }: Plan, { startsAt, endsAt }: Span): boolean =>
  endsAt >= atMs / 1_000 && (!openOnly || startsAt <= atMs / 1_000);

/** An evening has its own hours; an exhibition of months those of its house. */
const keepsHoursOfPlace = ({ startsAt, endsAt }: Span): boolean =>
  endsAt - startsAt > searchRoomLimits.eventHoursOfOneDay * hourSeconds;

const opennessOfEvent = (plan: Plan, locations: LocationScreen, event: number, location: number): number =>
  keepsHoursOfPlace(spanOf(plan, event)) && locations.openness(location) < 0 ? -1 : neutral;

const opennessOf = (
  plan: Plan,
  locations: LocationScreen,
  { kind, subject, location }: { readonly kind: number; readonly subject: number; readonly location: number },
): number => {
  if (kind === eventKind) return opennessOfEvent(plan, locations, subject, location);
  return kind === parcelPointKind ? locations.opennessOf(subject) : locations.openness(location);
};

/** The score of what stands at one spot (a place, service, event or parcel point), before rounding; -1 for what is left out. */
export const spotScore = (plan: Plan, locations: LocationScreen, subject: number, text: number): number => {
  const { view, question } = plan;
  const kind = view.subjects.kind[subject] ?? none;
  if (kind === eventKind && !isOn(plan, spanOf(plan, subject))) return -1;
  const available = kind === eventKind ? soonValue(startsInDays(plan, subject)) : neutral;
  const location = view.subjects.location[subject] ?? none;
  if (location === none) {
    const needsPlace = [question.where, question.parameters.kind, question.places].some((asked) => asked !== undefined);
    const isLeftOut = needsPlace || (question.openOnly && kind !== eventKind);
    return isLeftOut ? -1 : sumScore(text, neutral, available, neutral, neutral);
  }
  const openness = opennessOf(plan, locations, { kind, subject, location });
  return openness < 0 ? -1 : sumScore(text, locations.nearness(location), available, neutral, openness);
};
