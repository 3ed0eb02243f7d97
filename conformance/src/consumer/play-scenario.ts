import { createHash } from 'node:crypto';
import type { ConsumerLimits } from './limits.ts';
import type { Scenario, Script } from './scenario.ts';
import { ScriptedFeed } from './scripted-feed.ts';
import type { OpenStage, Stage, Visited } from './stage.ts';
import type { Story, StoryExchange, VisitEnd } from './story.ts';
import { watchBody } from './watch-body.ts';

const excerptCharactersMax = 2_048;

interface Play {
  readonly stage: Stage;
  readonly feed: ScriptedFeed;
  readonly script: Script;
  readonly limits: ConsumerLimits;
  readonly exchanges: StoryExchange[];
}

const notModified = (answer: Response, request: Request): Response => {
  const tag = answer.headers.get('etag');
  if (answer.status !== 200 || tag === null || request.headers.get('if-none-match') !== tag) return answer;
  return new Response(null, { status: 304, headers: answer.headers });
};

const answerTo = (play: Play, request: Request, visit: number): Response => {
  const { feed, script, exchanges, limits, stage } = play;
  const inVisit = exchanges.filter((one) => one.visit === visit).length;
  const digest = createHash('sha256');
  const exchange: StoryExchange = {
    id: exchanges.length,
    visit,
    method: request.method,
    url: request.url,
    requestHeaders: Object.fromEntries(request.headers),
    atMs: stage.clock.now(),
    status: 503,
    headers: {},
    bytes: 0,
    sha256: () => digest.copy().digest('hex'),
    endedAtMs: undefined,
    excerpt: '',
  };
  exchanges.push(exchange);
  if (inVisit >= limits.requestsPerVisitMax) return new Response('That is enough.', { status: 503 });
  const times = exchanges.filter(({ url }) => url === request.url).length;
  const asked = { visit, url: request.url, times, headers: request.headers };
  const answer = notModified(script.answer?.(asked) ?? feed.answer(request.url), request);
  script.afterAnswer?.(asked);
  exchange.status = answer.status;
  exchange.headers = Object.fromEntries(answer.headers);
  return watchBody(answer, {
    passed(bytes) {
      exchange.bytes += bytes.length;
      digest.update(bytes);
      if (exchange.excerpt.length < excerptCharactersMax)
        exchange.excerpt += Buffer.from(bytes.subarray(0, excerptCharactersMax)).toString('utf8');
    },
    ended: () => (exchange.endedAtMs ??= stage.clock.now()),
  });
};

const visitOnce = async ({ stage, feed, limits }: Play): Promise<VisitEnd> => {
  const over = new AbortController();
  const overdue = stage.clock
    .wait(limits.visitMs, over.signal)
    .then((): Visited => ({ digest: undefined, words: `it was ended after ${limits.visitMs / 1_000} seconds` }));
  const gone = new AbortController();
  const visit = stage.session
    .visit(feed.start, gone.signal)
    .catch((error: unknown): Visited => ({ digest: undefined, words: `it failed: ${String(error)}` }));
  const visited = await Promise.race([visit, overdue]);
  over.abort();
  gone.abort();
  return { ...visited, right: feed.digest, overdue: visited === (await overdue) };
};

/** Lets a reader live through a scenario. */
export const playScenario = async (
  scenario: Scenario,
  openStage: OpenStage,
  limits: ConsumerLimits,
): Promise<Story> => {
  const exchanges: StoryExchange[] = [];
  const visits: VisitEnd[] = [];
  let play: Play | undefined;
  await using stage = await openStage(async (request) =>
    play === undefined ? new Response(null, { status: 503 }) : answerTo(play, request, visits.length + 1),
  );
  const { origin, elsewhere, clock } = stage;
  const feed = new ScriptedFeed(origin, scenario.entriesPerPage);
  const script = scenario.begin({ feed, elsewhere, clock, limits });
  play = { stage, feed, script, limits, exchanges };
  for (let visit = 1; visit <= script.visits; visit++) {
    const quietMs = (script.quietUntilMs?.() ?? 0) - clock.now();
    if (quietMs > 0) await clock.wait(quietMs);
    script.beforeVisit?.(visit);
    visits.push(await visitOnce(play));
  }
  return { start: feed.start, origin, elsewhere, given: feed.addresses, limits, exchanges, visits };
};
