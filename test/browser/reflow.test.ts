import { sharedAccount } from '../harness/shared-account.ts';
import { testStack } from '../harness/stack.ts';
import { startVisitor, type Visitor } from '../harness/visit.ts';
import { pageStates } from './routes.ts';

// German words are long.
describe.each(['en', 'de'])('in %s, on the narrowest screen', (locale) => {
  let visitor: Visitor;
  beforeAll(async () => {
    visitor = await startVisitor(testStack().ingressPort, await sharedAccount(), {
      locale,
      viewport: { width: 320, height: 640 },
      isMobile: true,
      hasTouch: true,
    });
  }, 180_000);
  afterAll(async () => {
    await visitor?.close();
  });

  test.each(pageStates)(
    '$name is read without scrolling sideways (WCAG 2.2, 1.4.10)',
    async (state) => {
      const page = await visitor.visit(state);
      const { width, beyond } = await page.evaluate(() => ({
        width: document.documentElement.scrollWidth,
        beyond: [...document.body.querySelectorAll('*')]
          .filter((element) => element.getBoundingClientRect().right > innerWidth + 1)
          .map(({ tagName, className }) => `${tagName}.${className}`)
          .slice(0, 5),
      }));
      expect(width > 320 ? { width, beyond } : {}).toEqual({});
    },
    30_000,
  );
});
