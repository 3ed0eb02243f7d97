import type { Spoiler } from '../../spoiler.ts';
import { attributionNotShown } from './attribution-not-shown.ts';
import { deliveryNotCounted } from './delivery-not-counted.ts';
import { deliveryOfTomorrow } from './delivery-of-tomorrow.ts';
import { mapUnderAnotherLicence } from './map-under-another-licence.ts';
import { nobodyToName } from './nobody-to-name.ts';
import { notForCommerce } from './not-for-commerce.ts';
import { observedEveryNight } from './observed-every-night.ts';
import { observedTomorrow } from './observed-tomorrow.ts';
import { placeWithoutSource } from './place-without-source.ts';
import { sourceNotPublished } from './source-not-published.ts';

/** Ways to break what licence-and-freshness.md asks, in the order of its requirements. */
export const licenceSpoilers: readonly Spoiler[] = [
  nobodyToName,
  placeWithoutSource,
  sourceNotPublished,
  notForCommerce,
  attributionNotShown,
  mapUnderAnotherLicence,
  deliveryOfTomorrow,
  observedTomorrow,
  observedEveryNight,
  deliveryNotCounted,
];
