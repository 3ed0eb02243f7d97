export * from './models/define-kind.ts';
export * from './models/index.ts';
export * from './models/own-references.ts';
export * from './models/prefixes.ts';
export { availabilityTerms, type Availability } from './models/offer.ts';
export { placeTypes } from './models/place-types.ts';
export { productDetailNames } from './models/product.ts';
export { geoAccuracies, type GeoAccuracy } from './models/shared.ts';
export * from './protocol/checkpoint.ts';
export * from './protocol/cursor.ts';
export * from './protocol/data-integrity.ts';
export { decodeContent, type DecodedContent } from './protocol/decode-content.ts';
export * from './protocol/digest.ts';
export * from './protocol/feed-page.ts';
export * from './protocol/gtin.ts';
export * from './protocol/ids.ts';
export * from './protocol/jcs.ts';
export * from './protocol/multikey.ts';
export { networkFailureOf, type NetworkFailure, type NetworkFailureCode } from './protocol/network-failure.ts';
export { isPrivateAddress } from './protocol/private-address.ts';
export { retryAfterMs } from './protocol/retry-after.ts';
export { checkThing, type ThingIssue } from './models/check-thing.ts';
export {
  conformanceClassIri,
  type NodeDescription,
  nodeDescriptionModel,
  nodeDescriptionSchema,
} from './models/node-description.ts';
export { bundledContext, contextSha256, contextText } from './rdf/context.ts';
export { feedPageQuads } from './rdf/feed-page-quads.ts';
export { schemaOrg, type SchemaOrgDocument } from './rdf/schema-org.ts';
export { thingQuads } from './rdf/thing-quads.ts';
export { thingExamples } from './examples/index.ts';
export { nodeDescriptionExample } from './examples/node-description.ts';
export * from './federation/index.ts';
export * from './requirements/index.ts';
export * from './search/index.ts';
