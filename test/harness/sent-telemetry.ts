import type { Page } from 'playwright-core';

/** What a page sends of itself, as text, but for what it sends while it is left: Chromium does not tell that. */
export function sentTelemetry(page: Page): readonly string[] {
  const sent: string[] = [];
  page.on('request', (request) => {
    if (request.url().includes('/otlp/')) sent.push(request.postData() ?? '');
  });
  return sent;
}

/** Whether a value of a span's attribute, such as the id of a web vital, is in what a page has sent. */
export function holdsValue(sent: readonly string[], value: unknown): boolean {
  return sent.some((text) => text.includes(JSON.stringify(value)));
}
