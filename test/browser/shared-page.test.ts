import { chromium } from 'playwright-core';
import { chromiumPath } from '../harness/chromium.ts';
import { call, freshAddress } from '../harness/client.ts';
import { testStack } from '../harness/stack.ts';
import { registerUser } from '../harness/users.ts';

const port = testStack().ingressPort;

test('a shared recipe shows in a browser without a script, as its own policy allows', async () => {
  const { token } = await registerUser(port);
  const post = async (path: string, body: object) => {
    const answer = await call({ port, path, method: 'POST', token, body, from: freshAddress() });
    expect(answer.status).toBe(201);
    return answer.json;
  };
  const title = '</script><script>document.title = "taken over"</script>';
  const { id } = await post('/api/recipes', { title, steps: ['Boil it.'] });
  const { url } = await post('/api/shares', { kind: 'recipe', id });
  const { headers } = await call({ port, path: url, from: freshAddress() });
  expect(headers['referrer-policy']).toBe('no-referrer');
  expect(headers['content-security-policy']).toMatch(/^default-src 'none'; img-src 'self'; style/);

  const browser = await chromium.launch({
    executablePath: chromiumPath(),
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
  try {
    const page = await browser.newPage();
    const problems: string[] = [];
    page.on('pageerror', (error) => problems.push(String(error)));
    page.on('console', (message) => problems.push(message.text()));
    await page.goto(`http://localhost:${port}${url}`);
    expect(await page.title()).toBe(title);
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe(title);
    // The style sheet counts: its hash stands in the policy.
    expect(await page.evaluate('getComputedStyle(document.querySelector(".facts")).display')).toBe(
      'flex',
    );
    expect(problems).toEqual([]);
  } finally {
    await browser.close();
  }
}, 60_000);
