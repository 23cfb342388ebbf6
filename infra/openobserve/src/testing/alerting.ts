import {
  type Asked,
  type Body,
  filled,
  ok,
  type Reply,
  says,
  strings,
  type Version,
} from './answers.ts';
import type { StandInFolders } from './folders.ts';
import type { StandInStreams } from './streams.ts';

/** What 0.92.2 takes for a place that alerts must not reach; it also looks up what a name leads to. */
const guarded = /^(localhost|127\..*|10\..*|192\.168\..*|.*\.(local|internal|lan|localdomain))$/;

const condition = ['conditions', 'sql', 'promql', 'promql_condition', 'aggregation'];

/** Templates, destinations and alerts, with who needs whom. */
export class StandInAlerting {
  readonly templates = new Map<string, Body>();
  readonly destinations = new Map<string, Body>();
  /** By id. */
  readonly alerts = new Map<string, { readonly folder: string; readonly body: Body }>();
  readonly #streams: StandInStreams;
  readonly #folders: StandInFolders;
  readonly #newId: () => string;
  readonly #version: Version;

  constructor(
    streams: StandInStreams,
    folders: StandInFolders,
    newId: () => string,
    version: Version,
  ) {
    this.#streams = streams;
    this.#folders = folders;
    this.#newId = newId;
    this.#version = version;
  }

  createTemplate({ body }: Asked): Reply {
    const name = String(body['name']);
    if (this.templates.has(name)) return says(400, 'Template with the same name already exists');
    if (this.#version === '0.92.2' && name.startsWith('prebuilt_')) {
      return says(400, 'Template name is reserved');
    }
    if (typeof body['body'] !== 'string') return { status: 400, body: 'Json deserialize error' };
    this.templates.set(name, { ...body, isDefault: true });
    return says(200, 'Template saved', { id: this.#newId(), name });
  }

  changeTemplate({ at, body }: Asked): Reply {
    if (!this.templates.has(at[0] ?? '')) return says(404, 'Template not found');
    this.templates.set(at[0] ?? '', { ...body, isDefault: true });
    return says(200, 'Template updated');
  }

  removeTemplate({ at }: Asked): Reply {
    const name = at[0] ?? '';
    const user = [...this.destinations.values()].find(({ template }) => template === name);
    if (user) return says(409, `Template is in use by destination: ${user['name']}`);
    return this.templates.delete(name)
      ? says(200, 'Template deleted')
      : says(404, 'Template not found');
  }

  createDestination({ body }: Asked): Reply {
    const name = String(body['name']);
    if (this.destinations.has(name)) {
      return says(400, 'Destination with the same name already exists');
    }
    const problem = this.#destinationProblem(body);
    if (problem) return problem;
    this.destinations.set(name, { emails: [], ...body });
    return says(200, 'Destination saved', { id: this.#newId(), name });
  }

  changeDestination({ at, body }: Asked): Reply {
    const name = at[0] ?? '';
    if (!this.destinations.has(name)) return says(404, 'Destination not found');
    const problem = this.#destinationProblem(body);
    if (problem) return problem;
    this.destinations.set(name, { emails: [], ...body });
    return says(200, 'Destination updated');
  }

  removeDestination({ at }: Asked): Reply {
    const name = at[0] ?? '';
    const user = [...this.alerts.values()].find(({ body }) =>
      strings(body['destinations']).includes(name),
    );
    if (user) return says(409, `Destination is currently used by alert: ${user.body['name']}`);
    return this.destinations.delete(name)
      ? says(200, 'Destination deleted')
      : says(404, 'Destination not found');
  }

  #destinationProblem(body: Body): Reply | undefined {
    if (body['type'] === 'email') return says(400, 'Email destination must have SMTP configured');
    // It looks for the template when an alert is sent.
    if (this.#version === '0.92.2') return guardProblem(body);
    if (this.templates.has(String(body['template']))) return undefined;
    return says(500, 'DbError# DestinationError# alert destination in DB has empty template id');
  }

  /** Names may come again. */
  createAlert({ query, body }: Asked): Reply {
    const folder = query.get('folder') ?? 'default';
    if (!this.#folders.has('alerts', folder)) return says(404, 'Folder not found');
    const problem = this.#alertProblem(body);
    if (problem) return problem;
    const id = this.#newId();
    this.alerts.set(id, { folder, body: kept(body) });
    return says(200, 'Alert saved', { id, name: body['name'] });
  }

  changeAlert({ at, body }: Asked): Reply {
    const before = this.alerts.get(at[0] ?? '');
    if (!before) return says(404, 'Alert not found');
    const problem = this.#alertProblem(body);
    if (problem) return problem;
    this.alerts.set(at[0] ?? '', { folder: before.folder, body: kept(body) });
    return says(200, 'Alert Updated');
  }

  readAlert({ at }: Asked): Reply {
    const alert = this.alerts.get(at[0] ?? '');
    return alert ? ok({ id: at[0], ...alert.body }) : says(404, 'Alert not found');
  }

  /** Without destinations, and with the query under another name. */
  listAlerts({ query }: Asked): Reply {
    const folder = query.get('folder');
    const list = [...this.alerts]
      .filter(([, one]) => folder === null || one.folder === folder)
      .map(([alert_id, { folder: folder_id, body }]) => {
        const { destinations: _, query_condition, ...rest } = body;
        return { alert_id, folder_id, condition: query_condition, ...rest };
      });
    return ok({ list });
  }

  removeAlert({ at }: Asked): Reply {
    this.alerts.delete(at[0] ?? '');
    return says(200, 'Alert deleted');
  }

  #alertProblem(body: Body): Reply | undefined {
    const destinations = strings(body['destinations']);
    if (destinations.length === 0) return says(400, 'Alert destinations is required');
    const missing = destinations.find((one) => !this.destinations.has(one));
    if (missing !== undefined) return says(404, `Alert destination ${missing} not found`);
    const { sql } = body['query_condition'] as { sql?: string };
    if (sql !== undefined && !sql.startsWith('SELECT ')) {
      return says(
        this.#version === '0.16.3' ? 500 : 400,
        'Error resolving stream names in SQL query: SQL error: ParserError("Expected: an SQL statement, found: SELEC at Line: 1, Column: 1")',
      );
    }
    return this.#streams.has(body['stream_name'], body['stream_type'])
      ? undefined
      : says(404, `Stream ${body['stream_name']} not found`);
  }
}

function guardProblem({ template, url }: Body): Reply | undefined {
  if (!template) return says(400, 'Alert destination must have a template');
  return guarded.test(new URL(String(url)).hostname)
    ? says(400, `URL is not allowed: ${new URL(String(url)).hostname}`)
    : undefined;
}

/** How an alert is told again. */
function kept({ row_template_type: _, ...body }: Body): Body {
  return {
    ...body,
    query_condition: filled(condition, body['query_condition'] as Body),
    trigger_condition: {
      cron: '',
      tolerance_in_secs: null,
      ...(body['trigger_condition'] as Body),
    },
  };
}
