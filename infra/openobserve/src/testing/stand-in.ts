import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { StandInAlerting } from './alerting.ts';
import { type Asked, type Body, object, ok, type Reply, says, type Version } from './answers.ts';
import { StandInDashboards } from './dashboards.ts';
import { StandInFolders } from './folders.ts';
import { StandInStreams } from './streams.ts';

type Handler = (asked: Asked) => Reply;

export const account = { username: 'admin@example.com', password: 'Stand-in-1' };

/** What 0.92.2 asks of a password. */
const strong = /^(?=.*[a-z])(?=.*[A-Z])(?=.*\d)(?=.*[^a-zA-Z\d]).{8,128}$/;

/**
 * A server that answers as OpenObserve 0.16.3 was seen to, traps included, or as 0.92.2 is known to from its
 * source where that differs; it keeps everything in memory.
 */
export class StandIn {
  readonly streams: StandInStreams;
  readonly #newId = idMaker();
  readonly folders = new StandInFolders(this.#newId);
  readonly alerting: StandInAlerting;
  readonly dashboards: StandInDashboards;
  readonly #version: Version;
  readonly #account: typeof account;
  /** By e-mail address. */
  readonly users: Map<string, Body>;
  /** Calls other than GET that have come, without telemetry. */
  writes = 0;
  /** Stream that telemetry was sent for, by signal. */
  readonly received: Record<string, string> = {};
  /** Says of a call that changes something whether it is answered 200 and forgotten, or gets another answer. */
  onWrite: (count: number) => 'do' | 'lose' | Reply = () => 'do';
  readonly #server: Server;
  readonly #routes: [RegExp, Handler][];

  constructor(version: Version = '0.16.3', login = account) {
    this.#version = version;
    this.#account = login;
    this.streams = new StandInStreams(version);
    this.alerting = new StandInAlerting(this.streams, this.folders, this.#newId, version);
    this.dashboards = new StandInDashboards(this.folders, this.#newId, version);
    this.users = new Map([[login.username, { email: login.username, role: 'root' }]]);
    this.#routes = this.#makeRoutes();
    this.#server = createServer(async (request, response) => {
      const { status, body } = await this.#answer(request);
      const isText = typeof body === 'string';
      const type = isText ? 'text/plain; charset=utf-8' : 'application/json';
      response.writeHead(status, { 'content-type': type });
      response.end(isText ? body : JSON.stringify(body));
    });
  }

  /** @returns its address. */
  async start(port = 0): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(port, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  async #answer(request: IncomingMessage): Promise<Reply> {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://stand-in');
    const text = await textOf(request);
    if (pathname === '/healthz') return ok({ status: 'ok' });
    const { username, password } = this.#account;
    const login = Buffer.from(`${username}:${password}`).toString('base64');
    if (request.headers.authorization !== `Basic ${login}`) {
      return { status: 401, body: 'Unauthorized Access' };
    }
    if (!/^\/api\/(v2\/)?default\//.test(pathname)) {
      return { status: 404, body: 'Organization not found' };
    }
    const [, signal] = /^\/api\/default\/v1\/(logs|metrics|traces)$/.exec(pathname) ?? [];
    if (signal !== undefined) {
      this.received[signal] = String(request.headers['stream-name']);
      return ok({});
    }
    const method = request.method ?? 'GET';
    const isJson = request.headers['content-type'] === 'application/json';
    if (text !== '' && !isJson) return { status: 400, body: 'Content type error' };
    for (const [pattern, handler] of this.#routes) {
      const match = pattern.exec(`${method} ${pathname}`);
      if (!match) continue;
      if (method !== 'GET') {
        this.writes++;
        const fate = this.onWrite(this.writes);
        if (fate === 'lose') return says(200, '');
        if (fate !== 'do') return fate;
      }
      const body = text === '' ? {} : object(JSON.parse(text));
      return handler({ at: match.slice(1), query: searchParams, body });
    }
    return { status: 404, body: '' };
  }

  #makeRoutes(): [RegExp, Handler][] {
    const { streams, folders, alerting, dashboards, users } = this;
    const routes: [string, Handler][] = [
      // Of the stand-in alone: what tests ask.
      ['GET /api/default/received', () => ok({ received: this.received, writes: this.writes })],
      ['GET /api/default/streams', () => ok({ list: [], total: 0 })],
      ['POST /api/default/streams/:', (asked) => streams.create(asked)],
      ['GET /api/default/streams/:/schema', (asked) => streams.read(asked)],
      ['PUT /api/default/streams/:/settings', (asked) => streams.update(asked)],
      ['GET /api/default/users', () => ok({ data: [...users.values()] })],
      ['POST /api/default/users', (asked) => this.#createUser(asked)],
      ['GET /api/default/alerts/templates', () => ok([...alerting.templates.values()])],
      ['POST /api/default/alerts/templates', (asked) => alerting.createTemplate(asked)],
      [
        'GET /api/default/alerts/templates/:',
        ({ at: [name = ''] }) => one(alerting.templates, name),
      ],
      ['PUT /api/default/alerts/templates/:', (asked) => alerting.changeTemplate(asked)],
      ['DELETE /api/default/alerts/templates/:', (asked) => alerting.removeTemplate(asked)],
      ['GET /api/default/alerts/destinations', () => ok([...alerting.destinations.values()])],
      ['POST /api/default/alerts/destinations', (asked) => alerting.createDestination(asked)],
      ['PUT /api/default/alerts/destinations/:', (asked) => alerting.changeDestination(asked)],
      ['DELETE /api/default/alerts/destinations/:', (asked) => alerting.removeDestination(asked)],
      ['GET /api/v2/default/folders/:/name/:', (asked) => folders.find(asked)],
      ['POST /api/v2/default/folders/:', (asked) => folders.create(asked)],
      ['PUT /api/v2/default/folders/:/:', (asked) => folders.change(asked)],
      ['GET /api/v2/default/alerts', (asked) => alerting.listAlerts(asked)],
      ['POST /api/v2/default/alerts', (asked) => alerting.createAlert(asked)],
      ['GET /api/v2/default/alerts/:', (asked) => alerting.readAlert(asked)],
      ['PUT /api/v2/default/alerts/:', (asked) => alerting.changeAlert(asked)],
      ['DELETE /api/v2/default/alerts/:', (asked) => alerting.removeAlert(asked)],
      ['GET /api/default/dashboards', (asked) => dashboards.list(asked)],
      ['POST /api/default/dashboards', (asked) => dashboards.create(asked)],
      ['GET /api/default/dashboards/:', (asked) => dashboards.read(asked)],
      ['PUT /api/default/dashboards/:', (asked) => dashboards.change(asked)],
      ['DELETE /api/default/dashboards/:', (asked) => dashboards.remove(asked)],
    ];
    return routes.map(([route, handler]) => [
      new RegExp(`^${route.replaceAll(':', '([^/]+)')}$`),
      handler,
    ]);
  }

  #createUser({ body }: Asked): Reply {
    const email = String(body['email']);
    if (this.users.has(email)) return says(400, 'User already exists');
    const { password, ...user } = body;
    if (this.#version === '0.92.2' && !strong.test(String(password))) {
      return says(400, 'Password does not meet the policy');
    }
    this.users.set(email, { ...user, role: 'admin' });
    return says(200, 'User saved successfully');
  }
}

function one(things: ReadonlyMap<string, Body>, name: string): Reply {
  const found = things.get(name);
  return found ? ok(found) : says(404, 'Template not found');
}

async function textOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part);
  return Buffer.concat(parts).toString();
}

function idMaker(): () => string {
  let last = 7_000_000_000_000_000_000n;
  return () => String(++last);
}
