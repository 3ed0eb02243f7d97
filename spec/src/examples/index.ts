import type { Kind } from '../models/define-kind.ts';
import type { ThingData } from '../models/index.ts';
import { areaExample, areaMinimal } from './area.ts';
import { eventExample, eventMinimal } from './event.ts';
import { offerExample, offerMinimal } from './offer.ts';
import { parcelPointExample, parcelPointMinimal } from './parcel-point.ts';
import { placeExample, placeMinimal } from './place.ts';
import { productExample, productMinimal } from './product.ts';
import { serviceExample, serviceMinimal } from './service.ts';
import { sourceExample, sourceMinimal } from './source.ts';

/** Of each kind one thing with every property it may have, and one with those it must have. */
export const thingExamples: { readonly [K in Kind]: { readonly full: ThingData[K]; readonly minimal: ThingData[K] } } =
  {
    Source: { full: sourceExample, minimal: sourceMinimal },
    Area: { full: areaExample, minimal: areaMinimal },
    Place: { full: placeExample, minimal: placeMinimal },
    ParcelPoint: { full: parcelPointExample, minimal: parcelPointMinimal },
    Product: { full: productExample, minimal: productMinimal },
    Offer: { full: offerExample, minimal: offerMinimal },
    Service: { full: serviceExample, minimal: serviceMinimal },
    Event: { full: eventExample, minimal: eventMinimal },
  };
