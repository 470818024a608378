/** A type that the compiler holds to one of Slack's own: what Slack does not take does not compile. */
export type Fitting<Mine extends Slacks, Slacks> = Mine
