import { checkThing, type ThingIssue } from '@openstraat/spec';
import { jsonPointer, pointerOfPath } from '../../json/json-pointer.ts';
import { isObject, type JsonObject, shown } from '../../json/json-value.ts';
import type { EntryFault } from '../define-entry-check.ts';
import { textFault } from './clean-text.ts';
import type { LiveThing } from './live-thing.ts';
import { propertyAt } from './property-ranges.ts';

/** Something that the spec's models find wrong with a thing, and the one requirement that says so. */
export interface ThingFault extends EntryFault {
  readonly requirement: string;
}

const valueAt = (data: unknown, steps: readonly string[]): unknown =>
  steps.reduce<unknown>(
    (value, step) => (typeof value === 'object' && value !== null ? (value as JsonObject)[step] : undefined),
    data,
  );

const firstType = ({ data: { type } }: LiveThing): unknown => (Array.isArray(type) ? (type as unknown[])[0] : type);

/** Properties with a requirement of their own, by the name that they have at the top of data. */
const ofProperty: Readonly<Record<string, string>> = {
  id: 'ID-001',
  gtin: 'ID-008',
  price: 'VOC-010',
  salePrice: 'VOC-010',
  priceCurrency: 'VOC-010',
  stock: 'VOC-014',
  openingHours: 'VOC-015',
  geo: 'VOC-016',
};

const ofMissing = (steps: readonly string[], { kind }: LiveThing): string => {
  const [name] = steps;
  if (steps.length > 1) return name === 'geo' ? 'VOC-016' : 'VOC-001';
  if (kind === 'Source' && (name === 'license' || name === 'attribution')) return 'LIC-001';
  return kind !== 'Source' && name === 'source' ? 'LIC-002' : 'VOC-001';
};

const ofValue = (steps: readonly string[], value: unknown, issue: ThingIssue, { kind }: LiveThing): string => {
  const [name = ''] = steps;
  if (typeof value === 'string' && textFault(value) !== undefined) return 'VOC-008';
  if (kind === 'Source' && (name === 'license' || name === 'attribution')) return 'LIC-001';
  if (kind !== 'Source' && name === 'source') return 'LIC-002';
  const own = ofProperty[name];
  if (own !== undefined) return own;
  const range = propertyAt(kind, steps)?.range;
  if (range === 'dateTime') return 'VOC-012';
  if (range === 'languageText' && issue.code !== 'property-too-long') return 'VOC-009';
  return range === 'integer' && typeof value === 'number' && !Number.isInteger(value) ? 'VOC-013' : 'VOC-003';
};

/** Each issue breaks one requirement: the one that says most about it. Source: vocabulary.md, VOC-003 and its cases. */
const requirementOf = (issue: ThingIssue, value: unknown, thing: LiveThing): string => {
  const { code, path } = issue;
  const steps = path.split('.');
  switch (code) {
    case 'property-name':
    case 'property-elsewhere':
      return 'VOC-004';
    case 'properties-any-of':
      return thing.kind === 'Offer' ? 'ID-015' : 'VOC-001';
    case 'property-needs-other':
      return path === 'price' ? 'VOC-011' : 'VOC-010';
    case 'property-missing':
      return ofMissing(steps, thing);
    default:
      if (steps[0] !== 'type') return ofValue(steps, value, issue, thing);
      return typeof firstType(thing) === 'string' && firstType(thing) !== thing.kind ? 'ID-002' : 'VOC-002';
  }
};

const remembered = new WeakMap<JsonObject, readonly ThingFault[]>();

/** All that the spec's models find wrong with a thing; many checks ask, and it is judged once. */
export const thingFaults = (thing: LiveThing): readonly ThingFault[] => {
  const before = remembered.get(thing.data);
  if (before !== undefined) return before;
  const { '@context': _context, ...data } = thing.data;
  const faults = checkThing(thing.kind, data).map((issue): ThingFault => {
    const value = valueAt(data, issue.path === '' ? [] : issue.path.split('.'));
    return {
      requirement: requirementOf(issue, value, thing),
      pointer: jsonPointer('data') + pointerOfPath(issue.path),
      message: `${issue.path === '' ? thing.id : `${issue.path} of ${thing.id}`} ${issue.message}${
        value === undefined || isObject(value) ? '' : ` (it is ${shown(value)})`
      }`,
    };
  });
  remembered.set(thing.data, faults);
  return faults;
};
