import type { PlaceKindName } from './place-kind-name.ts';

/** Shops for the house and the garden. */
export const homeKinds: readonly PlaceKindName[] = [
  ['shop=hardware', 'ijzerhandel', 'hardware store'],
  ['shop=doityourself', 'bouwmarkt', 'DIY store'],
  ['shop=paint', 'verfwinkel', 'paint shop'],
  ['shop=household_linen', 'linnenwinkel', 'linen shop'],
  ['shop=houseware', 'winkel voor huishoudelijke artikelen', 'housewares shop'],
  ['shop=furniture', 'meubelwinkel', 'furniture shop'],
  ['shop=interior_decoration', 'woonwinkel', 'interior shop'],
  ['shop=bed', 'beddenwinkel', 'bed shop'],
  ['shop=kitchen', 'keukenwinkel', 'kitchen shop'],
  ['shop=lighting', 'lampenwinkel', 'lighting shop'],
  ['shop=flooring', 'vloerenwinkel', 'flooring shop'],
  ['shop=curtain', 'gordijnenwinkel', 'curtain shop'],
  ['shop=antiques', 'antiekwinkel', 'antiques shop'],
  ['shop=frame', 'lijstenmaker', 'picture framer'],
  ['shop=garden_centre', 'tuincentrum', 'garden centre'],
  ['shop=florist', 'bloemist', 'florist'],
  ['shop=appliance', 'witgoedwinkel', 'appliance shop'],
];
