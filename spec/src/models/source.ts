import { defineKind } from './define-kind.ts';
import { dateTime, iri, several, text } from './property.ts';
import { description, name } from './shared.ts';

/** Where statements come from: a shop's feed, a till export, a sheet of places. */
export const sourceModel = defineKind({
  name: 'Source',
  path: 'sources',
  classIri: 'os:Source',
  comment: "Where statements come from: a shop's feed, a till export, a sheet of places.",
  shape: {
    name: name(),
    place: several(iri('os:place', 'A place that it speaks for.'), 10_000).optional(),
    license: iri('dcterms:license', 'Licence of what it states.'),
    attribution: text('os:attribution', 'Whom to name.', 500),
    lastCompleteDelivery: dateTime(
      'os:lastCompleteDelivery',
      'The time of the data last delivered in full.',
    ).optional(),
    format: text('dcterms:format', 'Format of its files.', 100).optional(),
    schedule: text('os:schedule', 'When it delivers, in words.', 200).optional(),
    description: description().optional(),
  },
});
