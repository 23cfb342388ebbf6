import { delimiter, dirname } from 'node:path';
import { ensureTools } from '@recipe-book/tools';

/** Puts programs on the PATH of this program and of what it starts. @throws InstallError */
export async function putOnPath(names: Parameters<typeof ensureTools>[0]): Promise<void> {
  const tools = await ensureTools(names, { env: process.env });
  const folders = new Set(Object.values(tools).map((path) => dirname(path)));
  process.env['PATH'] = [...folders, process.env['PATH']].join(delimiter);
}
