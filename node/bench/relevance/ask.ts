import { ZodError } from 'zod';
import { Fault } from '../../src/model/fault.ts';
import type { RawParameters } from '../engine.ts';
import type { JudgedQuery } from './judged-query.ts';
import type { Answered } from './measure.ts';
import type { TownWithSearch } from './town.ts';

/** Where people stand who do not say where: the middle of the Marktplein. */
const marktplein = { lat: '52.42040', lon: '6.02060' };

/** A judged query as an address has it. */
export const parametersOf = ({ q, with: more, nowhere }: JudgedQuery): RawParameters => ({
  ...(nowhere === true ? {} : marktplein),
  ...(q === undefined ? {} : { q }),
  ...more,
});

/** Asks a judged query. What the engine finds unanswerable is answered with nothing: a refusal that says why is no fault. */
export const askJudged = async (
  { ask }: Pick<TownWithSearch, 'ask'>,
  query: JudgedQuery,
  more: RawParameters = {},
): Promise<Answered> => {
  try {
    return await ask({ ...parametersOf(query), ...more });
  } catch (error) {
    if (error instanceof ZodError || (error instanceof Fault && error.code === 'bad-request')) return { results: [] };
    throw error;
  }
};
