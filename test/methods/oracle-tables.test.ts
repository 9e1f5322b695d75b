import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { runTable } from '../../scripts/oracles/run.ts';
import { isSameAsPrinted } from '../../scripts/oracles/verdict.ts';
import { meaningOf } from '../../scripts/oracles/words.ts';

const HEADER =
  'source,url,indicator,method,direction,base_year,base_value,current_year,current_value,target_year,target_value,expected_ratio,expected_status,notes';

const table = (...rows: readonly string[]): string => [HEADER, ...rows, ''].join('\n');

const findings = (...rows: readonly string[]) => runTable(table(...rows)).judged.map(({ finding }) => finding.is);
const whys = (...rows: readonly string[]) =>
  runTable(table(...rows)).judged.map(({ finding }) => (finding.is === 'not-applicable' ? finding.why : finding.is));

describe('tables that cannot be read', () => {
  test.each([
    ['a column is missing', 'source,url\na,b\n', /missing columns: indicator, method/],
    ['there is no row', `${HEADER}\n`, /no rows/],
    ['the file is empty', '', /missing columns/],
    ['a row is ragged', `${HEADER}\na,b,c\n`, /not a CSV table/],
    [
      'the method is mistyped',
      table('s,u,i,destatis-projecton,increase,2010,1,2015,2,2020,3,,sun,'),
      /row 2: unknown method "destatis-projecton"; did you mean "destatis-projection"\?/,
    ],
    ['the method is unknown', table('s,u,i,astrology,increase,,,,,,,,,'), /row 2: unknown method "astrology"; known: /],
    ['the direction is unknown', table('s,u,i,evm-spi,sideways,,,,1,,2,,,'), /row 2: direction: "sideways"/],
    ['a number is none', table('s,u,i,evm-spi,increase,,,,"1,2",,2,,,'), /row 2: current_value: "1,2" is not a number/],
    ['a year is none', table('s,u,i,evm-spi,increase,soon,,,1,,2,,,'), /row 2: base_year: "soon" is not a year/],
  ])('%s', (_name, text, problem) => {
    const { judged, problems } = runTable(text);
    expect(judged).toEqual([]);
    expect(problems.join('\n')).toMatch(problem);
  });
});

describe('rows of other tables', () => {
  const canada = 's,u,i,canada-open-sdg-method-2-with-target';
  const untargeted = 's,u,i,canada-open-sdg-method-1-no-target';

  test('a wrong status or a wrong ratio is not reproduced', () => {
    const right = `${canada},decrease,2015,14.5,2023,10.4,2030,7.25,0.9010899546976208,moderate_progress,`;
    expect(findings(right)).toEqual(['reproduced']);
    expect(findings(right.replace('moderate', 'limited'))).toEqual(['different']);
    expect(findings(right.replace('0.90108995', '0.90109995'))).toEqual(['different']);
    expect(findings(`${right}"does NOT recompute, they say"`.replace('limited', 'x'))).toEqual(['reproduced']);
  });

  test.each([
    [
      'a base of zero is taken as 0.001, as the publisher does',
      `${canada},decrease,2015,0,2025,0.9,2030,0.1,-2.711376534734241,deterioration,`,
    ],
    ['a target of zero likewise', `${canada},decrease,2015,81124,2023,0,2030,0,1.4224293446258616,target_achieved,`],
    ['signs differ', `${canada},increase,2015,-3,2023,2,2030,5,,not_available,`],
    [
      'a series that is negative throughout',
      `${untargeted},increase,2015,-100,2025,-90,,,0.010480741793785553,moderate_progress,`,
    ],
    ['less than a year', `${canada},increase,2020,1,2020,1,2030,2,,not_available,`],
    ['no base, and the publisher says so', `${canada},increase,2015,,,,2030,100,,not_available,`],
    [
      'base and target equal, and the value elsewhere',
      `${canada},decrease,2016,1.0,2022,1.07,2030,1.0,,not_available,`,
    ],
    [
      'a year written as a span, or as a fraction',
      `${untargeted},increase,2015-16,100,2025.0,110,,,0.009576582776886981,moderate_progress,`,
    ],
    [
      'half-way to the floor',
      `${untargeted},decrease,2015,20,2025,19,,,0.005116196891823743,moderate_progress,limit=10`,
    ],
    ['earned value on its schedule', 's,u,i,evm-spi,increase,,,,100,,100,1,on schedule,'],
    [
      'a flow exactly on schedule is not ahead',
      's,u,i,china-shixu-flow,increase,,0,month 6,6,month 12,12,6,基本达到时序进度,',
    ],
    ['a flow ahead', 's,u,i,china-shixu-flow,increase,,0,month 6,7,month 12,12,6,ahead of schedule (超时序),'],
    [
      'nearly, where the indicator is anticipatory',
      's,u,i,china-midterm-schedule,increase,2020,0,2022,39,2025,100,,基本符合预期,anticipatory indicator',
    ],
    [
      'lagging by the same figures, where it is not',
      's,u,i,china-midterm-schedule,increase,2020,0,2022,39,2025,100,,滞后,binding',
    ],
    [
      'points against a line that is given',
      's,u,i,china-shixu-percentage-points,increase,2020,80,2022,83,2025,85,,ahead by 1 percentage points,',
    ],
    [
      'points ahead of the even share of the year',
      's,u,i,china-shixu-lead,increase,,0,month 8,77.2,month 12,100,10.53,ahead of schedule by 10.5 points,',
    ],
    [
      'about, on the side that is wished',
      's,u,i,ndrc-annual-plan,increase,,,2018,9.6,2018,10,0.96,as projected,around',
    ],
    ['a goal that is not about', 's,u,i,china-fyp-final,increase,,,2010,9.6,2010,10,0.96,not completed,'],
    ['on the line of a plan', 's,u,i,china-fyp-final,increase,,,2010,9,2010,9,1.0,completed,'],
    [
      'beyond the goal before its year',
      's,u,i,closing-the-gap-linear,increase,2016,76.7,2022,99.2,2025,95,1.8443,on track,',
    ],
    [
      'short of the line',
      's,u,i,closing-the-gap-linear,increase,2020,0,2025,9,2030,20,0.9,improvement but not on track,',
    ],
    ['behind the start', 's,u,i,closing-the-gap-linear,decrease,2019,47.3,2024,50.3,2031,26,-0.338,worsening,'],
    [
      'half the pace',
      's,u,i,sdsn-linear-to-green-threshold-2030,increase,2010,0,2015,5,2030,40,,moderately_increasing,',
    ],
    ['reached and lost', 's,u,i,sdsn-linear-to-green-threshold-2030,increase,2010,50,2015,39,2030,40,,decreasing,'],
    [
      'a change of just the interval',
      's,u,i,ni-pfg-change-interval,decrease,2019,19.7,2023,18.3,,,-1.4,improving,change interval 1.4 (constant) = 1.4',
    ],
    [
      'a change within it',
      's,u,i,ni-pfg-change-interval,decrease,2019,19.7,2023,18.4,,,-1.3,no_change,change interval 1.4 (constant) = 1.4',
    ],
    [
      'no interval and no change',
      's,u,i,ni-pfg-change-interval,increase,2019,5,2023,5,,,0,no_change,change interval 0 (constant) = 0',
    ],
    [
      'the other way',
      's,u,i,ni-pfg-change-interval,increase,2019,5,2023,3,,,-2,worsening,change interval 2 (constant) = 2',
    ],
    ['four points are enough', 's,u,i,destatis-projection,increase,2015,1,2018,4,2020,6,,sun,window (4 points)'],
    ['three are not', 's,u,i,destatis-projection,increase,2015,1,2017,3,2020,6,,no evaluation,window (3 points)'],
    ['held and slipping', 's,u,i,destatis-constant-target,decrease,2015,1,2020,3,2030,5,,slightly cloudy,'],
  ])('%s', (_name, row) => {
    expect(findings(row)).toEqual(['reproduced']);
  });

  test.each([
    ['no base', `${canada},increase,2015,,2020,2,2030,5,,limited_progress,`, 'the source prints no base value'],
    ['no target', `${canada},increase,2015,1,2020,2,,,,limited_progress,`, /no target value and no target year/],
    [
      'words that say nothing',
      's,u,i,china-outcome-vs-target,increase,,,,3,,2,,published,',
      /nothing that can be computed/,
    ],
    [
      'an observation, not a projection',
      's,u,i,digital-decade-projection,increase,,,2024,3,2030,9,,behind,',
      /no projection/,
    ],
    ['added percentages', 's,u,i,additive-remaining-need,decrease,2005,100,2009,84.39,2010,80,,4.48%,', /5\.20 %/],
    [
      'a goal in words',
      's,u,i,ndrc-annual-plan,increase,2017,,2018,8.1,2018,about the 2017 rate,,as projected,',
      /target value/,
    ],
  ])('not applicable: %s', (_name, row, why) => {
    expect(whys(row)[0]).toMatch(why);
  });
});

