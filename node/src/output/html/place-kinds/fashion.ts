import type { PlaceKindName } from './place-kind-name.ts';

/** Shops for what people wear and how they care for themselves. */
export const fashionKinds: readonly PlaceKindName[] = [
  ['shop=clothes', 'kledingwinkel', 'clothes shop'],
  ['shop=boutique', 'boetiek', 'boutique'],
  ['shop=shoes', 'schoenenwinkel', 'shoe shop'],
  ['shop=bag', 'tassenwinkel', 'bag shop'],
  ['shop=jewelry', 'juwelier', 'jeweller'],
  ['shop=watches', 'horlogewinkel', 'watch shop'],
  ['shop=perfumery', 'parfumerie', 'perfumery'],
  ['shop=cosmetics', 'cosmeticawinkel', 'cosmetics shop'],
  ['shop=chemist', 'drogisterij', 'chemist'],
  ['amenity=pharmacy', 'apotheek', 'pharmacy'],
  ['shop=optician', 'opticien', 'optician'],
  ['shop=hearing_aids', 'audicien', 'hearing aid shop'],
  ['shop=medical_supply', 'thuiszorgwinkel', 'medical supply shop'],
];
