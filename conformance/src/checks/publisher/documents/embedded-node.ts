import type { JsonObject } from '../../../json/json-value.ts';
import type { ThingDocument } from '../../../evidence/thing-documents.ts';

const isSchemaOrg = (iri: unknown): boolean => typeof iri === 'string' && /^https?:\/\/schema\.org\//.test(iri);

/** The nodes that a page embeds with the thing's id and a type of schema.org. */
export const embeddedNodes = ({ embedded, thing: { id } }: ThingDocument): readonly JsonObject[] =>
  embedded.flatMap(({ nodes }) =>
    'unreadable' in nodes
      ? []
      : nodes.filter((node) => node['@id'] === id && Array.isArray(node['@type']) && node['@type'].some(isSchemaOrg)),
  );

/** The values of a term of schema.org as texts: what it says, or the address that it names. */
export const embeddedValues = (node: JsonObject, term: string): readonly string[] =>
  ['http', 'https'].flatMap((scheme) => {
    const values = node[`${scheme}://schema.org/${term}`];
    return (Array.isArray(values) ? (values as readonly JsonObject[]) : []).flatMap((value) => {
      const text = value['@value'] ?? value['@id'];
      return typeof text === 'string' || typeof text === 'number' ? [String(text)] : [];
    });
  });