test.each([
  ['0.92', 0.9231, true],
  ['0.92', 0.9251, false],
  ['1.09', 1.08696, true],
  ['4.1', 4.1000000000000085, true],
])('%s is what is printed for %f: %s', (printed, number, isSame) => {
  expect(isSameAsPrinted(printed, number)).toBe(isSame);
});

test.each([
  ['target not reached under current conditions', 'behind'],
  ['completed ahead of time (提前完成)', 'met'],
  ['expected to exceed its target', 'on-track'],
  ['basically as expected (基本符合预期)', 'nearly'],
  ['ahead of schedule', 'on-track'],
  ['published', null],
])('"%s" means %s', (words, meaning) => {
  expect(meaningOf(words)).toBe(meaning);
});

describe('npm run oracles', () => {
  const temporary = mkdtempSync(path.join(tmpdir(), 'oracles-'));
  afterAll(() => rmSync(temporary, { recursive: true, force: true }));
  const run = (name: string, text: string) => {
    const file = path.join(temporary, name);
    writeFileSync(file, text);
    return spawnSync(process.execPath, ['--import', 'tsx', 'scripts/oracles.ts', file], { encoding: 'utf8' });
  };

  test('exits with 0 where all is reproduced or flagged', () => {
    const row = 's,u,i,evm-spi,increase,,,,85,,100,0.85,behind schedule,';
    const { status, stdout } = run('right.csv', table(row, row.replace('85,,', '75,,').concat('does NOT recompute')));
    expect(stdout).toContain('in all: 2 rows, 1 reproduced, 0 not reproduced, 0 not applicable, 1 flagged');
    expect(status).toBe(0);
  });

  test('exits with 1 where a row is not reproduced, and names it', () => {
    const { status, stdout } = run('wrong.csv', table('s,u,bridges,evm-spi,increase,,,,75,,100,0.85,behind schedule,'));
    expect(stdout).toContain('row 2, bridges: not reproduced: expected 0.85, got 0.75');
    expect(status).toBe(1);
  });

  test('exits with 2 where a table cannot be read', () => {
    expect(run('broken.csv', 'a,b\n1,2\n').status).toBe(2);
    const missing = spawnSync(process.execPath, ['--import', 'tsx', 'scripts/oracles.ts', 'no-such.csv'], {
      encoding: 'utf8',
    });
    expect(missing.stderr).toContain('no-such.csv');
    expect(missing.status).toBe(2);
  });
});
