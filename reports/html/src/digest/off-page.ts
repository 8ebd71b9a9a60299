import type { Outcome } from '@backproof/core';

/** The most findings in the index: about 4 MB of a page. */
const INDEXED = 20_000;

/** The open violations of a run that have no row on the page. */
export interface OffPage {
  /** One line each, beginning with the severity, for the search of the page. */
  readonly index: readonly string[];
  /** The number of those that are not in the index either. */
  readonly beyond: number;
}

/** Collects the findings without a row on the page. */
export class OffPageCollector {
  readonly #index: string[] = [];
  #beyond = 0;

  add({ severity, ruleId, messageId, subject }: Outcome): void {
    if (this.#index.length === INDEXED) {
      this.#beyond += 1;
      return;
    }
    const { type, name, accountId, region, arn } = subject;
    this.#index.push([severity, ruleId, messageId, type, name, accountId, region, arn].join(' '));
  }

  offPage(): OffPage {
    return { index: this.#index, beyond: this.#beyond };
  }
}
