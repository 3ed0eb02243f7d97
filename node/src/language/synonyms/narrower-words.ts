/** What is found as well by a word for all of its kind, but not the other way round: who asks for a `ringslot` wants no other lock. */
export const narrowerWords: readonly string[] = [
  'fietsslot: kettingslot, ringslot, vouwslot, beugelslot',
  'boormachine: klopboormachine, accuboormachine, schroefboormachine',
  'lamp: ledlamp, bureaulamp, hanglamp, zaklamp',
  'pijnstiller: paracetamol, aspirine, ibuprofen',
  'fietslamp: koplamp, voorlicht, achterlicht',
  'snoep: drop, kauwgom, lolly, winegum',
  'telefoon: smartphone',
  'maken: reparatie',
  'frisdrank: cola, sinas, limonade',
];
