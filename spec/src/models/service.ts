import { defineKind } from './define-kind.ts';
import { duration, iri } from './property.ts';
import { currency, description, image, name, price, source, url } from './shared.ts';

/** Something that a place does for people. */
export const serviceModel = defineKind({
  name: 'Service',
  path: 'services',
  classIri: 'schema:Service',
  comment: 'Something that a place does for people.',
  constraints: [{ when: 'price', needs: 'priceCurrency', comment: 'A price has a currency.' }],
  shape: {
    name: name(),
    provider: iri('schema:provider', 'The place that does it.'),
    source: source(),
    description: description().optional(),
    image: image().optional(),
    url: url().optional(),
    price: price().optional(),
    priceCurrency: currency().optional(),
    duration: duration('schema:duration', 'How long it takes.').optional(),
    bookingUrl: iri('os:bookingUrl', 'Where to book it.').optional(),
  },
});
