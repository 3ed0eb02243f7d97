import { checkpointRequirements } from './publisher/checkpoint.ts';
import { descriptionRequirements } from './publisher/description.ts';
import { documentsRequirements } from './publisher/documents.ts';
import { feedRequirements } from './publisher/feed.ts';
import { identityRequirements } from './publisher/identity.ts';
import { licenceRequirements } from './publisher/licence-and-freshness.ts';
import { publicValueRequirements } from './publisher/public-values.ts';
import { vocabularyRequirements } from './publisher/vocabulary.ts';
import { defineRequirements, type Requirement } from './requirement.ts';

/** What everyone who publishes meets; a folder of static files can. */
export const publisher: readonly Requirement[] = [
  ...defineRequirements('publisher', 'identity.md', identityRequirements),
  ...defineRequirements('publisher', 'vocabulary.md', vocabularyRequirements),
  ...defineRequirements('publisher', 'documents.md', documentsRequirements),
  ...defineRequirements('publisher', 'feed.md', feedRequirements),
  ...defineRequirements('publisher', 'checkpoint.md', checkpointRequirements),
  ...defineRequirements('publisher', 'description.md', descriptionRequirements),
  ...defineRequirements('publisher', 'licence-and-freshness.md', licenceRequirements),
  ...defineRequirements('publisher', 'public-values.md', publicValueRequirements),
];
