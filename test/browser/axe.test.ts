import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { appRoutes } from '../harness/app-routes.ts';
import { noteRefusals, refusalsOf } from '../harness/refusals.ts';
import { sharedAccount } from '../harness/shared-account.ts';
import { testStack } from '../harness/stack.ts';
import { startVisitor, type Visitor } from '../harness/visit.ts';
import { pageStates } from './routes.ts';

let visitor: Visitor;
beforeAll(async () => {
  visitor = await startVisitor(testStack().ingressPort, await sharedAccount(), {
    scripts: [axe.source, noteRefusals],
  });
}, 180_000);
afterAll(async () => {
  await visitor?.close();
});

test('every route is looked at', () => {
  expect([...new Set(pageStates.map(({ route }) => route))].sort()).toEqual(appRoutes().sort());
});

test.each(pageStates)(
  '$name: nothing is wrong for who sees, hears or moves otherwise, in light and dark',
  async (state) => {
    const page = await visitor.visit(state);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      expect({ colorScheme, violations: await violations(page) }).toEqual({
        colorScheme,
        violations: [],
      });
    }
    expect(await refusalsOf(page)).toEqual([]);
  },
  60_000,
);

/** One line for each element that breaks a rule of WCAG 2.2 AA or a best practice. */
async function violations(page: Page): Promise<string[]> {
  const found = await page.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: typeof import('axe-core') };
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
    const results = await axe.run(document, {
      runOnly: tags,
      rules: { 'target-size': { enabled: true } },
      resultTypes: ['violations'],
    });
    return results.violations.map(({ id, nodes }) => ({
      id,
      nodes: nodes.map(({ target, failureSummary = '' }) => ({ target, failureSummary })),
    }));
  });
  return found.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary}`),
  );
}
