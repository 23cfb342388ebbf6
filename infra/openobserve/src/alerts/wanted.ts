import type { Settings } from '@recipe-book/settings';
import type { Alert } from './alert.ts';
import { appUnreachable } from './app-unreachable.ts';
import { budgetBurnsFast, budgetBurnsSlowly } from './budget-burns.ts';
import { databaseAway } from './database-away.ts';
import { manyErrors } from './many-errors.ts';
import { noData } from './no-data.ts';
import { noLogs } from './no-logs.ts';
import { queueFills } from './queue-fills.ts';
import { readinessFailing } from './readiness-failing.ts';
import { redisAway } from './redis-away.ts';
import { requestsPassUncounted } from './requests-pass-uncounted.ts';
import { shareAlert } from './share-alert.ts';
import { slowAnswers } from './slow-answers.ts';
import { telemetryLost } from './telemetry-lost.ts';
import { webErrors } from './web-errors.ts';

/** Every alert, wherever it goes. */
export function allAlerts(settings: Pick<Settings, 'OPENOBSERVE_STREAM_LOGS'>): Alert[] {
  return [
    shareAlert(requestsPassUncounted),
    manyErrors,
    appUnreachable,
    budgetBurnsFast,
    budgetBurnsSlowly,
    slowAnswers,
    readinessFailing,
    databaseAway,
    redisAway(settings.OPENOBSERVE_STREAM_LOGS),
    queueFills,
    ...telemetryLost,
    webErrors(settings.OPENOBSERVE_STREAM_LOGS),
    noData,
    noLogs,
  ];
}
