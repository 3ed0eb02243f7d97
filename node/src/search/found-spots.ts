import { goneSubject, none, subjectKinds } from '../project/search-index/search-view.ts';
import type { LocationScreen } from './location-screen.ts';
import type { PageTiers } from './page-tiers.ts';
import type { Plan } from './search-plan.ts';
import { typeOfKind } from './selection.ts';
import { spotScore } from './spot-score.ts';

const placeKind = subjectKinds.indexOf('Place');

/** Puts what stands at one spot (places, services, events, parcel points) into the tiers of a page. */
export class FoundSpots {
  readonly #plan: Plan;
  readonly #tiers: PageTiers;
  readonly #locations: LocationScreen;
  readonly #places: Set<number>;

  /** @param places gets the places within the radius */
  constructor(plan: Plan, tiers: PageTiers, locations: LocationScreen, places: Set<number>) {
    this.#plan = plan;
    this.#tiers = tiers;
    this.#locations = locations;
    this.#places = places;
  }

  lookAt(subject: number, text: number): void {
    const { view, question } = this.#plan;
    const kind = view.subjects.kind[subject] ?? goneSubject;
    const type = typeOfKind[kind];
    if (type === undefined || !question.types.has(type)) return;
    const location = view.subjects.location[subject] ?? none;
    const metres = location === none ? 0 : this.#locations.metres(location);
    if (metres === Infinity) return;
    const isWithin = question.where === undefined || metres <= question.radiusMetres;
    if (!isWithin && !this.#tiers.wantsFarther) return;
    const sum = spotScore(this.#plan, this.#locations, subject, text);
    if (sum < 0) return;
    if (isWithin && kind === placeKind) this.#places.add(subject);
    this.#tiers.put(isWithin ? this.#tiers.found : this.#tiers.farther, subject, text, sum);
  }
}
