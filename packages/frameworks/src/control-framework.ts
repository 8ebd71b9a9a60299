/** A requirement of a framework that concerns backups. */
export interface Control {
  /** The framework's own number: `A.8.13`. */
  readonly id: string;
  /** The requirement, in our words. */
  readonly title: string;
  /** The purpose of the control as far as rules assess it, in our words. Absent: the title says it. */
  readonly objective?: string;
  /** A number that the framework, or a profile of it, sets for the control, in our words. */
  readonly frequency?: string;
  /** The reason why no rule of Backproof assesses the control; absent if one does. */
  readonly beyond?: string;
}

/** A standard or a law, and what of it concerns backups. */
export interface ControlFramework {
  /** The name of it that rules use in their `controls`, edition included: `iso27001-2022`. */
  readonly id: string;
  /** The name for users, for any edition: `iso27001`. */
  readonly alias: string;
  readonly name: string;
  /** The edition that the controls are numbered by. */
  readonly version: string;
  readonly publisher: string;
  /** In the framework's own order. */
  readonly controls: readonly Control[];
}
