import type { Analysis, Assessment } from '../model/analysis.ts';
import { placeText } from '../values/place.ts';
import { byTask, type TaskGroup } from './by-task.ts';
import { escapeXmlAttribute, escapeXmlText } from './escape/xml.ts';
import type { Format } from './format.ts';
import { inventedTexts } from './invented.ts';
import { factsOf, messageOf, stateFacts } from './message.ts';
import { placesOf, type SourcePlace } from './places.ts';
import { policyTexts } from './policy-text.ts';
import { gateFailure, levelOf, stateOf } from './state.ts';
import { formatWordsIn } from './words/formats-registry.ts';
import { wordsIn } from './words/registry.ts';
import type { Lang } from './words/words.ts';

/** JUnit XML as Jenkins and GitLab read it: a suite for each task, a case for each target. */
export const junit: Format = {
  mark: { begins: /^<\?xml [^>]*\?>\n<!-- shanxi-plan -->\n<testsuites / },
  render: (analysis, { lang }) => render(analysis, lang),
};

type JunitOutcome = 'failure' | 'error' | 'skipped' | 'passed';

/** What fails the gate is a failure, what it cannot decide an error; waived, known and not in force are skipped. */
function outcomeOf(assessment: Assessment): JunitOutcome {
  if (stateOf(assessment) !== 'counted') return 'skipped';
  const level = levelOf(assessment);
  return level === 'fail' ? 'failure' : level === 'undecided' ? 'error' : 'passed';
}

function render(analysis: Analysis, lang: Lang): string {
  const pen: JunitPen = { analysis, lang, placeOf: placesOf(analysis) };
  const groups = byTask(analysis).filter(({ assessments }) => assessments.length > 0);
  const failure = gateFailure(analysis, lang);
  const { tests, failures, errors } = counts(analysis.assessments);
  const extra = failure === null ? 0 : 1;
  const name = attributes({
    name: analysis.plan.title[lang],
    tests: tests + extra,
    failures: failures + extra,
    errors,
  });
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<!-- shanxi-plan -->',
    `<testsuites ${name}>`,
    ...groups.flatMap(group => suite(group, pen)),
    ...(failure === null ? [] : gateSuite(failure)),
    '</testsuites>',
  ];
  return `${lines.join('\n')}\n`;
}

function counts(assessments: readonly Assessment[]) {
  const count = (outcome: JunitOutcome) => assessments.filter(each => outcomeOf(each) === outcome).length;
  return { tests: assessments.length, failures: count('failure'), errors: count('error') };
}

/** The gate as a case of its own, where it fails though no target does. */
const gateSuite = (failure: string): string[] => [
  '  <testsuite name="gate" tests="1" failures="1" errors="0" skipped="0">',
  `    <testcase name="gate" classname="gate"><failure type="gate" ${attributes({ message: failure })}></failure></testcase>`,
  '  </testsuite>',
];

interface JunitPen {
  readonly analysis: Analysis;
  readonly lang: Lang;
  readonly placeOf: (assessment: Assessment) => SourcePlace;
}

function suite(group: TaskGroup, pen: JunitPen): string[] {
  const { id, title, assessments } = group;
  const { analysis, lang } = pen;
  const { plan, asOf } = analysis;
  const skipped = assessments.filter(each => outcomeOf(each) === 'skipped').length;
  const head = attributes({
    name: title[lang],
    id,
    package: plan.id,
    ...counts(assessments),
    skipped,
    timestamp: `${asOf}T00:00:00`,
  });
  return [
    `  <testsuite ${head}>`,
    '    <properties>',
    ...properties(analysis, lang),
    '    </properties>',
    ...assessments.flatMap(each => testCase(each, group, pen)),
    '  </testsuite>',
  ];
}

function properties(analysis: Analysis, lang: Lang): string[] {
  const { plan, asOf, knownBy, region, tool } = analysis;
  const invented = inventedTexts(analysis, lang).join(' ');
  const policy = policyTexts(analysis.gate.policy, lang).join('. ');
  const values = {
    plan: plan.id,
    planTitle: plan.title[lang],
    asOf,
    ...(knownBy !== null && { knownBy }),
    region,
    tool: tool.name,
    toolVersion: tool.version,
    ...(policy !== '' && { policy }),
    ...(invented !== '' && { invented }),
  };
  return Object.entries(values).map(([name, value]) => `      <property ${attributes({ name, value })}/>`);
}

/** The name holds no figure, so that a case keeps its history from run to run. */
function testCase(assessment: Assessment, { id }: TaskGroup, pen: JunitPen): string[] {
  const { title, target, verdict } = assessment;
  const head = attributes({
    name: `${title[pen.lang]} (${target})`,
    classname: `${pen.analysis.plan.id}.${id}`,
    status: verdict,
  });
  return [`    <testcase ${head}>`, `      ${outcomeElement(assessment, pen)}`, '    </testcase>'];
}

function outcomeElement(assessment: Assessment, { lang, placeOf }: JunitPen): string {
  const outcome = outcomeOf(assessment);
  const { path, ...spot } = placeOf(assessment);
  const body = escapeXmlText(
    [...factsOf(assessment, lang), formatWordsIn(lang).source(placeText(path, spot))].join('\n'),
  );
  if (outcome === 'passed') return `<system-out>${body}</system-out>`;
  if (outcome === 'skipped')
    return `<skipped>${escapeXmlText(`${stateOf(assessment)}: ${wordsIn(lang).facts(stateFacts(assessment, lang))}`)}</skipped>`;
  const head = attributes({ type: assessment.verdict, message: messageOf(assessment, lang) });
  return `<${outcome} ${head}>${body}</${outcome}>`;
}

const attributes = (values: Readonly<Record<string, string | number>>): string =>
  Object.entries(values)
    .map(([name, value]) => `${name}="${escapeXmlAttribute(String(value))}"`)
    .join(' ');
