/** `make capacity`: what a rate of requests takes, and what ends first. */
import { join } from 'node:path';
import { ArgumentError } from './argument-error.ts';
import { readArguments } from './arguments.ts';
import { demandOf } from './demand.ts';
import { readMeasured } from './measured.ts';
import { planFor } from './plan.ts';
import { presentOf } from './present.ts';
import { summary, writeReport } from './report/report.ts';

try {
  const { rates, mix, assumptions } = readArguments(process.env);
  const measured = readMeasured();
  const demand = demandOf(measured, mix);
  const present = presentOf();
  const plans = rates.map((rate) => planFor(rate, demand, present, assumptions));
  const capacity = { measured, demand, present, plans };
  const folder = join(import.meta.dirname, '../../../.run/capacity');
  console.log(`${summary(capacity)}\n\nReport: ${writeReport(folder, capacity)}`);
} catch (error) {
  if (!(error instanceof ArgumentError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
