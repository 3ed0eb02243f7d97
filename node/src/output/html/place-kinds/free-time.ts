import type { PlaceKindName } from './place-kind-name.ts';

/** Shops for books, electronics, hobbies and sports. */
export const freeTimeKinds: readonly PlaceKindName[] = [
  ['shop=books', 'boekwinkel', 'bookshop'],
  ['shop=newsagent', 'tijdschriftenwinkel', 'newsagent'],
  ['shop=stationery', 'kantoorboekhandel', 'stationer'],
  ['shop=toys', 'speelgoedwinkel', 'toy shop'],
  ['shop=games', 'spellenwinkel', 'games shop'],
  ['shop=fabric', 'stoffenwinkel', 'fabric shop'],
  ['shop=sewing', 'naaiwinkel', 'sewing shop'],
  ['shop=wool', 'wolwinkel', 'yarn shop'],
  ['shop=craft', 'hobbywinkel', 'craft shop'],
  ['shop=model', 'modelbouwwinkel', 'model shop'],
  ['shop=art', 'kunsthandel', 'art shop'],
  ['shop=musical_instrument', 'muziekinstrumentenwinkel', 'musical instrument shop'],
  ['shop=music', 'platenwinkel', 'record shop'],
  ['shop=electronics', 'elektronicawinkel', 'electronics shop'],
  ['shop=computer', 'computerwinkel', 'computer shop'],
  ['shop=mobile_phone', 'telefoonwinkel', 'phone shop'],
  ['shop=photo', 'fotowinkel', 'photo shop'],
  ['shop=sports', 'sportwinkel', 'sports shop'],
  ['shop=outdoor', 'buitensportwinkel', 'outdoor shop'],
  ['shop=fishing', 'hengelsportwinkel', 'fishing shop'],
  ['shop=boat', 'watersportwinkel', 'boat shop'],
  ['shop=pet', 'dierenwinkel', 'pet shop'],
];
