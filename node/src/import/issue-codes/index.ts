import type { IssueDefinition } from '../../model/issue.ts';

/** Every issue code that an import can report; one file a room. */
export const issueDefinitions: Readonly<Record<string, IssueDefinition>> = {};
