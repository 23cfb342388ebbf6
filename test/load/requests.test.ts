import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { figuresBy, figuresOf, figuresOverTime } from './figures.ts';
import { readRequests } from './requests.ts';

const folder = mkdtempSync(join(tmpdir(), 'recipe-book-requests-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** As k6 1.8 writes it. */
const csv = `metric_name,timestamp,metric_value,error_code,expected_response,name,scenario,status,extra_tags,metadata
http_reqs,1700000000000,1.000000,,true,GET /api/recipes,people,200,flow=list&kind=api&phase=before,
http_req_duration,1700000000000,12.500000,,true,GET /api/recipes,people,200,flow=list&kind=api&phase=before,
http_req_duration,1700000001500,20.000000,,true,GET /api/recipes,people,200,flow=list&kind=api&phase=before,
vus,1700000001500,3.000000,,,,,,,
http_req_duration,1700000002500,3000.000000,1050,false,POST /api/auth/login,people,0,flow=sign in,
`;

it('reads what k6 has written of each request', async () => {
  const path = join(folder, 'requests.csv.gz');
  writeFileSync(path, gzipSync(csv));
  const requests = await readRequests(path);
  expect(requests[0]).toEqual({
    at: 1700000000000,
    ms: 12.5,
    name: 'GET /api/recipes',
    flow: 'list',
    scenario: 'people',
    phase: 'before',
    api: true,
    status: 200,
    failed: false,
  });
  expect(figuresOf(requests)).toMatchObject({ requests: 3, failed: 1, p50: 20, max: 3000 });
  expect(figuresBy(requests, ({ flow }) => flow)).toMatchObject([
    ['list', { requests: 2, failed: 0 }],
    ['sign in', { requests: 1, failed: 1 }],
  ]);
  expect(figuresOverTime(requests, 2)).toMatchObject([
    { from: 0, requests: 2, failed: 0 },
    { from: 2, requests: 1, failed: 1 },
  ]);
});
