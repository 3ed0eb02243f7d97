import { type RequirementText } from '../requirement.ts';

/** Requirements of `text/digital-link.md`. */
export const digitalLinkRequirements: readonly RequirementText[] = [
  {
    id: 'GDL-001',
    level: 'MUST',
    title: 'Paths that are none',
    text: 'A path with a wrong check digit, another number of digits than 8, 12, 13 or 14, or qualifiers that are not those of a GTIN in their order MUST get 400.',
  },
  {
    id: 'GDL-002',
    level: 'MUST',
    title: 'Barcodes that nobody states',
    text: 'A barcode that no live product and no live offer has, or that is of restricted circulation, MUST get 404.',
  },
  {
    id: 'GDL-003',
    level: 'MUST',
    title: 'All lengths mean one',
    text: 'GTIN-8, -12 and -13 MUST be answered as the GTIN-14 that they are with zeros before them.',
  },
  {
    id: 'GDL-004',
    level: 'MUST',
    title: 'People are led to the shops',
    text: 'A barcode that a live product or offer has MUST answer `Accept: text/html` with 307 to its default link, with the whole query string behind it as it came, but for a `gtin` or `q` in it.',
  },
  {
    id: 'GDL-005',
    level: 'MUST',
    title: 'Programs get a linkset',
    text: "It MUST answer `Accept: application/linkset+json`, and `linkType=linkset` from whoever accepts that, with a linkset (RFC 9264) whose `anchor` is the link with 14 digits at the publisher's origin, and each target of which has an `href` and a `title`.",
  },
  {
    id: 'GDL-006',
    level: 'MUST',
    title: 'One default link',
    text: 'The linkset MUST have exactly one `https://ref.gs1.org/voc/defaultLink`, whose `href` also stands under another link type.',
  },
  {
    id: 'GDL-007',
    level: 'MUST',
    title: 'Where to get it',
    text: 'The linkset MUST have `https://ref.gs1.org/voc/hasRetailers`, whose target answers as `/search` with that barcode does; and, where the product itself is live, `https://ref.gs1.org/voc/pip` with its id.',
  },
  {
    id: 'GDL-008',
    level: 'MUST',
    title: 'The link that is asked for',
    text: '`linkType` with a link type, as IRI or with the prefix `gs1:`, MUST get 307 to its target, with the whole query string behind it, but for a `gtin` or `q` in it; one that the barcode has no link of MUST get 404.',
  },
  {
    id: 'GDL-009',
    level: 'MUST',
    title: 'Links in the header',
    text: 'Answers with 200 or 307 MUST carry the links of the linkset in `Link`, and the linkset itself with `rel="linkset"`.',
  },
  {
    id: 'GDL-010',
    level: 'MUST',
    title: 'Methods and scripts',
    text: 'HEAD MUST get what GET gets, OPTIONS a status of 200 or 204, and every answer `Access-Control-Allow-Origin: *`.',
  },
  {
    id: 'GDL-011',
    level: 'MUST',
    title: 'The resolver is described',
    text: "`/.well-known/gs1resolver` MUST be a JSON object with the publisher's origin as `resolverRoot` and `01` among `supportedPrimaryKeys`.",
  },
  {
    id: 'GDL-012',
    level: 'SHOULD',
    title: 'Tolerance',
    text: 'A slash at the end of the path SHOULD make no difference.',
  },
];
