import * as check from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type BlockRequest, severities } from '../model/block.ts';
import { blockLimits } from '../federation/blocks/limits.ts';
import { readBlockList, writeBlockList } from './block-list.ts';

const block = (changes: Partial<BlockRequest> = {}): BlockRequest => ({
  domain: 'nare.example',
  severity: 'suspend',
  rejectMedia: false,
  rejectReports: false,
  reason: '',
  obfuscate: false,
  ...changes,
});

describe('a block list', () => {
  it('of Mastodon is read', () => {
    const text = [
      '#domain,#severity,#reject_media,#reject_reports,#public_comment,#obfuscate',
      'nare.example,suspend,true,true,"advertisements, and ""worse""",false',
      'Stille.Example,silence,false,true,,true',
      'niets.example,noop,false,false,,false',
    ].join('\r\n');
    expect(readBlockList(text)).toEqual({
      blocks: [
        block({ rejectMedia: true, rejectReports: true, reason: 'advertisements, and "worse"' }),
        block({ domain: 'stille.example', severity: 'silence', rejectReports: true, obfuscate: true }),
        block({ domain: 'niets.example', severity: 'noop' }),
      ],
      issues: [],
    });
  });

  it('of domains alone is one of what to block', () => {
    expect(readBlockList('nare.example\n\n*.ook.example\n').blocks).toEqual([
      block(),
      block({ domain: 'ook.example' }),
    ]);
    expect(readBlockList('\uFEFFdomain\nnare.example').blocks).toEqual([block()]);
  });

  it('with lines that say nothing is read without them', () => {
    const text =
      '#domain,#severity\nn*re.example,suspend\nhttps://b.example/x,suspend\n"a\nb",suspend\nnare.example,kill\ngoed.example,suspend\n';
    const { blocks, issues } = readBlockList(text);
    expect(blocks).toEqual([block({ domain: 'goed.example' })]);
    expect(issues.map(({ line }) => line)).toEqual([2, 3, 4, 6]);
  });

  it('is read as it was written', () => {
    const some = check.record({
      domain: check.domain().map((domain) => domain.toLowerCase()),
      severity: check.constantFrom(...severities),
      rejectMedia: check.boolean(),
      rejectReports: check.boolean(),
      reason: check.string({ unit: check.constantFrom('a', '"', ',', '\n', '#', ' ', 'é') }).map((text) => text.trim()),
      obfuscate: check.boolean(),
    });
    check.assert(
      check.property(check.array(some), (blocks) => {
        expect(readBlockList(writeBlockList(blocks))).toEqual({ blocks, issues: [] });
      }),
    );
  });

  it('with a quotation mark that never closes is read up to there', () => {
    const { blocks, issues } = readBlockList('nare.example\n"ook.example\nnog.example\n');
    expect([blocks, issues.map(({ line }) => line)]).toEqual([[block()], [2]]);
  });

  it('may be as long as its limit', () => {
    const line = 'nare.example,';
    const text = line + 'x'.repeat(blockLimits.fileBytesMax - line.length);
    expect(readBlockList(text).blocks).toHaveLength(1);
    expect(() => readBlockList(`${text}x`)).toThrow(expect.objectContaining({ code: 'limit-exceeded' }));
  });
});
