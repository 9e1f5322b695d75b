/*
 * Which verdicts the documents allow: every set of figures that may speak × every side × every reading × every world of it.
 * The worlds of a side are judged by asking `verdict.ts` and following each answer that some world gives, with that
 * answer as one more condition. Every verdict comes with a world in numbers that ends in it, and that world is judged
 * once more by itself: so no verdict stands here without an example.
 */
import type { DecidedVerdict } from '../../../src/model/verdict.ts';
import { type Facts, factsOf } from './documents.ts';
import type { Case } from './fields.ts';
import { type Figures, waysTaken } from './figures.ts';
import type { Edge, Goal, Reading } from './goals.ts';
import { type Condition, constant, type Form, isConstant, type Point, scaled, solve, valueAt, ZERO } from './linear.ts';
import { type IsNegative, type Value, verdictsOf, type World } from './verdict.ts';
import {
  clearDay,
  historyDays,
  isJust,
  printedOn,
  type Setting,
  type Side,
  START,
  settingOf,
  sidesOf,
  valueOn,
} from './worlds.ts';

export interface Possible {
  /** Each verdict with the world that ends in it. */
  readonly verdicts: ReadonlyMap<DecidedVerdict, Point>;
  readonly isContested: boolean;
  /** The day that must be judged, where the documents leave no doubt. */
  readonly clearDay: string | undefined;
}

/** The day on which the figures that were known are judged: the documents are not always clear, so it is asked for. */
export type JudgedDay = (known: Figures, facts: Facts) => string;

export function possibleIn(given: Case, judgedDay: JudgedDay): Possible {
  const facts = factsOf(given);
  const verdicts = new Map<DecidedVerdict, Point>();
  let isContested = false;
  const ways = waysTaken(facts);
  for (const known of ways) {
    const judged = facts.asOf >= facts.by ? facts.by : judgedDay(known, facts);
    const setting = settingOf(facts, known, judged);
    const sides = sidesOf(setting);
    isContested ||= sides.length > 1;
    for (const side of sides)
      for (const reading of facts.readings) collect(verdicts, side, worldOf(setting, side, reading, judged), facts);
  }
  const [only] = ways.length === 1 ? ways : [];
  return { verdicts, isContested, clearDay: only && clearDay(facts, only) };
}

function worldOf({ facts, ...setting }: Setting, side: Side, { goal, path }: Reading, judged: string): World {
  const { start, tree, isAsPrinted, isSigned } = facts;
  const toldOn = (day: string): Value => {
    const form = valueOn(facts, tree.id, day);
    const isOn = (edge: Edge) =>
      isAsPrinted &&
      printedOn(side, facts, day).some(
        ({ printed }) => isPrintedAs(printed, edge) && isJust(side, form, printed, isSigned),
      );
    return { day, form, isOn };
  };
  const never = () => false;
  const startOf = ({ day, number }: NonNullable<Facts['start']>, isExact: boolean) => ({
    pace: { day, form: isExact && number !== null ? constant(number) : START, isOn: never },
    named: { day, form: number === null ? START : constant(number), isOn: never },
  });
  return {
    goal,
    by: facts.by,
    hasPassed: facts.asOf >= facts.by,
    method: facts.method ?? methodFor(goal),
    isBinding: facts.isBinding,
    isMonotone: facts.isMonotone,
    value: toldOn(judged),
    start: start && startOf(start, start.range.low === start.range.high),
    history: historyDays({ facts, ...setting }, judged).map(toldOn),
    path,
  };
}

const methodFor = ({ direction, isHold }: Goal): string => (direction ? 'direction' : isHold ? 'hold' : 'schedule');

/** Design §7 "On the line": the printed numbers are equal, and the figure's is at least as fine. */
const isPrintedAs = (printed: Figures[number]['printed'], { number, decimals }: Edge): boolean =>
  printed.isByDigits && printed.number === number && printed.decimals >= decimals;

/** Follows every answer that some world of the side gives: first those of one example, then the others in turn. */
function collect(found: Map<DecidedVerdict, Point>, side: Side, world: World, { isSigned }: Facts): void {
  const branches: boolean[][] = [[]];
  for (let answers = branches.pop(); answers; answers = branches.pop()) {
    const conditions: Condition[] = [...side.conditions];
    const given = [...answers];
    let asked = 0;
    let example: Point | undefined;
    const answer: IsNegative = form => {
      if (isConstant(form)) return form.constant < -ZERO;
      const isAnswered = asked < given.length;
      if (!isAnswered) {
        example ??= exampleOf(conditions, isSigned);
        given.push(valueAt(form, example) < -ZERO);
      }
      const now = given[asked] ?? false;
      if (!isAnswered && solve([...conditions, conditionFor(form, !now)], isSigned))
        branches.push([...given.slice(0, asked), !now]);
      asked += 1;
      conditions.push(conditionFor(form, now));
      return now;
    };
    const verdicts = verdictsOf(world, answer);
    if (verdicts.every(verdict => found.has(verdict))) continue;
    const point = exampleOf(conditions, isSigned);
    const again = verdictsOf(world, form => valueAt(form, point) < -ZERO);
    if (`${again}` !== `${verdicts}`) throw new Error(`all worlds say ${verdicts}, the example ${again}`);
    for (const verdict of verdicts) if (!found.has(verdict)) found.set(verdict, point);
  }
}

function exampleOf(conditions: readonly Condition[], isSigned: boolean): Point {
  const point = solve(conditions, isSigned);
  if (!point) throw new Error('a side, or an answer of it, without a world');
  return point;
}

const conditionFor = (form: Form, isNegative: boolean): Condition =>
  isNegative ? { form: scaled(form, -1), isStrict: true } : { form, isStrict: false };
