import { Fault } from '../model/fault.ts';
import { httpLimits } from './limits.ts';

/** The query of an address, as names and values. */
export const queryOf = (url: string): URLSearchParams => {
  const mark = url.indexOf('?');
  return new URLSearchParams(mark === -1 ? '' : url.slice(mark));
};

/** What is said of a query with more parameters than are read; without a full stop. */
export const tooManyParameters = `A query has at most ${httpLimits.queryParametersMax} parameters`;

/**
 * Reads the query of an address.
 * @param known the parameters that this address takes, each at most once
 * @param unknown whether others are refused (programs should learn of their mistakes) or ignored (people arrive with all kinds of tracking)
 * @throws {Fault} `bad-request`
 */
export const readQuery = <K extends string>(
  url: string,
  known: readonly K[],
  unknown: 'refused' | 'ignored',
): Readonly<Partial<Record<K, string>>> => {
  const parameters = queryOf(url);
  if (parameters.size > httpLimits.queryParametersMax) throw new Fault('bad-request', `${tooManyParameters}.`);
  const answer: Partial<Record<K, string>> = {};
  for (const [name, value] of parameters) {
    const match = known.find((candidate) => candidate === name);
    if (match === undefined) {
      if (unknown === 'ignored') continue;
      throw new Fault(
        'bad-request',
        `This address takes ${known.length === 0 ? 'no parameters' : `only ${known.join(', ')}`}, not ${JSON.stringify(name.slice(0, 50))}.`,
      );
    }
    if (answer[match] !== undefined)
      throw new Fault('bad-request', `The parameter ${match} is there twice: give it once.`);
    answer[match] = value;
  }
  return answer;
};
