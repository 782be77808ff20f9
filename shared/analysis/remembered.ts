/**
 * Results that are remembered by what they were made of. The keys stay apart: to make one string of them costs more
 * than many a result, and some are asked for several times a cable.
 */

/** A function of two keys that makes each of its results once. */
export function rememberedBy2<A, B, V extends object | number | null>(
  make: (a: A, b: B) => V,
): (a: A, b: B) => V {
  const perA = new Map<A, Map<B, V>>();
  return (a, b) => {
    let perB = perA.get(a);
    if (!perB) {
      perB = new Map();
      perA.set(a, perB);
    }
    let value = perB.get(b);
    if (value === undefined) {
      value = make(a, b);
      perB.set(b, value);
    }
    return value;
  };
}

/** The same of keys that may be forgotten: a result lives as long as both of its keys. */
export function rememberedWeakly2<A extends WeakKey, B extends WeakKey, V extends object>(
  make: (a: A, b: B) => V,
): (a: A, b: B) => V {
  const perA = new WeakMap<A, WeakMap<B, V>>();
  return (a, b) => {
    let perB = perA.get(a);
    if (!perB) {
      perB = new WeakMap();
      perA.set(a, perB);
    }
    let value = perB.get(b);
    if (value === undefined) {
      value = make(a, b);
      perB.set(b, value);
    }
    return value;
  };
}

/** The same of three keys. */
export function rememberedBy3<A, B, C, V extends object | number | null>(
  make: (a: A, b: B, c: C) => V,
): (a: A, b: B, c: C) => V {
  const perAB = rememberedBy2((_a: A, _b: B) => new Map<C, V>());
  return (a, b, c) => {
    const perC = perAB(a, b);
    let value = perC.get(c);
    if (value === undefined) {
      value = make(a, b, c);
      perC.set(c, value);
    }
    return value;
  };
}
