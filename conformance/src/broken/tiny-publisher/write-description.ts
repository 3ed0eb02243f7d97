import { type ConformanceClass, conformanceClassIri, contextPath } from '@openstraat/spec';
import { feedLicence } from './write-feed.ts';
import type { TinyKey } from './state.ts';

const keyObject = (origin: string, key: TinyKey) => ({
  id: key.id,
  type: 'Multikey',
  controller: `${origin}/`,
  publicKeyMultibase: key.publicKeyMultibase,
  validFrom: '2026-01-10T12:00:00Z',
});

/** The description of the tiny publisher. */
export const describePublisher = (parts: {
  readonly origin: string;
  readonly epoch: string;
  readonly classes: readonly ConformanceClass[];
  readonly key: TinyKey;
  readonly recoveryKey: TinyKey;
  readonly actor: string | undefined;
}) => {
  const { origin } = parts;
  return {
    '@context': origin + contextPath,
    id: `${origin}/`,
    type: ['Catalog', 'Organization'],
    name: 'Winkels in Waterveen',
    areaServed: 'Waterveen',
    origin,
    license: feedLicence,
    operator: { type: 'Operator', name: 'Winkelcoöperatie Waterveen', contact: 'post@waterveen.example' },
    software: { type: 'SoftwareApplication', name: 'tiny-publisher', version: '1.0.0' },
    conformsTo: parts.classes.map(conformanceClassIri),
    feed: {
      id: `${origin}/feed#stream`,
      type: 'EventStream',
      start: `${origin}/feed`,
      checkpointUrl: `${origin}/feed/checkpoint`,
      feedFrom: `${origin}/feed?from={position}`,
      feedAfter: `${origin}/feed?afterChangeNumber={position}`,
      epoch: parts.epoch,
      tombstoneDays: 30,
    },
    ...(parts.actor === undefined ? {} : { actor: parts.actor }),
    keys: [keyObject(origin, parts.key)],
    recoveryKey: keyObject(origin, parts.recoveryKey),
    fictional: true,
  };
};
