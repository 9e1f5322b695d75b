/*
 * Small plans and reports at random. One true course of every region is drawn first; figures and goals lie on it or near
 * it, so that they agree, contradict each other and meet the goal far more often than by chance. What is drawn are small
 * numbers that are laid over that course, so fast-check can leave figures out and take their errors away one by one.
 */
import fc, { type Arbitrary } from 'fast-check';
import { type Course, courseOf, DAYS, idsIn, START_DAY, TREES } from './course.ts';
import type { BaselineFields, Case, FigureFields, GoalFields, PlanFields } from './fields.ts';
import type { Manner } from './manners.ts';

/** What the plan says of definitions; `same` has two names. */
const COUNTS = { all: 'same', some: 'part', few: 'part', more: 'whole', else: 'other' };

/** Of ten cases, in how many something is there. */
const sometimes = <T>(inTen: number, arbitrary: Arbitrary<T>): Arbitrary<T | null> =>
  fc.oneof({ weight: 10 - inTen, arbitrary: fc.constant(null) }, { weight: inTen, arbitrary });

const OFF = 8;

const figureDraw = (manner: Manner) =>
  fc.record({
    region: fc.constantFrom(0, 0, 1, 2, 3, 4),
    day: fc.constantFrom(0, 0, 0, 1, 2),
    off: fc.oneof(
      { weight: 10 - manner.wrong, arbitrary: fc.constant(0) },
      { weight: manner.wrong, arbitrary: fc.integer({ min: -OFF, max: OFF }) },
    ),
    form: fc.constantFrom(...manner.forms),
    slack: fc.nat(3),
    counts: fc.constantFrom(...manner.definitions),
    scope: fc.constantFrom(...manner.scopes),
    status: fc.constantFrom(...(manner.statuses ?? ['final'])),
    publisher: fc.constantFrom(...(manner.publishers ?? [undefined])),
    published: fc.nat(3),
    isLatest: fc.constantFrom(...(manner.latest ?? [false])),
    slip: fc.constantFrom(...(manner.slips ?? [0])),
  });

type FigureDraw = typeof figureDraw extends (manner: Manner) => Arbitrary<infer T> ? T : never;

const caseDraw = (manner: Manner) =>
  fc.record({
    kind: fc.constantFrom(...manner.kinds),
    tree: fc.constantFrom(...manner.trees),
    isMonotone: fc.constantFrom(...manner.monotone),
    isAdditive: fc.constantFrom(true, true, true, false),
    course: fc.nat(1_000_000),
    focus: fc.tuple(fc.nat(8), fc.nat(8), fc.nat(8)),
    figures: fc.array(figureDraw(manner), { minLength: 1, maxLength: manner.most }),
    by: fc.constantFrom('2023-12-31', '2024-12-31', '2025-12-31'),
    asOf: fc.constantFrom('2022-12-31', '2023-06-30', '2023-12-31', '2024-12-31', '2025-12-31', '2026-06-30'),
    isKnownBy: fc.constantFrom(false, Boolean(manner.isKnownBy)),
    fresh: fc.constantFrom(7, 13, 25, 61),
    goal: fc.constantFrom(...manner.goals),
    shift: fc.integer({ min: -6, max: 6 }),
    digits: fc.constantFrom('', '', '.0', '.5'),
    wanted: fc.constantFrom('up', 'down'),
    start: fc.constantFrom(...manner.starts),
    commitment: fc.constantFrom('unstated', 'unstated', 'binding'),
    method: fc.constantFrom(...manner.methods),
    compare: fc.constantFrom(...(manner.compares ?? ['exact'])),
    milestone: sometimes(manner.hasPath ? 5 : 1, fc.integer({ min: 1, max: 4 })),
    second: sometimes(manner.hasReadings ? 1 : 0, fc.integer({ min: -6, max: 6 })),
    authorities: fc.constantFrom([], ['A', 'B'], ['B', 'A', 'C']),
    isPlausible: fc.constantFrom(false, false, true),
  });

type Draw = typeof caseDraw extends (manner: Manner) => Arbitrary<infer T> ? T : never;

export const caseIn = (manner: Manner): Arbitrary<Case> => caseDraw(manner).map(draw => written(draw, manner));

