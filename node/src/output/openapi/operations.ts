import {
  feedPageSchema,
  type Kind,
  kindModels,
  nodeDescriptionSchema,
  searchAnswerSchema,
  searchParametersSchema,
  searchRankingSchema,
  searchSuggestionsSchema,
  signedCheckpointSchema,
  suggestParametersSchema,
  thingExamples,
} from '@openstraat/spec';
import { z } from 'zod';
import { mediaTypes } from '../../http/media-types.ts';

/** A parameter that stands in the path. */
export interface PathParameter {
  readonly name: string;
  readonly description: string;
  readonly example: string;
  readonly schema: z.ZodType;
}

/** What programs can ask of the node, as the description and the page that tries it have it. */
export interface Operation {
  readonly id: string;
  /** With path parameters in braces. */
  readonly path: string;
  readonly summary: string;
  readonly inPath: readonly PathParameter[];
  readonly inQuery: z.ZodObject;
  /** Values that give an answer worth reading. */
  readonly example: Readonly<Record<string, string>>;
  /** What a program asks for in Accept. */
  readonly accept: string;
  /** Name of the answer's schema. */
  readonly answer: string;
  readonly otherForms: readonly string[];
  /** Statuses beside 200, with what they mean. */
  readonly otherStatuses: Readonly<Record<string, string>>;
}

