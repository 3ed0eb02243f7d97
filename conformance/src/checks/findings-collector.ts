import type { Finding } from './finding.ts';
import { failed, findingsMax, passed, type Verdict } from './verdict.ts';

/** Collects findings, as many as a report holds, and counts the rest. */
export class FindingsCollector {
  readonly #findings: Finding[] = [];
  #total = 0;

  add(finding: Finding): void {
    this.#total += 1;
    if (this.#findings.length < findingsMax) this.#findings.push(finding);
  }

  /** Failed when there are findings, else what `otherwise` says: passed, with what was seen, or a verdict of its own. */
  verdict(otherwise: string | Verdict): Verdict {
    if (this.#total > 0) return failed(this.#findings, this.#total);
    return typeof otherwise === 'string' ? passed(otherwise) : otherwise;
  }
}