function written(draw: Draw, manner: Manner): Case {
  const { tree, isMonotone, course: seed } = draw;
  const isLarge = manner.slips !== undefined && draw.kind !== 'share';
  const course = courseOf({ tree, seed, isMonotone, isSteady: manner.isSteady ?? false, scale: isLarge ? 4 : 1 });
  const { asOf, by, kind } = draw;
  const days = manner.days ?? DAYS.filter(day => day <= asOf);
  const focus = draw.focus.map(at => days[at % days.length] ?? START_DAY);
  if (asOf >= by) focus[0] = by;
  const figures = draw.figures.map(each => figureOf(each, draw, focus[each.day] ?? START_DAY, course));
  const unusual = manner.isKnownBy && draw.isKnownBy ? { knownBy: asOf } : {};
  const greatest = Math.max(...figures.map(({ value }) => Number.parseFloat(value.replace(/^\D+/, '')))) + 10;
  const plan = planOf(draw, manner, course, greatest);
  return {
    plan,
    report: { plan: 'p', observations: figures.map(each => (kind === 'flow' ? asFlow(each) : each)) },
    asOf,
    ...unusual,
  };
}

const asFlow = (figure: FigureFields): FigureFields => ({
  ...figure,
  flow: { from: `${Number(figure.as_of.slice(0, 4)) - 1}${figure.as_of.slice(4)}`, to: figure.as_of },
});

const isWhole = (definition: string) => definition === 'more';

function figureOf(each: FigureDraw, draw: Draw, day: string, course: Course): FigureFields {
  const ids = idsIn(TREES[draw.tree]);
  const isPart = each.counts === 'some' || each.counts === 'few' || each.scope !== undefined;
  const region = ids[each.region % ids.length] ?? 'r';
  const aside = isPart ? -each.slack : isWhole(each.counts) ? each.slack : 0;
  const value = Math.max(6, course(region, day) + each.off + aside);
  const published = ['', day, addYear(day, 0, '-10-31'), addYear(day, 1, '-03-31')][each.published] ?? '';
  return {
    indicator: 'i',
    as_of: day,
    ...numberOf(each, value),
    ...(region === 'r' ? {} : { region }),
    counts: each.counts,
    ...(each.scope === undefined ? {} : { scope: { part: each.scope } }),
    ...(each.status === 'final' ? {} : { status: each.status }),
    ...(each.publisher === undefined ? {} : { source: { publisher: each.publisher } }),
    ...(each.publisher !== undefined && published >= day ? { published } : {}),
    ...(each.isLatest ? { dated: 'at-latest' } : {}),
  };
}

const addYear = (day: string, years: number, rest: string): string => `${Number(day.slice(0, 4)) + years}${rest}`;

function numberOf(
  { form, slack, slip }: FigureDraw,
  value: number,
): Pick<FigureFields, 'value' | 'tolerance' | 'rounded_to'> {
  if (slip !== 0) return { value: shifted(value, slip) };
  switch (form) {
    case 'about':
      return { value: `about ${value}`, tolerance: String(1 + slack) };
    case 'coarse':
      return { value: String(value), rounded_to: '3' };
    case 'half':
      return { value: `${value}.5` };
    case 'tenths':
      return { value: `${value}.0` };
    case '≥':
      return { value: `≥${value - slack}` };
    case '>':
      return { value: `>${value - 1 - slack}` };
    case '≤':
      return { value: `≤${value + slack}` };
    case '<':
      return { value: `<${value + 1 + slack}` };
    default:
      return { value: String(value) };
  }
}

/** The point moved, without the noise of a product: 43 by −2 is 0.43. */
const shifted = (value: number, power: number): string =>
  power > 0 ? `${value}${'0'.repeat(power)}` : (value * 10 ** power).toFixed(-power);

