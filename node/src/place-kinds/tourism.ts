import type { PlaceKind } from './place-kind.ts';

/** Where visitors stay. */
export const tourismKinds: readonly PlaceKind[] = [
  {
    tag: 'tourism=hotel',
    type: 'Hotel',
    nl: 'hotel',
    en: 'hotel',
    words: 'hôtel',
    searchWords: 'hotels, overnachten, overnachting, sleep, übernachtung',
  },
  {
    tag: 'tourism=guest_house',
    type: 'LodgingBusiness',
    nl: 'bed and breakfast',
    en: 'bed and breakfast',
    words: 'b&b, bed and breakfast, bed & breakfast, pension, gasthof, chambre d’hôtes',
    searchWords: 'bnb, bed breakfast, overnachten, guesthouse, gästehaus, ferienwohnung',
  },
  {
    tag: 'tourism=camp_site',
    type: 'LodgingBusiness',
    nl: 'camping',
    en: 'campsite',
    words: 'camping, campingplatz, minicamping',
    searchWords: 'kamperen, campings, tent',
  },
  {
    tag: 'tourism=information',
    type: 'TouristInformationCenter',
    nl: 'toeristische informatie',
    en: 'tourist information',
    words: 'vvv, toeristische informatie, tourist information, tourist office, touristinfo, office de tourisme',
    searchWords: 'toeristeninformatie, plattegrond, tourist info, i punt',
  },
];
