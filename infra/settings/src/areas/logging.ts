import { z } from 'zod';
import {
  duration,
  durationAllowed,
  fileSize,
  fileSizeAllowed,
  flag,
  flagAllowed,
} from '../types.ts';
import { variables } from '../variable.ts';

/** Most severe first; `http` is one line per request. */
export const logLevels = ['error', 'warn', 'info', 'http', 'debug'] as const;
export type LogLevel = (typeof logLevels)[number];

/** What is logged, and the optional files (REQ-018 FR-018-2). */
export const loggingVariables = variables({
  LOG_LEVEL: {
    schema: z.enum(logLevels),
    default: { development: 'debug', staging: 'http', production: 'info' },
    allowed: logLevels.join(', '),
    readers: ['app'],
    effect: 'Least severe level that is logged; request lines have level `http`.',
  },
  LOG_REDACT_EMAILS: {
    schema: flag,
    // Many can read logs, for long, and the ids of users and requests are enough to find things.
    default: 'true',
    allowed: flagAllowed,
    readers: ['app', 'collector'],
    effect: 'Whether e-mail addresses are taken out of logs and traces, as secrets always are.',
  },
  LOG_FILE_PATH: {
    schema: z.string().min(1),
    allowed: 'the path of a folder',
    readers: ['app'],
    effect:
      'Folder for `combined` and `error` log files, for runs outside Kubernetes; each instance has its own. Unset: no files.',
  },
  LOG_MAX_SIZE: {
    schema: fileSize,
    default: '20m',
    allowed: fileSizeAllowed,
    readers: ['app'],
    effect: 'Size at which a log file is rotated.',
  },
  LOG_MAX_FILES: {
    schema: duration.refine((seconds) => seconds % 86_400 === 0),
    default: '14d',
    allowed: `${durationAllowed}, in whole days`,
    readers: ['app'],
    effect: 'How long rotated log files are kept.',
  },
  LOG_DATE_PATTERN: {
    schema: z.enum(['YYYY-MM-DD', 'YYYY-MM-DD-HH']),
    default: 'YYYY-MM-DD',
    allowed: 'YYYY-MM-DD (rotate daily) or YYYY-MM-DD-HH (hourly)',
    readers: ['app'],
    effect: 'Date in the name of rotated log files.',
  },
});
