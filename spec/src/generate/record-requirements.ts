import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { allRequirements } from '../requirements/index.ts';
import {
  type RequirementHistory,
  requirementHistoryFaults,
  requirementHistorySchema,
  withNewRequirements,
} from '../requirements/requirement-history.ts';

const fileName = 'requirement-history.json';

const emptyHistory: RequirementHistory = {
  comment:
    'What every requirement id has ever meant: SHA-256 of the JCS form of its class, level and text. An id is permanent: never given to another requirement. npm run generate adds new ids; everything else is written by hand.',
  requirements: {},
  retired: {},
};

const readHistory = (packageFolder: string): RequirementHistory => {
  const file = join(packageFolder, fileName);
  return existsSync(file) ? requirementHistorySchema.parse(JSON.parse(readFileSync(file, 'utf8'))) : emptyHistory;
};

const versionOf = (packageFolder: string): string =>
  z.object({ version: z.string() }).parse(JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8')))
    .version;

/** What is wrong with the committed history, a line each. */
export const historyComplaints = (packageFolder: string): readonly string[] =>
  requirementHistoryFaults(allRequirements, readHistory(packageFolder)).map(
    ({ id, words }) => `spec/${fileName}: ${id}: ${words}`,
  );

/** Adds ids that are new to the history; it never changes what it says of others. */
export const recordRequirements = (packageFolder: string): void => {
  const history = withNewRequirements(allRequirements, readHistory(packageFolder), versionOf(packageFolder));
  writeFileSync(join(packageFolder, fileName), `${JSON.stringify(history, undefined, 2)}\n`);
};
