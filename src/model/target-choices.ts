/** How what a figure counts stands to what the target means. */
export const relations = ['same', 'part', 'whole', 'other'] as const;
/** The ways of judging pace that a target can ask for; `methods` holds one file for each. */
export const methodNames = ['schedule', 'projection', 'growth-ratio', 'growth-window', 'hold', 'direction'] as const;
export type MethodName = (typeof methodNames)[number];
/** What counts on the line: whether a figure that is printed like the goal meets it, or the ends of its interval decide. */
export const goalComparisons = ['as_printed', 'exact'] as const;
export type GoalComparison = (typeof goalComparisons)[number];
export const commitments = ['binding', 'anticipatory', 'aspirational', 'unstated'] as const;
