import type { Requirement } from '../requirements/index.ts';

/** The requirements as JSON, for programs in other languages and for reports. */
export const generateRequirementsJson = (requirements: readonly Requirement[]): string =>
  `${JSON.stringify(requirements, null, 2)}\n`;
