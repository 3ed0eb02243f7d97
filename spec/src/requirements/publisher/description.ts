import { type RequirementText } from '../requirement.ts';

/** Requirements of `text/description.md`. */
export const descriptionRequirements: readonly RequirementText[] = [
  {
    id: 'DESC-001',
    level: 'MUST',
    title: 'The description is at a well-known address',
    text: "A GET of `/.well-known/openstraat` MUST give the description as JSON-LD, with the `@context` of the publisher's origin in the body.",
  },
  {
    id: 'DESC-002',
    level: 'MUST',
    title: 'Identity of the publisher',
    text: 'The description MUST carry as `id` the publisher\'s origin and `/`, as `type` `["Catalog", "Organization"]`, a `name`, and the `origin`.',
  },
  {
    id: 'DESC-003',
    level: 'MUST',
    title: 'The operator can be reached',
    text: 'The description MUST carry an `operator` with a `name` and a `contact`: an e-mail address, or the address of a page.',
  },
  {
    id: 'DESC-004',
    level: 'MUST',
    title: 'Licence of the whole',
    text: "The description MUST carry `license`, the same as the feed's pages.",
  },
  {
    id: 'DESC-005',
    level: 'MUST',
    title: 'The area served',
    text: 'The description MUST say in `areaServed`, in words, which town or area the publisher serves.',
  },
  {
    id: 'DESC-006',
    level: 'MUST',
    title: 'The software is named',
    text: 'The description MUST carry `software` with a `name` and a `version`.',
  },
  {
    id: 'DESC-007',
    level: 'MUST',
    title: 'Classes claimed',
    text: 'The description MUST list in `conformsTo` the conformance classes that the publisher claims, each as `https://w3id.org/openstraat/spec#` and the name of the class.',
  },
  {
    id: 'DESC-008',
    level: 'MUST',
    title: 'Feed and checkpoint are given',
    text: "The description MUST carry `feed`: an object with the feed's `id`, its first page as `start`, the address of its checkpoint as `checkpointUrl`, its `epoch`, and the days that tombstones stay as `tombstoneDays`.",
  },
  {
    id: 'DESC-009',
    level: 'MUST',
    title: 'One origin',
    text: "The description's `id`, keys and feed, the addresses in them, and all ids in the feed MUST have the origin that `origin` states.",
  },
  {
    id: 'DESC-010',
    level: 'SHOULD',
    title: 'Who governs it',
    text: 'The `operator` SHOULD carry its `legalForm` and `statutes`, where it has them.',
  },
  {
    id: 'DESC-011',
    level: 'MAY',
    title: 'Registries asked',
    text: 'The description MAY list in `registries` the registries that it asks to list it; naming one is the proof that the request came from the publisher.',
  },
];
