import { conformanceClassIri, type NodeDescription } from '../models/node-description.ts';

const key = {
  id: 'https://waterveen.example/.well-known/openstraat#key-1',
  type: 'Multikey',
  controller: 'https://waterveen.example/',
  publicKeyMultibase: 'z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2',
  validFrom: '2026-01-10T12:00:00Z',
} as const;

export const nodeDescriptionMinimal: NodeDescription = {
  id: 'https://waterveen.example/',
  type: ['Catalog', 'Organization'],
  name: 'Winkels in Waterveen',
  areaServed: 'Waterveen',
  origin: 'https://waterveen.example',
  license: 'https://creativecommons.org/licenses/by/4.0/',
  operator: { type: 'Operator', name: 'Winkelcoöperatie Waterveen', contact: 'post@waterveen.example' },
  software: { type: 'SoftwareApplication', name: 'openstraat', version: '0.1.0' },
  conformsTo: [conformanceClassIri('publisher')],
  feed: {
    id: 'https://waterveen.example/feed#stream',
    type: 'EventStream',
    start: 'https://waterveen.example/feed',
    checkpointUrl: 'https://waterveen.example/feed/checkpoint',
    feedFrom: 'https://waterveen.example/feed?from={position}',
    feedAfter: 'https://waterveen.example/feed?afterChangeNumber={position}',
    epoch: 'e7x2k9',
    tombstoneDays: 30,
  },
  keys: [key],
  recoveryKey: { ...key, id: 'https://waterveen.example/.well-known/openstraat#recovery-key' },
};

export const nodeDescriptionExample: NodeDescription = {
  ...nodeDescriptionMinimal,
  description: { nl: 'Wat er in Waterveen te koop is.', en: 'What is for sale in Waterveen.' },
  url: 'https://waterveen.example/',
  operator: {
    ...nodeDescriptionMinimal.operator,
    legalForm: 'Coöperatie U.A.',
    statutes: 'https://waterveen.example/statuten.pdf',
  },
  conformsTo: [conformanceClassIri('publisher'), conformanceClassIri('publisher-live')],
  actor: 'https://waterveen.example/actor',
  keys: [
    { ...key, revoked: '2026-02-10T12:00:00Z' },
    {
      ...key,
      id: 'https://waterveen.example/.well-known/openstraat#key-2',
      publicKeyMultibase: 'z6MkhaXgBZDvotDkL5257faiztiGiC2QtKLGpbnnEGta2doK',
      validFrom: '2026-02-10T12:00:00Z',
      proof: {
        type: 'DataIntegrityProof',
        cryptosuite: 'eddsa-jcs-2022',
        created: '2026-02-10T12:00:00Z',
        verificationMethod: 'https://waterveen.example/.well-known/openstraat#key-1',
        proofPurpose: 'assertionMethod',
        proofValue: 'z3UMyzGMtqWXhC1Q3mqDGEJzVnLHMvmB9Wz8GyQCnfPWcrHfdw1JkMGuRBQU6eLzVwVhhGBTZ2KtH1vVAzYKpH8QX',
      },
    },
  ],
  registries: ['https://register.example/'],
  fictional: true,
};
