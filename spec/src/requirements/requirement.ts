/** The conformance classes whose requirements are written; each class is a file here. */
export const conformanceClasses = ['publisher', 'publisher-live', 'searchable', 'federated', 'consumer'] as const;
export type ConformanceClass = (typeof conformanceClasses)[number];

/** Weight of a requirement, as RFC 2119 has it. */
export type RequirementLevel = 'MUST' | 'SHOULD' | 'MAY';

/** A requirement as its class lists it. */
export interface RequirementText {
  /** Permanent: never renumbered, never given to another requirement. */
  readonly id: `${string}-${number}`;
  readonly level: RequirementLevel;
  /** What holds when it is met, in a few words. */
  readonly title: string;
  /** The normative sentence, word for word as the prose has it. */
  readonly text: string;
}

/** A testable statement of the specification. */
export interface Requirement extends RequirementText {
  readonly class: ConformanceClass;
  /** The file in `spec/text/` that states it. */
  readonly file: string;
}

/** Puts class and file to the requirements of one file of the prose. */
export const defineRequirements = (
  conformanceClass: ConformanceClass,
  file: string,
  texts: readonly RequirementText[],
): readonly Requirement[] => texts.map((text) => ({ ...text, class: conformanceClass, file }));
