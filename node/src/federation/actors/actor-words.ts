import type { NodeSettings } from '../../config/settings.ts';

type Language = NodeSettings['language'];

/** What actors say of themselves, in the language of the node. */
export const actorWords = {
  nl: {
    address: 'Adres',
    hours: 'Open',
    website: 'Website',
    phone: 'Telefoon',
    page: 'Pagina',
    operator: 'Beheerder',
    licence: 'Licentie',
    node: (area: string): string => `Wat er in ${area} te koop en te doen is, bij winkels in de buurt.`,
    place: (node: string): string => `Nieuws van deze plek, via ${node}.`,
    gone: (node: string): string => `${node} kent deze plek niet meer.`,
    fictional: 'De winkels hier zijn verzonnen: dit is een voorbeeld.',
  },
  en: {
    address: 'Address',
    hours: 'Open',
    website: 'Website',
    phone: 'Telephone',
    page: 'Page',
    operator: 'Run by',
    licence: 'Licence',
    node: (area: string): string => `What there is to buy and to do in ${area}, at shops near by.`,
    place: (node: string): string => `News of this place, through ${node}.`,
    gone: (node: string): string => `${node} does not know this place any more.`,
    fictional: 'The shops here are made up: this is an example.',
  },
} as const satisfies Record<Language, object>;
