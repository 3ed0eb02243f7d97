import { searches } from '../../../evidence/search/searches.ts';
import { type Check, defineCheck } from '../../check.ts';
import { atPointer } from '../../finding.ts';
import { judgeAnswers } from '../judge-answers.ts';
import { nearPartsOf } from '../parts.ts';

const detour = 1.3;
const metresAMinute = 80;
/** Distances are rounded before they are shown. */
const roundedMetres = 1;

const minutes = (metres: number): number => Math.ceil((Math.max(0, metres) * detour) / metresAMinute);

/** SRCH-024: Walking. */
export const walking: Check = defineCheck({
  name: 'walking',
  requirement: 'SRCH-024',
  title: 'Walking times follow from distances',
  fault: 'walkingMinutes is missing, or not the distance times 1.3 at 80 metres a minute.',
  consumerLoses: 'Walking times of two publishers can not be compared.',
  whatToDo: 'Multiply by 1.3, divide by 80, and round up.',
  needs: { searches },
  judge: ({ searches: asked }) =>
    judgeAnswers('answers with distances', asked, ({ exchange, answer }) => {
      const parts = nearPartsOf(answer).filter(({ part }) => part.distanceMetres !== undefined);
      if (parts.length === 0) return undefined;
      return parts.flatMap(({ pointer, part: { distanceMetres = 0, walkingMinutes } }) => {
        const [least, most] = [minutes(distanceMetres - roundedMetres), minutes(distanceMetres + roundedMetres)];
        return walkingMinutes !== undefined && walkingMinutes >= least && walkingMinutes <= most
          ? []
          : [
              atPointer(
                exchange,
                `${pointer}/walkingMinutes`,
                `${walkingMinutes ?? 'nothing'} for ${distanceMetres} m instead of ${minutes(distanceMetres)}`,
              ),
            ];
      });
    }),
});
