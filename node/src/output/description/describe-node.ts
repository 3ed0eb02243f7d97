import { conformanceClassIri, contextPath, type NodeDescription } from '@openstraat/spec';
import type { NodeKeys, NodeSettings } from '../../config/settings.ts';
import { keyAddress, listedKeys } from '../../http/listed-keys.ts';
import { software } from '../../http/software.ts';
import { neverMoved, type Whereabouts } from '../whereabouts.ts';

/** The conformance classes that this node implements; it claims no others. */
const claimedClasses = ['publisher', 'publisher-live', 'searchable', 'federated'] as const;

/**
 * What the node says of itself.
 * @param epoch of its feed
 */
export const describeNode = (
  settings: NodeSettings,
  keys: NodeKeys,
  epoch: string,
  whereabouts: Whereabouts = neverMoved,
): NodeDescription => {
  const movedTo = whereabouts.movedTo();
  const formerly = whereabouts.formerly();
  const { origin, operator } = settings;
  const id = `${origin}/`;
  const oldest = keys.keys[0]?.validFrom ?? '1970-01-01T00:00:00Z';
  return {
    id,
    type: ['Catalog', 'Organization'],
    name: settings.name,
    url: `${origin}/`,
    areaServed: settings.area,
    origin,
    license: settings.license,
    operator: {
      type: 'Operator',
      name: operator.name,
      contact: operator.contact,
      ...(operator.legalForm === undefined ? {} : { legalForm: operator.legalForm }),
      ...(operator.statutes === undefined ? {} : { statutes: operator.statutes }),
    },
    software: { type: 'SoftwareApplication', name: software.name, version: software.version },
    // What has moved away can't be searched here any more.
    conformsTo: claimedClasses
      .filter((name) => name !== 'searchable' || movedTo === undefined)
      .map(conformanceClassIri),
    feed: {
      id: `${origin}/feed#stream`,
      type: 'EventStream',
      start: `${origin}/feed`,
      checkpointUrl: `${origin}/feed/checkpoint`,
      feedFrom: `${origin}/feed?from={position}`,
      feedAfter: `${origin}/feed?afterChangeNumber={position}`,
      epoch,
      tombstoneDays: settings.tombstoneDays,
    },
    actor: `${origin}/actors/node`,
    keys: listedKeys(keys, origin),
    recoveryKey: {
      id: keyAddress(origin, 'recovery-key'),
      type: 'Multikey',
      controller: id,
      publicKeyMultibase: keys.recoveryPublicKeyMultibase,
      validFrom: oldest,
    },
    ...(settings.registries.length === 0 ? {} : { registries: settings.registries }),
    ...(movedTo === undefined ? {} : { movedTo: `${movedTo}/` }),
    ...(formerly.length === 0 ? {} : { alsoKnownAs: formerly.map((one) => `${one}/`) }),
    ...(settings.fictional ? { fictional: true } : {}),
  };
};

/** The description as JSON-LD. */
export const writeDescription = (description: NodeDescription): string =>
  JSON.stringify({ '@context': description.origin + contextPath, ...description });
