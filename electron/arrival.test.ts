import { expect, it } from 'vitest';
import { Arrival } from './arrival.ts';

const part = (text: string) => ({ text, count: 1 });

it('gives out in order what came, early or late, and then nothing', async () => {
  const arrival = new Arrival();
  arrival.push(part('a'));
  const first = arrival.next();
  const second = arrival.next();
  arrival.push(part('b'));
  expect([await first, await second]).toEqual([part('a'), part('b')]);
  const last = arrival.next();
  arrival.end(null);
  expect(await last).toBeNull();
  expect(await arrival.next()).toBeNull();
});

it('fails with what it was ended with, even where parts are left', async () => {
  const arrival = new Arrival();
  arrival.push(part('a'));
  arrival.end(new Error('damaged'));
  arrival.end(null);
  await expect(arrival.next()).rejects.toThrow('damaged');
});
