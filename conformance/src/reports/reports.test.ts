import { hash } from 'node:crypto';
import jsonld from 'jsonld';
import { parse } from 'parse5';
import { SaxesParser } from 'saxes';
import { beforeAll, describe, expect, it } from 'vitest';
import { runTiny } from '../broken/run-tiny.test-helper.ts';
import { spoilers } from '../broken/spoilers/index.ts';
import { type ConformanceResult, conformanceResultSchema } from '../result/result.ts';
import { reportFormats } from './index.ts';

const nasty = `</pre></style>]]><script src="https://elsewhere.example/x.js">alert(1)</script>"'&\u0000\uFFFF\u202E --> end`;

let whole: ConformanceResult;
let broken: ConformanceResult;
let hostile: ConformanceResult;
beforeAll(async () => {
  whole = await runTiny();
  broken = await runTiny(spoilers.find(({ name }) => name === 'no-contact'));
  hostile = {
    ...broken,
    url: `https://waterveen.example/?${nasty}`,
    seed: nasty,
    notes: [nasty],
    classes: broken.classes.map((one) => ({ ...one, says: nasty })),
    // One that could not be tested too: a healthy publisher in memory has none.
    requirements: broken.requirements.map((one, at) => ({
      ...one,
      says: nasty,
      ...(at === 0 ? { outcome: 'not-tested' as const, why: 'not-answered' as const } : {}),
    })),
    checks: broken.checks.map((one) => ({
      ...one,
      says: nasty,
      findings: one.findings.map(({ where }) => ({ message: nasty, where })),
    })),
    exchanges: broken.exchanges.map((one) => ({
      ...one,
      url: nasty,
      ...(one.response === undefined
        ? {}
        : { response: { ...one.response, headers: { [nasty]: nasty }, excerpt: nasty } }),
    })),
  };
});

const write = async (name: string, result: ConformanceResult): Promise<string> => {
  const format = reportFormats.find((one) => one.name === name);
  return (await format?.write(result, { colours: false })) ?? '';
};

interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
}

const xmlElements = (text: string): readonly Element[] => {
  const elements: Element[] = [];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => elements.push({ name, attributes }));
  parser.write(text).close();
  return elements;
};

const htmlElements = (text: string): readonly Element[] => {
  const elements: Element[] = [];
  const visit = (node: unknown): void => {
    const {
      tagName,
      attrs = [],
      childNodes = [],
    } = node as {
      readonly tagName?: string;
      readonly attrs?: readonly { readonly name: string; readonly value: string }[];
      readonly childNodes?: readonly unknown[];
    };
    if (tagName !== undefined)
      elements.push({ name: tagName, attributes: Object.fromEntries(attrs.map(({ name, value }) => [name, value])) });
    childNodes.forEach(visit);
  };
  visit(parse(text));
  return elements;
};

const namesOf = (elements: readonly Element[]): ReadonlySet<string> => new Set(elements.map(({ name }) => name));

describe('every report', () => {
  it('has a name of its own', () => {
    expect(new Set(reportFormats.map(({ name }) => name)).size).toBe(reportFormats.length);
  });

  it('is the same for the same result', async () => {
    for (const { name } of reportFormats)
      expect([name, await write(name, broken)]).toEqual([name, await write(name, broken)]);
  });
});

describe('the JSON report', () => {
  it('is the result, and fits its schema', async () => {
    expect(conformanceResultSchema.parse(JSON.parse(await write('json', broken)))).toEqual(broken);
  });
});

describe('the text report', () => {
  it('counts as advice what it calls advice, and as failed only what fails the publisher', async () => {
    const [musts, shoulds] = ['MUST', 'SHOULD'].map((level) =>
      broken.requirements.filter((one) => one.level === level),
    );
    const failing = [...(musts?.slice(0, 1) ?? []), ...(shoulds?.slice(0, 2) ?? [])].map(({ id }) => id);
    const result: ConformanceResult = {
      ...broken,
      requirements: broken.requirements.map((one) => ({
        ...one,
        outcome: failing.includes(one.id) ? 'failed' : 'passed',
      })),
    };
    const text = await write('text', result);
    expect(text).toContain(
      `  ${broken.requirements.length - 3} passed, 1 failed, 2 advice, 0 had nothing to test, 0 not tested.`,
    );
    expect(text.match(/^ {2}advice /gm)).toHaveLength(2);
    expect(text.match(/^ {2}FAILED /gm)).toHaveLength(1);
  });
});

describe('the JUnit report', () => {
  it('has a case for each requirement, and counts them as a build server does', async () => {
    const elements = xmlElements(await write('junit', broken));
    const named = (name: string): number => elements.filter((element) => element.name === name).length;
    expect(named('testcase')).toBe(broken.requirements.length);
    expect(named('failure')).toBe(1);
    const [suite] = elements.filter(({ name }) => name === 'testsuite');
    for (const [attribute, element] of [
      ['failures', 'failure'],
      ['errors', 'error'],
      ['skipped', 'skipped'],
    ] as const)
      expect([attribute, suite?.attributes[attribute]]).toEqual([attribute, String(named(element))]);
    expect(xmlElements(await write('junit', whole)).some(({ name }) => name === 'failure')).toBe(false);
  });

  it('stays XML whatever was answered', async () => {
    expect(namesOf(xmlElements(await write('junit', hostile)))).toEqual(
      new Set(['testsuites', 'testsuite', 'testcase', 'failure', 'skipped', 'error']),
    );
  });
});

