import type { CheckResult } from '../result/result.ts';

/** What a run says while it runs. */
export type Progress =
  | { readonly step: 'gathering'; readonly evidence: string; readonly words: string }
  /** Somebody should do what `words` say. */
  | { readonly step: 'waiting'; readonly words: string; readonly remainingMs: number }
  | { readonly step: 'judged'; readonly check: CheckResult; readonly judged: number; readonly checks: number };
