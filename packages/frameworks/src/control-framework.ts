/** A requirement of a framework that concerns backups. */
export interface Control {
  /** The framework's own number: `A.8.13`. */
  readonly id: string;
  /** What it asks for, in our words. */
  readonly title: string;
  /** Why no rule that Backproof brings with it speaks to the control; absent where one does. */
  readonly beyond?: string;
}

/** A standard or a law, and what of it concerns backups. */
export interface ControlFramework {
  /** How rules name it in their `controls`, edition included: `iso27001-2022`. */
  readonly id: string;
  /** What users call it, whichever the edition: `iso27001`. */
  readonly alias: string;
  readonly name: string;
  /** The edition that the controls are numbered by. */
  readonly version: string;
  readonly publisher: string;
  /** In the framework's own order. */
  readonly controls: readonly Control[];
}
