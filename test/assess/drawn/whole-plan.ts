import { type Analysis, type CheckSettings, check, explain, readReport } from '../../../src/index.ts';
import { fieldsIn, inLine, toldLine } from '../../support/told-lines.ts';
import { readUnlinted } from '../../support/unlinted.ts';
import { targetOf } from './of-days.ts';
import { courseOf, type Fields, type Lot, lotOf, onGrid, printed, seldom, toldOf } from './world.ts';

/* Plans of several tasks and measures, and all that is told of them beside their targets: what is counted, covered, left over. */

const CERTAIN: readonly Fields[] = [
  { certainty: 'stated', source: ['gazette'] },
  { certainty: 'stated' },
  { certainty: 'inferred' },
];
const NAMED: readonly Fields[] = [{ named: 'stated', source: ['gazette'] }, { named: 'stated' }, { named: 'inferred' }];

const INDICATORS = {
  i: { title: 'I', unit: 'unit', kind: 'stock', monotone: true },
  j: { title: 'J', unit: 'unit', kind: 'stock' },
  k: { title: 'K', unit: 'unit', kind: 'flow' },
  free: { title: 'Free', unit: 'unit', kind: 'stock' },
};

function measureOf(random: Lot, id: string): Fields {
  const targets = Array.from({ length: random.below(3) }, (_, index) => ({
    ...targetOf(random),
    ...seldom(random, 2, CERTAIN),
    id: `${id}-t${index}`,
    indicator: random.one(['i', 'j', 'k']),
    by: random.one(['2023-12-31', '2025-12-31']),
    ...seldom(random, 4, [{ regions: 'each' }, { regions: { a: { at_least: 6 } } }]),
  }));
  return { id, title: id, ...seldom(random, 2, NAMED), ...(targets.length > 0 && { targets }) };
}

const measuresOf = (random: Lot, id: string): Fields => {
  const measures = Array.from({ length: random.below(3) }, (_, index) => measureOf(random, `${id}-m${index}`));
  return measures.length > 0 ? { measures } : {};
};

function planOf(random: Lot): Fields {
  const keyTasks = Array.from({ length: random.below(3) }, (_, index) => `key${index}`);
  return {
    plan: 'p',
    title: 'P',
    period: { from: '2021-01-01', to: '2025-12-31' },
    region: 'whole',
    regions: [{ id: 'whole', title: 'Whole', parts: ['a', 'b'].map(id => ({ id, title: id })) }],
    sources: { gazette: { publisher: 'Gazette' } },
    ...seldom(random, 2, [{ announced: { strategic_tasks: 2, measures: 3 } }, { announced: { key_tasks: 1 } }]),
    indicators: INDICATORS,
    measures: [measureOf(random, 'own')],
    tasks: [
      {
        id: 'first',
        level: 'strategic',
        title: 'First',
        ...seldom(random, 2, NAMED),
        ...measuresOf(random, 'first'),
        tasks: keyTasks.map(id => ({
          id,
          level: 'key',
          title: id,
          ...seldom(random, 2, NAMED),
          ...measuresOf(random, id),
        })),
      },
      {
        id: 'second',
        level: 'strategic',
        title: 'Second',
        ...seldom(random, 2, NAMED),
        ...measuresOf(random, 'second'),
      },
    ],
  };
}

function figuresOf(random: Lot): Fields[] {
  const on = courseOf(random);
  const days = ['2022-12-31', '2023-12-31', '2025-12-31'];
  const figures = toldOf(random, days, ['i', 'j', 'k', 'free'], 8).map(({ day, of }) => {
    const year = day.slice(0, 4);
    const isAdded = of === 'k' || random.once(5);
    return {
      indicator: of,
      value: printed(random, of === 'k' ? onGrid(random, 1, 9) : on(day)),
      ...(isAdded ? { flow: { from: year, to: year } } : { as_of: day }),
      ...seldom(random, 3, [{ region: 'a' }, { region: 'b' }]),
      ...seldom(random, 8, [{ dated: 'at-latest' }, { status: 'provisional' }]),
    };
  });
  const said = seldom(random, 2, [{ measure: 'own', says: 'begun', as_of: '2023-12-31' }]);
  return [...figures, ...('says' in said ? [said] : []), { says: 'all is well', as_of: '2023-12-31' }];
}

const file = (path: string, data: unknown) => ({ path, text: JSON.stringify(data) });

export interface WholePlan {
  readonly plan: Fields;
  readonly figures: readonly Fields[];
  readonly settings: CheckSettings;
}

export function wholePlan(seed: number): WholePlan {
  const random = lotOf(seed);
  return { plan: planOf(random), figures: figuresOf(random), settings: random.settings };
}

async function inputsOf({ plan, figures, settings }: WholePlan) {
  const read = await readUnlinted(file('plan.json', plan));
  if (!read.plan) throw new Error(JSON.stringify(read.problems));
  const { report, problems } = await readReport(file('report.json', { observations: figures }), read.plan);
  if (!report) throw new Error(JSON.stringify(problems));
  return { plan: read.plan, reports: [report], settings };
}

/** Undefined where nothing is judged. */
export const analysisOf = async (given: WholePlan): Promise<Analysis | undefined> =>
  check(await inputsOf(given)).analysis;

const ids = (list: readonly { readonly id: number }[]) => list.map(({ id }) => id);

export async function toldOfPlan(given: WholePlan): Promise<string[]> {
  const { tasks, measures, announced } = given.plan;
  const inputs = await inputsOf(given);
  const { analysis } = check(inputs);
  const last = analysis?.assessments.at(-1)?.target;
  const { explanation } = last === undefined ? { explanation: undefined } : explain(inputs, last);
  const { target, assessment, under = [], sources = {} } = explanation ?? {};
  return [
    ...toldLine('plan', { announced, measures }),
    ...(tasks as Fields[]).flatMap(task => toldLine('task', task)),
    ...given.figures.map((figure, index) => `  ${index + 1}: ${fieldsIn(figure).join(', ')}`),
    ...toldLine('asked', given.settings),
    ...(analysis ? answerLines(analysis) : ['  not judged']),
    ...toldLine('explained', { target: target?.id, of: assessment?.target, under: under.map(({ en }) => en), sources }),
  ];
}

const answerLines = ({ assessments, measures, summary, coverage, checks, forNoTarget, exit }: Analysis): string[] => [
  ...assessments.map(({ target, tasks, verdict, possible, inForce, severity, fingerprint }) => {
    const told = fieldsIn({ tasks, possible, severity, isPending: !inForce, fingerprint });
    return `  → ${target} ${verdict}, ${told.join(', ')}`;
  }),
  ...measures.flatMap(({ title: _, statements, ...row }) =>
    toldLine('measure', { ...row, statements: ids(statements) }),
  ),
  ...summary.tasks.flatMap(({ title: _, ...row }) => toldLine('sum of', row)),
  `  worst first ${inLine(summary.worstFirst)}`,
  ...toldLine('summary', { targets: summary.targets, verdicts: summary.verdicts, severities: summary.severities }),
  ...toldLine('range', summary.range),
  ...toldLine('coverage', coverage),
  ...checks.flatMap(each => toldLine('check', each)),
  ...toldLine(
    'for no target',
    Object.fromEntries(forNoTarget.map(({ observation, reason }) => [observation.id, reason])),
  ),
  ...toldLine('exit', exit),
];
