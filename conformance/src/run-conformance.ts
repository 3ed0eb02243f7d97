import { randomBytes } from 'node:crypto';
import { allRequirements, type ConformanceClass } from '@openstraat/spec';
import { type Callback, callbackOnLoopback } from './callback/callback.ts';
import { callbackLimits } from './callback/limits.ts';
import type { Check } from './checks/check.ts';
import { allChecks } from './checks/index.ts';
import { description } from './evidence/description.ts';
import { HttpClient } from './fetching/http-client.ts';
import { type FetchLimits, limitsWith } from './fetching/limits.ts';
import { isLoopbackUrl } from './fetching/private-url.ts';
import { networkTransport } from './fetching/network-transport.ts';
import type { KeepBody } from './fetching/recording.ts';
import { parseHttpUrl } from './fetching/same-host.ts';
import { type FetchFunction, transportOfFetch } from './fetching/transport.ts';
import { judgeClass, overallVerdict } from './result/judge-class.ts';
import { judgeRequirement } from './result/judge-requirements.ts';
import type { ClassResult, ConformanceResult } from './result/result.ts';
import { claimedClasses, unknownClaims, withIncluded } from './run/choose-classes.ts';
import { findObstacle } from './run/find-obstacle.ts';
import { judgeChecks } from './run/judge-checks.ts';
import { runLimits } from './run/limits.ts';
import { makeRun } from './run/make-run.ts';
import type { Progress } from './run/progress.ts';
import type { Run } from './run/run.ts';
import { suite, userAgent } from './run/suite-version.ts';
import { waitForSomebody } from './run/wait-for-somebody.ts';

/** What is tested, and how. */
export interface ConformanceOptions {
  /** Address of the publisher: only its origin counts. */
  readonly url: string;
  /** Those to test; without it those that the description claims, or `publisher` when it claims none. */
  readonly classes?: readonly ConformanceClass[] | undefined;
  /** Answers in place of the network. */
  readonly fetch?: FetchFunction | undefined;
  /** Repeats what a run chose at random. */
  readonly seed?: string | undefined;
  /** Read the whole feed, however long. */
  readonly full?: boolean | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: Progress) => void) | undefined;
  /** How long to wait for somebody to change the publisher: what notices and changes are judged by is looked at afterwards. At most an hour, and 0 without it. */
  readonly waitMs?: number | undefined;
  /** Called when everything was judged but what needs late evidence: a test can change the publisher here. */
  readonly beforeLate?: (() => Promise<void>) | undefined;
  /** Where the publisher reaches the suite, to test it as *federated*; without it loopback, where the tested URL is there too. */
  readonly callback?: Callback | undefined;
  /** The longest that is waited for something that the publisher should send. */
  readonly patienceMs?: number | undefined;
  /** `requestsAtOnce` can be lowered only. */
  readonly limits?: Partial<FetchLimits> | undefined;
  /** Takes every body as evidence; the result has only how it begins. */
  readonly keepBody?: KeepBody | undefined;
  /** Milliseconds since 1970. */
  readonly now?: (() => number) | undefined;
}

/** Thrown when the URL can't be tested at all, because it is none. */
export class UrlInvalidError extends TypeError {
  readonly code = 'url-invalid';
}

/**
 * Tests a publisher from outside.
 * @returns the result, whatever happens: what could not be tested says why
 * @throws {UrlInvalidError}
 * @throws {RangeError} when `waitMs` is below 0 or above an hour
 */
export const runConformance = async (options: ConformanceOptions): Promise<ConformanceResult> => {
  const { full = false, seed = randomBytes(6).toString('hex'), now = Date.now, onProgress = () => {} } = options;
  const tested = parseHttpUrl(options.url);
  if (tested === undefined) throw new UrlInvalidError(`${options.url} is not an http or https address`);
  const { waitMs = 0 } = options;
  if (!(waitMs >= 0 && waitMs <= runLimits.waitMsMax))
    throw new RangeError(`waitMs is ${waitMs}: write 0 to ${runLimits.waitMsMax}`);
  const startedAt = new Date(now()).toISOString();

  const deadline = new AbortController();
  // Not AbortSignal.timeout: that one would not keep the process waiting for its last words.
  const timer = setTimeout(() => deadline.abort(), (full ? runLimits.fullMs : runLimits.sampledMs) + waitMs);
  await using ending = new AsyncDisposableStack();
  ending.defer(() => clearTimeout(timer));
  const signal = AbortSignal.any([deadline.signal, ...(options.signal === undefined ? [] : [options.signal])]);
  const limits = limitsWith(options.limits);
  await using network = options.fetch === undefined ? networkTransport(tested, limits.requestsAtOnce) : undefined;
  const transport = options.fetch === undefined ? network?.send : transportOfFetch(options.fetch);
  if (transport === undefined) throw new TypeError('there is no transport');
  const client = new HttpClient({
    tested,
    transport,
    userAgent,
    signal,
    now,
    limits,
    keepBody: options.keepBody,
  });

  const notes = new Set<string>();
  // Which checks there are depends on what the publisher claims.
  const checks: Check[] = [];
  const run: Run = makeRun({
    tested,
    client,
    full,
    seed,
    now,
    notes,
    onProgress,
    checks,
    async beforeLate() {
      await options.beforeLate?.();
      const words = await waitForSomebody(run, waitMs, onProgress);
      if (words !== undefined) run.note(words);
    },
    callback:
      options.callback ?? (options.fetch === undefined && isLoopbackUrl(tested) ? callbackOnLoopback : undefined),
    token: randomBytes(6).toString('hex'),
    patienceMs: options.patienceMs ?? callbackLimits.patienceMs,
    signal,
    endWithRun: (resource) => void ending.use(resource),
  });
  const claims = await run.gather(description);
  const described = claims.available ? claims.value : undefined;
  const claimed = claimedClasses(described);
  const chosen = options.classes ?? (claimed.length > 0 ? claimed : ['publisher']);
  const classes = withIncluded(chosen);
  for (const claim of unknownClaims(described))
    notes.add(`It claims ${claim}, which this version of the suite does not test.`);
  if (options.classes === undefined && claimed.length === 0)
    notes.add('It claims no class that this suite knows: publisher was tested.');

  checks.push(...allChecks.filter((check) => classes.includes(check.of.class)));
  let judged = 0;
  const results = await judgeChecks(run, (check) =>
    onProgress({ step: 'judged', check, judged: ++judged, checks: checks.length }),
  );
  if (deadline.signal.aborted) notes.add('The time of the run was up before everything was asked.');
  const requirements = allRequirements
    .filter((requirement) => classes.includes(requirement.class))
    .map((requirement) => judgeRequirement(requirement, results));
  const obstacle = await findObstacle(run);
  const classResults = classes.map((name): ClassResult => {
    const isClaimed = claimed.includes(name);
    return obstacle?.isNobody === true
      ? { class: name, claimed: isClaimed, verdict: 'not-tested', says: obstacle.words }
      : judgeClass(name, isClaimed, requirements);
  });
  return {
    type: 'ConformanceResult',
    version: 1,
    suite,
    url: tested.href,
    startedAt,
    endedAt: new Date(now()).toISOString(),
    seed,
    full,
    verdict: overallVerdict(classResults),
    classes: classResults,
    requirements,
    checks: [...results],
    notes: [...(obstacle === undefined ? [] : [obstacle.words]), ...notes],
    exchanges: client.recording.records.map((record) => ({ ...record, redirects: [...record.redirects] })),
  };
};