function planOf(draw: Draw, manner: Manner, course: Course, greatest: number): PlanFields {
  const { kind, tree, isMonotone, by, commitment, compare, shift, milestone, second } = draw;
  const isAdditive = kind === 'stock' && tree !== 'one' && !draw.isAdditive ? { additive: 'false' } : {};
  const goal = goalOf(draw, course, shift);
  const start = startOf(draw, course, goal);
  const path = milestone === null ? {} : pathOf(draw, goal, start, milestone);
  const method = methodOf(draw, goal, start);
  const readings =
    second === null || 'increase' in goal || 'decrease' in goal
      ? {}
      : { readings: { first: { ...goal, ...path }, second: goalOf(draw, course, second) } };
  return {
    plan: 'p',
    title: 'p',
    ...(compare === 'exact' ? { compare } : {}),
    ...(draw.authorities.length > 0 && manner.publishers ? { authorities: draw.authorities } : {}),
    period: { from: '2021-01-01', to: '2025-12-31' },
    region: 'r',
    regions: [TREES[tree]],
    indicators: {
      i: {
        title: 'i',
        unit: kind === 'share' ? '%' : 'x',
        kind,
        monotone: String(isMonotone && kind === 'stock'),
        ...isAdditive,
        fresh_for: `${draw.fresh} months`,
        counts: COUNTS,
        // What is plausible decides nothing: the range holds every figure, but cuts the open ends.
        ...(draw.isPlausible && !manner.slips ? { plausible: { min: '0', max: String(greatest) } } : {}),
      },
    },
    measures: [
      {
        id: 'm',
        title: 'm',
        targets: [
          {
            id: 't',
            indicator: 'i',
            by,
            commitment,
            ...method,
            ...goal,
            ...path,
            ...(start ? { baseline: start } : {}),
            ...readings,
          },
        ],
      },
    ],
  };
}

function goalOf({ goal, by, digits, kind, wanted, isMonotone }: Draw, course: Course, shift: number): GoalFields {
  const number = Math.max(3, course('r', by) + shift);
  const text = `${number}${kind === 'stock' || kind === 'flow' ? '' : digits}`;
  switch (goal) {
    case 'about':
      return { about: { value: String(number), tolerance: '2.3' } };
    case 'wanted':
      return { about: { value: String(number), tolerance: '2.3', wanted } };
    case 'between':
      return { between: [String(number - 2), text] };
    case 'increase':
      return { increase: 'true' };
    case 'decrease':
      return isMonotone ? { increase: 'true' } : { decrease: 'true' };
    default:
      return { [goal]: text };
  }
}

function startOf({ start, isMonotone }: Draw, course: Course, goal: GoalFields): BaselineFields | undefined {
  const isDirection = 'increase' in goal || 'decrease' in goal;
  const number = course('r', START_DAY);
  const told = (value: string, counts?: string) => ({ value, as_of: START_DAY, ...(counts ? { counts } : {}) });
  const named = Object.values(goal).find(value => typeof value === 'string' && /^\d/.test(value)) as string | undefined;
  switch (isDirection && start === 'none' ? 'exact' : start) {
    case 'none':
      return undefined;
    case 'about':
      return told(`about ${number}`, 'all');
    // A rising count could not stand on a rounded number and be compared exactly with later ones.
    case 'half':
      return told(isMonotone ? String(number) : `${number}.5`, 'all');
    case 'part':
      return told(String(number), 'some');
    case 'whole':
      return told(String(number), 'more');
    case 'other':
      return told(String(number), 'else');
    case 'on-the-goal':
      return told(named ?? String(number), 'all');
    default:
      return told(String(number), 'all');
  }
}

/** A milestone between the start and the goal: a way that first leads away has no pace. */
function pathOf({ by }: Draw, goal: GoalFields, start: BaselineFields | undefined, share: number): GoalFields {
  const day = '2022-12-31';
  const [from, to] = [start?.value, goal.at_least ?? goal.at_most].map(text => Number(text?.replace('about ', '')));
  if (from === undefined || to === undefined || by <= day) return {};
  const value = Math.round(from + ((to - from) * share) / 5);
  return Math.abs(value - from) + Math.abs(to - value) <= Math.abs(to - from)
    ? { path: [{ by: day, value: String(value) }] }
    : {};
}

/** Growth needs a start that is one number, and a goal that names one. */
function methodOf({ method, kind }: Draw, goal: GoalFields, start: BaselineFields | undefined) {
  const hasDirection = 'increase' in goal || 'decrease' in goal;
  const isHold = 'hold_at_least' in goal || 'hold_at_most' in goal;
  if (method === undefined || hasDirection) return {};
  const fits = ('at_least' in goal || 'at_most' in goal) && start && /^\d+$/.test(start.value) && kind === 'stock';
  if (method === 'growth-ratio' && (isHold || !fits)) return {};
  return { method };
}
