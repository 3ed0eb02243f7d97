import { type RequirementText } from '../requirement.ts';

/** Requirements of `text/identity.md`. */
export const identityRequirements: readonly RequirementText[] = [
  {
    id: 'ID-001',
    level: 'MUST',
    title: 'Ids are made of origin, segment and key',
    text: "The id of a thing MUST be `<origin>/<segment>/<key>`: the feed's origin (scheme, host and port, no path), the segment of its kind, and a key that is not empty, has no `/`, `?`, `#` or white space, and is neither `.` nor `..` (also percent-encoded), which addresses lose.",
  },
  {
    id: 'ID-002',
    level: 'MUST',
    title: 'Segment, kind and type agree',
    text: "The segment of an id MUST be that of the entry's `kind`, and the first type in `data` MUST be that kind's name.",
  },
  {
    id: 'ID-003',
    level: 'SHOULD',
    title: 'Keys need no escaping',
    text: 'A key SHOULD hold only letters `A–Z a–z`, digits, `-`, `.`, `_` and `~`, and at most 400 characters.',
  },
  {
    id: 'ID-004',
    level: 'MUST',
    title: 'Data speaks of its own thing only',
    text: "As RDF, the `data` of an entry MUST have as IRI subjects only the entry's own id and fragments of it; every other IRI in it is a bare reference.",
  },
  {
    id: 'ID-005',
    level: 'MUST',
    title: 'A product with a GTIN has it as its key',
    text: 'The key of a Product with a `gtin` MUST be that GTIN in its 14-digit normal form.',
  },
  {
    id: 'ID-006',
    level: 'SHOULD',
    title: 'A product without GTIN is keyed by catalogue and code',
    text: "The key of a Product without `gtin` SHOULD be the slug of the shop's catalogue, a `.`, and the key form of its `sku`.",
  },
  {
    id: 'ID-007',
    level: 'SHOULD',
    title: 'An offer is keyed by product and place',
    text: "The key of an Offer SHOULD be its product's key, a `.`, and its place's key.",
  },
  {
    id: 'ID-008',
    level: 'MUST',
    title: 'GTINs stand in normal form',
    text: 'A `gtin` MUST be 14 digits with a valid check digit.',
  },
  {
    id: 'ID-009',
    level: 'MUST',
    title: 'Restricted circulation is no GTIN',
    text: 'A code of restricted circulation MUST NOT stand in `gtin`: as a 14-digit form these are the codes whose second to third digits are 02, 04 or 20–29, and the eight-digit codes (six zeros before them) that start with 0 or 2. Such a code stands in `sku`, in its 14-digit form, and belongs to its shop.',
  },
  {
    id: 'ID-010',
    level: 'MUST',
    title: 'One product for each GTIN',
    text: 'Among the live things of a feed, no two Products MUST have the same `gtin`.',
  },
  {
    id: 'ID-011',
    level: 'MUST',
    title: 'Statements of several sources are kept',
    text: "When two or more sources state properties of one Product, its `statement` MUST list what each of them states, one entry a source, in code-unit order of the source's name; when fewer do, `statement` MUST be absent. Of more than 100 sources it lists the 100 with the most properties filled, ties to the smaller name.",
  },
  {
    id: 'ID-012',
    level: 'MUST',
    title: 'The chosen statement follows a rule',
    text: 'The properties that a Product with `statement` shows as its own, and its `source`, MUST be those of the statement with the most properties filled; among equals, of the source with the smallest name in code-unit order.',
  },
  {
    id: 'ID-013',
    level: 'MUST',
    title: 'The offer seen last counts',
    text: 'An Offer that several sources state MUST be the statement with the latest `observedAt` (as an instant); among equals, that of the source with the smallest name in code-unit order.',
  },
  {
    id: 'ID-014',
    level: 'MUST',
    title: 'What a thing stands on is of its own node',
    text: "An Offer's `itemOffered` and `availableAtOrFrom`, a Service's `provider`, an Event's `location`, a ParcelPoint's `containedInPlace`, a Source's `place` and the `source` of a `statement` MUST be ids of things of the same origin, of the kind that is meant: a Product, a Place, a Source.",
  },
  {
    id: 'ID-015',
    level: 'MUST',
    title: "Offers repeat the product's code",
    text: 'An Offer MUST carry the `gtin` of its product, or its `sku` where the product has no GTIN.',
  },
];
