import { type ConformanceClass, conformanceClasses, conformanceClassIri } from '@openstraat/spec';
import type { Description } from '../evidence/description.ts';
import { includedClasses } from '../result/judge-class.ts';

/** Classes of those who publish: readers are tested by themselves. */
export const publisherClasses: readonly ConformanceClass[] = conformanceClasses.filter((name) => name !== 'consumer');

/** The classes that a description claims, as far as this suite knows them. */
export const claimedClasses = (description: Description | undefined): readonly ConformanceClass[] => {
  const claims: unknown = description?.json['conformsTo'];
  return Array.isArray(claims) ? publisherClasses.filter((name) => claims.includes(conformanceClassIri(name))) : [];
};

/** Claims of the vocabulary's namespace that this suite does not know. */
export const unknownClaims = (description: Description | undefined): readonly string[] => {
  const claims: unknown = description?.json['conformsTo'];
  if (!Array.isArray(claims)) return [];
  const known: ReadonlySet<unknown> = new Set(publisherClasses.map(conformanceClassIri));
  return claims.filter(
    (claim): claim is string =>
      typeof claim === 'string' && claim.startsWith(conformanceClassIri('')) && !known.has(claim),
  );
};

/** All classes that have to be tested for these, those that they include among them. */
export const withIncluded = (classes: readonly ConformanceClass[]): readonly ConformanceClass[] => {
  const included = new Set(classes.flatMap((name) => includedClasses[name]));
  return conformanceClasses.filter((name) => included.has(name));
};
