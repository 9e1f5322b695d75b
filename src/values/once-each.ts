/** Works out once for each thing what follows from it alone, and forgets it with the thing. */
export function onceEach<K extends object, V extends object>(workOut: (of: K) => V): (of: K) => V {
  const results = new WeakMap<K, V>();
  return of => {
    const found = results.get(of);
    if (found) return found;
    const worked = workOut(of);
    results.set(of, worked);
    return worked;
  };
}
