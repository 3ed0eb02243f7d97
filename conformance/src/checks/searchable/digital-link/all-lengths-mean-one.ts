import { digitalLinks } from '../../../evidence/search/digital-links.ts';
import { shown } from '../../../json/json-value.ts';
import { type Check, defineCheck } from '../../check.ts';
import { atPointer, atStatus } from '../../finding.ts';
import { judgeEach } from '../../judge-each.ts';

/** GDL-003: All lengths mean one. */
export const allLengthsMeanOne: Check = defineCheck({
  name: 'all-lengths-mean-one',
  requirement: 'GDL-003',
  title: 'Shorter barcodes mean the same',
  fault: 'A GTIN-8, -12 or -13 is not answered as its GTIN-14.',
  consumerLoses: 'What is printed on the shelf is not found.',
  whatToDo: 'Put zeros before shorter barcodes.',
  needs: { digitalLinks },
  judge: ({ digitalLinks: all }) =>
    judgeEach(
      'shorter barcodes',
      all.flatMap(({ shorter, anchor }) => shorter.map((one) => ({ ...one, expected: anchor }))),
      ({ path, exchange, anchor, expected }) => {
        const { status } = exchange.answer;
        if (status !== 200) return [atStatus(exchange, `status ${status} for ${path}`)];
        return anchor === expected ? [] : [atPointer(exchange, '/linkset/0/anchor', `${shown(anchor)} for ${path}`)];
      },
    ),
});
