import { expect, it } from 'vitest';
import { robotsRuleAgainst } from './robots-rules.ts';

it.each([
  ['', undefined],
  ['User-agent: *\nDisallow:', undefined],
  ['User-agent: *\nDisallow: /', 'Disallow: /'],
  ['User-agent: *\nDisallow: /search', undefined],
  ['User-agent: *\nDisallow: /places # all of them', 'Disallow: /places'],
  ['User-agent: *\nDisallow: /\nAllow: /places/', undefined],
  ['User-agent: *\nAllow: /p\nDisallow: /places/', 'Disallow: /places/'],
  ['User-agent: *\nDisallow: /*/de-', 'Disallow: /*/de-'],
  ['User-agent: *\nDisallow: /places$', undefined],
  ['User-agent: *\nDisallow: /*ketting$', 'Disallow: /*ketting$'],
  ['User-agent: *\nAllow: /\n\nUser-agent: Robot\nUser-agent: Other\ndisallow: /places/', 'disallow: /places/'],
  // Without care a pattern like this one takes for ever.
  [`User-agent: *\nDisallow: /${'*a'.repeat(2_000)}$`, undefined],
])('%j', (text, line) => {
  expect(robotsRuleAgainst(text, '/places/de-ketting')?.line).toBe(line);
});
