import type { Kind } from '@openstraat/spec';
import type { NodeSettings } from '../../config/settings.ts';

type Language = NodeSettings['language'];
type Forms = readonly [one: string, more: string];

const formsOf: Readonly<Record<Kind, Readonly<Record<Language, Forms>>>> = {
  Place: { nl: ['winkel of plek', 'winkels en plekken'], en: ['shop or place', 'shops and places'] },
  Product: { nl: ['product', 'producten'], en: ['product', 'products'] },
  Offer: { nl: ['vindplaats', 'vindplaatsen'], en: ['product location', 'product locations'] },
  Service: { nl: ['dienst', 'diensten'], en: ['service', 'services'] },
  Event: { nl: ['evenement', 'evenementen'], en: ['event', 'events'] },
  ParcelPoint: { nl: ['pakketpunt', 'pakketpunten'], en: ['parcel point', 'parcel points'] },
  Area: { nl: ['gebied', 'gebieden'], en: ['area', 'areas'] },
  Source: { nl: ['bron', 'bronnen'], en: ['source', 'sources'] },
};

/** How many there are of a kind, in words. */
export const countWords = (kind: Kind, count: number, language: Language): string => {
  const [one, more] = formsOf[kind][language];
  const number = new Intl.NumberFormat(language === 'nl' ? 'nl-NL' : 'en-GB').format(count);
  return `${number} ${count === 1 ? one : more}`;
};
