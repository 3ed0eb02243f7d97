import { type Kind, type Offer, type Thing } from '@openstraat/spec';
import type { RecordChange, ThingChange, ThingState } from '../log/change-log.ts';
import { storedTextHash, toStoredText } from '../log/stored-text.ts';
import type { Candidate } from '../model/draft.ts';
import { chooseStatement, isSharedKind, type Statement } from './choose-statement.ts';
import { ingestLimits } from './limits.ts';
import { formatMark, type Mark, markKey } from './mark.ts';
import type { Outcome } from './outcome.ts';

/** What the log knows of a candidate's thing. */
export interface Facts {
  readonly state: ThingState | undefined;
  /** The mark of the candidate's own source on it. */
  readonly mark: Mark | undefined;
  /** What other sources state of it; empty where the candidate's source is the only one. */
  readonly others: readonly Statement[];
  /** The own source's statement, where several state it. */
  readonly ownStatement: Thing | undefined;
  /** Set when the candidate's source is the second: the first one's mark, which now becomes shared. */
  readonly joins: { readonly source: string; readonly mark: Mark } | undefined;
  /** The key of the mark under the place at which the thing stood before. */
  readonly movedFrom: string | undefined;
  readonly isPlaceGone: boolean;
}

/** What is to be written for a candidate. */
export interface PreparedChange {
  readonly outcome: Outcome;
  readonly thing: ThingChange | undefined;
  readonly records: readonly RecordChange[];
}

const nothing = (outcome: Outcome): PreparedChange => ({ outcome, thing: undefined, records: [] });

const observedAtOf = (kind: Kind, data: Thing): string | undefined =>
  kind === 'Offer' ? (data as Offer).observedAt : undefined;

/** The candidate with the time at which its present values were first seen. */
const seenAt = (data: Thing, observedAt: string): Thing => ({ ...(data as Offer), observedAt });

const liveHash = (facts: Facts): string | undefined => facts.state?.hash;

/** FRESH-002: `observedAt` moves only when an offer's own values change. */
const isSameStatement = (data: Thing, previous: Thing): boolean =>
  toStoredText(seenAt(data, (previous as Offer).observedAt)) === toStoredText(previous);

interface PreparedThing {
  readonly outcome: Outcome;
  readonly thing: ThingChange | undefined;
  readonly statements?: readonly RecordChange[];
}

/** Compares with what stands in the log, and makes the change if there is one. */
const changeTo = (candidate: Candidate, data: Thing, facts: Facts, origin: string): PreparedThing => {
  const text = toStoredText(data);
  if (text.length > ingestLimits.textCharactersMax) return { outcome: 'too-large', thing: undefined };
  const hash = storedTextHash(text, origin);
  if (hash === liveHash(facts)) return { outcome: 'unchanged', thing: undefined };
  return {
    outcome: liveHash(facts) === undefined ? 'added' : 'changed',
    thing: {
      id: candidate.id,
      kind: candidate.kind,
      text,
      hash,
      observedAt: observedAtOf(candidate.kind, data),
      previous: facts.state,
    },
  };
};

const aloneChange = (candidate: Candidate, facts: Facts, origin: string): PreparedThing => {
  const seenBefore = facts.state?.observedAt;
  if (liveHash(facts) !== undefined && seenBefore !== undefined) {
    const same = changeTo(candidate, seenAt(candidate.data, seenBefore), facts, origin);
    if (same.outcome === 'unchanged') return same;
  }
  return changeTo(candidate, candidate.data, facts, origin);
};

const sharedChange = (candidate: Candidate, facts: Facts, origin: string): PreparedThing => {
  const { ownStatement, others, joins } = facts;
  const own =
    candidate.kind === 'Offer' && ownStatement !== undefined && isSameStatement(candidate.data, ownStatement)
      ? ownStatement
      : candidate.data;
  const chosen = chooseStatement(candidate.kind, [...others, { source: candidate.source, data: own }]) ?? own;
  const keep = (source: string, data: Thing): RecordChange => ({
    table: 'statement',
    key: `${candidate.id}!${source}`,
    value: toStoredText(data),
  });
  return {
    ...changeTo(candidate, chosen, facts, origin),
    statements: [
      keep(candidate.source, own),
      ...(joins === undefined ? [] : others.map((other) => keep(other.source, other.data))),
    ],
  };
};

const codeRecord = (candidate: Candidate): readonly RecordChange[] =>
  candidate.code === undefined
    ? []
    : [
        {
          table: 'code',
          key: `${candidate.code.catalogue}!${candidate.code.code}`,
          value: candidate.id.slice('/products/'.length),
        },
      ];

const markRecord = (candidate: Candidate, mark: Mark): RecordChange => ({
  table: 'mark',
  key: markKey(candidate.source, candidate.scope, candidate.id),
  value: formatMark(mark),
});

/**
 * Decides what a candidate changes. Pure: the writer reads the facts and writes the answer.
 * @param run number of the import; 0 for an update of its own, which leaves the mark's run as it is
 */
export const prepareChange = (candidate: Candidate, facts: Facts, run: number, origin: string): PreparedChange => {
  const { mark } = facts;
  const mentioned = candidate.mentioned === true;
  // A Source speaks for itself: it has no mark, so no import takes it away.
  if (candidate.kind === 'Source') return { ...changeTo(candidate, candidate.data, facts, origin), records: [] };
  if (facts.isPlaceGone) return nothing('place-gone');
  if (run > 0 && mark?.run === run) {
    if (mentioned) return nothing('seen');
    if (!mark.mentioned) return nothing('duplicate');
  }
  if (liveHash(facts) !== undefined && mark === undefined && !isSharedKind(candidate.kind)) return nothing('taken');
  const isShared = facts.others.length > 0;
  const change = isShared ? sharedChange(candidate, facts, origin) : aloneChange(candidate, facts, origin);
  if (change.outcome === 'too-large') return nothing('too-large');
  const records = [
    markRecord(candidate, {
      run: run === 0 ? (mark?.run ?? 0) : run,
      mentioned,
      shared: isShared || mark?.shared === true,
      code: candidate.code === undefined ? undefined : `${candidate.code.catalogue}!${candidate.code.code}`,
    }),
  ];
  if (candidate.code !== undefined) records.push(...codeRecord(candidate));
  if (change.statements !== undefined) records.push(...change.statements);
  if (facts.movedFrom !== undefined) records.unshift({ table: 'mark', key: facts.movedFrom, value: undefined });
  if (facts.joins !== undefined)
    records.push(markRecord({ ...candidate, source: facts.joins.source }, { ...facts.joins.mark, shared: true }));
  return { outcome: change.outcome, thing: change.thing, records };
};
