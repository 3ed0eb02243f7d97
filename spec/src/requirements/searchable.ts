import { defineRequirements, type Requirement } from './requirement.ts';
import { digitalLinkRequirements } from './searchable/digital-link.ts';
import { searchRequirements } from './searchable/search.ts';

/** What a publisher does that answers where something can be had. */
export const searchable: readonly Requirement[] = [
  ...defineRequirements('searchable', 'search.md', searchRequirements),
  ...defineRequirements('searchable', 'digital-link.md', digitalLinkRequirements),
];
