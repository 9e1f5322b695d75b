/* Writes from the zod schemas what reads data in which nothing is wrong, in the terms of src/input/shape/plain.ts. */
import * as z from 'zod';
import { configSchema, margin, selector } from '../src/model/config.ts';
import * as fields from '../src/model/fields.ts';
import { reportSchema } from '../src/model/report.ts';

/** The fields whose texts mean something, with what reads them. */
const texts = new Map<z.ZodType, string>([
  [fields.words, 'readWords'],
  [fields.identifier, 'readIdentifier'],
  [fields.calledName, 'readCalled'],
  [fields.day, 'parseDay'],
  [fields.firstDay, 'readFirstDay'],
  [fields.quantity, 'parseQuantity'],
  [fields.printedNumber, 'readPrinted'],
  [fields.widthNumber, 'readWidth'],
  [fields.powerOfTen, 'readPower'],
  [fields.wholeNumber, 'readCount'],
  [fields.duration, 'readDuration'],
  [selector, 'readSelector'],
  [margin, 'readMargin'],
]);

/** What is made of data that another schema has read. */
const made = new Map<z.ZodType, string>([[fields.between, 'readBetween']]);

/** In the order of the imports of what is written. */
const from: readonly (readonly [file: string, names: readonly string[]])[] = [
  [
    '../../model/field-texts.ts',
    'readBetween readCount readDuration readFirstDay readPower readPrinted readWidth'.split(' '),
  ],
  ['../../model/policy-texts.ts', ['readMargin', 'readSelector']],
  ['../../values/day-notation.ts', ['parseDay']],
  ['../../values/quantity.ts', ['parseQuantity']],
  [
    './plain.ts',
    'firstOf flag list madeOf mapping oneOf oneOrMore readCalled readIdentifier readWords record text textOr underValue withAll'.split(
      ' ',
    ),
  ],
];

const hasChecks = (schema: z.ZodType): boolean => (schema.def.checks ?? []).length > 0;

/** What reads the data of a schema; `never` where only the schema can. */
function readerOf(schema: z.ZodType, indent = ''): string {
  const read = texts.get(schema);
  if (read !== undefined) return `text(${read})`;
  if (schema === fields.flag) return 'flag';
  const make = made.get(schema);
  if (make !== undefined) return `madeOf(${readerOf((schema as z.ZodPipe).in as z.ZodType, indent)}, ${make})`;
  if (schema instanceof z.ZodOptional) return readerOf(schema.unwrap() as z.ZodType, indent);
  if (schema instanceof z.ZodUnion) return readerOfUnion(schema, indent);
  if (hasChecks(schema)) return 'never';
  if (schema instanceof z.ZodEnum) return oneOf(schema.options);
  if (schema instanceof z.ZodLiteral) return oneOf([...schema.values]);
  if (schema instanceof z.ZodArray) return of('list', readerOf(schema.element as z.ZodType, indent));
  if (schema instanceof z.ZodRecord)
    return of('record', ...[schema.keyType, schema.valueType].map(each => readerOf(each as z.ZodType, indent)));
  if (schema instanceof z.ZodObject && schema.def.catchall instanceof z.ZodNever)
    return readerOfFields(schema.shape, indent);
  return 'never';
}

/** Where the schema has to look at one part, it has to look at all. */
const of = (reader: string, ...parts: readonly string[]): string =>
  parts.includes('never') ? 'never' : `${reader}(${parts.join(', ')})`;

const oneOf = (values: readonly unknown[]): string => `oneOf(${values.map(quoted).join(', ')})`;

const quoted = (value: unknown): string => `'${String(value)}'`;

/** What can be said of a figure, in either form of a report: written once, before both. */
const figureFields = figureShape();

function figureShape(): z.ZodRawShape {
  const byKey = reportSchema.shape.metrics.unwrap().valueType as z.ZodUnion;
  const forms = (byKey.options as readonly z.ZodType[]).filter(form => form instanceof z.ZodObject);
  return forms[0]?.shape ?? {};
}

