import { locate } from './streets.mjs';

/** Code, name, kind in the words of the sheet, address, hours, brands carried, categories carried, more as `column=value`. */
const lines = `
rijwielhuis-zadelberg | Rijwielhuis Zadelberg | fietsenwinkel | Kerkstraat 12 | Mo 13:00-18:00; Tu-Fr 09:00-18:00; Sa 09:00-17:00 | Veenrijder, Trapwaard, Kettingaar | fietsen, elektrische fietsen, fietsonderdelen, fietspompen | rolstoel=ja; betaling=pin, contant; talen=nl, de
fietsenmakerij-de-ketting | Fietsenmakerij De Ketting | fietsenmaker | Ambachtsweg 3 | ma-vr 8.30-17.30, za 9.00-16.00 | Kettingaar, Bandelaar | fietsreparatie, tweedehands fietsen | rolstoel=ja; betaling=pin
bakkerij-korenaar | Bakkerij Korenaar | bakker | Marktplein 4 | Tu-Fr 07:30-17:30; Sa 07:30-16:00 | Korenmeer | brood, gebak, koek | rolstoel=beperkt; talen=nl
bakkerij-de-halve-maan | Bakkerij De Halve Maan | bakkerij | Stationsweg 18 | di t/m za 7.00 - 17.00 uur | | brood, vlaai | punt=nee
slagerij-de-vette-os | Slagerij De Vette Os | slager | Kerkstraat 27 | Mo-Fr 08:00-18:00; Sa 08:00-16:00 | | vlees, vleeswaren, worst | betaling=pin, contant
ijzerhandel-spijkerman | IJzerhandel Spijkerman | shop=hardware | Brugstraat 31 | Mo-Fr 08:00-18:00; Sa 08:30-17:00 | Klinkvaster, Hamerwaard, Schroevenaar | gereedschap, ijzerwaren, verf, sanitair | rolstoel=ja
verfwinkel-kwast-en-kleur | Verfwinkel Kwast & Kleur | verfwinkel | Stationsweg 44 | Mo-Fr 08:30-17:30; Sa 09:00-16:00 | Nijpveen | verf, behang, kwasten | punt=nee
apotheek-de-vijzel | Apotheek De Vijzel | apotheek | Marktplein 9 | Mo-Fr 08:00-17:30 | | geneesmiddelen, verbandmiddelen | rolstoel=ja; talen=nl, en
boekhandel-de-leeslamp | Boekhandel De Leeslamp | boekwinkel | Kerkstraat 8 | Mo 13:00-18:00; Tu-Sa 09:30-18:00; Su 12:00-17:00 | Uitgeverij Veenlamp, Turf & Inkt | boeken, kaarten, tijdschriften | rolstoel=ja
cafe-de-sluiswachter | Café De Sluiswachter | café | Sluisdijk 6 | Tu-Su 11:00-24:00 | | bier, koffie, bitterballen | betaling=pin, contant
koffiehuis-de-bonenmolen | Koffiehuis De Bonenmolen | koffiebar | Brugstraat 7 | Mo-Sa 08:00-17:30; Su 10:00-17:00 | Provisielaar | koffie, taart | rolstoel=ja; talen=nl, en, de
restaurant-het-rietland | Restaurant Het Rietland | restaurant | Havenkade 22 | wo t/m zo vanaf 17.00 uur | | streekgerechten, vis |
snackbar-de-gouden-punt | Snackbar De Gouden Punt | snackbar | Stationsweg 31 | Mo-Su 11:30-21:30 | | friet, kroketten |
ijssalon-de-sneeuwuil | IJssalon De Sneeuwuil | ijssalon | Marktplein 16 | Apr-Sep Mo-Su 11:00-21:00 | | ijs, wafels | rolstoel=ja
theater-de-sluis | Theater De Sluis | theater | Havenkade 40 | | | toneel, muziek, cabaret | rolstoel=ja; betaling=pin
bibliotheek-waterveen | Bibliotheek Waterveen | bibliotheek | Turfsingel 10 | Mo-Fr 10:00-18:00; Sa 10:00-15:00 | | boeken lenen, studieplekken, taalles | rolstoel=ja; talen=nl, en, ar, uk
grote-kerk | Grote Kerk Waterveen | kerk | Kerkstraat 1 | Sa 10:00-16:00; Su 09:30-12:00 | | concerten, torenbeklimming | rolstoel=beperkt
weekmarkt | Weekmarkt Waterveen | markt | Marktplein 1 | Th 08:30-13:30 | | groente, kaas, vis, stoffen, bloemen | rolstoel=ja
supermarkt-de-korf | Supermarkt De Korf | supermarkt | Stationsweg 60 | Mo-Sa 08:00-21:00; Su 10:00-20:00 | Schuimveen, Korenmeer, Theeveen | boodschappen, verse groente, drogisterij | rolstoel=ja; betaling=pin, contant
groentewinkel-de-kruisbes | Groentewinkel De Kruisbes | groentewinkel | Kerkstraat 33 | ma t/m vr 8.30-18.00 uur, za 8.00-16.00 uur | | groente, fruit, noten | punt=nee
kaashandel-de-wrongel | Kaashandel De Wrongel | kaaswinkel | Kerkstraat 19 | Tu-Fr 09:00-18:00; Sa 08:30-17:00 | | kaas, noten, boter | betaling=pin, contant
bloemen-de-vaas | Bloemen De Vaas | bloemist | Brugstraat 12 | Mo-Fr 09:00-18:00; Sa 09:00-17:00 | | boeketten, kamerplanten |
tuincentrum-de-groene-poort | Tuincentrum De Groene Poort | tuincentrum | Veenweg 14 | Mo-Sa 09:00-18:00; Su 11:00-17:00 | Spadeveen, Gieterwaard, Bollenmeer | planten, potgrond, tuingereedschap, bloembollen | rolstoel=ja
speelgoed-de-tol | Speelgoed De Tol | speelgoedwinkel | Brugstraat 18 | Mo 13:00-17:30; Tu-Fr 09:30-17:30; Sa 09:30-17:00 | Tolletuin, Blokkaboe, Knuffelwaard | speelgoed, puzzels, bordspellen | rolstoel=ja
mode-linnen-en-lak | Mode Linnen & Lak | kledingwinkel | Kerkstraat 22 | Mo 13:00-18:00; Tu-Th 09:30-18:00; Fr 09:30-21:00; Sa 09:30-17:30 | Wolwaard, Veenlinnen, Regenlust | dameskleding, herenkleding, kinderkleding | rolstoel=beperkt
schoenen-de-leest | Schoenen De Leest | schoenenwinkel | Kerkstraat 26 | Tu-Fr 09:30-18:00; Sa 09:30-17:00 | | schoenen, laarzen, sloffen |
sporthuis-het-startblok | Sporthuis Het Startblok | sportwinkel | Turfsingel 24 | Mo-Fr 10:00-18:00; Sa 10:00-17:00 | Veenrijder, Spelemeer | sportkleding, ballen, fietshelmen | rolstoel=ja
elektro-de-stekker | Elektro De Stekker | elektronicawinkel | Stationsweg 9 | ma 13-18 uur, di t/m vr 9-18 uur, za 9-17 uur | Stroomveen, Lampwaard, Voltelaar | televisies, witgoed, lampen, batterijen | rolstoel=ja
telefoonhulp-waterveen | Telefoonhulp Waterveen | shop=mobile_phone | Stationsweg 13 | Mo-Sa 10:00-18:00 | Kabelaar | telefoonreparatie, hoesjes | talen=nl, en, tr
computerhoek-de-muis | Computerhoek De Muis | computerwinkel | Brugstraat 43 | Tu-Fr 10:00-17:30; Sa 10:00-16:00 | Kabelaar, Stroomveen | computerreparatie, printers | punt=nee
optiek-de-heldere-blik | Optiek De Heldere Blik | opticien | Marktplein 12 | Tu-Fr 09:00-17:30; Sa 09:00-16:30 | | brillen, lenzen, oogmeting | rolstoel=ja
juwelier-het-uurwerk | Juwelier Het Uurwerk | juwelier | Marktplein 14 | Tu-Fr 09:30-17:30; Sa 09:30-17:00 | | horloges, ringen, batterij vervangen |
kookwinkel-de-garde | Kookwinkel De Garde | kookwinkel | Kerkstraat 30 | Mo 13:00-18:00; Tu-Sa 09:30-17:30 | Pannelust, Snijwaard | pannen, messen, servies | rolstoel=ja
woonhuis-het-kabinet | Woonhuis Het Kabinet | meubelwinkel | Ambachtsweg 22 | We-Sa 10:00-17:00; Su 12:00-17:00 | | banken, kasten, tafels | rolstoel=ja
kringloop-de-tweede-ronde | Kringloop De Tweede Ronde | kringloopwinkel | Ambachtsweg 15 | Tu-Sa 10:00-17:00 | | tweedehands meubels, boeken, kleding, servies | rolstoel=ja; betaling=pin, contant
dierenwinkel-de-pluim | Dierenwinkel De Pluim | dierenwinkel | Turfsingel 31 | Mo 13:00-18:00; Tu-Fr 09:00-18:00; Sa 09:00-17:00 | Kwispelveen, Blafwaard, Poezelaar | dierenvoer, kattenbakvulling, riemen |
kapsalon-de-kuif | Kapsalon De Kuif | kapper | Brugstraat 25 | Tu-Th 09:00-18:00; Fr 09:00-20:00; Sa 08:30-15:00 | Haarveen | knippen, verven |
stomerij-de-vouw | Stomerij De Vouw | stomerij | Stationsweg 27 | Mo-Fr 08:30-18:00; Sa 09:00-13:00 | | stomen, gordijnen reinigen | punt=nee
kleermakerij-de-naald | Kleermakerij De Naald | kleermaker | Brugstraat 28 | Tu-Sa 10:00-17:00 | | kleding vermaken, ritsen | talen=nl, tr, ar
sleutelpost-brugstraat | Sleutelpost Brugstraat | schoenmaker | Brugstraat 35 | Mo-Fr 09:00-17:30; Sa 09:00-16:00 | Grendelmeer | schoenreparatie, sleutels bijmaken, graveren | rolstoel=beperkt
kantoorboekhandel-de-vulpen | Kantoorboekhandel De Vulpen | kantoorboekhandel | Brugstraat 50 | Mo-Fr 08:30-18:00; Sa 09:00-17:00 | Turf & Inkt | pennen, papier, schoolspullen, pakketten | pakketdiensten=Veenpost; rolstoel=ja
postpunt-stationsweg | Postpunt Stationsweg | postkantoor | Stationsweg 2 | Mo-Fr 09:00-18:00; Sa 09:00-17:00 | | postzegels, pakketten | pakketdiensten=Veenpost, Wielbode
gemeentehuis-waterveen | Gemeentehuis Waterveen | gemeentehuis | Turfsingel 2 | Mo-We,Fr 08:30-16:00; Th 08:30-20:00 | | paspoort, rijbewijs, verhuizing doorgeven | rolstoel=ja; talen=nl, en
bezoekerspunt-waterveen | Bezoekerspunt Waterveen | toeristische informatie | Marktplein 2 | Apr-Oct Mo-Sa 10:00-17:00; Nov-Mar We-Sa 11:00-15:00 | | fietskaarten, wandelroutes, cadeaus | rolstoel=ja; talen=nl, en, de, fr
tankstation-veenweg | Tankstation Veenweg | tankstation | Veenweg 2 | 24/7 | | brandstof, laadpalen, pakketten | pakketdiensten=Pakketaar
warenhuis-de-vier-winden | Warenhuis De Vier Winden | warenhuis | Marktplein 20 | Mo 11:00-18:00; Tu-Th 09:00-18:00; Fr 09:00-21:00; Sa 09:00-18:00; Su 12:00-17:00 | Pannelust, Gardeveen, Schuimveen, Tolletuin | huishouden, speelgoed, drogisterij, fietsaccessoires | rolstoel=ja
provisiekamer | De Provisiekamer | delicatessenwinkel | Kerkstraat 15 | Tu-Fr 09:30-18:00; Sa 09:00-17:00 | Provisielaar, Honingwaard, Bietelust | koffie, thee, honing, streekproducten | rolstoel=ja
wijnhandel-de-kurk | Wijnhandel De Kurk | slijterij | Havenkade 11 | We-Sa 10:00-18:00 | | wijn, jenever, bier |
vishandel-de-bun | Vishandel De Bun | viswinkel | Havenkade 4 | di-za 9.00-17.30 | | vis, kibbeling, haring | betaling=pin, contant
natuurwinkel-de-klaver | Natuurwinkel De Klaver | shop=health_food | Turfsingel 16 | Mo-Fr 09:00-18:00; Sa 09:00-17:00 | Kruidelaar, Theeveen | biologische boodschappen, kruiden | rolstoel=ja
muziekwinkel-de-stemvork | Muziekwinkel De Stemvork | muziekwinkel | Turfsingel 41 | We-Fr 11:00-17:30; Sa 10:00-17:00 | | gitaren, bladmuziek, vioolsnaren | punt=nee
stoffen-het-garenklosje | Het Garenklosje | stoffenwinkel | Brugstraat 22 | Tu-Sa 10:00-17:00 | | stoffen, garen, knopen, wol |
fotostudio-het-vogeltje | Fotostudio Het Vogeltje | fotograaf | Brugstraat 46 | Tu-Fr 09:30-17:30; Sa 09:30-16:00 | | pasfoto, lijsten, afdrukken | rolstoel=ja
reparatiecafe-waterveen | Reparatiecafé Waterveen | amenity=community_centre | Molenpad 8 | Sa[2] 10:00-14:00 | | reparatie van kleine apparaten, kleding, fietsen | rolstoel=ja
filmhuis-de-spoel | Filmhuis De Spoel | bioscoop | Havenkade 31 | Th-Su 18:30-23:30 | | films | rolstoel=ja
galerie-het-witte-vlak | Galerie Het Witte Vlak | galerie | Molenpad 21 | Fr-Su 13:00-17:00 | | schilderijen, grafiek |
hotel-de-veerman | Hotel De Veerman | hotel | Havenkade 18 | 24/7 | | kamers, ontbijt | rolstoel=beperkt; talen=nl, en, de
sportschool-de-halter | Sportschool De Halter | sportschool | Ambachtsweg 30 | Mo-Fr 07:00-22:00; Sa-Su 09:00-15:00 | | fitness, groepslessen |
tandarts-aan-de-singel | Tandarts aan de Singel | tandarts | Turfsingel 18 | Mo-Fr 08:00-17:00 | | controle, mondhygiëne | rolstoel=ja
autobedrijf-de-zuiger | Autobedrijf De Zuiger | garage | Ambachtsweg 9 | Mo-Fr 08:00-17:30; Sa 09:00-12:00 | | onderhoud, banden wisselen |
milieustraat-waterveen | Milieustraat Waterveen | milieustraat | Ambachtsweg 41 | Tu-Fr 09:00-16:30; Sa 09:00-15:00 | | grofvuil, klein chemisch afval, oude apparaten | rolstoel=ja
cadeauwinkel-de-strik | Cadeauwinkel De Strik | cadeauwinkel | Kerkstraat 37 | openingstijden staan op de deur | | cadeaus, kaarten, kaarsen | punt=nee
wasserette-de-trommel | Wasserette De Trommel | wasserette | Stationsweg 35 | Mo-Su 07:00-22:00 | | wassen, drogen |
molen-de-rietmuis | Korenmolen De Rietmuis | landwinkel | Molenpad 30 | Sa 10:00-16:00 | Korenmeer | meel, pannenkoekenmix |
reisbureau-de-boei | Reisbureau De Boei | reisbureau | Turfsingel 28 | Mo-Fr 10:00-17:00 | | reizen, bootreizen | rolstoel=ja
`;

const readExtras = (text) =>
  Object.fromEntries(
    text
      .split(';')
      .filter((part) => part.trim() !== '')
      .map((part) => part.trim().split('=')),
  );

/** The places of the shopping association. */
export const places = lines
  .trim()
  .split('\n')
  .map((line) => {
    const [code, name, kind, address, hours, brands, categories, extras] = line.split('|').map((cell) => cell.trim());
    const more = readExtras(extras ?? '');
    return { code, name, kind, hours, brands, categories, more, hasPoint: more.punt !== 'nee', ...locate(address) };
  });
