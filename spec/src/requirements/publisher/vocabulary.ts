import { type RequirementText } from '../requirement.ts';

/** Requirements of `text/vocabulary.md`. */
export const vocabularyRequirements: readonly RequirementText[] = [
  {
    id: 'VOC-001',
    level: 'MUST',
    title: 'Required properties are there',
    text: '`data` MUST carry `id`, `type`, and the properties that the tables mark as required for its kind; and where the tables ask for one of several groups of properties, all of one of them.',
  },
  {
    id: 'VOC-002',
    level: 'MUST',
    title: 'Types are listed',
    text: '`type` MUST be the name of the kind, or an array of it and one further type that the tables list for the kind.',
  },
  {
    id: 'VOC-003',
    level: 'MUST',
    title: 'Values are as the tables say',
    text: 'The value of a property that the tables list MUST have the form, range and length that they state.',
  },
  {
    id: 'VOC-004',
    level: 'MUST',
    title: 'Other names say nothing to JSON-LD',
    text: 'A property that the tables do not list for the object it stands in MUST NOT have a name that the context defines, nor one with `:` or `@` in it.',
  },
  {
    id: 'VOC-005',
    level: 'MUST',
    title: 'Terms of schema.org have http IRIs',
    text: 'Terms of schema.org in RDF output MUST have IRIs that start with `http://schema.org/`.',
  },
  {
    id: 'VOC-006',
    level: 'MUST',
    title: 'The context is served by the publisher',
    text: "A publisher MUST serve the JSON-LD context at `/context/v1.jsonld`, byte-identical to `generated/context-v1.jsonld`, whose SHA-256 the spec's README states.",
  },
  {
    id: 'VOC-007',
    level: 'MUST',
    title: 'Data names its context',
    text: "The `@context` in an entry's `data` MUST be the address of the context on the feed's own origin, and nothing else.",
  },
  {
    id: 'VOC-008',
    level: 'MUST',
    title: 'Text is clean',
    text: 'Text MUST be well-formed Unicode without control characters other than tab, line feed and carriage return, and MUST NOT be empty.',
  },
  {
    id: 'VOC-009',
    level: 'MUST',
    title: 'Languages stand in a map',
    text: 'Where a text may have languages, it MUST be one string, or an object from BCP 47 language tags (lower-case language) to strings.',
  },
  {
    id: 'VOC-010',
    level: 'MUST',
    title: 'Money is a decimal string with a currency',
    text: 'A price MUST be a decimal string without sign or exponent, with at most 12 digits before and 4 behind the point (`"12.95"`), and stands beside an ISO 4217 `priceCurrency`.',
  },
  {
    id: 'VOC-011',
    level: 'MUST',
    title: 'A reduced price stands beside the full one',
    text: 'A `salePrice` MUST stand beside `price` and is in the same currency.',
  },
  {
    id: 'VOC-012',
    level: 'MUST',
    title: 'Times carry seconds and an offset',
    text: 'A time MUST be an RFC 3339 date-time with seconds and an offset (`Z` or `+02:00`).',
  },
  {
    id: 'VOC-013',
    level: 'MUST',
    title: 'Few numbers are fractions',
    text: 'Numbers in `data` MUST be whole numbers of at most 2^53 − 1, except `latitude` and `longitude`.',
  },
  {
    id: 'VOC-014',
    level: 'MUST',
    title: 'Unknown stock is not zero',
    text: '`stock` MUST be a whole number from 0, or `"unlimited"`, and MUST be absent where it is not known; where it is not known whether there is any, `availability` is `Unknown`.',
  },
  {
    id: 'VOC-015',
    level: 'MUST',
    title: 'Unknown is not closed',
    text: '`openingHours` MUST be opening hours in the syntax of OpenStreetMap, or `"unknown"` where they are not known.',
  },
  {
    id: 'VOC-016',
    level: 'MUST',
    title: 'A point says how exact it is',
    text: '`geo` MUST carry WGS84 `latitude` and `longitude` in degrees and an `accuracy`: `exact` (the door), `postcode` or `town`.',
  },
  {
    id: 'VOC-017',
    level: 'MUST',
    title: 'Ends come after starts',
    text: 'An `endDate` MUST NOT be before its `startDate`, nor a `saleThrough` before its `saleFrom`, nor a `validThrough` before its `validFrom`.',
  },
];
