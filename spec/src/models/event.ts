import { defineKind, defineNested } from './define-kind.ts';
import { dateTime, iri, node } from './property.ts';
import { description, image, name, source, url } from './shared.ts';

const organizerModel = defineNested('Organization', 'schema:Organization', 'An organisation.', {
  name: name(),
});

/** Something that happens at a place. */
export const eventModel = defineKind({
  name: 'Event',
  path: 'events',
  classIri: 'schema:Event',
  comment: 'Something that happens at a place.',
  shape: {
    name: name(),
    location: iri('schema:location', 'The place where it happens.'),
    startDate: dateTime('schema:startDate', 'Start.'),
    source: source(),
    endDate: dateTime('schema:endDate', 'End.').optional(),
    description: description().optional(),
    image: image().optional(),
    url: url().optional(),
    organizer: node('schema:organizer', 'Who organises it.', organizerModel).optional(),
  },
});
