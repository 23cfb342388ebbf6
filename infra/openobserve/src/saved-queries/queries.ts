import type { SavedQuery } from './query.ts';

/** @param logs,traces names of the streams. */
export function savedQueries(logs: string, traces: string): SavedQuery[] {
  return [
    {
      title: 'Latest errors',
      description:
        'Lines of the app that a person must look at, with the request that they came from.',
      stream: logs,
      streamType: 'logs',
      sql: `SELECT _timestamp AS at, body AS message, requestid AS request, trace_id AS trace FROM "${logs}" WHERE severity = 'error' ORDER BY at DESC LIMIT 100`,
      columns: { at: 'Time, µs', message: 'Message', request: 'Request', trace: 'Trace' },
      figures: {},
    },
    {
      title: 'Requests that failed',
      description: 'Answered 5xx, as Envoy saw it; its flags say whose fault it was.',
      stream: logs,
      streamType: 'logs',
      sql: `SELECT method AS method, path AS path, statuscode AS status, responseflags AS flags, count(*) AS requests FROM "${logs}" WHERE level = 'http' AND statuscode >= '500' GROUP BY method, path, status, flags ORDER BY requests DESC LIMIT 100`,
      columns: {
        method: 'Method',
        path: 'Path',
        status: 'Status',
        flags: 'Flags',
      },
      figures: { requests: 'Requests' },
    },
    {
      title: 'Slow queries of the database',
      description: 'What the app logged as slow, by collection and command.',
      stream: logs,
      streamType: 'logs',
      sql: `SELECT collection AS collection, command AS command, count(*) AS queries FROM "${logs}" WHERE body = 'slow query' GROUP BY collection, command ORDER BY queries DESC LIMIT 100`,
      columns: { collection: 'Collection', command: 'Command' },
      figures: { queries: 'Queries' },
    },
    {
      title: 'Failed operations',
      description: 'Spans that ended with an error, by service and operation.',
      stream: traces,
      streamType: 'traces',
      sql: `SELECT service_name AS service, operation_name AS operation, count(*) AS spans FROM "${traces}" WHERE span_status = 'ERROR' GROUP BY service, operation ORDER BY spans DESC LIMIT 100`,
      columns: { service: 'Service', operation: 'Operation' },
      figures: { spans: 'Spans' },
    },
  ];
}
