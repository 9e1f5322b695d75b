// Small documents that use every field there is; `amplify.mjs` makes one part of them large.

const plan = {
  plan: 'invented',
  title: { en: 'Invented plan', zh: '虚构规划' },
  period: { from: '2021-01-01', to: '2025-12-31' },
  region: 'county',
  regions: [
    {
      id: 'county',
      title: 'County',
      parts: [
        { id: 'north', title: 'North' },
        { id: 'south', title: 'South' },
      ],
    },
  ],
  announced: { strategic_tasks: '1', key_tasks: '1', measures: '2' },
  note: 'Every name and number is invented.',
  sources: { gazette: { publisher: 'Gazette', title: 'Plan', published: '2021-01-01', url: 'https://example.org/a' } },
  indicators: {
    roads: {
      title: 'Roads',
      unit: 'km',
      kind: 'stock',
      monotone: 'true',
      counts: { built: 'same', 'in-use': 'part', planned: 'whole', unstated: 'same' },
      plausible: { min: '0', max: '100000000' },
      fresh_for: '12 months',
      source: ['gazette'],
      note: 'A note.',
    },
    people: { title: 'People', unit: 'person', kind: 'stock' },
    density: {
      title: 'Roads per person',
      unit: 'km/person',
      kind: 'level',
      breaks: [{ on: '2022-06-30', note: 'New.' }],
    },
    length: {
      title: 'Length',
      unit: 'km',
      kind: 'stock',
      identity: { product: ['density', 'people'], divided_by: '1000' },
    },
  },
  assumptions: [{ indicator: 'people', value: '1000', from: '2021-01-01', to: '2025-12-31', source: ['gazette'] }],
  measures: [
    {
      id: 'building',
      title: 'Building',
      source: ['gazette'],
      targets: [
        {
          id: 'roads-2025',
          indicator: 'roads',
          at_least: '5,000',
          by: '2025-12-31',
          baseline: { value: '1,000', as_of: '2020-12-31', counts: 'built', source: ['gazette'] },
          path: [{ by: '2023-12-31', value: '3000' }],
          commitment: 'binding',
          wording: 'At least 5,000 km by 2025.',
          source: ['gazette'],
          note: 'A note.',
        },
        {
          id: 'length-2025',
          indicator: 'length',
          at_least: '5000',
          by: '2025-12-31',
          readings: { stated: {}, low: { at_least: '4000' }, high: { at_least: '6000', note: 'Other.' } },
          regions: { north: { at_least: '2000' }, south: { at_least: '3000', source: ['gazette'] } },
        },
        {
          id: 'old',
          indicator: 'roads',
          at_least: '10',
          by: '2025-12-31',
          in_force: { from: '2021-01-01', to: '2021-12-31' },
        },
        { id: 'new', indicator: 'roads', at_least: '20', by: '2025-12-31', supersedes: 'old', regions: 'each' },
      ],
    },
  ],
  tasks: [
    {
      id: 'network',
      level: 'strategic',
      title: 'Network',
      source: ['gazette'],
      measures: [{ id: 'training', title: 'Training' }],
      tasks: [{ id: 'paths', level: 'key', title: 'Paths', measures: [{ id: 'planting', title: 'Planting' }] }],
    },
  ],
};

const report = {
  report: 'Figures',
  plan: 'invented',
  as_of: '2023-12-31',
  published: '2024-01-23',
  source: { publisher: 'Bureau', title: 'Bulletin', url: 'https://example.org/b' },
  note: 'Invented.',
  metrics: {
    roads: { value: '3,100', counts: 'built', note: 'A note.', says: 'more than 3,000' },
    people: '约 1,000',
  },
  observations: [
    { indicator: 'density', value: '2.5', as_of: '2023-12-31', unit: 'km/person', status: 'final' },
    { indicator: 'roads', value: '900', region: 'north', counts: 'built', scope: { part: 'the north' } },
    { measure: 'training', note: 'Begun.', says: 'begun' },
  ],
};

const config = {
  plan: 'plan.yaml',
  reports: ['report.yaml'],
  readings: { 'length-2025': 'low' },
  format: ['table'],
  fail_on: ['behind'],
  rules: [{ where: 'measure=building', fail_on: ['missed'] }],
  allow_undecided: ['stale'],
  require: ['roads-2025'],
  only: ['roads-2025', 'length-2025'],
  skip: ['old'],
  max_age: '12 months',
  margin: '2%',
};

const waivers = {
  waivers: [
    {
      target: 'roads-2025',
      verdicts: ['behind', 'far-behind'],
      reason: 'Floods',
      approver: 'Bureau',
      document: 'No. 1',
      from: '2023-01-01',
      until: '2024-12-31',
    },
  ],
};

export const seeds = { plan, report, config, waivers };
