import { runTiny } from '/work/main/conformance/src/broken/run-tiny.test-helper.ts';
import { spoilers } from '/work/main/conformance/src/broken/spoilers/index.ts';
const cls = process.argv[2] as any;
const more = Number(process.argv[3] ?? 0);
const only = process.argv[4];
if (only === undefined) {
const healthy = await runTiny({ class: cls, moreTombstones: more });
for (const c of healthy.checks) if (c.outcome === 'failed' || c.outcome==='not-tested' || (c.outcome==='inapplicable')) console.log('HEALTHY', c.requirement, c.name, c.outcome, c.says, JSON.stringify(c.findings.slice(0,2)));
console.log('requests', healthy.exchanges.length);
}
const t=performance.now(); let n=0;
for (const s of spoilers.filter((s) => s.class === cls && (only===undefined || s.name===only))) {
  const { checks } = await runTiny(s); n++;
  const failing = checks.filter((c) => c.outcome === 'failed');
  const names = failing.map((c) => c.name);
  const fault = checks.filter((c) => c.why === 'suite-fault');
  if (JSON.stringify(names) !== JSON.stringify(s.fails) || fault.length) console.log('SPOILER', s.name, 'want', s.fails, 'got', names, JSON.stringify(failing.map((c) => c.findings[0])).slice(0,600), fault.map(f=>f.says), checks.filter(c=>s.fails.includes(c.name)).map(c=>c.says));
}
console.log(n, 'spoilers', Math.round((performance.now()-t)/n), 'ms each');
