import { z } from 'zod';
import type { Requirement } from './requirement.ts';
import { requirementHash } from './requirement-hash.ts';

const versionSchema = z.string().regex(/^\d+\.\d+\.\d+$/);

/** What every id has ever meant; `spec/requirement-history.json` holds it. */
export const requirementHistorySchema = z.strictObject({
  comment: z.string(),
  /** By id: what it meant, the newest last. Each later one changed the wording and not the meaning, or came before version 1.0.0. */
  requirements: z.record(
    z.string(),
    z
      .array(
        z.strictObject({
          since: versionSchema,
          sha256: z.string().regex(/^[0-9a-f]{64}$/),
          /** Why it reads differently from the one before. */
          why: z.string().min(1).optional(),
        }),
      )
      .min(1),
  ),
  /** By id: those that no longer stand, and what stands in their place. */
  retired: z.record(
    z.string(),
    z.strictObject({ since: versionSchema, why: z.string().min(1), replacedBy: z.array(z.string()) }),
  ),
});
export type RequirementHistory = z.infer<typeof requirementHistorySchema>;

/** An id that does not mean what the history says. */
export interface HistoryFault {
  readonly id: string;
  readonly code: 'new' | 'changed' | 'vanished' | 'returned' | 'unexplained' | 'replacement-unknown';
  readonly words: string;
}

const faultOf = (requirement: Requirement, history: RequirementHistory): HistoryFault | undefined => {
  const { id } = requirement;
  if (history.retired[id] !== undefined)
    return { id, code: 'returned', words: 'it was retired: an id is never given out again' };
  const entries = history.requirements[id];
  if (entries === undefined) return { id, code: 'new', words: 'it has no entry: npm run generate makes one' };
  return entries.at(-1)?.sha256 === requirementHash(requirement)
    ? undefined
    : {
        id,
        code: 'changed',
        words: `its class, level or text is not what it was: where it means the same, add { since, sha256: "${requirementHash(requirement)}", why } to its entries; where it does not, retire the id and take a new one. One that was never published may be forgotten: delete its entries, and npm run generate`,
      };
};

const goneFaults = (requirements: readonly Requirement[], history: RequirementHistory): readonly HistoryFault[] => {
  const standing: ReadonlySet<string> = new Set(requirements.map(({ id }) => id));
  return Object.keys(history.requirements)
    .filter((id) => !standing.has(id) && history.retired[id] === undefined)
    .map((id) => ({
      id,
      code: 'vanished',
      words: 'it stands no longer: put it under "retired", with what stands in its place',
    }));
};

const tableFaults = (history: RequirementHistory): readonly HistoryFault[] => [
  ...Object.entries(history.requirements).flatMap(([id, entries]): readonly HistoryFault[] =>
    entries.slice(1).some(({ why }) => why === undefined)
      ? [{ id, code: 'unexplained', words: 'a later entry does not say why it reads differently' }]
      : [],
  ),
  ...Object.entries(history.retired).flatMap(([id, { replacedBy }]) =>
    replacedBy
      .filter((other) => history.requirements[other] === undefined)
      .map((other): HistoryFault => ({
        id,
        code: 'replacement-unknown',
        words: `${other}, which is said to stand in its place, has no entry`,
      })),
  ),
];

/** Everything in which the requirements are not what the history says of them. */
export const requirementHistoryFaults = (
  requirements: readonly Requirement[],
  history: RequirementHistory,
): readonly HistoryFault[] => [
  ...requirements.flatMap((requirement) => faultOf(requirement, history) ?? []),
  ...goneFaults(requirements, history),
  ...tableFaults(history),
];

/** The history with entries for ids that are new; what it says of others is never changed. */
export const withNewRequirements = (
  requirements: readonly Requirement[],
  history: RequirementHistory,
  version: string,
): RequirementHistory => ({
  ...history,
  requirements: Object.fromEntries([
    ...requirements
      .filter(({ id }) => history.retired[id] === undefined)
      .map((requirement) => [
        requirement.id,
        history.requirements[requirement.id] ?? [{ since: version, sha256: requirementHash(requirement) }],
      ]),
    // Those that stand no longer, retired or not.
    ...Object.entries(history.requirements).filter(([id]) => !requirements.some((one) => one.id === id)),
  ]),
});
