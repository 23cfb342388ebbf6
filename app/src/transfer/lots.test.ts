import { HttpProblem } from '../http/problem.ts';
import { Lots } from './lots.ts';
import { readNodes } from './read-nodes.ts';
import type { TransferredResource } from './resource.ts';
import { Restoring } from './restoring.ts';

const refusing: TransferredResource = {
  name: 'things',
  property: 'recipeBook:thing',
  refers: false,
  async *export() {},
  async restore() {
    throw new HttpProblem(409, 'Not now.');
  },
};

async function* bytesOf(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text);
}

function lots(): Lots {
  return new Lots([refusing], new Restoring('owner', { titles: async () => new Map() }, false));
}

test('a fault of the file is told, since all before it was taken', async () => {
  const fault = await lots().takeAll(readNodes(bytesOf('[{"recipeBook:thing":{}},')));
  expect(fault?.problem).toMatchObject({ status: 400 });
});

test('a refusal of a thing is no fault of the file, and ends the import', async () => {
  const things = `[${Array.from({ length: 100 }, () => '{"recipeBook:thing":{}}').join()}]`;
  await expect(lots().takeAll(readNodes(bytesOf(things)))).rejects.toThrow('Not now.');
});
