import { sharedAccount } from '../harness/shared-account.ts';
import { testStack } from '../harness/stack.ts';
import { startVisitor, type Visitor } from '../harness/visit.ts';
import { pageStates } from './routes.ts';

let visitor: Visitor;
beforeAll(async () => {
  visitor = await startVisitor(testStack().ingressPort, await sharedAccount());
}, 180_000);
afterAll(async () => {
  await visitor?.close();
});

test.each(pageStates.filter(({ reach }) => !reach))(
  '$name: Tab reaches everything that can be worked, and shows where it is',
  async (state) => {
    const page = await visitor.visit(state);
    const expected = await page.evaluate(() => {
      const workable = 'a[href], button, input, select, textarea, summary, [tabindex="0"]';
      const all = [...document.querySelectorAll<HTMLElement>(workable)].filter(
        (element) =>
          element.checkVisibility({ visibilityProperty: true }) &&
          element.tabIndex >= 0 &&
          !element.matches(':disabled, [type="hidden"], [type="radio"]:not(:checked)') &&
          element.closest('[inert]') === null,
      );
      for (const [at, element] of all.entries()) element.dataset['stop'] = String(at);
      return all.map(({ dataset, outerHTML }) => `${dataset['stop']} ${outerHTML.slice(0, 90)}`);
    });
    const reached = new Set<string>();
    const unseen: string[] = [];
    for (let time = 0; time < expected.length + 5; time++) {
      await page.keyboard.press('Tab');
      const { stop, visible, html } = await page.evaluate(() => {
        const element = document.activeElement as HTMLElement;
        const chain: Element[] = [];
        for (let one: Element | null = element; one; one = one.parentElement) chain.push(one);
        return {
          stop: element.dataset['stop'] ?? '',
          html: element.outerHTML.slice(0, 90),
          // Around the element itself, or around what it stands for, such as a card.
          visible: chain
            .slice(0, 5)
            .flatMap((one) => [getComputedStyle(one), getComputedStyle(one, '::after')])
            .some(
              ({ outlineStyle, outlineWidth }) =>
                outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2,
            ),
        };
      });
      reached.add(stop);
      if (stop !== '' && !visible) unseen.push(html);
    }
    expect(expected.filter((line) => !reached.has(line.split(' ')[0] ?? ''))).toEqual([]);
    expect(unseen).toEqual([]);
  },
  60_000,
);
