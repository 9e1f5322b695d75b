import type { Plan } from './plan.ts';

/** Works out once for each plan what follows from it alone: a batch asks for it thousands of times. */
export function perPlan<T extends object>(workOut: (plan: Plan) => T): (plan: Plan) => T {
  const known = new WeakMap<Plan, T>();
  return plan => {
    const found = known.get(plan);
    if (found) return found;
    const worked = workOut(plan);
    known.set(plan, worked);
    return worked;
  };
}
