import type { Gtin } from '@openstraat/spec';
import { link } from '../../http/link.ts';
import { mediaTypes } from '../../http/media-types.ts';
import { gs1Namespace, type LinkType } from './link-types.ts';

/** A target of a link, as RFC 9264 and GS1's schema for it have it. */
export interface LinkTarget {
  readonly href: string;
  readonly title: string;
  readonly type?: string;
  readonly hreflang?: readonly string[];
}

/** What is known here of a barcode. */
export interface KnownBarcode {
  readonly gtin: Gtin;
  /** What people call it: the product's name, or the digits. */
  readonly name: string;
  /** The product, here or at another node; undefined where only offers name the barcode. */
  readonly product: string | undefined;
}

/** The links of a barcode, by type. */
export interface BarcodeLinks {
  readonly anchor: string;
  readonly itemDescription: string;
  readonly targets: Readonly<Partial<Record<LinkType, readonly LinkTarget[]>>>;
}

const titles = {
  nl: { where: 'Waar dit te krijgen is', product: 'Wat dit is' },
  en: { where: 'Where to get this', product: 'What this is' },
} as const;

/** Where a barcode leads: to the shops that have it, and to what it is. The first is where people go who ask for nothing else. */
export const barcodeLinks = (
  { gtin, name, product }: KnownBarcode,
  origin: string,
  language: keyof typeof titles,
): BarcodeLinks => {
  const say = titles[language];
  const where = `${origin}/search?gtin=${gtin}`;
  const page = { type: mediaTypes.html, hreflang: [language] };
  const whereTitle = `${say.where}: ${name}`;
  const productTitle = `${say.product}: ${name}`;
  return {
    anchor: `${origin}/01/${gtin}`,
    itemDescription: name,
    targets: {
      defaultLink: [{ href: where, title: whereTitle }],
      hasRetailers: [
        { href: where, title: whereTitle, ...page },
        { href: where, title: whereTitle, type: mediaTypes.json },
      ],
      ...(product === undefined
        ? {}
        : {
            pip: [
              { href: product, title: productTitle, ...page },
              { href: product, title: productTitle, type: mediaTypes.jsonLd },
            ],
          }),
    },
  };
};

/**
 * The links as a linkset in JSON (RFC 9264, 4.2). That `itemDescription` is bare text, where the RFC has lists of targets,
 * is how GS1's schema of linksets demands it.
 */
export const writeLinkset = ({ anchor, itemDescription, targets }: BarcodeLinks): string =>
  JSON.stringify({
    linkset: [
      {
        anchor,
        itemDescription,
        ...Object.fromEntries(Object.entries(targets).map(([type, found]) => [gs1Namespace + type, found])),
      },
    ],
  });

/** The links as values of the Link field, with the linkset itself. */
export const linkFields = ({ anchor, targets }: BarcodeLinks): readonly string[] => [
  link(`${anchor}?linkType=linkset`, 'linkset', mediaTypes.linkset),
  ...Object.entries(targets).flatMap(([type, found]) =>
    found.map((target) => link(target.href, gs1Namespace + type, target.type)),
  ),
];
