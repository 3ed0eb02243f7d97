import { defineKind } from './define-kind.ts';
import { placeTypes } from './place-types.ts';
import { iri, pattern, several, term, text } from './property.ts';
import { address, closures, description, geo, image, name, openingHours, source, telephone, url } from './shared.ts';

/** A shop, café, museum, market or any other place that people can go to. */
export const placeModel = defineKind({
  name: 'Place',
  path: 'places',
  classIri: 'schema:Place',
  comment: 'A shop, café, museum, market or any other place that people can go to.',
  moreTypes: placeTypes,
  shape: {
    name: name(),
    address: address(),
    geo: geo(),
    placeKind: pattern(
      'os:placeKind',
      'Category, as a tag of OpenStreetMap: `shop=bicycle`.',
      /^[a-z0-9_:]{1,60}=[A-Za-z0-9_;:.-]{1,100}$/,
      'is not an OpenStreetMap tag such as shop=bicycle',
    ),
    openingHours: openingHours(),
    source: source(),
    description: description().optional(),
    telephone: telephone().optional(),
    email: text('schema:email', 'E-mail address.', 200).optional(),
    url: url().optional(),
    image: several(image(), 20).optional(),
    brandCarried: several(text('os:brandCarried', 'Assortment: a brand carried.', 200)).optional(),
    categoryCarried: several(text('os:categoryCarried', 'Assortment: a category carried.', 200)).optional(),
    specialOpeningHoursSpecification: closures().optional(),
    timeZone: pattern(
      'os:timeZone',
      'IANA time zone; Europe/Amsterdam when absent.',
      /^[A-Za-z]+(\/[A-Za-z0-9_+-]+)*$/,
      'is not a time zone',
    ).optional(),
    wheelchair: term('os:wheelchair', 'Accessible with a wheelchair.', {
      yes: 'os:Accessible',
      limited: 'os:PartlyAccessible',
      no: 'os:NotAccessible',
    }).optional(),
    knowsLanguage: several(
      pattern(
        'schema:knowsLanguage',
        'Language spoken, BCP 47.',
        /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/,
        'is not a language code',
      ),
      50,
    ).optional(),
    paymentAccepted: several(text('schema:paymentAccepted', 'Way to pay.', 100), 50).optional(),
    carrier: several(text('os:carrier', 'Parcel carrier served here.', 100), 50).optional(),
    sameAs: several(iri('schema:sameAs', 'The same place elsewhere (OpenStreetMap, register).'), 20).optional(),
  },
});
