import {
  attributes,
  scopeName,
  serviceName,
  spanNames,
} from '../../../../web/src/telemetry/names.ts';
import { urlTemplate } from '../../../../web/src/telemetry/url-template.ts';
import {
  webLogAttributes,
  webScope,
  webService,
  webSpanAttributes,
  webSpanName,
} from './schema.ts';

const spanName = new RegExp(`^(${webSpanName})$`);

test('the Collector takes just what the front end sends', () => {
  expect([webService, webScope]).toEqual([serviceName, scopeName]);
  const taken = new Set([...Object.keys(webSpanAttributes), ...Object.keys(webLogAttributes)]);
  expect([...taken].sort()).toEqual(Object.values(attributes).sort());
  for (const name of Object.values(spanNames)) expect(name).toMatch(spanName);
});

test.each([
  ['POST', '/api/auth/login'],
  ['GET', '/api/recipes/6650f0c2a4b1d2e3f4a5b6c7/image'],
  ['GET', '/web-settings.json'],
])('spans of %s %s have a name that it takes', (method, path) => {
  expect(`${method} ${urlTemplate(path)}`).toMatch(spanName);
});

test.each(['GET', 'GET /api/recipes/6650F', 'click me', 'SELECT *', 'GET /x y'])(
  'it takes no span "%s"',
  (name) => {
    expect(name).not.toMatch(spanName);
  },
);