const earl = 'http://www.w3.org/ns/earl#';

describe('the EARL report', () => {
  it('is JSON-LD with an assertion for each requirement and each check', async () => {
    const report = JSON.parse(await write('earl', broken)) as object;
    const nodes = (await jsonld.flatten(report, undefined, {
      documentLoader: async (address: string) => {
        throw new Error(`${address} was fetched`);
      },
      base: 'https://reports.example/today',
    })) as readonly Record<string, unknown>[];
    const ofType = (type: string) =>
      nodes.filter((node) => (node['@type'] as readonly string[] | undefined)?.includes(earl + type));
    const assertions = ofType('Assertion');
    expect(assertions).toHaveLength(broken.requirements.length + broken.checks.length);
    expect(ofType('TestResult')).toHaveLength(assertions.length);
    expect(ofType('TestRequirement')).toHaveLength(broken.requirements.length);
    expect(ofType('TestCase')).toHaveLength(broken.checks.length);
    expect(ofType('TestSubject').map((node) => node['@id'])).toEqual([broken.url]);
    for (const assertion of assertions)
      for (const property of ['assertedBy', 'subject', 'test', 'mode', 'result'])
        expect([property, assertion[earl + property]]).toEqual([property, [{ '@id': expect.any(String) as string }]]);
    const outcomes = ofType('TestResult').map(
      (node) => (node[`${earl}outcome`] as readonly { '@id': string }[])[0]?.['@id'],
    );
    const known = ['passed', 'failed', 'inapplicable', 'untested', 'cantTell'].map((name) => earl + name);
    expect(outcomes.filter((outcome) => !known.includes(outcome ?? ''))).toEqual([]);
    // The requirement, and its check.
    expect(outcomes.filter((outcome) => outcome === `${earl}failed`)).toHaveLength(2);
  });
});

describe('the HTML report', () => {
  it('shows the request and the answer of each finding', async () => {
    const text = await write('html', broken);
    const findings = broken.checks.flatMap((check) => check.findings);
    expect(findings.length).toBeGreaterThan(0);
    expect(htmlElements(text).filter(({ name }) => name === 'details')).toHaveLength(findings.length);
    expect(text).toContain('GET https://waterveen.example/.well-known/openstraat');
    expect(text).toContain('accept: application/ld+json');
  });

  it('has a box for each outcome and class that something on it has', async () => {
    const elements = htmlElements(await write('html', broken));
    const boxes = new Set(elements.filter(({ name }) => name === 'input').map(({ attributes }) => attributes['id']));
    const articles = elements.filter(({ name }) => name === 'article');
    expect(articles).toHaveLength(broken.requirements.length);
    for (const { attributes } of articles)
      for (const filter of ['outcome', 'class'])
        expect(boxes).toContain(`show-${filter}-${attributes[`data-${filter}`]}`);
  });

  it('has a rule for each box, in a stylesheet that its own policy lets through', async () => {
    const text = await write('html', broken);
    const style = /<style>(.*?)<\/style>/s.exec(text)?.[1] ?? '';
    expect(text).toContain(`style-src 'sha256-${hash('sha256', style, 'base64')}'`);
    const boxes = htmlElements(text).flatMap(({ name, attributes }) =>
      name === 'input' ? (attributes['id'] ?? '') : [],
    );
    expect(boxes.length).toBeGreaterThan(5);
    for (const box of boxes) {
      const [, filter = '', value = ''] = /^show-([a-z]+)-(.+)$/.exec(box) ?? [];
      expect(style).toContain(`body:has(#${box}:not(:checked)) [data-${filter}="${value}"]{display:none}`);
    }
  });

  it('has the same elements whatever was answered, and nothing that is fetched or run', async () => {
    const [usual, attacked] = [htmlElements(await write('html', broken)), htmlElements(await write('html', hostile))];
    expect(namesOf(attacked)).toEqual(namesOf(usual));
    for (const name of ['script', 'link', 'img', 'iframe']) expect(namesOf(attacked)).not.toContain(name);
    for (const { attributes } of attacked)
      expect(Object.keys(attributes).filter((name) => name.startsWith('on') || name === 'src')).toEqual([]);
    expect(attacked.filter(({ attributes }) => attributes['href']?.startsWith('#') === false)).toEqual([]);
  });
});

describe('the badge', () => {
  it('is SVG that says what holds', async () => {
    const text = await write('badge', whole);
    expect(namesOf(xmlElements(text))).toEqual(new Set(['svg', 'title', 'rect', 'g', 'text']));
    expect(text).toContain('>publisher<');
    expect(await write('badge', broken)).toContain('>does not conform<');
    expect(namesOf(xmlElements(await write('badge', hostile)))).toEqual(namesOf(xmlElements(text)));
  });
});
