import { trace } from '@opentelemetry/api';
import { Activities } from './activities.ts';
import { testTracer } from './testing.ts';

const { jest } = import.meta;
const start = 1_800_000_000_000;

function begin() {
  const { tracer, spans } = testTracer();
  const activities = new Activities(tracer);
  activities.begin('click', {}, start);
  const lengths = () =>
    spans().map(({ duration: [seconds, nanos] }) => seconds * 1000 + nanos / 1e6);
  return { activities, lengths };
}

beforeEach(() => jest.useFakeTimers({ now: start, doNotFake: ['performance'] }));
afterEach(() => jest.useRealTimers());

test('what begins within a second of a click, and of what came of it, belongs to it', () => {
  const { activities, lengths } = begin();
  const id = trace.getSpanContext(activities.context)?.spanId;
  expect(id).toBeDefined();
  jest.advanceTimersByTime(900);
  const release = activities.hold();
  jest.advanceTimersByTime(5000);
  release();
  jest.advanceTimersByTime(900);
  expect(trace.getSpanContext(activities.context)?.spanId).toBe(id);
  jest.advanceTimersByTime(200);
  expect(activities.isUnderWay).toBe(false);
  expect(lengths()).toEqual([5900]);
});

test('the next click ends it, and what comes late of the first does not touch the second', () => {
  const { activities, lengths } = begin();
  const release = activities.hold();
  jest.advanceTimersByTime(100);
  activities.begin('click', {}, Date.now());
  jest.advanceTimersByTime(500);
  release();
  jest.advanceTimersByTime(600);
  expect(activities.isUnderWay).toBe(false);
  expect(lengths()).toEqual([0, 0]);
});

test('one that goes on for ever is ended', () => {
  const { activities, lengths } = begin();
  activities.hold();
  jest.advanceTimersByTime(31_000);
  expect(activities.isUnderWay).toBe(false);
  expect(lengths()).toEqual([0]);
});
