import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** The Chromium on the PATH, where `make test` puts it. */
export function chromiumPath(): string {
  for (const folder of (process.env['PATH'] ?? '').split(delimiter)) {
    for (const name of ['chromium', 'chromium-browser', 'google-chrome']) {
      try {
        accessSync(join(folder, name), constants.X_OK);
        return join(folder, name);
      } catch {}
    }
  }
  throw new Error('There is no Chromium on the PATH. Run the tests by "make test".');
}
