import { hash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ConformanceResult, conformanceResultSchema } from '../result/result.ts';
import { resultText } from '../reports/json.ts';
import { certificateLimits } from './limits.ts';

/** What was kept of a run. */
export interface Evidence {
  readonly result: ConformanceResult;
  /** Of the JSON report, byte for byte. */
  readonly resultSha256: string;
  /** SHA-256 of the body that is kept under this name; undefined where none is. */
  readonly bodySha256: (sha256: string) => string | undefined;
}

/** Thrown when a folder can't hold evidence, or holds none. */
export class EvidenceInvalidError extends Error {
  readonly code = 'evidence-invalid';
}

const resultFile = 'result.json';
const bodiesFolder = 'bodies';

/** A folder that takes what a run sees: the result, and every body under its hash. */
export class EvidenceFolder {
  readonly #folder: string;
  #fault: unknown;

  /** @throws {EvidenceInvalidError} when the folder has something in it: evidence of two runs is evidence of none */
  constructor(folder: string) {
    this.#folder = folder;
    if (existsSync(folder) && readdirSync(folder).length > 0)
      throw new EvidenceInvalidError(`${folder} is not empty: name a new folder for the evidence.`);
    mkdirSync(join(folder, bodiesFolder), { recursive: true });
  }

  /** Keeps a body; a disk that is full ends no run, and is told by `finish`. */
  readonly keepBody = (sha256: string, body: Uint8Array): void => {
    try {
      writeFileSync(join(this.#folder, bodiesFolder, sha256), body);
    } catch (error) {
      this.#fault ??= error;
    }
  };

  /** Keeps the result. @throws what kept a body from being written */
  finish(result: ConformanceResult): void {
    if (this.#fault !== undefined)
      throw new EvidenceInvalidError(`the evidence in ${this.#folder} is not complete`, { cause: this.#fault });
    writeFileSync(join(this.#folder, resultFile), resultText(result));
  }
}

/** Reads a folder of evidence; bodies are read when they are asked for. @throws {EvidenceInvalidError} */
export const readEvidence = (folder: string): Evidence => {
  const file = join(folder, resultFile);
  let bytes: Buffer;
  let result: ConformanceResult;
  try {
    if (statSync(file).size > certificateLimits.resultBytesMax) throw new RangeError('it is too large');
    bytes = readFileSync(file);
    result = conformanceResultSchema.parse(JSON.parse(bytes.toString('utf8')));
  } catch (cause) {
    throw new EvidenceInvalidError(`${file} is no result of this suite`, { cause });
  }
  return {
    result,
    resultSha256: hash('sha256', bytes, 'hex'),
    bodySha256(sha256) {
      const body = join(folder, bodiesFolder, sha256);
      return existsSync(body) ? hash('sha256', readFileSync(body), 'hex') : undefined;
    },
  };
};
