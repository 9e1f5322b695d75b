import { NOISE } from '../values/noise.ts';
import type { End, Solution } from './solution.ts';

/*
 * Narrowing shows that claims exclude each other; it cannot always show that they do not: of three parts it sees what each
 * may be, not what two may be together. Where parts rise over several days, claims count as consistent only if one world
 * is found in which all of them hold. A day after the other is filled from below, and what the whole has beyond the least
 * of its parts goes to the parts that need it soonest.
 */

/** How near to an open end a world goes, in parts of the largest number there is. */
const STEP = 1e-6;

/** Whether the claims of a solution can surely stand together. Of one region, and on days that nothing ties, all can. */
export function isProven(solution: Solution): boolean {
  const { regions, days, isMonotone } = solution.network;
  return regions.length === 1 || days.length === 1 || !isMonotone || hasWorld(solution);
}

function hasWorld(solution: Solution): boolean {
  const { network, lows, highs } = solution;
  const largest = [...lows, ...highs].reduce(
    (most, { at }) => (Number.isFinite(at) ? Math.max(most, Math.abs(at)) : most),
    1,
  );
  const world: World = {
    solution,
    step: largest * STEP,
    noise: largest * NOISE,
    values: network.regions.map(() => network.floor),
  };
  return network.days.every((_, day) => fillDay(world, day));
}

interface World {
  readonly solution: Solution;
  readonly step: number;
  readonly noise: number;
  /** The values of all regions on the last day that was filled in. */
  readonly values: number[];
}

const lowOn = ({ solution: { network, lows }, step }: World, region: number, day: number): number => {
  const { at, isOpen } = lows[region * network.days.length + day] as End;
  return isOpen ? at + step : at;
};

const highOn = ({ solution: { network, highs }, step }: World, region: number, day: number): number => {
  const { at, isOpen } = highs[region * network.days.length + day] as End;
  return isOpen ? at - step : at;
};

function fillDay(world: World, day: number): boolean {
  const { solution, noise, values } = world;
  const { regions } = solution.network;
  const [floors, ceilings]: [number[], number[]] = [[], []];
  for (let region = regions.length - 1; region >= 0; region--) {
    const parts = regions[region]?.parts ?? [];
    const floor = Math.max(lowOn(world, region, day), values[region] ?? 0);
    const ceiling = highOn(world, region, day);
    floors[region] = parts.length > 0 ? Math.max(floor, sum(floors, parts)) : floor;
    ceilings[region] = parts.length > 0 ? Math.min(ceiling, sum(ceilings, parts)) : ceiling;
    if ((floors[region] ?? 0) > (ceilings[region] ?? 0) + noise) return false;
  }
  values.splice(0, values.length, ...floors);
  return regions.every(({ parts }, region) => parts.length === 0 || share(world, day, region, parts, ceilings));
}

const sum = (of: readonly number[], parts: readonly number[]): number =>
  parts.reduce((total, part) => total + (of[part] ?? 0), 0);

/** Gives the parts what their region has beyond the least of each: to those first that need it soonest. */
function share(
  world: World,
  day: number,
  region: number,
  parts: readonly number[],
  ceilings: readonly number[],
): boolean {
  const { solution, noise, values } = world;
  const count = solution.network.days.length;
  let left = (values[region] ?? 0) - sum(values, parts);
  for (let later = day + 1; later <= count && left > noise; later++) {
    for (const part of parts) {
      const wanted = later < count ? lowOn(world, part, later) : Infinity;
      const room = Math.min(wanted, ceilings[part] ?? 0) - (values[part] ?? 0);
      const given = Math.max(0, Math.min(left, room));
      values[part] = (values[part] ?? 0) + given;
      left -= given;
    }
  }
  return left <= noise;
}
