import type { Assessed } from '../../src/assess/assess.ts';

/**
 * An analysis without what a reduction may change: the figures set aside and for no target, days of the past that a chart
 * draws and no verdict rests on, and the numbers of figures, which stand for their contents.
 */
export function judged({ numbered, forNoTarget: _, ...rest }: Assessed): unknown {
  const contents = new Map(numbered.map(({ id, observation }) => [id, { ...observation, place: null }]));
  return {
    ...rest,
    assessments: rest.assessments.map(assessment => ({
      ...assessment,
      course: assessment.course.path,
      evidence: assessment.evidence.used.map(({ observation: { id, ...shown }, ...row }) => ({ ...row, shown })),
    })),
    checks: rest.checks.map(check => ({ ...check, observations: check.observations.map(id => contents.get(id)) })),
  };
}
