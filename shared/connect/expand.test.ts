import { describe, expect, it } from 'vitest';
import type { Design } from '../model/design.ts';
import { sayReason } from '../rules/verdict.ts';
import { endText } from './end-text.ts';
import { expandPattern } from './expand.ts';
import { hall } from './fixture-hall.ts';
import type { Asked, AskedEnd } from './pairs.ts';
import { parsePattern } from './pattern.ts';

const design = hall({ nodes: 4, leaves: 4 });

function asked(source: string, times = 1, within: Design = design): Asked {
  const pattern = parsePattern(source);
  if (!pattern.ok) throw new Error(sayReason(pattern.reason));
  return expandPattern(within, pattern.value, times);
}

function told(end: AskedEnd, within: Design = design): string {
  return end.end === 'none' ? `! ${sayReason(end.reason)}` : endText(within, end);
}

function pairs(source: string, times = 1): readonly string[] {
  return asked(source, times).pairs.map(({ a, b }) => `${told(a)} = ${told(b)}`);
}

describe('what a pattern stands for', () => {
  it('devices as they are written, and of each its ports; a number taken on the left goes to the right', () => {
    expect(pairs('dgx-[02,01]:rail{r} -> leaf-{r+1}:{n}/1').slice(0, 5)).toEqual([
      'dgx-02 rail0 = leaf-1 1/1',
      'dgx-02 rail1 = leaf-2 1/1',
      'dgx-02 rail2 = leaf-3 1/1',
      'dgx-02 rail3 = leaf-4 1/1',
      'dgx-02 rail4 = ! No device is called leaf-5',
    ]);
    expect(pairs('dgx-[02,01]:rail{r} -> leaf-{r+1}:{n}/1')[8]).toBe('dgx-01 rail0 = leaf-1 2/1');
  });

  it('ends for which the right side reads the same share what it names, in order', () => {
    expect(pairs('dgx-[1-3]:rail[0-1] -> leaf-1:[1-3]/[1-2]')).toEqual([
      'dgx-01 rail0 = leaf-1 1/1',
      'dgx-01 rail1 = leaf-1 1/2',
      'dgx-02 rail0 = leaf-1 2/1',
      'dgx-02 rail1 = leaf-1 2/2',
      'dgx-03 rail0 = leaf-1 3/1',
      'dgx-03 rail1 = leaf-1 3/2',
    ]);
    expect(asked('dgx-[1-2]:rail0 -> leaf-1:[1-3]/1').leftOver).toBe(1);
    expect(pairs('dgx-[1-3]:rail0 -> leaf-1:[1-2]/1')[2]).toContain(
      '! The right side names 2 ports, and all are taken',
    );
  });

  it('numbers are found with or without their zeros, letters in either case', () => {
    expect(pairs('DGX-1:RAIL0 -> leaf-01:01/1')).toEqual(['dgx-01 rail0 = leaf-1 1/1']);
  });

  it('wildcards go through the names in the order in which one counts', () => {
    expect(pairs('dgx-*:rail0 -> leaf-{n}:1/1')).toEqual([
      'dgx-01 rail0 = leaf-1 1/1',
      'dgx-02 rail0 = leaf-2 1/1',
      'dgx-03 rail0 = leaf-3 1/1',
      'dgx-04 rail0 = leaf-4 1/1',
    ]);
    expect(pairs('dgx-0?:rail[0,7] -> leaf-{n}:{p}/1')[7]).toBe('dgx-04 rail7 = leaf-4 2/1');
    expect(pairs('dgx-{d}:rail{r=0-1} -> leaf-{d}:{(r+1)*10}/1')[3]).toBe(
      'dgx-02 rail1 = leaf-2 20/1',
    );
  });

  it('a star means network ports, and neither management nor consoles nor power', () => {
    const leaf = asked('leaf-1:* -> leaf-2:*');
    expect(leaf.pairs).toHaveLength(64);
    expect(leaf.pairs.every(({ a }) => told(a).includes('/'))).toBe(true);
  });

  it('a port is meant by its name, else its label, else the opening it is in', () => {
    expect(pairs('dgx-01:compute rail 3 -> leaf-1:5')).toEqual(['dgx-01 rail3 = leaf-1 5/1']);
    expect(pairs('leaf-1:3 -> leaf-2:7')).toEqual([
      'leaf-1 3/1 = leaf-2 7/1',
      'leaf-1 3/2 = leaf-2 7/2',
    ]);
    expect(pairs('dgx-01:OSFP1 -> leaf-1:9')).toEqual([
      'dgx-01 rail0 = leaf-1 9/1',
      'dgx-01 rail1 = leaf-1 9/2',
    ]);
  });

  it('a breakout takes so many ends of the right for each of the left', () => {
    expect(pairs('leaf-1:[1-2]/1 -> dgx-[1-4]:storage1', 2)).toEqual([
      'leaf-1 1/1 = dgx-01 storage1',
      'leaf-1 1/1 = dgx-02 storage1',
      'leaf-1 2/1 = dgx-03 storage1',
      'leaf-1 2/1 = dgx-04 storage1',
    ]);
  });

  it('what is not there is told, with what is like it', () => {
    expect(pairs('dgx-05:rail0 -> leaf-1:1/1')).toEqual([
      '! No device is called dgx-05 = ! There is nothing on the left',
    ]);
    expect(pairs('dgx01:rail0 -> leaf-1:1/1')[0]).toContain(
      'No device is called dgx01; there is dgx-01',
    );
    expect(pairs('dgx-01:rail9 -> leaf-1:1/1')[0]).toContain('dgx-01 has no port rail9');
    expect(pairs('node*:rail0 -> leaf-1:1/1')[0]).toContain('No device fits node*');
    expect(pairs('dgx-01:rail{r} -> leaf-{r-1}:1/1')[0]).toContain('no whole number from 0 on');
  });

  it('is the same every time', () => {
    const source = 'dgx-*:rail{r} -> leaf-{r%4+1}:free';
    expect(asked(source)).toEqual(asked(source));
  });
});
