import { z } from 'zod';
import { tombstoneDaysMin } from '../protocol/feed-page.ts';
import { proofSchema } from '../protocol/checkpoint.ts';
import { defineNested, type ObjectModel } from './define-kind.ts';
import { dateTime, flag, integer, iri, json, node, pattern, scopedNode, several, text } from './property.ts';
import { description, name, url } from './shared.ts';

const fragmentId = z
  .string()
  .max(2_000)
  .regex(/^https?:\/\/[^\s"<>\\^`{|}#]+#[A-Za-z0-9_-]+$/, 'is not an address with a fragment');
const uriTemplate = (iriOf: string, comment: string) =>
  pattern(
    iriOf,
    comment,
    /^https?:\/\/[^\s"<>\\^`|]*\{position\}[^\s"<>\\^`|]*$/,
    'is not a URI template with {position}',
  );

const operatorModel = defineNested('Operator', 'os:Operator', 'Who runs a node and answers for it.', {
  name: name(),
  contact: text('os:contact', 'E-mail address, or a page, where the operator is reached.', 500),
  legalForm: text('os:legalForm', 'Legal form, in the words of its country.', 200).optional(),
  statutes: iri('os:statutes', 'Its statutes.').optional(),
});

const softwareModel = defineNested('SoftwareApplication', 'schema:SoftwareApplication', 'A program.', {
  name: name(),
  version: text('schema:softwareVersion', 'Version.', 100),
});

const feedModel = defineNested('EventStream', 'ldes:EventStream', 'The change feed of a node.', {
  id: fragmentId,
  start: iri('tree:view', 'Its first page: a walk from nothing.'),
  checkpointUrl: iri('os:checkpointUrl', 'Its signed head.'),
  feedFrom: uriTemplate(
    'os:feedFrom',
    'URI template: starts a walk above a position, holding nothing; it is never gone.',
  ).optional(),
  feedAfter: uriTemplate(
    'os:feedAfter',
    'URI template: goes on above a position, holding everything up to it; it may be gone (410).',
  ).optional(),
  epoch: pattern('os:epoch', 'The epoch of its cursors and positions.', /^[a-z0-9]{1,32}$/, 'is not an epoch'),
  tombstoneDays: integer('os:tombstoneDays', `How many days tombstones stay; at least ${tombstoneDaysMin}.`, 100_000),
});

const keyModel = defineNested('Multikey', 'sec:Multikey', 'A public key that signs for a node.', {
  id: fragmentId,
  controller: iri('sec:controller', 'The node.'),
  publicKeyMultibase: pattern(
    'sec:publicKeyMultibase',
    'Ed25519 public key as a Multikey.',
    /^z6Mk[1-9A-HJ-NP-Za-km-z]{44}$/,
    'is not an Ed25519 Multikey',
  ),
  validFrom: dateTime('schema:validFrom', 'What it signed before this does not count.'),
  revoked: dateTime('sec:revoked', 'What it signed after this does not count.').optional(),
  proof: json(
    'os:keyProof',
    'Proof over this entry, by the key before it or by the recovery key.',
    proofSchema,
  ).optional(),
});

/** What a node says of itself, at `/` and at `/.well-known/openstraat`. */
export const nodeDescriptionSchema = z.object({
  id: z
    .string()
    .max(2_000)
    .regex(/^https?:\/\/[^\s"<>\\^`{|}#]+$/, 'is not the address of a node'),
  type: z.tuple([z.literal('Catalog'), z.literal('Organization')]),
  name: name(),
  description: description().optional(),
  url: url().optional(),
  areaServed: text('schema:areaServed', 'Town or area that it serves, in words.', 200),
  origin: pattern(
    'os:origin',
    'Scheme, host and port that all its addresses are under, without a slash at the end.',
    /^https?:\/\/[^\s"<>\\^`{|}#/?@]+$/,
    'is not an origin such as https://winkels.example',
  ),
  license: iri('dcterms:license', 'Licence of its data, unless a Source states another.'),
  operator: node('os:operator', 'Who runs it.', operatorModel),
  software: node('os:software', 'What it runs on.', softwareModel),
  conformsTo: several(iri('dcterms:conformsTo', 'A conformance class that it claims.'), 20),
  feed: node('os:feed', 'Its change feed.', feedModel),
  actor: iri('os:actor', 'Its ActivityPub actor.').optional(),
  keys: several(scopedNode('sec:assertionMethod', 'A key that signs for it, revoked ones included.', keyModel), 100),
  recoveryKey: scopedNode('os:recoveryKey', 'Signs a new key when the old one is lost.', keyModel),
  registries: several(iri('os:registry', 'A registry asked to list it.'), 50).optional(),
  movedTo: iri('as:movedTo', 'The `id` of the node at the host that it has moved to.').optional(),
  alsoKnownAs: several(iri('as:alsoKnownAs', 'The `id` of the node at a host that it has moved from.'), 20).optional(),
  fictional: flag('os:fictional', 'True where its shops are made up.').optional(),
});
export type NodeDescription = z.infer<typeof nodeDescriptionSchema>;

/** The model of the node's description. */
export const nodeDescriptionModel: ObjectModel<typeof nodeDescriptionSchema> = {
  name: 'Catalog',
  classIri: 'dcat:Catalog',
  comment: 'A node: a catalogue of the shops of a town, and the organisation that speaks through it.',
  types: { Catalog: 'dcat:Catalog', Organization: 'schema:Organization' },
  schema: nodeDescriptionSchema,
};

/** The IRI by which `conformsTo` claims a conformance class. */
export const conformanceClassIri = (className: string): string => `https://w3id.org/openstraat/spec#${className}`;
