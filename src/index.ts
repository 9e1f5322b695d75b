/** The library door: everything that a program may rely on, and nothing else. */
export { type AssessRequest, assess } from './assess/assess.ts';
export { type ReadPlan, readPlan } from './input/plan/read-plan.ts';
export { type ReadReport, type Report, readReport } from './input/report/read-report.ts';
export type { SourceFile } from './input/source/source-file.ts';
export { type Analysis, type Assessment, analysisSchema } from './model/analysis.ts';
export type { Observation } from './model/observation.ts';
export { type Plan, planSchema } from './model/plan.ts';
export { reportSchema } from './model/report.ts';
export { SCHEMA_VERSION } from './model/schema-version.ts';
export { type DecidedVerdict, type Severity, type Verdict, verdicts } from './model/verdict.ts';
export { type Day, parseDay } from './values/day.ts';
export type { Interval } from './values/interval.ts';
export { type Problem, type ProblemCode, problemCatalogue } from './values/problem.ts';
export { parseQuantity, type Quantity } from './values/quantity.ts';
