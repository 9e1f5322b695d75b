import type { Words } from './words.ts';

/** What is said in words beside figures, and may make them another thing. */
export const besideProblemsEn = {
  'unit-beside': ({ unit, expected, stated }) => ({
    what:
      stated === undefined
        ? `"${unit}" stands beside the figures, not with them; without a unit of its own a figure is read in ${expected.en}`
        : `"${unit}" stands beside a figure that says "${stated}" itself: which of the two is it in?`,
    help:
      stated === undefined
        ? 'say the unit with each figure ("unit:", a column of units, or "unit" under "fixed:" of a mapping); where it is that of something else, so does the figure that says its own'
        : 'correct one of them; what a mapping ignores is not looked at',
  }),
  'status-beside': ({ text }) => ({
    what: `"${text}" stands beside the figures: are they goals or forecasts, doubtful or withdrawn? Without a status of its own a figure is read as reported`,
    help: 'say the status with each figure ("status:", a column of statuses, or "status" under "fixed:" of a mapping): planned or estimated, or final where they were reported; "unusable:" with the reason where they are wrong or withdrawn',
  }),
  'scope-beside': ({ text }) => ({
    what: `"${text}" stands beside the figures: do they count something else, or a part? Without a word of its own a figure is one of the whole`,
    help: 'say it with each figure: "counts" (a definition of the plan) or "scope" ("whole", or a part), in a column or under "fixed:" of a mapping',
  }),
  'region-beside': ({ text, region }) => ({
    what: `"${text}" stands beside the figures, not with them; without a region of its own a figure is one of "${region}"`,
    help: 'say the region with each figure ("region:", a column of regions, or "region" under "fixed:" of a mapping), the whole one too',
  }),
  'day-beside': ({ text, asOf }) => ({
    what: `"${text}" stands beside the figures, which say that they describe ${asOf}: of which day are they?`,
    help: 'correct one of the two: "as_of" of the figures, or the words',
  }),
  'way-beside': ({ text }) => ({
    what: `"${text}" stands beside the figures: are they of another time, or measured another way, than the plan means?`,
    help: 'say with each figure what it counts ("counts", a definition of the plan) or of which time it is ("flow:" with "from" and "to"), in columns or under "fixed:" of a mapping',
  }),
} satisfies Partial<Words['problem']>;
