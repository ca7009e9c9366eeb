/** The transcripts that the coding screen is measured on: one of many turns, as the generated study names it, and one of a single turn. */
export const MANY_TURNS_NAME = 'Interview 1'
export const LONG_TURN_NAME = 'One turn'
