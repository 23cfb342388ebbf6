import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';

/** One request, as k6 has seen it. */
export interface Request {
  /** When the answer was there, milliseconds since 1970. */
  readonly at: number;
  /** From sending to the end of the answer, milliseconds. */
  readonly ms: number;
  /** As in `GET /api/recipes/:id`. */
  readonly name: string;
  /** What the user was doing. */
  readonly flow: string;
  /** Which of the scenario's kinds of users. */
  readonly scenario: string;
  /** Part of a scenario that has several, else empty. */
  readonly phase: string;
  /** Whether it was one to the API, and not for a page or a file. */
  readonly api: boolean;
  /** 0 when there was no answer. */
  readonly status: number;
  readonly failed: boolean;
}

const metric = 'http_req_duration';

/** Reads what k6 has written (`--out csv`). @param path of the compressed file. */
export async function readRequests(path: string): Promise<Request[]> {
  const requests: Request[] = [];
  const input = createReadStream(path).pipe(createGunzip());
  let columns: readonly string[] = [];
  for await (const line of createInterface({ input })) {
    const cells = line.split(',');
    if (columns.length === 0) columns = cells;
    else if (cells[0] === metric) requests.push(requestOf(columns, cells));
  }
  return requests;
}

function requestOf(columns: readonly string[], cells: readonly string[]): Request {
  const cell = (column: string) => cells[columns.indexOf(column)] ?? '';
  const tags = new URLSearchParams(cell('extra_tags'));
  return {
    at: Number(cell('timestamp')),
    ms: Number(cell('metric_value')),
    name: cell('name'),
    flow: tags.get('flow') ?? '',
    scenario: cell('scenario'),
    phase: tags.get('phase') ?? '',
    api: tags.get('kind') === 'api',
    status: Number(cell('status')),
    failed: cell('expected_response') !== 'true',
  };
}
