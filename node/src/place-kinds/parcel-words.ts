/** What can be done at a parcel point; `spec` has the same three. */
export type ParcelService = 'collect' | 'drop-off' | 'return';

/** What people call any parcel point, whatever the shop that it is in is called: Dutch, English, German, French. */
export const parcelPointWords =
  'pakketpunt, pakketpunten, pakketdienst, pakketservice, servicepunt, pakket, pakje, pakketje, parcel point, parcel, parcel shop, package, paket, paketshop, paketstation, colis, point relais';

/** What people type for a wall of lockers. */
export const parcelLockerWords =
  'pakketautomaat, pakketkluis, pakketlocker, pakketmuur, kluis, locker, parcel locker, packstation, paketautomat, consigne';

/** What people say who want to do something there. */
export const parcelServiceWords: Readonly<Record<ParcelService, string>> = {
  collect:
    'ophalen, afhalen, ophaalpunt, afhaalpunt, pick up, pickup, pickup point, collect, abholen, retirer, retrait',
  'drop-off':
    'versturen, verzenden, opsturen, sturen, wegbrengen, afgeven, send, ship, post, drop off, dropoff, versenden, verschicken, abgeben, aufgeben, envoyer, expedier, deposer',
  return:
    'retour, retouren, retourneren, retourpunt, terugsturen, terugbrengen, return, returns, zurucksenden, zuruckschicken, rucksendung, retoure, retourner, renvoyer',
};
