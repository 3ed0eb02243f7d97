/** Place, own key, name, start, end, what it is; times carry the offset that holds on that day. */
const lines = `
theater-de-sluis | kerstconcert-2026-12-20 | Kerstconcert van Fanfare Veenklank | 2026-12-20T20:00:00+01:00 | 2026-12-20T22:15:00+01:00 | De fanfare speelt, de zaal zingt mee.
theater-de-sluis | oudejaarsconference-2026-12-30 | Oudejaarsconference: Het water stond ons tot hier | 2026-12-30T20:30:00+01:00 | 2026-12-30T22:30:00+01:00 | Cabaret over een jaar in een klein stadje.
grote-kerk | nieuwjaarsorgel-2027-01-01 | Nieuwjaarsconcert op het orgel | 2027-01-01T16:00:00+01:00 | 2027-01-01T17:00:00+01:00 | Vrije toegang, warme chocolademelk na afloop.
weekmarkt | wintermarkt-2026-12-17 | Wintermarkt met schaatsbaan | 2026-12-17T12:00:00+01:00 | 2026-12-17T21:00:00+01:00 | De weekmarkt blijft een avond staan.
boekhandel-de-leeslamp | signeersessie-2027-01-23 | Klaske Wilgenroos signeert | 2027-01-23T14:00:00+01:00 | 2027-01-23T16:00:00+01:00 | De schrijfster leest voor uit haar nieuwe roman.
bibliotheek-waterveen | voorleesochtend-2027-01-27 | Voorleesochtend voor peuters | 2027-01-27T10:00:00+01:00 | 2027-01-27T11:00:00+01:00 | Over een otter die niet kon slapen.
bibliotheek-waterveen | taalcafe-2027-02-09 | Taalcafé | 2027-02-09T13:30:00+01:00 | 2027-02-09T15:00:00+01:00 | Nederlands oefenen met koffie erbij.
reparatiecafe-waterveen | reparatieochtend-2027-02-13 | Reparatieochtend: lampen en broodroosters | 2027-02-13T10:00:00+01:00 | 2027-02-13T14:00:00+01:00 | Neem mee wat stuk is.
filmhuis-de-spoel | stomme-film-2027-02-19 | Stomme film met pianist | 2027-02-19T20:00:00+01:00 | 2027-02-19T22:00:00+01:00 | Een storm op zee uit 1925.
galerie-het-witte-vlak | opening-2027-03-05 | Opening: Grafiek van het lage land | 2027-03-05T17:00:00+01:00 | 2027-03-05T19:00:00+01:00 | Met een woord van de burgemeester.
rijwielhuis-zadelberg | fietsencheck-2027-03-20 | Gratis lentecheck voor je fiets | 2027-03-20T10:00:00+01:00 | 2027-03-20T16:00:00+01:00 | Remmen, banden en verlichting nagekeken.
tuincentrum-de-groene-poort | zaaidag-2027-04-03 | Zaaidag voor kinderen | 2027-04-03T11:00:00+02:00 | 2027-04-03T15:00:00+02:00 | Een eigen pot pompoenen mee naar huis.
weekmarkt | koningsmarkt-2027-04-27 | Vrijmarkt op het Marktplein | 2027-04-27T07:00:00+02:00 | 2027-04-27T16:00:00+02:00 | Alleen voor wie onder de veertien is.
molen-de-rietmuis | molendag-2027-05-08 | Molendag: malen en pannenkoeken | 2027-05-08T10:00:00+02:00 | 2027-05-08T17:00:00+02:00 | De molenaar laat alle zolders zien.
cafe-de-sluiswachter | pubquiz-2027-05-21 | Pubquiz: alles over water | 2027-05-21T20:00:00+02:00 | 2027-05-21T23:00:00+02:00 | Teams van vier, opgeven aan de bar.
theater-de-sluis | jeugdtheater-2027-06-12 | Jeugdtheater: De bever mist de boot | 2027-06-12T15:00:00+02:00 | 2027-06-12T16:10:00+02:00 | Vanaf zes jaar.
muziekwinkel-de-stemvork | open-podium-2027-06-18 | Open podium in de winkel | 2027-06-18T19:30:00+02:00 | 2027-06-18T22:00:00+02:00 | Wie een gitaar vasthoudt mag spelen.
ijssalon-de-sneeuwuil | smaak-2027-07-10 | Verzin de smaak van de zomer | 2027-07-10T13:00:00+02:00 | 2027-07-10T17:00:00+02:00 | De winnaar staat een week in de vitrine.
grote-kerk | torenklim-2027-09-11 | Torenbeklimming op Monumentendag | 2027-09-11T10:00:00+02:00 | 2027-09-11T16:00:00+02:00 | 211 treden, uitzicht tot de IJssel.
speelgoed-de-tol | spelletjesdag-2027-10-16 | Spelletjesdag | 2027-10-16T10:00:00+02:00 | 2027-10-16T16:00:00+02:00 | Alle bordspellen liggen open.
provisiekamer | proeverij-2027-11-13 | Proeverij: koffie en koek | 2027-11-13T14:00:00+01:00 | 2027-11-13T17:00:00+01:00 | Vijf koffies, drie koeken.
`;

const organizers = {
  weekmarkt: 'Winkeliersvereniging Waterveen',
  'grote-kerk': 'Stichting Klank in de Kerk',
  'theater-de-sluis': 'Theater De Sluis',
};

export const nl = (text) => ({ nl: text });

/** What happens in town in the coming year. */
export const agenda = lines
  .trim()
  .split('\n')
  .map((line) => {
    const [place, key, name, startDate, endDate, description] = line.split('|').map((cell) => cell.trim());
    return {
      id: `/events/${place}.${key}`,
      type: 'Event',
      name: nl(name),
      location: `/places/${place}`,
      startDate,
      endDate,
      description: nl(description),
      ...(Object.hasOwn(organizers, place) ? { organizer: { type: 'Organization', name: organizers[place] } } : {}),
      url: `https://${place}.example/agenda/${key}`,
    };
  });
