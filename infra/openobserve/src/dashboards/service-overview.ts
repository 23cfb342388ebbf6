import { share } from '../alerts/share-alert.ts';
import { withoutLongAnswers } from '../emitted/long-answers.ts';
import { metrics } from '../emitted/metrics.ts';
import { answers, budget, burnRate, errorAnswers, goodShare, objective } from '../slo.ts';
import type { Dashboard } from './dashboard.ts';
import { level, quantile, rate } from './panel.ts';

/**
 * Over 30 days, as the promise has it, a panel would read some millions of points each time that it is drawn.
 */
const budgetWindow = '7d';

/** Whether the promises to users are kept, at a glance. */
export const serviceOverview: Dashboard = {
  title: 'Service overview',
  description: `Whether the promises are kept: ${objective * 100} % good answers, 95 % within 150 ms.`,
  panels: [
    rate(metrics.edgeRequests, ['status_class'], {
      title: 'Answers by class of status',
      description: 'As clients got them, those that Envoy gave by itself included.',
      legend: '{status_class}',
    }),
    {
      kind: 'lines',
      title: 'Share of errors',
      description: 'Above 0.05 the alert many_errors fires.',
      unit: 'percent-1',
      stream: answers,
      promql: share(errorAnswers, answers, 5),
      legend: 'errors',
    },
    quantile(metrics.requestDuration, 0.95, [], {
      title: 'P95 of all answers',
      description:
        'Of the app; event streams and exports, which only last, left out. Above 0.15 s for ten minutes the alert slow_answers fires.',
      legend: 'P95',
      of: withoutLongAnswers,
    }),
    {
      kind: 'lines',
      title: 'Good answers of the last hour',
      description: `Promised: ${objective}.`,
      unit: 'percent-1',
      stream: answers,
      promql: goodShare('1h'),
      legend: 'good',
    },
    {
      kind: 'lines',
      title: 'Error budget of seven days that is left',
      description: '1: nothing has failed. 0: as much as is allowed. Below: the promise is broken.',
      unit: 'percent-1',
      stream: answers,
      promql: `(${goodShare(budgetWindow)} - ${objective}) / ${budget}`,
      legend: 'left',
    },
    {
      kind: 'lines',
      title: 'How fast the error budget burns',
      description:
        'Over one hour. 1: just as much as is allowed; above 14.4 the alert budget_burns_fast fires.',
      stream: answers,
      promql: burnRate('1h'),
      legend: 'burn rate',
    },
    level(metrics.activeRequests, 'sum', ['service_instance_id'], {
      title: 'Requests in flight by pod',
      legend: '{service_instance_id}',
    }),
    rate(metrics.readinessProbes, ['status'], {
      title: 'Answers to readiness probes',
      description: 'A pod that is not ready gets no requests.',
      legend: '{status}',
    }),
    rate(metrics.requestDuration, ['service_version'], {
      part: 'count',
      title: 'Answers by version',
      description: 'How far a rollout is.',
      legend: '{service_version}',
    }),
  ],
};
