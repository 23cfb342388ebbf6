import type { Demand } from '../demand.ts';
import type { Plan } from '../plan.ts';
import type { Present } from '../present.ts';
import { rateAt, responseTime } from '../response-time.ts';

const width = 640;
const height = 360;
const margin = { left: 60, right: 20, top: 40, bottom: 50 };
/** The curve is drawn up to so many times the time of a single request. */
const highest = 8;
const points = 120;
const title = 'Time of a request in one pod, ms, by requests a second';

/** Time of a request by requests a second to one pod, as SVG, with the knee and what is planned. */
export function kneePlot(plan: Plan, demand: Demand, present: Present): string {
  const alone = responseTime(demand, present, 0).mean;
  const [knee, most] = [rateAt(2, demand, present), rateAt(highest * 3, demand, present)];
  const top = alone * highest;
  const x = (rate: number) =>
    (margin.left + (rate / most) * (width - margin.left - margin.right)).toFixed(1);
  const y = (seconds: number) =>
    (
      height -
      margin.bottom -
      (Math.min(seconds, top) / top) * (height - margin.top - margin.bottom)
    ).toFixed(1);
  const rates = Array.from({ length: points + 1 }, (_, at) => (most * at) / points);
  const line = (which: 'mean' | 'p95') =>
    rates
      .map((rate) => [rate, responseTime(demand, present, rate)[which]] as const)
      .filter(([, seconds]) => seconds <= top)
      .map(([rate, seconds], at) => `${at === 0 ? 'M' : 'L'}${x(rate)} ${y(seconds)}`)
      .join('');
  const marks = [
    { rate: plan.pods.ratePerPod, name: 'planned', colour: '#2e7d6b', row: 0 },
    { rate: knee, name: 'twice the time', colour: '#d9a441', row: 1 },
    ...plan.pods.limits
      .filter(({ waits, rate }) => waits && rate <= most * 1.01)
      .map(({ rate, name }) => ({ rate, name, colour: '#b5534a', row: 2 })),
  ];
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" font-family="sans-serif" font-size="11">`,
    `<title>${title}</title>`,
    '<rect width="100%" height="100%" fill="#fff"/>',
    `<text x="8" y="16" font-size="13">${title}</text>`,
    ...[0, 0.25, 0.5, 0.75, 1].flatMap((part) => [
      `<path d="M${margin.left} ${y(top * part)}H${width - margin.right}" stroke="#ddd"/>`,
      `<text x="${margin.left - 6}" y="${y(top * part)}" text-anchor="end">${(top * part * 1000).toFixed(1)}</text>`,
      `<text x="${x(most * part)}" y="${height - margin.bottom + 16}" text-anchor="middle">${(most * part).toFixed(0)}</text>`,
    ]),
    ...marks.map(
      ({ rate, name, colour, row }) =>
        `<path d="M${x(rate)} ${margin.top}V${height - margin.bottom}" stroke="${colour}" stroke-dasharray="4"/><text x="${x(rate)}" y="${margin.top + 12 + row * 14}" text-anchor="end" fill="${colour}">${name} </text>`,
    ),
    `<path d="${line('mean')}" fill="none" stroke="#2e7d6b" stroke-width="2"/>`,
    `<path d="${line('p95')}" fill="none" stroke="#5b7fb8" stroke-width="2"/>`,
    `<text x="${margin.left}" y="${height - 12}" fill="#2e7d6b">mean</text>`,
    `<text x="${margin.left + 50}" y="${height - 12}" fill="#5b7fb8">P95, roughly</text>`,
    '</svg>',
    '',
  ].join('\n');
}
