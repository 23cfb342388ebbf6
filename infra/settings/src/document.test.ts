import { join } from 'node:path';
import { expectGolden } from '@recipe-book/test/golden';
import { configurationPage } from './document.ts';

test('docs/configuration.md says what the programs read', () => {
  expectGolden(join(import.meta.dirname, '../../../docs/configuration.md'), configurationPage());
});
