import type { Availability } from '@openstraat/spec';
import type { NodeSettings } from '../../config/settings.ts';

type Language = NodeSettings['language'];
type Pair = Readonly<Record<Language, string>>;

/** Availability in words; unknown is not out of stock. No line ends inside a phrase: the column is narrow. */
export const availabilityWords: Readonly<Record<Availability, Pair>> = {
  InStock: { nl: 'op\u00a0voorraad', en: 'in\u00a0stock' },
  LimitedAvailability: { nl: 'beperkt op\u00a0voorraad', en: 'limited stock' },
  OutOfStock: { nl: 'uitverkocht', en: 'out of stock' },
  PreOrder: { nl: 'vooraf te bestellen', en: 'to pre-order' },
  BackOrder: { nl: 'na te bestellen', en: 'on back order' },
  MadeToOrder: { nl: 'wordt op bestelling gemaakt', en: 'made to order' },
  Discontinued: { nl: 'niet meer leverbaar', en: 'discontinued' },
  Unknown: { nl: 'voorraad onbekend', en: 'stock unknown' },
};

/** Terms of the models that pages show, by their wire name. */
export const termWords: Readonly<Record<string, Pair>> = {
  Buy: { nl: 'kopen', en: 'buy' },
  Reserve: { nl: 'reserveren', en: 'reserve' },
  OrderIn: { nl: 'laten bestellen', en: 'order in' },
  NewCondition: { nl: 'nieuw', en: 'new' },
  RefurbishedCondition: { nl: 'opgeknapt', en: 'refurbished' },
  UsedCondition: { nl: 'tweedehands', en: 'used' },
  yes: { nl: 'toegankelijk', en: 'accessible' },
  limited: { nl: 'deels toegankelijk', en: 'partly accessible' },
  no: { nl: 'niet toegankelijk', en: 'not accessible' },
  collect: { nl: 'afhalen', en: 'collect' },
  'drop-off': { nl: 'afgeven', en: 'drop off' },
  return: { nl: 'terugsturen', en: 'return' },
  locker: { nl: 'pakketautomaat', en: 'locker' },
  counter: { nl: 'balie', en: 'counter' },
};
