import type { NodeSettings } from '../../../config/settings.ts';

type Language = NodeSettings['language'];

/** The words of notes that the node makes itself. */
export const announceWords = {
  nl: {
    locale: 'nl-NL',
    tag: { events: 'Agenda', promotions: 'Aanbieding', products: 'Nieuw' },
    many: {
      events: (count: string, place: string): string => `${count} nieuwe activiteiten bij ${place}:`,
      promotions: (count: string, place: string): string => `${count} aanbiedingen bij ${place}:`,
      products: (count: string, place: string): string => `${count} nieuwe producten bij ${place}:`,
    },
    oneProduct: (place: string): string => `Nieuw bij ${place}:`,
    onePromotion: (place: string): string => `Aanbieding bij ${place}:`,
    moreThan: (count: string): string => `Meer dan ${count}`,
    others: (count: string): string => `en nog ${count}`,
    insteadOf: 'in plaats van',
    from: 'vanaf',
    through: 't/m',
    unnamed: 'een product',
  },
  en: {
    locale: 'en-GB',
    tag: { events: 'Events', promotions: 'Sale', products: 'New' },
    many: {
      events: (count: string, place: string): string => `${count} new events at ${place}:`,
      promotions: (count: string, place: string): string => `${count} offers at ${place}:`,
      products: (count: string, place: string): string => `${count} new products at ${place}:`,
    },
    oneProduct: (place: string): string => `New at ${place}:`,
    onePromotion: (place: string): string => `On sale at ${place}:`,
    moreThan: (count: string): string => `More than ${count}`,
    others: (count: string): string => `and ${count} more`,
    insteadOf: 'instead of',
    from: 'from',
    through: 'through',
    unnamed: 'a product',
  },
} as const satisfies Record<Language, object>;
