/** @jest-environment jest-fixed-jsdom */
import type { Active, Over } from '@dnd-kit/core';
import { renderHook } from '@testing-library/react';
import { useSpokenOrder } from './use-spoken-order.ts';

const dishes = ['Dal', 'Pizza', 'Waffles'];
const active = { id: 'a' } as Active;
const over = (id: string) => ({ active, over: { id } as Over });

function announcements() {
  const say = (what: string) => (said: { name: string; place: number; count: number }) =>
    `${said.name} ${what} ${said.place} of ${said.count}`;
  const texts = {
    instructions: '',
    start: say('from'),
    over: say('now'),
    end: say('put'),
    cancel: say('stays'),
  };
  const nameOf = (at: number) => dishes[at] ?? '';
  return renderHook(() => useSpokenOrder(['a', 'b', 'c'], nameOf, texts)).result.current
    .announcements;
}

test('what is picked up is told in full, not cut off by being over itself', () => {
  const said = announcements();
  expect(said.onDragStart({ active })).toBe('Dal from 1 of 3');
  expect(said.onDragOver(over('a'))).toBeUndefined();
  expect(said.onDragOver(over('c'))).toBe('Dal now 3 of 3');
  expect(said.onDragOver(over('a'))).toBe('Dal now 1 of 3');
  expect(said.onDragEnd(over('b'))).toBe('Dal put 2 of 3');
});

test('beside everything there is nothing to say, and what is let go stays', () => {
  const said = announcements();
  said.onDragStart({ active });
  expect(said.onDragOver({ active, over: null })).toBeUndefined();
  expect(said.onDragCancel({ active, over: null })).toBe('Dal stays 1 of 3');
});