/** RFC 9457, with what this node adds. */
const problemSchema = z.object({
  type: z.url(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  code: z.string().describe('Stable name of what is wrong'),
  errors: z
    .array(z.object({ parameter: z.string(), detail: z.string() }))
    .optional()
    .describe('Every parameter that is wrong'),
  restart: z.url().optional().describe('Where a reader of the feed begins again'),
});

const target = z.object({
  href: z.url(),
  title: z.string(),
  type: z.string().optional(),
  hreflang: z.array(z.string()).optional(),
});
const linksetSchema = z.object({
  linkset: z.array(
    z.object({ anchor: z.url(), itemDescription: z.string() }).catchall(z.union([z.string(), z.array(target)])),
  ),
});

const resolverSchema = z.object({
  name: z.string(),
  resolverRoot: z.url(),
  supportedPrimaryKeys: z.array(z.string()),
});

/** Every schema that an answer has, by name. */
export const answerSchemas: Readonly<Record<string, z.ZodType>> = {
  SearchAnswer: searchAnswerSchema,
  SearchSuggestions: searchSuggestionsSchema,
  SearchRanking: searchRankingSchema,
  FeedPage: feedPageSchema,
  Checkpoint: signedCheckpointSchema,
  NodeDescription: nodeDescriptionSchema,
  Linkset: linksetSchema,
  ResolverDescription: resolverSchema,
  Problem: problemSchema,
  ...Object.fromEntries(Object.values(kindModels).map(({ name, schema }) => [name, schema])),
};

const noQuery = z.strictObject({});
const bad = { '400': 'Something in the question is wrong: `errors` names every parameter' };
const unacceptable = { '406': 'No form that was asked for' };
const notNow = { '503': 'The index is being built: Retry-After says when to come back' };
const tooMany = { '429': 'Too many searches by one client: Retry-After says when to come back' };

const movedOn = { '308': 'The node has moved: Location is the same question there' };
/** Places alone may have an actor. */
const toActor = { '303': 'Location is the actor of the place, for who asks for ActivityPub' };

const documentOperation = (kind: Kind): Operation => {
  const { path, comment } = kindModels[kind];
  return {
    id: `get${kind}`,
    path: `/${path}/{key}`,
    summary: comment,
    inPath: [
      {
        name: 'key',
        description: 'The last part of its id',
        example: thingExamples[kind].full.id.split('/').at(-1) ?? '',
        schema: z.string(),
      },
    ],
    inQuery: noQuery,
    example: {},
    accept: mediaTypes.jsonLd,
    answer: kind,
    otherForms: [mediaTypes.json, mediaTypes.nQuads, mediaTypes.html],
    otherStatuses: {
      ...(kind === 'Place' ? toActor : {}),
      '304': 'You hold it already',
      '308': 'It has moved to another node: Location is its address there',
      '404': 'It never was',
      '410': 'It is gone',
      ...unacceptable,
    },
  };
};

/** Everything that programs can ask, in the order in which they need it. */
export const operations: readonly Operation[] = [
  {
    id: 'search',
    path: '/search',
    summary: 'Where near a place something can be had, with why each result stands where it does.',
    inPath: [],
    inQuery: searchParametersSchema,
    example: { q: 'fietspomp' },
    accept: mediaTypes.json,
    answer: 'SearchAnswer',
    otherForms: [mediaTypes.html],
    otherStatuses: { ...movedOn, ...bad, ...unacceptable, ...tooMany, ...notNow },
  },
  {
    id: 'suggest',
    path: '/search/suggest',
    summary: 'How what was typed could go on.',
    inPath: [],
    inQuery: suggestParametersSchema,
    example: { q: 'fiets' },
    accept: mediaTypes.json,
    answer: 'SearchSuggestions',
    otherForms: [],
    otherStatuses: { ...movedOn, ...bad, ...tooMany, ...notNow },
  },
  {
    id: 'ranking',
    path: '/ranking',
    summary: 'How the order of results comes about, in figures.',
    inPath: [],
    inQuery: noQuery,
    example: {},
    accept: mediaTypes.json,
    answer: 'SearchRanking',
    otherForms: [mediaTypes.html],
    otherStatuses: { '304': 'You hold it already', ...movedOn, ...unacceptable },
  },
  {
    id: 'digitalLink',
    path: '/01/{gtin}',
    summary: 'What stands behind a barcode, as a linkset (GS1 Digital Link); people are led to where it is sold.',
    inPath: [
      {
        name: 'gtin',
        description: 'GTIN-8, -12, -13 or -14; qualifiers such as /10/LOT1 may follow',
        example: '09520000000011',
        schema: z.string().regex(/^(\d{8}|\d{12,14})$/),
      },
    ],
    inQuery: z.object({
      linkType: z.string().optional().describe('`linkset` for all links, or one type such as `gs1:hasRetailers`'),
    }),
    example: { linkType: 'linkset' },
    accept: mediaTypes.linkset,
    answer: 'Linkset',
    otherForms: [mediaTypes.json, mediaTypes.html],
    otherStatuses: {
      '304': 'You hold it already',
      '307': 'Location is the link that was asked for, the product for who asks for JSON-LD, or the default link',
      ...movedOn,
      '400': 'No GTIN, or its check digit is wrong',
      '404': 'Nobody here has stated anything of it, or it has no link of that type',
      ...tooMany,
    },
  },
  {
    id: 'resolver',
    path: '/.well-known/gs1resolver',
    summary: 'What this node resolves, in the form of GS1.',
    inPath: [],
    inQuery: noQuery,
    example: {},
    accept: mediaTypes.json,
    answer: 'ResolverDescription',
    otherForms: [],
    otherStatuses: { '304': 'You hold it already' },
  },
  {
    id: 'description',
    path: '/.well-known/openstraat',
    summary: 'What the node says of itself: operator, licence, keys, feed.',
    inPath: [],
    inQuery: noQuery,
    example: {},
    accept: mediaTypes.jsonLd,
    answer: 'NodeDescription',
    otherForms: [mediaTypes.json, mediaTypes.nQuads],
    otherStatuses: { '304': 'You hold it already', ...unacceptable },
  },
  {
    id: 'feed',
    path: '/feed',
    summary: 'All data in the order in which it changed. Follow `next`; keep the last one to go on later.',
    inPath: [],
    inQuery: z.object({
      cursor: z.string().optional().describe('From the `next` of a page'),
      from: z.string().regex(/^\d+$/).optional().describe('Begin above this position, holding nothing'),
      afterChangeNumber: z.string().regex(/^\d+$/).optional().describe('Go on above this position, holding all below'),
    }),
    example: {},
    accept: mediaTypes.json,
    answer: 'FeedPage',
    otherForms: [mediaTypes.jsonLd, mediaTypes.nQuads],
    otherStatuses: {
      '304': 'You hold it already',
      '400': 'No cursor of this node',
      '410': 'Too old: begin at `restart`',
      ...unacceptable,
    },
  },
  {
    id: 'checkpoint',
    path: '/feed/checkpoint',
    summary: 'The signed head of the feed: how many things there are, and their digest.',
    inPath: [],
    inQuery: noQuery,
    example: {},
    accept: mediaTypes.json,
    answer: 'Checkpoint',
    otherForms: [],
    otherStatuses: { '304': 'You hold it already' },
  },
  ...Object.values(kindModels).map(({ name }) => documentOperation(name)),
];
