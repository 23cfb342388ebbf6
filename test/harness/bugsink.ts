import { randomUUID } from 'node:crypto';
import { globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { freePort, Program } from '../src/program.ts';

const issues = z.object({ results: z.array(z.object({ id: z.string() })) });
const events = z.object({ results: z.array(z.object({ id: z.string() })) });
const event = z.object({ data: z.record(z.string(), z.any()) });

/** An error as the server has it. */
export interface BugsinkEvent {
  readonly data: z.infer<typeof event>['data'];
  /** What a developer sees: each exception with its frames, source maps applied. */
  readonly stacktrace: string;
}

/** A real server that understands what is sent to Sentry, with one project. */
export interface Bugsink {
  readonly url: string;
  readonly dsn: string;
  /** Lets programs upload and read. */
  readonly token: string;
  events(): Promise<BugsinkEvent[]>;
  /** Whether these bytes stand in any file of the server. */
  holds(text: string): boolean;
  stop(): Promise<void>;
}

/** Starts one with files of its own. `make test` puts it on the PATH. */
export async function startBugsink(): Promise<Bugsink> {
  const folder = mkdtempSync(join(tmpdir(), 'bugsink-'));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  writeFileSync(join(folder, 'bugsink_conf.py'), configuration(folder, url));
  const env = { ...process.env, PYTHONUNBUFFERED: '1' };
  // It finds its configuration in the folder that it is started in.
  const here = ['-C', folder, 'bugsink-manage'];
  const run = async (...args: string[]) => {
    const { code, lines } = await Program.run('env', [...here, ...args], env);
    if (code !== 0) throw new Error(`bugsink-manage ${args[0]} failed:\n${lines.join('\n')}`);
    return lines;
  };
  await run('migrate', '--verbosity', '0');
  await run('migrate', '--verbosity', '0', '--database', 'snappea', 'snappea');
  const made = await run('shell', '-c', makeProject);
  const [key = '', token = ''] = (made.at(-1) ?? '').split(' ');
  const program = await Program.start(
    'env',
    [...here, 'runserver', '--noreload', `127.0.0.1:${port}`],
    /Quit the server/,
    env,
  );
  const ask = async (path: string) => {
    const headers = { Authorization: `Bearer ${token}` };
    const answer = await fetch(`${url}/api/canonical/0${path}`, { headers });
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    return answer;
  };
  return {
    url,
    dsn: `http://${key}@127.0.0.1:${port}/1`,
    token,
    async events() {
      const all: BugsinkEvent[] = [];
      for (const issue of issues.parse(await (await ask('/issues/?project=1')).json()).results) {
        const list = events.parse(await (await ask(`/events/?issue=${issue.id}`)).json());
        for (const { id } of list.results) {
          const { data } = event.parse(await (await ask(`/events/${id}/`)).json());
          all.push({ data, stacktrace: await (await ask(`/events/${id}/stacktrace/`)).text() });
        }
      }
      return all;
    },
    holds(text) {
      const files = globSync('**/*', { cwd: folder, withFileTypes: true });
      return files.some(
        (file) => file.isFile() && readFileSync(join(file.parentPath, file.name)).includes(text),
      );
    },
    async stop() {
      await program.stop();
      rmSync(folder, { recursive: true });
    },
  };
}

/** Everything at once and in one process: what is sent is there when the answer is. */
function configuration(folder: string, url: string): string {
  const path = (name: string) => JSON.stringify(join(folder, name));
  return `
from bugsink.settings.default import *
SECRET_KEY = "${randomUUID()}${randomUUID()}"
DATABASES["default"]["NAME"] = ${path('db.sqlite3')}
DATABASES["snappea"]["NAME"] = ${path('snappea.sqlite3')}
SNAPPEA = {"TASK_ALWAYS_EAGER": True, "NUM_WORKERS": 1}
EMAIL_BACKEND = "django.core.mail.backends.dummy.EmailBackend"
BUGSINK = {
    "BASE_URL": "${url}",
    "INGEST_STORE_BASE_DIR": ${path('ingestion')},
    "PHONEHOME": False,
}
`;
}

const makeProject = `
from projects.models import Project
from bsmain.models import AuthToken
print(Project.objects.create(name="recipe-book").sentry_key.hex, AuthToken.create_full_access().token)
`;
