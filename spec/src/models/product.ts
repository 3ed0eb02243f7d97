import { defineKind, defineNested } from './define-kind.ts';
import { node, pattern, several, text } from './property.ts';
import { brand, description, gtin, image, name, sku, source, url } from './shared.ts';

const groupModel = defineNested('ProductGroup', 'schema:ProductGroup', 'What variants of one product have in common.', {
  productGroupID: text('schema:productGroupID', 'Code that all variants share.', 200),
});

/** What one source says of a product. */
const details = () => ({
  name: name().optional(),
  brand: brand().optional(),
  description: description().optional(),
  image: several(image(), 20).optional(),
  url: url().optional(),
  category: text('schema:category', 'Google product category: id or path.', 750).optional(),
  isVariantOf: node('schema:isVariantOf', 'The group that it is a variant in.', groupModel).optional(),
  size: text('schema:size', 'Size.', 200).optional(),
  color: text('schema:color', 'Colour.', 200).optional(),
  energyLabel: pattern(
    'os:energyLabel',
    'EU energy label.',
    /^(A\+{0,3}|[B-G])$/,
    'is not an energy label from A+++ to G',
  ).optional(),
});

const statementModel = defineNested(
  'ProductStatement',
  'os:ProductStatement',
  'What one source says of a product that several name.',
  {
    source: source(),
    ...details(),
  },
);

/** The properties of a product that a source may state, by wire name. */
export const productDetailNames = Object.keys(details()) as readonly (keyof ReturnType<typeof details>)[];

/** A product, known by its GTIN or by a shop's own code. */
export const productModel = defineKind({
  name: 'Product',
  path: 'products',
  classIri: 'schema:Product',
  comment: "A product, known by its GTIN or by a shop's own code.",
  constraints: [
    {
      anyOf: [['gtin'], ['sku', 'name']],
      comment: 'A GTIN, or a code of the shop and a name: without a name only a barcode will do.',
    },
  ],
  shape: {
    gtin: gtin().optional(),
    sku: sku().optional(),
    source: source(),
    ...details(),
    statement: several(
      node('os:statement', 'What each source says, where several name the product.', statementModel),
      1_000,
    ).optional(),
  },
});
