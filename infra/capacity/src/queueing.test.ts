import { residence, utilisation } from './queueing.ts';

describe('queueing', () => {
  test('one server is M/M/1: the time doubles at half load and is tenfold at nine tenths', () => {
    const station = { servers: 1, service: 0.01 };
    expect(residence(station, 0)).toBeCloseTo(0.01);
    expect(residence(station, 50)).toBeCloseTo(0.02);
    expect(residence(station, 90)).toBeCloseTo(0.1);
  });

  test('two servers are M/M/2, which has a closed form', () => {
    // service / (1 - utilisation²)
    expect(residence({ servers: 2, service: 1 }, 1)).toBeCloseTo(1 / (1 - 0.25));
    expect(residence({ servers: 2, service: 1 }, 1.8)).toBeCloseTo(1 / (1 - 0.81));
  });

  test('many servers need no special numbers', () => {
    const station = { servers: 400, service: 1 };
    expect(residence(station, 200)).toBeCloseTo(1);
    expect(residence(station, 399)).toBeGreaterThan(1.5);
  });

  test('nothing comes out of a station that gets as much as it can take', () => {
    expect(utilisation({ servers: 2, service: 0.5 }, 4)).toBe(1);
    expect(residence({ servers: 2, service: 0.5 }, 4)).toBe(Number.POSITIVE_INFINITY);
  });
});
