import type { PlaceKindName } from './place-kind-name.ts';

/** Where people meet. */
export const cultureKinds: readonly PlaceKindName[] = [
  ['tourism=museum', 'museum', 'museum'],
  ['tourism=gallery', 'galerie', 'gallery'],
  ['amenity=theatre', 'theater', 'theatre'],
  ['amenity=cinema', 'bioscoop', 'cinema'],
  ['amenity=arts_centre', 'cultureel centrum', 'arts centre'],
  ['amenity=music_venue', 'poppodium of concertzaal', 'music venue'],
  ['amenity=events_venue', 'evenementenlocatie', 'events venue'],
  ['amenity=community_centre', 'buurthuis', 'community centre'],
  ['amenity=library', 'bibliotheek', 'library'],
  ['amenity=toy_library', 'speelotheek', 'toy library'],
  ['amenity=townhall', 'gemeentehuis', 'town hall'],
  ['amenity=place_of_worship', 'gebedshuis', 'place of worship'],
  ['leisure=fitness_centre', 'sportschool', 'gym'],
  ['leisure=sports_centre', 'sportcentrum', 'sports centre'],
  ['leisure=swimming_pool', 'zwembad', 'swimming pool'],
  ['leisure=dance', 'dansschool', 'dance school'],
  ['leisure=park', 'park', 'park'],
  ['leisure=hackerspace', 'makerspace', 'makerspace'],
];
