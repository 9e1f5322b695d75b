// Judges an invented plan of 40 targets again and again with the library of a build, and prints the microseconds of
// processor time that one assessment takes. Half of the counts only rise; each was reported on three days.
import { libraryOf } from './library.mjs';

const TARGETS = 40;
const TIMES = 600;
const WARM_UP = 30;
const YEARS = [2021, 2022, 2023];

const [build, partCount] = process.argv.slice(2);
const { check, readPlan, readReport } = await libraryOf(build);
const parts = Array.from({ length: Number(partCount) }, (_, index) => `part-${index}`);
const indicators = Array.from({ length: TARGETS }, (_, index) => `indicator-${index}`);

const planFields = {
  plan: 'invented',
  title: 'Invented',
  period: { from: '2021-01-01', to: '2025-12-31' },
  region: 'whole',
  regions: [{ id: 'whole', title: 'Whole', parts: parts.map(id => ({ id, title: id })) }],
  indicators: Object.fromEntries(indicators.map((id, index) => [id, indicatorFields(index)])),
  measures: [{ id: 'measure', title: 'Measure', targets: indicators.map(targetFields) }],
};

function indicatorFields(index) {
  const monotone = String(index % 2 === 0);
  return { title: 'Invented', unit: 'piece', kind: 'stock', monotone, fresh_for: '24 months', counts: { all: 'same' } };
}

function targetFields(indicator, index) {
  const baseline = { value: '100', as_of: '2020-12-31' };
  return { id: `target-${index}`, indicator, at_least: '900', by: '2025-12-31', baseline };
}

/** Of the parts all but one report. */
function figuresOf(indicator, index) {
  return YEARS.flatMap(year => {
    const said = { indicator, as_of: `${year}-12-31`, counts: 'all' };
    const ofPart = region => ({ ...said, region, value: String(20 + (year - 2020) * 40) });
    return [
      { ...said, region: 'whole', value: String(100 + (year - 2020) * 130 + index) },
      ...parts.slice(1).map(ofPart),
    ];
  });
}

const bytesOf = fields => new TextEncoder().encode(JSON.stringify(fields));
const { plan } = await readPlan({ path: 'plan.json', bytes: bytesOf(planFields) });
const observed = { plan: 'invented', observations: indicators.flatMap(figuresOf) };
const { report } = await readReport({ path: 'report.json', bytes: bytesOf(observed) }, plan);

const judge = times => {
  for (let time = 0; time < times; time += 1) check({ plan, reports: [report], settings: { as_of: '2023-12-31' } });
};
judge(WARM_UP);
const start = process.cpuUsage();
judge(TIMES);
const { user, system } = process.cpuUsage(start);
console.log((user + system) / TIMES / TARGETS);