function linesOf(shape: z.ZodRawShape, indent: string): string[] | undefined {
  const readers = Object.entries(shape).map(([key, field]) => [key, readerOf(field as z.ZodType, indent)] as const);
  if (readers.some(([, reader]) => reader === 'never')) return undefined;
  return readers.map(([key, reader]) => `${indent}${/^\w+$/.test(key) ? key : quoted(key)}: ${reader},\n`);
}

function readerOfFields(shape: z.ZodRawShape, indent: string): string {
  const ofFigure = Object.keys(figureFields).every(key => shape[key] === figureFields[key]);
  const rest = Object.entries(shape).filter(([key]) => !ofFigure || !(key in figureFields));
  if (rest.length === 0) return 'mapping(figureFields)';
  const lines = linesOf(Object.fromEntries(rest), `${indent}  `);
  if (!lines) return 'never';
  const read = `mapping({\n${ofFigure ? `${indent}  ...figureFields,\n` : ''}${lines.join('')}${indent}})`;
  const required = Object.keys(shape).filter(key => !(shape[key] instanceof z.ZodOptional));
  return required.length === 0 ? read : `withAll([${required.map(quoted).join(', ')}], ${read})`;
}

/** Texts and something else: which of them is meant shows before either is read. */
function readerOfUnion(schema: z.ZodUnion, indent: string): string {
  const options = schema.options as readonly z.ZodType[];
  const [first] = options;
  if (isOneOrMore(options)) return of('oneOrMore', readerOf((first as z.ZodPipe).in as z.ZodType, indent));
  const ofTexts = options.filter(isText).map(option => readerOfOption(option, indent));
  const others = options.filter(option => !isText(option)).map(option => readerOfOption(option, indent));
  if (others.length === 0 || (others.length === 1 && others[0] === 'never')) return `textOr([${ofTexts.join(', ')}])`;
  if (others.includes('never')) return 'never';
  const other = others.length === 1 ? others[0] : `firstOf(${others.join(', ')})`;
  return ofTexts.length === 0 ? `${other}` : `textOr([${ofTexts.join(', ')}], ${other})`;
}

/** Where a form of a figure is a number alone, what reads the number. */
const numberOf = (option: z.ZodType): z.ZodType | undefined => {
  const inner = option instanceof z.ZodPipe ? (option.in as z.ZodType) : undefined;
  return inner && (texts.has(inner) || made.has(inner)) ? inner : undefined;
};

const isText = (option: z.ZodType): boolean =>
  texts.has(numberOf(option) ?? option) ||
  option instanceof z.ZodLiteral ||
  option === fields.flag ||
  option instanceof z.ZodEnum;

function readerOfOption(option: z.ZodType, indent: string): string {
  const number = made.has(option) ? undefined : numberOf(option);
  return number ? `underValue(${readerOf(number, indent)})` : readerOf(option, indent);
}

/** As `oneOrMore` of fields.ts makes it. */
function isOneOrMore(options: readonly z.ZodType[]): boolean {
  const [one, list] = options;
  return one instanceof z.ZodPipe && list instanceof z.ZodArray && one.in === list.element && hasChecks(list);
}

/** `src/input/shape/plain-readers.ts` as it should be. */
export function plainReaders(): string {
  const { metrics, observations, ...head } = reportSchema.shape;
  const byKey = metrics.unwrap();
  const parts = [
    `/** What a report says above its figures. */\nexport const headFields = {\n${linesOf(head, '  ')?.join('')}};\n`,
    'export const plainHead = mapping(headFields);\n',
    `export const figureFields = {\n${linesOf(figureFields, '  ')?.join('')}};\n`,
    `export const plainName = ${readerOf(byKey.keyType)};\n`,
    `export const plainMetric = ${readerOf(byKey.valueType)};\n`,
    `export const plainListed = ${readerOf(observations.unwrap().element)};\n`,
    `export const plainConfig = ${readerOf(configSchema)};\n`,
  ];
  const body = parts.join('\n');
  const imports = from.flatMap(([file, names]) => {
    const used = names.filter(name => new RegExp(`\\b${name}\\b(?!:)`).test(body));
    return used.length === 0 ? [] : [`import { ${used.join(', ')} } from '${file}';\n`];
  });
  return `${WRITTEN}${imports.join('')}\n${body}`;
}

const WRITTEN = '/* Written by `npm run schema` from the schemas; do not edit. */\n';
