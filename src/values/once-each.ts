/** Works out once for each thing what follows from it alone, and forgets it with the thing. */
export function onceEach<K extends object, V extends object>(workOut: (of: K) => V): (of: K) => V {
  const known = new WeakMap<K, V>();
  return of => {
    const found = known.get(of);
    if (found) return found;
    const worked = workOut(of);
    known.set(of, worked);
    return worked;
  };
}
