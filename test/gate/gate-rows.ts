/** What a run ends with, and why. Paths are relative to fixtures/gate; `{tmp}` is a folder of the test's own. */
export interface Row {
  readonly title: string;
  readonly args: string;
  readonly code: number;
  /** The first line: of standard output its first two fields, or of standard error where nothing is printed. */
  readonly first: string;
  /** The reason that standard error gives for the code of a run that judged, and its count. */
  readonly says?: string;
  readonly stdin?: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** A run that judged: its first verdict and its reason. */
const judged = (
  title: string,
  args: string,
  code: number,
  first: string,
  says: string,
  rest: Partial<Row> = {},
): Row => ({
  title,
  args: `check ${args} --format plain`,
  code,
  first,
  says,
  ...rest,
});

/** A run that could not check, so that nothing but the reason is printed. */
const refused = (title: string, args: string, first: string, rest: Partial<Row> = {}): Row => ({
  title,
  args: `check ${args} --format plain`,
  code: 2,
  first,
  ...rest,
});

const lanes = '--plan plan.yaml --only lanes-2025';
const bridges = '--plan plan.yaml --only bridges-2022';
/** The reasons of exit codes, with their counts. */
const WITHIN = 'within-plan 0';
const EXCUSED = 'excused 1';
const ONE_FAILS = 'failing 1';
const ONE_OPEN = 'undecided 1';
const ONE_ALLOWED = 'undecided-allowed 1';

const ladder = [
  'missed',
  'lost',
  'reversing',
  'far-behind',
  'behind',
  'nearly',
  'slipping',
  'open',
  'on-schedule',
  'met',
];
const targetOf: Readonly<Record<string, string>> = {
  missed: 'bridges-2022',
  open: 'bridges-2022',
  slipping: 'clear-days-2025',
};

/** Nothing that anyone would be warned of. */
const isCalm = (verdict: string): boolean => ladder.indexOf(verdict) >= ladder.indexOf('open');

/** Every verdict against the threshold of its own name, of the next worse and of the next better. */
const everyVerdict: readonly Row[] = ladder.flatMap((verdict, index) => {
  const target = targetOf[verdict] ?? 'lanes-2025';
  const limits = { 'above it': ladder[index - 1], 'at it': verdict, 'below it': ladder[index + 1] };
  return Object.entries(limits).flatMap(([where, limit]) => {
    if (!limit) return [];
    const fails = where !== 'above it';
    const passes = isCalm(verdict) ? WITHIN : EXCUSED;
    const args = `reports/${verdict}.yaml --plan plan.yaml --only ${target} --fail-on ${limit}`;
    return [
      judged(
        `${verdict}: the threshold ${where}, ${limit}`,
        args,
        fails ? 1 : 0,
        `${verdict} ${target}`,
        fails ? ONE_FAILS : passes,
      ),
    ];
  });
});

/** Every verdict against every severity. */
const everySeverity: readonly Row[] = ladder.flatMap(verdict => {
  const target = targetOf[verdict] ?? 'lanes-2025';
  const isWarning = ['nearly', 'slipping'].includes(verdict);
  const isFailure = ladder.indexOf(verdict) < ladder.indexOf('nearly');
  const fails = { fail: isFailure, warn: isFailure || isWarning, undecided: isFailure };
  return Object.entries(fails).map(([limit, isFailing]) =>
    judged(
      `${verdict}: the threshold ${limit}`,
      `reports/${verdict}.yaml --plan plan.yaml --only ${target} --fail-on ${limit}`,
      isFailing ? 1 : 0,
      `${verdict} ${target}`,
      isFailing ? ONE_FAILS : isCalm(verdict) ? WITHIN : EXCUSED,
    ),
  );
});

const exitCodes: readonly Row[] = [
  judged('0: all is within plan', 'reports/good.yaml --plan plan.yaml', 0, 'on-schedule lanes-2025', WITHIN),
  judged('1: something fails', 'reports/mixed.yaml --plan plan.yaml', 1, 'nearly lanes-2025', ONE_FAILS),
  refused(
    '2: it could not be checked',
    'reports/absent.yaml --plan plan.yaml',
    'reports/absent.yaml: error: no such file [file-not-found]',
  ),
  judged('3: something is undecided', `reports/imprecise.yaml ${lanes}`, 3, 'undecided lanes-2025', ONE_OPEN),
  judged('1 is stronger than 3', 'reports/behind.yaml --plan plan.yaml', 1, 'behind lanes-2025', ONE_FAILS),
  refused(
    '2 is stronger than 1',
    'reports/behind.yaml reports/absent.yaml --plan plan.yaml',
    'reports/absent.yaml: error: no such file [file-not-found]',
  ),
];

const undecided: readonly Row[] = [
  judged(
    'an undecided target that fails whatever is true',
    `reports/failing-either-way.yaml ${lanes}`,
    1,
    'undecided lanes-2025',
    ONE_FAILS,
  ),
  judged(
    'an undecided target, failing on undecided',
    `reports/imprecise.yaml ${lanes} --fail-on undecided`,
    1,
    'undecided lanes-2025',
    ONE_FAILS,
  ),
  judged(
    'undecided between verdicts on both sides of the threshold',
    `reports/failing-either-way.yaml ${lanes} --fail-on far-behind`,
    3,
    'undecided lanes-2025',
    ONE_OPEN,
  ),
  judged('allowed', `reports/imprecise.yaml ${lanes} --allow-undecided`, 0, 'undecided lanes-2025', ONE_ALLOWED),
  judged(
    'allowed for its reason',
    `reports/imprecise.yaml ${lanes} --allow-undecided=imprecise`,
    0,
    'undecided lanes-2025',
    ONE_ALLOWED,
  ),
  judged(
    'allowed for another reason',
    `reports/imprecise.yaml ${lanes} --allow-undecided=stale`,
    3,
    'undecided lanes-2025',
    ONE_OPEN,
  ),
  judged(
    'allowed for one of two reasons named',
    `reports/imprecise.yaml ${lanes} --allow-undecided=stale --allow-undecided=imprecise`,
    0,
    'undecided lanes-2025',
    ONE_ALLOWED,
  ),
  refused(
    'allowed for an unknown reason',
    `reports/imprecise.yaml ${lanes} --allow-undecided=inprecise`,
    'shanxi-plan: --allow-undecided: "inprecise" is not one of the known values',
  ),
  refused(
    'allowed for no reason at all',
    `reports/imprecise.yaml ${lanes} --allow-undecided=`,
    'shanxi-plan: --allow-undecided: "" is not one of the known values',
  ),
  judged(
    'a failure is not allowed with it',
    `reports/behind.yaml --plan plan.yaml --allow-undecided`,
    1,
    'behind lanes-2025',
    ONE_FAILS,
  ),
  judged(
    'required and decided',
    `reports/on-schedule.yaml ${lanes} --require lanes-2025`,
    0,
    'on-schedule lanes-2025',
    WITHIN,
  ),
  judged(
    'required and undecided',
    `reports/imprecise.yaml ${lanes} --allow-undecided --require lanes-2025`,
    3,
    'undecided lanes-2025',
    ONE_OPEN,
  ),
  judged(
    'required by its measure',
    `reports/imprecise.yaml ${lanes} --allow-undecided --require road-building`,
    3,
    'undecided lanes-2025',
    ONE_OPEN,
  ),
  judged(
    'required by its indicator, allowed by its reason',
    `reports/imprecise.yaml ${lanes} --allow-undecided=imprecise --require lanes`,
    3,
    'undecided lanes-2025',
    ONE_OPEN,
  ),
  judged(
    'another is required',
    `reports/imprecise.yaml reports/missed.yaml --plan plan.yaml --only measure=road-building --allow-undecided --require bridges-2022`,
    1,
    'undecided lanes-2025',
    ONE_FAILS,
  ),
  refused(
    'an unknown target is required',
    `reports/good.yaml --plan plan.yaml --require lanes-2052`,
    'shanxi-plan: the plan has no target, measure or indicator "lanes-2052"',
  ),
  refused(
    'required, but left out',
    `reports/good.yaml ${lanes} --require pipes-2025`,
    'shanxi-plan: "pipes-2025" is required, but --only or --skip leaves it out',
  ),
];

const warnings: readonly Row[] = [
  judged(
    'as many warnings as allowed',
    'reports/nearly.yaml --plan plan.yaml --only lanes-2025 --max-warnings 1',
    0,
    'nearly lanes-2025',
    EXCUSED,
  ),
  judged(
    'one warning too many',
    'reports/nearly.yaml --plan plan.yaml --only lanes-2025 --max-warnings 0',
    1,
    'nearly lanes-2025',
    'too-many-warnings 1',
  ),
  refused(
    'fewer warnings than none',
    `reports/nearly.yaml ${lanes} --max-warnings=-1`,
    'shanxi-plan: --max-warnings: expected a whole number from 0, found -1',
  ),
  refused(
    'a number of warnings that is none',
    `reports/nearly.yaml ${lanes} --max-warnings few`,
    'shanxi-plan: --max-warnings: "few" cannot be read as a quantity',
  ),
  judged(
    'an aspirational target warns, a binding one fails',
    'reports/mixed.yaml --plan plan.yaml --skip pipes-2025 --skip lanes-2025 --max-warnings 0',
    1,
    'met bridges-2022',
    'too-many-warnings 1',
  ),
  judged(
    'an aspirational target never fails by its severity',
    'reports/mixed.yaml --plan plan.yaml --only springs-2025 --fail-on fail',
    0,
    'far-behind springs-2025',
    EXCUSED,
  ),
  judged(
    'an aspirational target fails at warn',
    'reports/mixed.yaml --plan plan.yaml --only springs-2025 --fail-on warn',
    1,
    'far-behind springs-2025',
    ONE_FAILS,
  ),
  judged(
    'an aspirational target fails by a verdict that is named',
    'reports/mixed.yaml --plan plan.yaml --only springs-2025 --fail-on far-behind',
    1,
    'far-behind springs-2025',
    ONE_FAILS,
  ),
  judged(
    'a binding target has no band of tolerance',
    '- --plan plan.yaml --only pipes-2025',
    1,
    'behind pipes-2025',
    ONE_FAILS,
    {
      stdin: 'as_of: 2023-12-31\nmetrics: { pipes: 158 }',
    },
  ),
  judged('an anticipatory one has', '- --plan plan.yaml --only lanes-2025', 0, 'nearly lanes-2025', EXCUSED, {
    stdin: 'as_of: 2023-12-31\nmetrics: { lanes: 158 }',
  }),
];

const bridgesIn2022 = (value: string) => ({ stdin: `as_of: 2022-12-31\nmetrics: { bridges: "${value}" }` });

const margins: readonly Row[] = [
  judged(
    'short by the margin in per cent',
    `- ${bridges} --margin 7%`,
    0,
    'missed bridges-2022',
    EXCUSED,
    bridgesIn2022('93'),
  ),
  judged(
    'short by more than the margin in per cent',
    `- ${bridges} --margin 7%`,
    1,
    'missed bridges-2022',
    ONE_FAILS,
    bridgesIn2022('92.9'),
  ),
  judged('short by the margin', `- ${bridges} --margin 2`, 0, 'missed bridges-2022', EXCUSED, bridgesIn2022('98')),
  judged(
    'short by more than the margin',
    `- ${bridges} --margin 2`,
    1,
    'missed bridges-2022',
    ONE_FAILS,
    bridgesIn2022('97'),
  ),
  judged(
    'perhaps short by more than the margin',
    `- ${bridges} --margin 2`,
    1,
    'missed bridges-2022',
    ONE_FAILS,
    bridgesIn2022('<98'),
  ),
  judged(
    'within the margin is a warning',
    `- ${bridges} --margin 2 --max-warnings 0`,
    1,
    'missed bridges-2022',
    'too-many-warnings 1',
    bridgesIn2022('98'),
  ),
  judged(
    'within the margin by one reading only',
    'reports/two-readings.yaml --plan plan.yaml --only depth-2022 --margin 2',
    1,
    'missed depth-2022',
    ONE_FAILS,
  ),
  judged(
    'within the margin by the reading that is fixed',
    'reports/two-readings.yaml --plan plan.yaml --only depth-2022 --reading depth-2022=mean --margin 2',
    0,
    'missed depth-2022',
    EXCUSED,
  ),
  refused(
    'a margin below zero',
    `- ${bridges} --margin=-2%`,
    'shanxi-plan: --margin: "-2%" cannot be read as a quantity',
    bridgesIn2022('98'),
  ),
];

const rules: readonly Row[] = [
  judged(
    'by task, stricter than the rest',
    'reports/nearly.yaml --config configs/rule-task.yaml --only task=roads --skip bridges-2022',
    1,
    'nearly lanes-2025',
    ONE_FAILS,
  ),
  judged(
    'by task, which does not speak of another',
    'reports/mixed.yaml --config configs/rule-task.yaml --only pipes-2025',
    0,
    'far-behind pipes-2025',
    EXCUSED,
  ),
  judged(
    'by measure',
    'reports/nearly.yaml --config configs/rule-measure.yaml --only lanes-2025',
    1,
    'nearly lanes-2025',
    ONE_FAILS,
  ),
  judged(
    'by commitment',
    'reports/mixed.yaml --config configs/rule-commitment.yaml --only springs-2025',
    1,
    'far-behind springs-2025',
    ONE_FAILS,
  ),
  judged(
    'by target, after its task',
    'reports/nearly.yaml --config configs/rule-target.yaml --only lanes-2025',
    1,
    'nearly lanes-2025',
    ONE_FAILS,
  ),
  judged(
    'the last rule that speaks of a target holds',
    'reports/behind.yaml --config configs/rule-last.yaml --only lanes-2025',
    0,
    'behind lanes-2025',
    EXCUSED,
  ),
  refused(
    'for an unknown target',
    'reports/good.yaml --config configs/rule-unknown-target.yaml',
    'shanxi-plan: the plan has no target "lanes-2052"',
  ),
  refused(
    'for an unknown id',
    'reports/good.yaml --config configs/rule-unknown-id.yaml',
    'shanxi-plan: the plan has no target, measure, task, indicator, region or commitment "lains-2025"',
  ),
  refused(
    'with an unknown threshold',
    'reports/good.yaml --config configs/rule-unknown-threshold.yaml',
    'configs/rule-unknown-threshold.yaml:4:42: error: "nearby" is not one of the known values [unknown-value]',
  ),
  refused(
    'without a threshold',
    'reports/good.yaml --config configs/rule-no-threshold.yaml',
    'configs/rule-no-threshold.yaml:4:42: error: expected list of 1, found list of 0 [wrong-type]',
  ),
  refused(
    'for an unknown kind of name',
    'reports/good.yaml --config configs/rule-unknown-kind.yaml',
    'configs/rule-unknown-kind.yaml:4:14: error: "targt=lanes-2025" is not one of the known values [unknown-value]',
  ),
  refused(
    'requiring an unknown target',
    'reports/good.yaml --config configs/require-unknown.yaml',
    'shanxi-plan: the plan has no target, measure or indicator "lanes-2052"',
  ),
];

const filters: readonly Row[] = [
  judged('only a task', 'reports/mixed.yaml --plan plan.yaml --only task=water', 1, 'far-behind pipes-2025', ONE_FAILS),
  judged(
    'only a measure',
    'reports/mixed.yaml --plan plan.yaml --only measure=clean-air',
    0,
    'on-schedule clear-days-2025',
    WITHIN,
  ),
  judged(
    'only a target',
    'reports/mixed.yaml --plan plan.yaml --only target=pipes-2025',
    1,
    'far-behind pipes-2025',
    ONE_FAILS,
  ),
  judged(
    'only an indicator',
    'reports/mixed.yaml --plan plan.yaml --only indicator=pipes',
    1,
    'far-behind pipes-2025',
    ONE_FAILS,
  ),
  judged(
    'only a region',
    'reports/mixed.yaml --plan plan.yaml --only region=testland',
    1,
    'nearly lanes-2025',
    ONE_FAILS,
  ),
  judged(
    'only a commitment',
    'reports/mixed.yaml --plan plan.yaml --only commitment=binding',
    1,
    'far-behind pipes-2025',
    ONE_FAILS,
  ),
  judged('without a task', 'reports/mixed.yaml --plan plan.yaml --skip task=water', 0, 'nearly lanes-2025', EXCUSED),
  judged(
    'without a measure',
    'reports/mixed.yaml --plan plan.yaml --skip measure=water-works',
    0,
    'nearly lanes-2025',
    EXCUSED,
  ),
  judged(
    'without a target',
    'reports/mixed.yaml --plan plan.yaml --skip target=pipes-2025',
    0,
    'nearly lanes-2025',
    'excused 2',
  ),
  judged(
    'without an indicator',
    'reports/mixed.yaml --plan plan.yaml --skip indicator=pipes',
    0,
    'nearly lanes-2025',
    'excused 2',
  ),
  judged(
    'without a commitment',
    'reports/mixed.yaml --plan plan.yaml --skip commitment=binding',
    0,
    'nearly lanes-2025',
    'excused 2',
  ),
  judged(
    'only an id, and not another',
    'reports/mixed.yaml --plan plan.yaml --only water --skip pipes-2025',
    0,
    'far-behind springs-2025',
    EXCUSED,
  ),
  ...['task', 'measure', 'target', 'indicator', 'region', 'commitment'].flatMap(key => [
    refused(
      `only a ${key} that there is not`,
      `reports/good.yaml --plan plan.yaml --only ${key}=nowhere`,
      `shanxi-plan: the plan has no ${key} "nowhere"`,
    ),
    refused(
      `without a ${key} that there is not`,
      `reports/good.yaml --plan plan.yaml --skip ${key}=nowhere`,
      `shanxi-plan: the plan has no ${key} "nowhere"`,
    ),
  ]),
  refused(
    'by a kind of name that there is not',
    'reports/good.yaml --plan plan.yaml --only ministry=water',
    'shanxi-plan: --only: "ministry=water" is not one of the known values',
  ),
  refused(
    'so that nothing is left',
    'reports/good.yaml --plan plan.yaml --skip region=testland',
    'shanxi-plan: nothing is left to judge',
  ),
  refused(
    'so that one takes what the other leaves',
    'reports/good.yaml --plan plan.yaml --only lanes-2025 --skip task=roads',
    'shanxi-plan: nothing is left to judge',
  ),
];

const ages: readonly Row[] = [
  judged(
    'young enough',
    `reports/on-schedule.yaml ${lanes} --as-of 2024-05-31 --max-age=6months`,
    0,
    'on-schedule lanes-2025',
    WITHIN,
  ),
  judged(
    'too old',
    `reports/on-schedule.yaml ${lanes} --as-of 2024-07-31 --max-age=6months`,
    3,
    'undecided lanes-2025',
    ONE_OPEN,
  ),
  judged(
    'too old, which is allowed',
    `reports/on-schedule.yaml ${lanes} --as-of 2024-07-31 --max-age=6months --allow-undecided=stale`,
    0,
    'undecided lanes-2025',
    ONE_ALLOWED,
  ),
  judged(
    'as old as the plan allows',
    `reports/on-schedule.yaml ${lanes} --as-of 2024-07-31`,
    0,
    'on-schedule lanes-2025',
    WITHIN,
  ),
  refused(
    'an age that is none',
    `reports/on-schedule.yaml ${lanes} --max-age soon`,
    'shanxi-plan: --max-age: "soon" is not a duration',
  ),
];

const exitZero: readonly Row[] = [
  judged('hides 1', `reports/behind.yaml ${lanes} --exit-zero`, 0, 'behind lanes-2025', ONE_FAILS),
  judged('hides 3', `reports/imprecise.yaml ${lanes} --exit-zero`, 0, 'undecided lanes-2025', ONE_OPEN),
  refused(
    'does not hide a missing report',
    `reports/absent.yaml ${lanes} --exit-zero`,
    'reports/absent.yaml: error: no such file [file-not-found]',
  ),
  refused(
    'does not hide a bad flag',
    `reports/behind.yaml ${lanes} --exit-zero --fail-on behing`,
    'shanxi-plan: --fail-on: "behing" is not one of the known values',
  ),
  refused(
    'does not hide that nothing is judged',
    'reports/behind.yaml --plan plans/not-in-force.yaml --exit-zero',
    'shanxi-plan: no target is in force on 2023-12-31: nothing to judge',
  ),
];

const waivers: readonly Row[] = [
  judged('valid', `reports/behind.yaml ${lanes} --waivers waivers/valid.yaml`, 0, 'behind lanes-2025', EXCUSED),
  judged(
    'valid, for this region',
    `reports/behind.yaml ${lanes} --waivers waivers/here.yaml`,
    0,
    'behind lanes-2025',
    EXCUSED,
  ),
  judged('expired', `reports/behind.yaml ${lanes} --waivers waivers/expired.yaml`, 1, 'behind lanes-2025', ONE_FAILS),
  judged(
    'expired, of a target that no longer fails',
    `reports/on-schedule.yaml ${lanes} --waivers waivers/expired.yaml`,
    1,
    'on-schedule lanes-2025',
    'expired-waiver 1',
  ),
  judged(
    'expired, of a target that is left out',
    'reports/good.yaml --plan plan.yaml --skip lanes-2025 --waivers waivers/expired.yaml',
    0,
    'met bridges-2022',
    WITHIN,
  ),
  judged(
    'not yet valid',
    `reports/behind.yaml ${lanes} --waivers waivers/not-yet-valid.yaml`,
    1,
    'behind lanes-2025',
    ONE_FAILS,
  ),
  judged(
    'unused',
    `reports/on-schedule.yaml ${lanes} --waivers waivers/valid.yaml`,
    0,
    'on-schedule lanes-2025',
    WITHIN,
  ),
  judged(
    'for a better verdict',
    `reports/far-behind.yaml ${lanes} --waivers waivers/valid.yaml`,
    1,
    'far-behind lanes-2025',
    ONE_FAILS,
  ),
  judged(
    'for another target',
    'reports/behind.yaml --plan plan.yaml --only task=roads --skip bridges-2022 --waivers waivers/wrong-target.yaml',
    1,
    'behind lanes-2025',
    ONE_FAILS,
  ),
  judged(
    'of an undecided target, by undecided',
    `reports/imprecise.yaml ${lanes} --waivers waivers/undecided.yaml`,
    0,
    'undecided lanes-2025',
    EXCUSED,
  ),
  judged(
    'of an undecided target, by the one verdict that may fail',
    `reports/imprecise.yaml ${lanes} --waivers waivers/valid.yaml`,
    0,
    'undecided lanes-2025',
    EXCUSED,
  ),
  judged(
    'of an undecided target, by one of the two that may fail',
    `reports/failing-either-way.yaml ${lanes} --waivers waivers/some-possible.yaml`,
    1,
    'undecided lanes-2025',
    ONE_FAILS,
  ),
  judged(
    'of an undecided target, by both that may fail',
    `reports/failing-either-way.yaml ${lanes} --waivers waivers/all-possible.yaml`,
    0,
    'undecided lanes-2025',
    EXCUSED,
  ),
  refused(
    'for an unknown target',
    `reports/behind.yaml ${lanes} --waivers waivers/unknown-target.yaml`,
    'waivers/unknown-target.yaml:3:13: error: the plan has no target "lane-2025" [unknown-target]',
  ),
  refused(
    'for an unknown region',
    `reports/behind.yaml ${lanes} --waivers waivers/unknown-region.yaml`,
    'waivers/unknown-region.yaml:9:13: error: the plan has no region "testlnd" [unknown-region]',
  ),
  refused(
    'that nobody approved',
    `reports/behind.yaml ${lanes} --waivers waivers/no-approver.yaml`,
    'waivers/no-approver.yaml:3:5: error: "approver" is missing [missing-key]',
  ),
  refused(
    'for an unknown verdict',
    `reports/behind.yaml ${lanes} --waivers waivers/unknown-verdict.yaml`,
    'waivers/unknown-verdict.yaml:4:16: error: "behing" is not one of the known values [unknown-value]',
  ),
  refused(
    'that ends before it begins',
    `reports/behind.yaml ${lanes} --waivers waivers/backwards.yaml`,
    'waivers/backwards.yaml:8:12: error: 2024-12-31 is after 2023-01-01 [days-out-of-order]',
  ),
  refused(
    'in a file that is not there',
    `reports/behind.yaml ${lanes} --waivers waivers/absent.yaml`,
    'waivers/absent.yaml: error: no such file [file-not-found]',
  ),
];

const ratchet: readonly Row[] = [
  judged(
    'failed before, no worse',
    `reports/behind.yaml ${lanes} --since {tmp}/behind.json`,
    0,
    'behind lanes-2025',
    EXCUSED,
  ),
  judged(
    'failed before, a worse verdict',
    `reports/far-behind.yaml ${lanes} --since {tmp}/behind.json`,
    1,
    'far-behind lanes-2025',
    ONE_FAILS,
  ),
  judged('failed before, a larger gap', `- ${lanes} --since {tmp}/behind.json`, 1, 'behind lanes-2025', ONE_FAILS, {
    stdin: 'as_of: 2023-12-31\nmetrics: { lanes: 149 }',
  }),
  judged(
    'warned before, a larger gap, failing on warn',
    `- ${lanes} --since {tmp}/nearly.json --fail-on warn`,
    1,
    'nearly lanes-2025',
    ONE_FAILS,
    {
      stdin: 'as_of: 2023-12-31\nmetrics: { lanes: 157.5 }',
    },
  ),
  judged('failed before, a smaller gap', `- ${lanes} --since {tmp}/behind.json`, 0, 'behind lanes-2025', EXCUSED, {
    stdin: 'as_of: 2023-12-31\nmetrics: { lanes: 151 }',
  }),
  judged(
    'failed before, a better verdict',
    `reports/behind.yaml ${lanes} --since {tmp}/far-behind.json`,
    0,
    'behind lanes-2025',
    EXCUSED,
  ),
  judged(
    'failed before, now within plan',
    `reports/on-schedule.yaml ${lanes} --since {tmp}/behind.json`,
    0,
    'on-schedule lanes-2025',
    WITHIN,
  ),
  judged(
    'failed before, now perhaps worse',
    `reports/failing-either-way.yaml ${lanes} --since {tmp}/behind.json`,
    1,
    'undecided lanes-2025',
    ONE_FAILS,
  ),
  judged(
    'failed for sure before, though by which verdict was open',
    `- ${lanes} --since {tmp}/failing-either-way.json`,
    0,
    'behind lanes-2025',
    EXCUSED,
    {
      stdin: 'as_of: 2023-12-31\nmetrics: { lanes: 137 }',
    },
  ),
  judged(
    'within plan before',
    `reports/behind.yaml ${lanes} --since {tmp}/on-schedule.json`,
    1,
    'behind lanes-2025',
    ONE_FAILS,
  ),
  judged(
    'not judged before',
    'reports/behind.yaml --plan plan.yaml --only lanes-2025 --since {tmp}/bridges.json',
    1,
    'behind lanes-2025',
    ONE_FAILS,
  ),
  judged(
    'decided before',
    `reports/imprecise.yaml ${lanes} --since {tmp}/behind.json`,
    3,
    'undecided lanes-2025',
    ONE_OPEN,
  ),
  refused(
    'a file that is not there',
    `reports/behind.yaml ${lanes} --since {tmp}/absent.json`,
    'shanxi-plan: {tmp}/absent.json: no such file',
  ),
  refused(
    'no analysis',
    `reports/behind.yaml ${lanes} --since {tmp}/foreign.json`,
    'shanxi-plan: {tmp}/foreign.json is not an analysis',
  ),
  refused(
    "another plan's analysis",
    `reports/behind.yaml ${lanes} --since {tmp}/another.json`,
    'shanxi-plan: {tmp}/another.json is of another in another, this check of gate in testland',
  ),
  refused(
    "another plan's analysis, to be updated",
    `reports/behind.yaml ${lanes} --since {tmp}/another.json --update`,
    'shanxi-plan: {tmp}/another.json is of another in another, this check of gate in testland',
  ),
  refused(
    'an older schema',
    `reports/behind.yaml ${lanes} --since {tmp}/older.json`,
    'shanxi-plan: {tmp}/older.json has schema version 0, this tool reads version 1',
  ),
  refused(
    'a newer schema',
    `reports/behind.yaml ${lanes} --since {tmp}/newer.json`,
    'shanxi-plan: {tmp}/newer.json has schema version 2, this tool reads version 1',
  ),
  refused('nothing to update', `reports/behind.yaml ${lanes} --update`, 'shanxi-plan: --update has no file to write'),
];

const settings: readonly Row[] = [
  judged('the file says all', '--config configs/all-settings.yaml', 0, 'undecided lanes-2025', ONE_ALLOWED),
  judged(
    'the file alone',
    'reports/nearly.yaml --config configs/fail-on-nearly.yaml --only lanes-2025',
    1,
    'nearly lanes-2025',
    ONE_FAILS,
  ),
  judged(
    'the environment over the file',
    'reports/nearly.yaml --config configs/fail-on-nearly.yaml --only lanes-2025',
    0,
    'nearly lanes-2025',
    EXCUSED,
    {
      env: { SHANXI_PLAN_FAIL_ON: 'behind' },
    },
  ),
  judged(
    'a flag over the environment',
    'reports/nearly.yaml --config configs/fail-on-nearly.yaml --only lanes-2025 --fail-on warn',
    1,
    'nearly lanes-2025',
    ONE_FAILS,
    {
      env: { SHANXI_PLAN_FAIL_ON: 'behind' },
    },
  ),
  judged('lists in the environment', 'reports/imprecise.yaml', 0, 'undecided lanes-2025', ONE_ALLOWED, {
    env: {
      SHANXI_PLAN_PLAN: 'plan.yaml',
      SHANXI_PLAN_ONLY: 'lanes-2025',
      SHANXI_PLAN_ALLOW_UNDECIDED: 'stale,imprecise',
    },
  }),
  judged('an empty variable is none', `reports/behind.yaml ${lanes}`, 1, 'behind lanes-2025', ONE_FAILS, {
    env: { SHANXI_PLAN_FAIL_ON: '' },
  }),
  refused(
    'a bad value in the environment',
    `reports/behind.yaml ${lanes}`,
    'shanxi-plan: SHANXI_PLAN_FAIL_ON: "behing" is not one of the known values',
    {
      env: { SHANXI_PLAN_FAIL_ON: 'behing' },
    },
  ),
  refused(
    'a mistyped variable',
    `reports/behind.yaml ${lanes}`,
    'shanxi-plan: no setting is called SHANXI_PLAN_FAILON',
    {
      env: { SHANXI_PLAN_FAILON: 'nearly' },
    },
  ),
  refused(
    'rules in the environment',
    `reports/behind.yaml ${lanes}`,
    'shanxi-plan: SHANXI_PLAN_RULES: rules stand in the config file only',
    {
      env: { SHANXI_PLAN_RULES: 'task=roads' },
    },
  ),
  judged("somebody else's variable", `reports/behind.yaml ${lanes}`, 1, 'behind lanes-2025', ONE_FAILS, {
    env: { SHANXI_PLAN_RUNNER_TOKEN: 'x' },
  }),
  refused(
    'a key that the file may not have',
    'reports/behind.yaml --config configs/bad-key.yaml',
    'configs/bad-key.yaml:3:1: error: unknown key "fail_onn" [unknown-key]',
  ),
  refused(
    'a list of no thresholds',
    'reports/behind.yaml --config configs/no-threshold.yaml',
    'configs/no-threshold.yaml:3:10: error: expected list of 1, found list of 0 [wrong-type]',
  ),
  refused(
    'a config file that is not there',
    `reports/behind.yaml ${lanes} --config configs/absent.yaml`,
    'configs/absent.yaml: error: no such file [file-not-found]',
  ),
];

/** Nothing was checked and the run passed: what users of such tools complain of most. */
const silentGreen: readonly Row[] = [
  refused('no report', '--plan plan.yaml', 'shanxi-plan: no report was given'),
  refused(
    'a pattern that matches nothing',
    'reports/2099-*.yaml --plan plan.yaml',
    'reports/2099-*.yaml: error: the pattern matches no file [pattern-without-match]',
  ),
  refused(
    'one of two patterns that matches nothing',
    'reports/goo*.yaml reports/2099-*.yaml --plan plan.yaml',
    'reports/2099-*.yaml: error: the pattern matches no file [pattern-without-match]',
  ),
  refused(
    'a folder without reports',
    'no-reports --plan plan.yaml',
    'no-reports: error: the folder holds no report [folder-without-reports]',
  ),
  refused(
    'an empty folder',
    '{tmp}/empty --plan plan.yaml',
    '{tmp}/empty: error: the folder holds no report [folder-without-reports]',
  ),
  refused(
    'an empty file',
    'reports/empty.yaml --plan plan.yaml',
    'reports/empty.yaml: error: the file is empty [empty-file]',
  ),
  refused('nothing on standard input', '- --plan plan.yaml', '-: error: the file is empty [empty-file]'),
  refused(
    'a report without a figure',
    '- --plan plan.yaml',
    '-:1:1: error: the report holds no figure [nothing-reported]',
    { stdin: 'as_of: 2023-12-31\n' },
  ),
  judged(
    'figures for no target of the plan',
    'reports/untargeted.yaml --plan plan.yaml',
    3,
    'undecided lanes-2025',
    'undecided 6',
  ),
  refused(
    'figures for no indicator of the plan',
    '- --plan plan.yaml',
    '-:2:12: error: the plan has no indicator "trams" [unknown-indicator]',
    {
      stdin: 'as_of: 2023-12-31\nmetrics: { trams: 5 }',
    },
  ),
  refused(
    'a threshold of an unknown name',
    `reports/good.yaml --plan plan.yaml --fail-on behing`,
    'shanxi-plan: --fail-on: "behing" is not one of the known values',
  ),
  refused(
    'a threshold for an unknown target',
    'reports/good.yaml --config configs/rule-unknown-target.yaml',
    'shanxi-plan: the plan has no target "lanes-2052"',
  ),
  refused(
    'a plan without targets',
    'reports/set-aside.yaml --plan plans/without-targets.yaml',
    'shanxi-plan: the plan gate has no target: nothing to judge',
  ),
  refused(
    'a plan of which no target is in force',
    'reports/behind.yaml --plan plans/not-in-force.yaml',
    'shanxi-plan: no target is in force on 2023-12-31: nothing to judge',
  ),
  refused(
    'all targets filtered away',
    'reports/good.yaml --plan plan.yaml --skip region=testland',
    'shanxi-plan: nothing is left to judge',
  ),
  refused(
    'a report for another plan',
    'reports/other-plan.yaml --plan plan.yaml',
    'reports/other-plan.yaml:4:7: error: this report belongs to the plan "gate-two" [wrong-plan]',
  ),
  refused(
    'a plan instead of a report',
    'plan.yaml --plan plan.yaml',
    'plan.yaml:7:1: error: this is a plan, not a report [not-a-report]',
  ),
  refused(
    'an unknown plan',
    'reports/good.yaml --plan shanxi',
    '--plan: error: no plan is called "shanxi" [unknown-plan]',
  ),
  judged('every figure is set aside', `reports/set-aside.yaml ${lanes}`, 3, 'undecided lanes-2025', ONE_OPEN),
  judged(
    'nothing was known by then',
    `reports/good.yaml ${lanes} --as-of 2023-12-31 --known-by 2021-01-01`,
    3,
    'undecided lanes-2025',
    ONE_OPEN,
  ),
  refused(
    'an unknown format',
    'reports/good.yaml --plan plan.yaml --format junitt',
    'shanxi-plan: --format: no format is called "junitt"',
  ),
  refused(
    'an unknown flag',
    'reports/good.yaml --plan plan.yaml --fail-onn behind',
    "shanxi-plan: unknown option '--fail-onn'",
  ),
];

export const groups = {
  'exit codes': exitCodes,
  'every verdict at --fail-on': everyVerdict,
  'every severity at --fail-on': everySeverity,
  'undecided targets': undecided,
  'warnings and commitments': warnings,
  '--margin': margins,
  'rules of a config file': rules,
  '--only and --skip': filters,
  '--max-age': ages,
  '--exit-zero': exitZero,
  waivers,
  '--since': ratchet,
  settings,
  'silent green': silentGreen,
} as const satisfies Record<string, readonly Row[]>;
