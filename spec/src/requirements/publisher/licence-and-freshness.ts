import { type RequirementText } from '../requirement.ts';

/** Requirements of `text/licence-and-freshness.md`. */
export const licenceRequirements: readonly RequirementText[] = [
  {
    id: 'LIC-001',
    level: 'MUST',
    title: 'Sources state licence and attribution',
    text: 'Every Source MUST carry `license`, the address of a licence, and `attribution`, whom to name.',
  },
  {
    id: 'LIC-002',
    level: 'MUST',
    title: 'Everything has a source',
    text: 'Every thing but a Source MUST name in `source` the Source that states it, which is of the same origin.',
  },
  {
    id: 'LIC-003',
    level: 'MUST',
    title: 'The licence is open',
    text: 'The licence of the feed and of each Source MUST be an open one: anyone may use, change and share the data for any purpose, subject at most to naming the source and sharing alike.',
  },
  {
    id: 'LIC-004',
    level: 'MUST',
    title: 'Pages show where things come from',
    text: "The page of a thing MUST show its source's attribution and link to its source's licence.",
  },
  {
    id: 'LIC-005',
    level: 'MUST',
    title: 'OpenStreetMap stays under its own licence',
    text: "A Source whose statements derive from OpenStreetMap MUST have the Open Database License (`https://opendatacommons.org/licenses/odbl/1-0/`) as `license`, and name OpenStreetMap's contributors in `attribution`.",
  },
  {
    id: 'LIC-006',
    level: 'MUST',
    title: 'Full deliveries are recorded once',
    text: "A publisher that takes a source's complete delivery MUST set the Source's `lastCompleteDelivery` to the time of the data in it.",
  },
  {
    id: 'LIC-007',
    level: 'MUST',
    title: 'Observed by the source, not by the run',
    text: "An Offer's `observedAt` MUST be the time that the source states for the row, or else that of its file; it MUST NOT be later than the entry's `published`.",
  },
  {
    id: 'LIC-008',
    level: 'MUST',
    title: 'Observed moves with the values',
    text: "An Offer's `observedAt` MUST NOT change unless another of its values changes.",
  },
  {
    id: 'LIC-009',
    level: 'MUST',
    title: 'Seen when',
    text: "Where a page says when an offer was seen, it MUST say the later of the offer's `observedAt` and its Source's `lastCompleteDelivery`.",
  },
];
